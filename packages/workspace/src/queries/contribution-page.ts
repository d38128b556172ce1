// One contribution as it was given: every question that was answered, in its order, with the answer and what it may be used
// for. What was asked is said in a language that the questionnaire has; what was answered stays in its own.
import type { RecordId } from "@tocsin/core";
import { link, query, string, valuesOf, type LanguageText, type View } from "@tocsin/records";
import {
  isRepeat,
  parseQuestionnaire,
  questionsOf,
  saidIn,
  type PlacedQuestion,
  type Purpose,
  type Questionnaire,
  type Texts,
} from "@tocsin/voices";
import { readNewest } from "../pictures/read-newest.ts";
import { translationsIn, type SignedTranslation } from "../voices/translations.ts";
import { stateOf } from "../state-of.ts";
import { codesIn, flagIn, integerIn, linkIn, stringIn, textIn, type Values } from "../values.ts";

const atMost = 1_000;

export interface ContributionLine {
  readonly record: RecordId;
  readonly asked: LanguageText;
  /** Of a question that repeats: what repeats, and which time. */
  readonly repeat: LanguageText | null;
  readonly time: number | null;
  readonly words: LanguageText | null;
  readonly chosen: readonly LanguageText[];
  /** A number, or an EDTF date. */
  readonly number: number | null;
  readonly day: string | null;
  readonly attribution: string;
  readonly mayQuote: boolean;
  readonly reuse: string;
  readonly until: string | null;
  readonly withdrawn: string | null;
  /** What it says in other languages, each with who translated it and who signed it off. */
  readonly translations: readonly SignedTranslation[];
}

export interface ContributionPage {
  readonly questionnaire: RecordId | null;
  readonly title: LanguageText | null;
  /** What answering was for. */
  readonly purpose: Purpose | null;
  readonly lines: readonly ContributionLine[];
}

export const contributionPage = query(
  "contribution.page",
  { contribution: link("contribution", { required: true }), language: string() },
  async (view, { contribution, language = "en" }): Promise<ContributionPage> => {
    const id = linkIn(valuesOf(await stateOf(view, contribution, "contribution"))["questionnaire"]);
    const asked = id === null ? null : await questionnaireIn(view, id);
    const say = sayingIn(asked, language);
    const { states } = await readNewest(view, contribution, {
      kind: "contributionAnswer",
      field: "contribution",
      atMost,
    });
    const lines = states.map((state) => ({ record: state.id, values: valuesOf(state) }));
    const order = asked === null ? [] : questionsOf(asked).map(({ question }) => question.id);
    const placeOf = ({ values }: { readonly values: Values }): number =>
      order.indexOf(stringIn(values["question"]) ?? "");
    const inOrder = lines.toSorted(
      (a, b) =>
        repeatPlace(asked, a.values) - repeatPlace(asked, b.values) ||
        (integerIn(a.values["time"]) ?? 0) - (integerIn(b.values["time"]) ?? 0) ||
        placeOf(a) - placeOf(b),
    );
    return {
      questionnaire: id,
      title: asked === null ? null : say(asked.title),
      purpose: asked?.purpose ?? null,
      lines: inOrder.map(({ record, values }) => lineOf(record, values, { asked, say })),
    };
  },
);

async function questionnaireIn(view: View, id: RecordId): Promise<Questionnaire | null> {
  const state = await view.read(id);
  return state === undefined ? null : parseQuestionnaire(valuesOf(state)["content"]).questionnaire;
}

type Say = (texts: Texts) => LanguageText;

function sayingIn(asked: Questionnaire | null, language: string): Say {
  const original = asked?.languages[0] ?? "en";
  return (texts) => {
    const { text, lang } = saidIn(texts, language, original);
    return { text, lang };
  };
}

function placedIn(asked: Questionnaire | null, values: Values): PlacedQuestion | undefined {
  const id = stringIn(values["question"]);
  return asked === null ? undefined : questionsOf(asked).find(({ question }) => question.id === id);
}

/** Where the question, or the repeat that it stands in, comes in the whole. */
function repeatPlace(asked: Questionnaire | null, values: Values): number {
  const placed = placedIn(asked, values);
  const id = placed?.repeat?.id ?? placed?.question.id;
  return asked?.questions.findIndex((each) => each.id === id) ?? 0;
}

function lineOf(
  record: RecordId,
  values: Values,
  { asked, say }: { readonly asked: Questionnaire | null; readonly say: Say },
): ContributionLine {
  const placed = placedIn(asked, values);
  const name = { text: stringIn(values["question"]) ?? "", lang: "zxx" };
  const optionOf = (code: string): LanguageText => {
    const option = placed?.question.options.find((each) => each.code === code);
    return option === undefined ? { text: code, lang: "zxx" } : say(option.text);
  };
  const order = placed?.question.options.map(({ code }) => code) ?? [];
  const inOrder = (codes: readonly string[]): readonly string[] =>
    codes.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const repeat = placed?.repeat ?? null;
  return {
    record,
    asked: placed === undefined ? name : say(placed.question.text),
    repeat: repeat !== null && isRepeat(repeat) ? say(repeat.text) : null,
    time: integerIn(values["time"]),
    words: textIn(values["words"]),
    translations: translationsIn(values["wordsIn"]),
    chosen: inOrder(codesIn(values["chosen"])).map(optionOf),
    number: integerIn(values["number"]),
    day: stringIn(values["day"]),
    ...consentIn(values),
  };
}

/** What is not there is not allowed. */
function consentIn(
  values: Values,
): Pick<ContributionLine, "attribution" | "mayQuote" | "reuse" | "until" | "withdrawn"> {
  return {
    attribution: stringIn(values["attribution"]) ?? "none",
    mayQuote: flagIn(values["mayQuote"]) ?? false,
    reuse: stringIn(values["reuse"]) ?? "here",
    until: stringIn(values["until"]),
    withdrawn: stringIn(values["withdrawn"]),
  };
}
