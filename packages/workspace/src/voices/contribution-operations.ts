// The records that one answer file becomes: the contribution, each answer with its consent, and, where somebody said until
// when it may be kept, a retention that says so when the day has come.
import type { RecordId } from "@tocsin/core";
import {
  contributionAnswerKind,
  contributionKind,
  create,
  retentionKind,
  type CodeCheck,
  type ContributionAnswer,
  type LanguageText,
  type Operation,
  type Retention,
} from "@tocsin/records";
import {
  contributorParts,
  questionsOf,
  type Answer,
  type AnswerFile,
  type Questionnaire,
} from "@tocsin/voices";

export interface ContributionOptions {
  readonly record: RecordId;
  readonly questionnaire: RecordId;
  readonly asked: Questionnaire;
  /** The sealed file, as evidence. */
  readonly original: RecordId;
  readonly sha256: string;
  readonly saying: string;
  readonly alike: RecordId | null;
  readonly earlier: RecordId | null;
  readonly lacking: number;
  readonly received: string;
  readonly newId: () => RecordId;
  readonly isCode: CodeCheck;
}

const act = "questionnaire.import";

export function contributionOperations(file: AnswerFile, options: ContributionOptions): readonly Operation[] {
  const { newId, isCode, record } = options;
  return [
    contributionOf(file, options),
    ...answerRecords(file, options).map((each) =>
      create(contributionAnswerKind, { ...each, contribution: record }, { record: newId(), act, isCode }),
    ),
    ...retentionOf(file, { of: options.original, reference: referenceOf(options.sha256) }).map((each) =>
      create(retentionKind, each, { record: newId(), act, isCode }),
    ),
  ];
}

function contributionOf(file: AnswerFile, options: ContributionOptions): Operation {
  const { record, questionnaire, original, sha256, saying, alike, earlier, lacking, received, isCode } =
    options;
  return create(
    contributionKind,
    {
      reference: referenceOf(sha256),
      questionnaire,
      original,
      sha256,
      saying,
      received,
      lacking,
      answered: file.day,
      readIn: file.language,
      writtenIn: file.writtenIn,
      form: file.answer,
      edition: file.edition,
      ...(alike === null ? {} : { alike }),
      ...(earlier === null ? {} : { earlier }),
      carrier: "form",
      ...contributorValues(file),
    },
    { record, act, isCode },
  );
}

/** Who they are, as far as they said it. */
export function contributorValues(file: AnswerFile): Readonly<Record<string, LanguageText>> {
  const who = contributorParts.flatMap((part): readonly (readonly [string, LanguageText])[] => {
    const text = file.contributor[part];
    return text === undefined ? [] : [[part, { text, lang: file.writtenIn }]];
  });
  return Object.fromEntries(who);
}

type OfAnswers = Pick<ContributionOptions, "asked" | "questionnaire">;

/** What each answer holds beside the contribution that it came with. */
export function answerRecords(
  file: AnswerFile,
  of: OfAnswers,
): readonly (Omit<ContributionAnswer, "contribution"> & { readonly question: string })[] {
  return file.answers.map((answer) => answerValues(file, answer, of));
}

/** Names nobody, and can be read out: `3F2A-90B1`. */
function referenceOf(sha256: string): string {
  return `${sha256.slice(0, 4)}-${sha256.slice(4, 8)}`.toUpperCase();
}

function answerValues(
  { writtenIn }: AnswerFile,
  { question, item, value, consent }: Answer,
  { asked, questionnaire }: OfAnswers,
): Omit<ContributionAnswer, "contribution"> & { readonly question: string } {
  return {
    question,
    questionnaire,
    ...(item === null ? {} : { time: item + 1 }),
    ...valueFields(typeOf(asked, question), value, writtenIn),
    attribution: consent.attribution,
    mayQuote: consent.quote,
    reuse: consent.reuse,
    ...(consent.until === null ? {} : { until: consent.until }),
  };
}

function typeOf(asked: Questionnaire, id: string): string {
  return questionsOf(asked).find(({ question }) => question.id === id)?.question.type ?? "long";
}

function valueFields(type: string, value: Answer["value"], lang: string): Partial<ContributionAnswer> {
  if (typeof value === "number") return { number: value };
  if (typeof value !== "string") return { chosen: value };
  if (type === "one") return { chosen: [value] };
  return type === "date" ? { day: value } : { words: { text: value, lang } };
}

/** By the earliest day that somebody named: the file holds every answer, so that it goes with the first. */
export function retentionOf(
  { answers }: AnswerFile,
  { of, reference }: { readonly of: RecordId; readonly reference: string },
): readonly Retention[] {
  const days = answers.flatMap(({ consent }) => consent.until ?? []).toSorted();
  const [until] = days;
  if (until === undefined) return [];
  const reason = { text: reference, lang: "zxx" };
  return [{ reason, ground: "consent", of, until, afterwards: "review" }];
}
