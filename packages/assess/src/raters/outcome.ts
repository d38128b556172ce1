// What comes of an assessment, question by question: what raters agree on, what was settled between them, what is open.
// Never a verdict in law, and never one word for the whole.
import { applyingOf } from "../instruments/conditions.ts";
import { noInformation, ratedLevels, type Instrument, type Level } from "../instruments/instrument.ts";
import { agreementOf, type Agreement } from "./agreement.ts";
import { areAllClosed, levelsOf, type Sheet } from "./sheets.ts";

export interface Settlement {
  readonly level: Level;
  /** A rater goes on to see it otherwise, and said why. */
  readonly hasDissent: boolean;
}

export interface Outcome {
  readonly question: string;
  /**
   * "agreed": all raters chose this level. "settled": they differed, and reconciled. "lone": one rater alone. "differs": not
   * settled yet. "not-asked": no rater was led to it. "open": a sheet is not closed yet.
   */
  readonly how: "agreed" | "settled" | "lone" | "differs" | "not-asked" | "open";
  /** Null where there is none. */
  readonly level: Level | null;
  readonly hasDissent: boolean;
  /** By sheet, in their order; null where a rater was not led to the question. Empty while a sheet is open. */
  readonly ratings: readonly (Level | null)[];
}

export type Settlements = ReadonlyMap<string, Settlement>;

export function outcomesOf(
  instrument: Instrument,
  sheets: readonly Sheet[],
  settlements: Settlements,
): readonly Outcome[] {
  if (!areAllClosed(sheets))
    return instrument.questions.map(({ id }) => ({
      question: id,
      how: "open",
      level: null,
      hasDissent: false,
      ratings: [],
    }));
  const asked = sheets.map(({ answers }) => applyingOf(instrument, levelsOf(answers)));
  return instrument.questions.map(({ id }) => {
    const ratings = sheets.map(({ answers }, at) =>
      asked[at]?.get(id) === "yes" ? (answers.get(id)?.level ?? null) : null,
    );
    return { question: id, ratings, ...settled(ratings, settlements.get(id)) };
  });
}

function settled(
  ratings: readonly (Level | null)[],
  settlement: Settlement | undefined,
): Pick<Outcome, "how" | "level" | "hasDissent"> {
  const [first = null] = ratings;
  const isSame = ratings.every((each) => each === first);
  if (isSame && first === null) return { how: "not-asked", level: null, hasDissent: false };
  if (isSame) return { how: ratings.length > 1 ? "agreed" : "lone", level: first, hasDissent: false };
  if (settlement === undefined) return { how: "differs", level: null, hasDissent: false };
  return { how: "settled", level: settlement.level, hasDissent: settlement.hasDissent };
}

export interface RatersAgreement {
  /** By rank, of what both rated; "no information" is no rating. */
  readonly ordinal: Agreement;
  /** By word, "no information" among the words. */
  readonly nominal: Agreement;
}

/** How far raters agreed before they talked: of their own ratings, not of what was settled. */
export function ratersAgreement(outcomes: readonly Outcome[]): RatersAgreement {
  const raters = Math.max(0, ...outcomes.map(({ ratings }) => ratings.length));
  const rows = (code: (level: Level) => number | null): (number | null)[][] =>
    Array.from({ length: raters }, (_, at) =>
      outcomes.map(({ ratings }) => {
        const level = ratings[at] ?? null;
        return level === null ? null : code(level);
      }),
    );
  return {
    ordinal: agreementOf(rows(rankOf), "ordinal"),
    nominal: agreementOf(
      rows((level) => rankOf(level) ?? ratedLevels.length),
      "nominal",
    ),
  };
}

/** 0 for the lowest; "no information" has no rank. */
export function rankOf(level: Level): number | null {
  return level === noInformation ? null : ratedLevels.length - 1 - ratedLevels.indexOf(level);
}

export const finishObstacles = ["no-sheet", "not-closed", "one-rater", "differences", "reply-open"] as const;
export type FinishObstacle = (typeof finishObstacles)[number];

export interface Finishing {
  readonly sheets: readonly Sheet[];
  readonly outcomes: readonly Outcome[];
  /** Somebody said why one rater is enough. */
  readonly hasLoneReason: boolean;
  /** Somebody was invited to reply whose time is not over and who has not replied. */
  readonly isReplyOpen: boolean;
}

/** Why an assessment cannot be made final yet. */
export function finishObstaclesOf({
  sheets,
  outcomes,
  hasLoneReason,
  isReplyOpen,
}: Finishing): readonly FinishObstacle[] {
  if (sheets.length === 0) return ["no-sheet"];
  return [
    ...(areAllClosed(sheets) ? [] : (["not-closed"] as const)),
    ...(sheets.length > 1 || hasLoneReason ? [] : (["one-rater"] as const)),
    ...(outcomes.some(({ how }) => how === "differs") ? (["differences"] as const) : []),
    ...(isReplyOpen ? (["reply-open"] as const) : []),
  ];
}
