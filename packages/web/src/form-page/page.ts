// What the page works on: the form, the language that it is shown in, and what was typed so far. All of it lies in memory.
import type { Translator } from "@tocsin/language";
import { saidIn, type Consent, type Form, type Place, type Texts } from "@tocsin/voices";
import { element } from "../page-parts/elements.ts";

export interface Page {
  readonly form: Form;
  /** SHA-256 of what is asked. */
  readonly digest: string;
  language: string;
  words: Translator;
  writtenIn: string;
  /** By `keyOf`: what stands in a field, or which codes are chosen. */
  readonly typed: Map<string, string | readonly string[]>;
  /** How often each repeat stands there. */
  readonly times: Map<string, number>;
  consent: TypedConsent;
  /** By `keyOf`: what holds for one answer instead. */
  readonly own: Map<string, TypedConsent>;
  /** By part of `Contributor`. */
  readonly who: Map<string, string>;
  /** 32 hexadecimal digits of this form, however often it is saved. */
  answer: string;
  edition: number;
  isSaved: boolean;
  /** By repeat: draws one more that is empty, for paper; false takes it away. */
  readonly papers: Map<string, (isPrinted: boolean) => void>;
  /** Called whenever something changed that can open or close questions. */
  changed: () => void;
}

/** The day as it stands in its field. */
export type TypedConsent = Omit<Consent, "until"> & { readonly until: string };

/** Names of fields and of what is kept: a question, and of a repeat which time. */
export function keyOf({ question, item }: Place): string {
  return item === null ? question : `${question}.${item}`;
}

export function placesOf({ form, times }: Page): readonly Place[] {
  return form.questionnaire.questions.flatMap((asked): readonly Place[] => {
    if (asked.type !== "repeat") return [{ question: asked.id, item: null }];
    const count = times.get(asked.id) ?? 0;
    return Array.from({ length: count }, (_, item) =>
      asked.questions.map(({ id }) => ({ question: id, item })),
    ).flat();
  });
}

/** A text of the questionnaire, marked with the language that it is in. */
export function said(page: Page, texts: Texts): HTMLElement {
  const { languages } = page.form.questionnaire;
  const { text, lang, isFallback } = saidIn(texts, page.language, languages[0] ?? "en");
  return isFallback ? element("span", { lang, dir: "auto" }, text) : element("span", {}, text);
}

export function plainly(page: Page, texts: Texts): string {
  return saidIn(texts, page.language, page.form.questionnaire.languages[0] ?? "en").text;
}
