// Rounds of reporting in which what was promised comes up again, as steps (catalogue: `cycle.<id>.<step>.label`, `.rule`).
// Days are set by others and published by them: none is known to the program, but that the Council has taken up a text on
// defenders every three years.
import type { SourceKey } from "./sources.ts";

export type CycleId = "upr" | "treaty-body" | "next-resolution" | "ohchr-follow-up";

export interface CycleStep {
  readonly id: string;
  /** EDTF, where a source lets one expect it. Nobody has confirmed it. */
  readonly due?: string;
  /** The step whose day a person is asked for when the round begins. */
  readonly isAnchor?: true;
  readonly sources: readonly SourceKey[];
}

export interface Cycle {
  readonly id: CycleId;
  /** It is a State's: each State has its own round. */
  readonly isOfState: boolean;
  readonly steps: readonly CycleStep[];
}

export const cycles: readonly Cycle[] = [
  {
    id: "upr",
    isOfState: true,
    steps: [
      { id: "submission", isAnchor: true, sources: ["upr-guidelines"] },
      { id: "session", sources: ["upr-guidelines"] },
      { id: "answers", sources: ["upr-guidelines"] },
      { id: "mid-term", sources: ["upr-info"] },
    ],
  },
  {
    id: "treaty-body",
    isOfState: true,
    steps: [
      { id: "issues", sources: ["ccpr-centre"] },
      { id: "report", isAnchor: true, sources: ["ccpr-centre"] },
      { id: "session", sources: ["ccpr-centre"] },
      { id: "follow-up", sources: ["ccpr-centre"] },
    ],
  },
  {
    id: "next-resolution",
    isOfState: false,
    steps: [
      { id: "draft", sources: ["article19-opening"] },
      { id: "letter", sources: ["ishr-letter"] },
      { id: "session", due: "2028?", isAnchor: true, sources: ["article19-resolution", "article19-opening"] },
    ],
  },
  {
    id: "ohchr-follow-up",
    isOfState: false,
    steps: [
      { id: "workshops", sources: ["ishr-adoption", "ishr-takeaways"] },
      { id: "call", sources: ["cade"] },
      { id: "report", isAnchor: true, sources: ["ishr-adoption", "ishr-takeaways"] },
    ],
  },
];
