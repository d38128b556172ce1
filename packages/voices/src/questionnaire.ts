// A questionnaire: one file with all of its languages (docs/formats/questionnaire.md). Of a question everybody can read why
// it is asked.

export const questionnaireFormat = "tocsin-questionnaire";

/** What answering is for: a consultation, the report of an attack, the name of an organisation under a text. */
export const purposes = ["consultation", "attack-report", "sign-on"] as const;
export type Purpose = (typeof purposes)[number];

/** One text in several languages: BCP 47 to words. That of the original is always there. */
export type Texts = Readonly<Record<string, string>>;

export interface Questionnaire {
  readonly id: string;
  /** Raised whenever the meaning changes. */
  readonly version: number;
  readonly purpose: Purpose;
  /** BCP 47; the original first. */
  readonly languages: readonly string[];
  /** Languages in which a machine put it and nobody has read it against the original. */
  readonly unreviewed: readonly string[];
  readonly title: Texts;
  /** What it is about, who asks, and what becomes of answers. */
  readonly about: Texts;
  /** `YYYY-MM-DD`: until when answers are kept at the longest, where whoever asks says so. */
  readonly keepUntil?: string;
  readonly questions: readonly (Question | Repeat)[];
}

export const questionTypes = ["text", "long", "one", "several", "number", "date"] as const;
export type QuestionType = (typeof questionTypes)[number];

interface Asked {
  /** Of its own in the whole questionnaire. */
  readonly id: string;
  readonly text: Texts;
  /** Why it is asked. */
  readonly why: Texts;
  readonly help?: Texts;
  readonly when?: Condition;
}

export interface Question extends Asked {
  readonly type: QuestionType;
  readonly required: boolean;
  /** Of `one` and `several`; empty elsewhere. */
  readonly options: readonly Option[];
}

/** The same questions for each of several things, such as each attack. */
export interface Repeat extends Asked {
  readonly type: "repeat";
  /** How often at the most. */
  readonly most: number;
  readonly questions: readonly Question[];
}

export interface Option {
  readonly code: string;
  readonly text: Texts;
}

/** True or false of any answers; of a question without an answer, or that is not asked, only `not` can hold. */
export type Condition =
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly question: string; readonly atLeast: number }
  | { readonly question: string; readonly atMost: number }
  | { readonly question: string; readonly answered: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export function isRepeat(asked: Question | Repeat): asked is Repeat {
  return asked.type === "repeat";
}

export interface PlacedQuestion {
  readonly question: Question;
  /** The repeat that it stands in. */
  readonly repeat: Repeat | null;
}

/** Every question, in their order; a repeat itself is none. */
export function questionsOf({ questions }: Pick<Questionnaire, "questions">): readonly PlacedQuestion[] {
  return questions.flatMap((asked): readonly PlacedQuestion[] =>
    isRepeat(asked)
      ? asked.questions.map((question) => ({ question, repeat: asked }))
      : [{ question: asked, repeat: null }],
  );
}
