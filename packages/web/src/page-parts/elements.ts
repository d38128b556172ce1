// Elements made from plain values. Texts become text, never markup: what a bundle says cannot become part of the page.

export type Child = Node | string | null;

export interface Attributes {
  readonly class?: string;
  readonly dir?: string;
  readonly lang?: string;
  readonly id?: string;
  readonly role?: string;
  readonly for?: string;
  readonly type?: string;
  readonly value?: string;
  readonly tabindex?: string;
  readonly max?: string;
  readonly name?: string;
  readonly rows?: string;
  readonly href?: string;
  readonly hidden?: string;
  readonly inputmode?: string;
  readonly autocomplete?: string;
  readonly spellcheck?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: string;
  readonly "aria-live"?: string;
  readonly "aria-labelledby"?: string;
  readonly "aria-label"?: string;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Identifiers and hashes: written as they are, left to right. */
export function verbatim(text: string): HTMLElement {
  return element("code", { dir: "ltr" }, text);
}

export function facts(list: readonly (readonly [string, Child])[]): HTMLElement {
  const rows = list.map(([name, value]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, value)),
  );
  return element("dl", {}, ...rows);
}

export function itemList(items: readonly Child[]): HTMLElement {
  return element("ul", {}, ...items.map((item) => element("li", {}, item)));
}
