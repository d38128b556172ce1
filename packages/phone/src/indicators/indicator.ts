// An indicator of compromise as the index takes it, whatever it was published as.
import type { MatchedIndicator } from "@tocsin/core";

export const indicatorKinds = [
  "domain",
  "ip",
  "url",
  "process",
  "email",
  "file-path",
  "file-name",
  "file-hash",
  "app",
  "app-certificate",
  "profile",
  "android-property",
] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** `wild` values hold `*` for any run of characters and `?` for any one. */
export interface IndicatorTerm {
  readonly kind: IndicatorKind;
  readonly value: string;
  readonly wild: boolean;
}

export interface Indicator {
  readonly term: IndicatorTerm;
  /** Other terms that must hold for the same link, file or process. */
  readonly also: readonly IndicatorTerm[];
  /** One entry for each campaign that the indicator belongs to. */
  readonly matched: readonly MatchedIndicator[];
}

export interface IndicatorRefusal {
  /** File or address of the set. */
  readonly source: string;
  /** `objects[12]`. */
  readonly place: string;
  readonly pattern: string;
  /** `syntax`, `operator`, `negation`, `composite`, `unknown-property`, `too-broad`, ...: ends a catalogue key. */
  readonly reason: string;
  readonly position: number;
}

export interface Indicators {
  readonly indicators: readonly Indicator[];
  /** Patterns that were loaded: one pattern may give several indicators. */
  readonly patterns: number;
  readonly refused: readonly IndicatorRefusal[];
}
