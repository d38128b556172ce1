// HTML that is safe by its making: every text that goes in is escaped, and only what this module made goes in as it is.

export interface Markup {
  readonly html: string;
}

export type Part = string | number | Markup | null | readonly Part[];

const special = /[&<>"']/g;
const anySpecial = /[&<>"']/;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For text and for attribute values in quotes. */
export function escapeText(text: string): string {
  if (!anySpecial.test(text)) return text;
  return text.replace(special, (character) => entities[character] ?? "");
}

/** Template tag: `mark\`<p lang="${lang}">${text}</p>\``. Attributes stand in double quotes, always. */
export function mark(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = pieces[0] ?? "";
  for (let at = 0; at < parts.length; at += 1) text += partHtml(parts[at] ?? null) + (pieces[at + 1] ?? "");
  return { html: text };
}

function partHtml(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  if (isMarkup(part)) return part.html;
  let text = "";
  for (const each of part) text += partHtml(each);
  return text;
}

function isMarkup(part: Markup | readonly Part[]): part is Markup {
  return "html" in part;
}

/** JSON inside a data block: no end of a script, no comment and no line separator can stand in it. */
export function jsonBlock(value: object): Markup {
  return { html: `<script type="application/ld+json">${inertJson(value)}</script>` };
}

/** JSON in which nothing is markup, even for somebody who takes it for a page. */
export function inertJson(value: object, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export const nothing: Markup = { html: "" };
