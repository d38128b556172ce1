// What may be done with answers: once for all of them, and for one by itself where somebody chooses so.
import { attributions, contributorParts, reuses, type Attribution } from "@tocsin/voices";
import { element } from "../page-parts/elements.ts";
import type { Page, TypedConsent } from "./page.ts";

export function consentForAll(page: Page): HTMLElement {
  const { t } = page.words;
  return element(
    "section",
    { "aria-labelledby": "consent" },
    element("h2", { id: "consent" }, t("form.page.consent.title")),
    element("p", {}, t("form.page.consent.about")),
    ...consentFields(page, "all", {
      read: () => page.consent,
      write: (consent) => {
        page.consent = consent;
      },
    }),
  );
}

/** Closed until somebody wants something else for this answer. */
export function ownConsent(page: Page, key: string): HTMLElement {
  const { t } = page.words;
  const id = `own:${key}`;
  const box = element("input", { id, type: "checkbox", autocomplete: "off" });
  const fields = element("div", {});
  const draw = (): void => {
    const own = page.own.get(key);
    fields.replaceChildren(
      ...(own === undefined
        ? []
        : consentFields(page, key, {
            read: () => page.own.get(key) ?? own,
            write: (consent) => void page.own.set(key, consent),
          })),
    );
  };
  box.checked = page.own.has(key);
  box.addEventListener("change", () => {
    if (box.checked) page.own.set(key, page.consent);
    else page.own.delete(key);
    draw();
    page.changed();
  });
  draw();
  const holds = element("label", { for: id }, t("form.page.consent.own.holds"));
  const details = element(
    "details",
    { class: "own" },
    element("summary", {}, t("form.page.consent.own")),
    element("div", { class: "choice" }, box, holds),
    fields,
  );
  details.open = page.own.has(key);
  return details;
}

interface Kept {
  readonly read: () => TypedConsent;
  readonly write: (consent: TypedConsent) => void;
}

function consentFields(page: Page, key: string, { read, write }: Kept): readonly HTMLElement[] {
  const { t } = page.words;
  const change = (part: Partial<TypedConsent>): void => {
    write({ ...read(), ...part });
    page.changed();
  };
  const choice = <Word extends string>(
    name: "attribution" | "reuse",
    words: readonly Word[],
    chosen: Word,
  ): HTMLElement => {
    const id = `${name}:${key}`;
    const select = element("select", { id, autocomplete: "off" });
    for (const word of words) {
      const option = element("option", { value: word }, t(`form.page.consent.${name}.${word}`));
      option.selected = word === chosen;
      select.append(option);
    }
    select.addEventListener("change", () => change({ [name]: select.value }));
    const onPaper = words.map((word) => element("li", {}, `☐ ${t(`form.page.consent.${name}.${word}`)}`));
    return element(
      "div",
      { class: "choosing" },
      element("label", { for: id }, t(`form.page.consent.${name}`)),
      select,
      element("ul", { class: "on-paper" }, ...onPaper),
    );
  };
  const quote = element("input", { id: `quote:${key}`, type: "checkbox", autocomplete: "off" });
  quote.checked = read().quote;
  quote.addEventListener("change", () => change({ quote: quote.checked }));
  return [
    choice("attribution", attributions, read().attribution),
    element(
      "div",
      { class: "choice" },
      quote,
      element("label", { for: `quote:${key}` }, t("form.page.consent.quote")),
    ),
    choice("reuse", reuses, read().reuse),
    untilField(page, key, { value: read().until, write: (until) => change({ until }) }),
  ];
}

function untilField(
  page: Page,
  key: string,
  { value, write }: { readonly value: string; readonly write: (until: string) => void },
): HTMLElement {
  const { t } = page.words;
  const id = `until:${key}`;
  const field = element("input", {
    id,
    type: "text",
    dir: "ltr",
    autocomplete: "off",
    "aria-describedby": `help:${id} problem:${id}`,
  });
  field.value = value;
  field.addEventListener("input", () => write(field.value));
  return element(
    "div",
    {},
    element("label", { for: id }, t("form.page.consent.until")),
    element("p", { class: "help", id: `help:${id}` }, t("form.page.consent.until.help")),
    element("p", { class: "fails", id: `problem:${id}` }),
    field,
  );
}

/** Which parts of who somebody is their consents need: nothing that is not needed is asked or kept. */
export function partsNeeded(page: Page): ReadonlySet<string> {
  const wanted = new Set<Attribution>(
    [page.consent, ...page.own.values()].map(({ attribution }) => attribution),
  );
  return new Set([
    "contact",
    ...(wanted.has("name") ? ["name"] : []),
    ...(wanted.has("organisation") ? ["organisation"] : []),
    ...(wanted.has("role-region") ? ["role", "region"] : []),
  ]);
}

export function aboutYou(page: Page): HTMLElement {
  const { t } = page.words;
  return element(
    "section",
    { "aria-labelledby": "who" },
    element("h2", { id: "who" }, t("form.page.who.title")),
    element("p", {}, t("form.page.who.about")),
    ...contributorParts.map((part) => {
      const id = `who:${part}`;
      const field = element("input", {
        id,
        type: "text",
        dir: "auto",
        autocomplete: "off",
        spellcheck: "false",
      });
      field.value = page.who.get(part) ?? "";
      field.addEventListener("input", () => {
        page.who.set(part, field.value);
        page.changed();
      });
      const label = element("label", { for: id }, t(`form.page.who.${part}`));
      return element("div", { id: `part:${part}` }, label, field);
    }),
  );
}
