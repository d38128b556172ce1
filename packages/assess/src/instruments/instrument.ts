// An instrument: a form that people rate by, as data. One engine serves all of them; none computes a verdict in law.
import type { SourceKey } from "../sources.ts";

/** Levels are words; a number is made of them only to see how far raters agree. In the order of the words, best first. */
export const ratedLevels = ["met", "partly", "not-met"] as const;
export type RatedLevel = (typeof ratedLevels)[number];
/** Somebody looked and found nothing that allows an answer: never a zero, and no rating. */
export const noInformation = "no-information";
export type Level = RatedLevel | typeof noInformation;
export const levels: readonly Level[] = [...ratedLevels, noInformation];

export function isLevel(value: unknown): value is Level {
  return levels.some((each) => each === value);
}

/** What is rated: a record of a kind, or a State by its country. Codes of `assessedKinds`. */
export const assessedKinds = ["state", "company", "measure", "proceeding"] as const;
export type AssessedKind = (typeof assessedKinds)[number];

/** Safeguards: `met` is what a text asks for. Signs: `met` says that the sign of an abuse is there. Never added up together. */
export const questionScales = ["safeguard", "sign"] as const;
export type QuestionScale = (typeof questionScales)[number];

export interface Instrument {
  readonly id: string;
  /** Raised whenever the meaning changes; answers keep the version that they were given to. */
  readonly version: number;
  /** BCP 47: of all texts but the translations. */
  readonly lang: string;
  readonly title: string;
  readonly about: string;
  readonly subjects: readonly AssessedKind[];
  /** Ids of commitments that it is about. */
  readonly commitments: readonly string[];
  /** Whether somebody outside has looked at it. */
  readonly checked: boolean;
  readonly questions: readonly Question[];
  /** Language to path (`title`, `access.text`, `access.met`) to text. No part of the meaning. */
  readonly translations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Languages whose translation a machine made and nobody has read against the original. No part of the meaning. */
  readonly unreviewed: readonly string[];
}

export interface Question {
  readonly id: string;
  readonly scale: QuestionScale;
  readonly text: string;
  readonly help: string;
  /** What counts as evidence for an answer. */
  readonly evidence: string;
  readonly sources: readonly QuestionSource[];
  /** Ids of criteria. */
  readonly criteria: readonly string[];
  /** What each level means here, in words. */
  readonly levels: Readonly<Record<RatedLevel, string>>;
  /** Asked only if this holds. */
  readonly when?: Condition;
  /** With the answer belongs a deadline, in its time zone: a safeguard that is open until a day. */
  readonly deadline: boolean;
}

/** One of the sources that the program knows, or one that an organisation names. */
export type QuestionSource = SourcePlace & ({ readonly key: SourceKey } | OwnSource);

export interface OwnSource {
  readonly title: string;
  readonly url?: string;
}

interface SourcePlace {
  /** Where in it. */
  readonly place?: string;
  /** Whether a source that was read says so; what an instrument is silent of is not confirmed. */
  readonly confirmed: boolean;
}

export type Condition =
  | { readonly question: string; readonly is: readonly Level[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };
