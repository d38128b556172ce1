// Texts as pages show them: characters that act unseen are shown, lengths have limits, languages are real tags.
import { withVisibleCharacters } from "@tocsin/core";
import type { LibraryText } from "../library-input.ts";

/** Bytes of UTF-8 of the part of a text that stands in one page. */
const mostPartBytes = 20_000;
/** The first page says everything about the item, too; its excerpt counts. */
const mostFirstBytes = 10_000;
const mostExcerptBytes = 4_000;
const mostNoteBytes = 1_000;
const mostTitleLength = 300;

export interface Complain {
  (code: "hidden-characters" | "no-language" | "cut", detail: string): void;
}

export function safeText(text: string, field: string, complain: Complain): string {
  const safe = withVisibleCharacters(text.replaceAll("\r\n", "\n").toWellFormed());
  if (safe.length !== text.length && safe.includes("‹U+")) complain("hidden-characters", field);
  return safe;
}

export function safeTitle(text: string, complain: Complain): string {
  const line = safeText(text.slice(0, 2 * mostTitleLength), "title", complain)
    .replace(/\s+/g, " ")
    .trim();
  if (text.length <= 2 * mostTitleLength && line.length <= mostTitleLength) return line;
  complain("cut", "title");
  return `${line.slice(0, mostTitleLength).toWellFormed()}…`;
}

export function safeExcerpt(text: string, complain: Complain): string {
  const safe = safeText(text.slice(0, 20_000), "excerpt", complain).trim();
  const { kept, isCut } = cutText(safe, mostExcerptBytes);
  if (isCut || text.length > 20_000) complain("cut", "excerpt");
  return isCut ? `${kept}…` : kept;
}

/** At a paragraph, or at a space, so that at most `most` bytes of UTF-8 are left. */
export function cutText(text: string, most: number): { readonly kept: string; readonly isCut: boolean } {
  if (text.length * 3 <= most) return { kept: text, isCut: false };
  let bytes = 0;
  let at = 0;
  for (const character of text) {
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    if (bytes > most) break;
    at += character.length;
  }
  if (at >= text.length) return { kept: text, isCut: false };
  const kept = text.slice(0, at);
  const paragraph = kept.lastIndexOf("\n\n");
  const space = kept.lastIndexOf(" ");
  const end = paragraph > at / 2 ? paragraph : space > at / 2 ? space : at;
  return { kept: kept.slice(0, end).trimEnd(), isCut: true };
}

/** Each part in a page of its own. `before`: bytes of what stands above the first. */
export function inParts(text: string, before: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest !== "") {
    const most = parts.length === 0 ? Math.max(1_000, mostFirstBytes - before) : mostPartBytes;
    // No more than fits is looked at: a text may have megabytes.
    const { kept, isCut } = cutText(rest.slice(0, most + 1), most);
    const end = isCut ? Math.max(1, kept.length) : rest.length;
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trimStart();
  }
  return parts.filter((part) => part !== "");
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** The tag as BCP 47 writes it; `und` for none and for what is no tag. */
export function safeLanguage(lang: string, complain: Complain): string {
  const known = knownTag(lang);
  if (known === null || known === "und") complain("no-language", known === null ? "tag" : "lang");
  return known ?? "und";
}

function knownTag(lang: string): string | null {
  if (lang.length === 0 || lang.length > 35) return null;
  try {
    return new Intl.Locale(lang).baseName;
  } catch {
    return null;
  }
}

export function safeTexts(
  texts: readonly LibraryText[],
  field: string,
  complain: Complain,
): readonly LibraryText[] {
  return texts.map((each) => safeLibraryText(each, field, complain));
}

export function safeLibraryText(each: LibraryText, field: string, complain: Complain): LibraryText {
  const { kept } = cutText(safeText(each.text, field, complain), mostNoteBytes);
  return { text: kept, lang: knownTag(each.lang) ?? "und" };
}
