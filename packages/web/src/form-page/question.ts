// One question as a person meets it: what is asked, why, a field for the answer, and what may be done with it.
import type { Place, Question } from "@tocsin/voices";
import { element, type Child } from "../page-parts/elements.ts";
import { ownConsent } from "./consent.ts";
import { keyOf, plainly, said, type Page } from "./page.ts";

export interface AskedAt extends Place {
  readonly of: Question;
}

export function questionOf(page: Page, asked: AskedAt): HTMLElement {
  const { of: question } = asked;
  const key = keyOf(asked);
  const isChoice = question.options.length > 0;
  const heading: readonly Child[] = [
    said(page, question.text),
    question.required
      ? element("span", { class: "required" }, ` ${page.words.t("form.page.required")}`)
      : null,
  ];
  const shared = [onlyIf(page, question), reason(page, asked), helpOf(page, asked), problemOf(key)];
  const body = isChoice
    ? element(
        "fieldset",
        { "aria-describedby": describedBy(key) },
        element("legend", {}, ...heading),
        ...shared,
        ...choices(page, asked),
      )
    : element("div", {}, element("label", { for: `a:${key}` }, ...heading), ...shared, fieldOf(page, asked));
  return element("section", { class: "question", id: `q:${key}` }, body, ownConsent(page, key));
}

function describedBy(key: string): string {
  return `why:${key} help:${key} problem:${key}`;
}

function reason(page: Page, { of: { why }, ...place }: AskedAt): HTMLElement {
  const label = element("strong", {}, page.words.t("form.page.why"));
  return element("p", { class: "why", id: `why:${keyOf(place)}` }, label, " ", said(page, why));
}

function helpOf(page: Page, { of: { help, type }, ...place }: AskedAt): HTMLElement {
  const form = type === "number" || type === "date" ? page.words.t(`form.page.${type}`) : null;
  const shown = help === undefined ? form : said(page, help);
  return element("p", { class: "help", id: `help:${keyOf(place)}` }, shown);
}

function problemOf(key: string): HTMLElement {
  return element("p", { class: "fails", id: `problem:${key}` });
}

/** For paper, where nothing opens and closes by itself. */
function onlyIf(page: Page, { when }: Question): HTMLElement | null {
  if (when === undefined || !("is" in when)) return null;
  const { questions } = page.form.questionnaire;
  const all = questions.flatMap((each) => (each.type === "repeat" ? each.questions : [each]));
  const named = all.find(({ id }) => id === when.question);
  if (named === undefined) return null;
  const answers = named.options.filter(({ code }) => when.is.includes(code));
  return element(
    "p",
    { class: "on-paper" },
    page.words.t("form.page.only-if", {
      question: plainly(page, named.text),
      answers: answers.map(({ text }) => plainly(page, text)).join(" / "),
    }),
  );
}

const writing = { autocomplete: "off", spellcheck: "false", dir: "auto" } as const;

function fieldOf(page: Page, asked: AskedAt): HTMLElement {
  const { type } = asked.of;
  const key = keyOf(asked);
  const attributes = { id: `a:${key}`, name: key, "aria-describedby": describedBy(key), ...writing };
  const field =
    type === "long"
      ? element("textarea", { ...attributes, rows: "6" })
      : element("input", {
          ...attributes,
          type: "text",
          ...(type === "number" ? { inputmode: "numeric" } : {}),
        });
  const typed = page.typed.get(key);
  field.value = typeof typed === "string" ? typed : "";
  field.addEventListener("input", () => {
    page.typed.set(key, field.value);
    page.changed();
  });
  return field;
}

function choices(page: Page, asked: AskedAt): readonly HTMLElement[] {
  const { type, options, required } = asked.of;
  const key = keyOf(asked);
  const chosen = (): readonly string[] => {
    const typed = page.typed.get(key);
    return typeof typed === "object" ? typed : [];
  };
  const choose = (codes: readonly string[]): void => {
    page.typed.set(key, codes);
    page.changed();
  };
  const line = (code: string, label: Child): HTMLElement => {
    const id = `${key}:${code}`;
    const box = element("input", {
      id,
      name: key,
      type: type === "one" ? "radio" : "checkbox",
      value: code,
      autocomplete: "off",
    });
    box.checked = code === "" ? chosen().length === 0 : chosen().includes(code);
    box.addEventListener("change", () => {
      if (type === "one") choose(code === "" ? [] : [code]);
      else choose(box.checked ? [...chosen(), code] : chosen().filter((each) => each !== code));
    });
    return element("div", { class: "choice" }, box, element("label", { for: id }, label));
  };
  const none = type === "one" && !required ? [line("", page.words.t("form.page.no-answer"))] : [];
  return [...options.map(({ code, text }) => line(code, said(page, text))), ...none];
}
