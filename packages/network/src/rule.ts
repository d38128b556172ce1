// The form of a rule: data that a person can read, argue with and translate. Every rule that fires stays in the verdict.
import type { Fact } from "./fact.ts";

export const layers = ["control", "dns", "tcp", "tls", "http", "test"] as const;
export type Layer = (typeof layers)[number];

/** How strongly a rule speaks for each reading, from 0 to 1; a reading that it leaves out is 0. */
export interface RuleWeights {
  readonly blocked?: number;
  readonly impaired?: number;
  readonly down?: number;
  readonly ok?: number;
}

export interface Rule {
  /** Text in the catalogue: `rule.<id>.says`. */
  readonly id: string;
  readonly layer: Layer;
  /** All of these facts hold, ... */
  readonly all: readonly Fact[];
  /** ... at least one of these, where the list is given, ... */
  readonly any?: readonly Fact[];
  /** ... and none of these. */
  readonly none?: readonly Fact[];
  /** Empty for a rule that only says what was seen. */
  readonly weights: RuleWeights;
  /** Node of the taxonomy (`dns.nxdomain`), for a rule that speaks of interference. */
  readonly mechanism?: string;
  /** Rules whose weights no longer count once this one fired. They stay in the verdict. */
  readonly overrules?: readonly string[];
  /** Where the rule comes from. */
  readonly source: string;
  /** Whether a measurement with a known answer, not only an invented one, has shown the rule at work. */
  readonly isChecked: boolean;
}
