// A questionnaire as an XLSForm workbook, for programs that collect with such forms and for people who write in a spreadsheet.
// What such a form has no place for stands in columns of ours, which other programs pass over (docs/formats/xlsform.md).
import { encodeWorkbook, type WorkbookCell } from "@tocsin/formats";
import { nameInSentence } from "@tocsin/language";
import { isRepeat, type Question, type Questionnaire, type Repeat, type Texts } from "@tocsin/voices";
import { conditionToRelevant } from "./relevant.ts";

const aboutName = "tocsin_about";

/** The same questionnaire gives the same bytes. */
export function encodeXlsForm(questionnaire: Questionnaire): Uint8Array {
  return encodeWorkbook([
    { name: "survey", rows: surveyRows(questionnaire) },
    { name: "choices", rows: choiceRows(questionnaire) },
    { name: "settings", rows: settingRows(questionnaire) },
  ]);
}

/** `English (en)`, as headings name a language. */
function headingOf(language: string): string {
  return `${nameInSentence(language, "en").replaceAll(/[()]/g, " ").trim()} (${language})`;
}

const headings = (name: string, languages: readonly string[]): readonly string[] =>
  languages.map((language) => `${name}::${headingOf(language)}`);

type Cells = readonly WorkbookCell[];

const said = (texts: Texts | undefined, languages: readonly string[]): Cells =>
  languages.map((language) => texts?.[language] ?? null);

function surveyRows({ languages, about, questions }: Questionnaire): readonly Cells[] {
  const head = [
    "type",
    "name",
    ...headings("label", languages),
    ...headings("hint", languages),
    ...headings("guidance_hint", languages),
    "required",
    "relevant",
    "appearance",
    "tocsin_most",
  ];
  const nothing = languages.map(() => null);
  const aboutRow = [
    "note",
    aboutName,
    ...said(about, languages),
    ...nothing,
    ...nothing,
    null,
    null,
    null,
    null,
  ];
  return [head, aboutRow, ...questions.flatMap((asked) => askedRows(asked, languages))];
}

function askedRows(asked: Question | Repeat, languages: readonly string[]): readonly Cells[] {
  if (!isRepeat(asked)) return [questionRow(asked, languages)];
  return [
    [...alike("begin_repeat", asked, languages), null, relevantOf(asked), null, asked.most],
    ...asked.questions.map((each) => questionRow(each, languages)),
    ["end_repeat"],
  ];
}

function alike(
  type: string,
  { id, text, why, help }: Question | Repeat,
  languages: readonly string[],
): Cells {
  return [type, id, ...said(text, languages), ...said(why, languages), ...said(help, languages)];
}

function relevantOf({ when }: Question | Repeat): string | null {
  return when === undefined ? null : conditionToRelevant(when);
}

function questionRow(question: Question, languages: readonly string[]): Cells {
  const { type, required } = question;
  const appearance = type === "long" ? "multiline" : null;
  return [
    ...alike(typeOf(question), question, languages),
    required ? "yes" : null,
    relevantOf(question),
    appearance,
  ];
}

/** Each question has a list of its own choices, by its name. */
function typeOf({ id, type }: Question): string {
  switch (type) {
    case "one":
      return `select_one ${id}`;
    case "several":
      return `select_multiple ${id}`;
    case "number":
      return "integer";
    case "date":
      return "date";
    case "text":
    case "long":
      return "text";
  }
}

function choiceRows({ languages, questions }: Questionnaire): readonly Cells[] {
  const all = questions.flatMap((asked) => (isRepeat(asked) ? asked.questions : [asked]));
  return [
    ["list_name", "name", ...headings("label", languages)],
    ...all.flatMap(({ id, options }) =>
      options.map(({ code, text }) => [id, code, ...said(text, languages)]),
    ),
  ];
}

function settingRows(questionnaire: Questionnaire): readonly Cells[] {
  const { id, version, purpose, languages, unreviewed, title, keepUntil } = questionnaire;
  const [original = "en", ...others] = languages;
  return [
    [
      "form_title",
      "form_id",
      "version",
      "default_language",
      "tocsin_purpose",
      "tocsin_languages",
      "tocsin_unreviewed",
      "tocsin_keep_until",
      ...headings("tocsin_title", others),
    ],
    [
      title[original] ?? "",
      id,
      version,
      headingOf(original),
      purpose,
      languages.join(" "),
      unreviewed.join(" "),
      keepUntil ?? null,
      ...said(title, others),
    ],
  ];
}
