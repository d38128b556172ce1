// What a commitment is rated by: a sign of something, or a safeguard (catalogue: `criterion.<id>.text`). The questions of
// instruments name the criteria that they ask about.
import type { SourceKey } from "./sources.ts";

export interface CriterionRow {
  readonly id: string;
  /** "sign": speaks for an abuse where it is there. The others as indicators of human rights are told apart. */
  readonly part: "sign" | "structure" | "process" | "outcome";
  /** Ids of commitments. */
  readonly commitments: readonly string[];
  readonly sources: readonly SourceKey[];
  /** Whether a source that we read says so; otherwise it was handed down to us, and is to be checked before it is relied on. */
  readonly confirmed: boolean;
  /** Whether somebody compared our words with the official text. */
  readonly checked: boolean;
}

type Shared = Omit<CriterionRow, "id" | "checked" | "confirmed">;

/** `count` criteria, numbered from one, of which the first `confirmed` were read in a source. */
function numbered(
  name: string,
  count: number,
  shared: Shared & { readonly confirmed: number },
): readonly CriterionRow[] {
  const { confirmed, ...rest } = shared;
  return Array.from({ length: count }, (_, at) => ({
    ...rest,
    id: `${name}-${at + 1}`,
    confirmed: at < confirmed,
    checked: false,
  }));
}

export const criteria: readonly CriterionRow[] = [
  ...numbered("COE-SIGN", 10, {
    part: "sign",
    commitments: ["COE-SLAPP-1"],
    sources: ["media-rights-agenda", "stgm-recommendation"],
    confirmed: 2,
  }),
  ...numbered("EU-SIGN", 4, {
    part: "sign",
    commitments: ["EU-SLAPP-1"],
    sources: ["eu-directive"],
    confirmed: 0,
  }),
  ...numbered("LIMIT", 6, {
    part: "structure",
    commitments: ["C-BIO-2", "C-SPY-1", "C-SHUT-2"],
    sources: ["limits"],
    confirmed: 6,
  }),
  ...numbered("BARRIER", 5, {
    part: "structure",
    commitments: ["C-CON-3"],
    sources: ["community-networks", "internet-society"],
    confirmed: 5,
  }),
  ...numbered("PILLAR", 4, {
    part: "process",
    commitments: ["PM-1"],
    sources: ["pall-mall", "pall-mall-comments"],
    confirmed: 4,
  }),
  {
    id: "SPY-TECHNOLOGY",
    part: "outcome",
    commitments: ["C-SPY-1"],
    sources: ["article19-resolution", "ishr-takeaways"],
    confirmed: true,
    checked: false,
  },
  {
    id: "SPY-ACTOR",
    part: "process",
    commitments: ["C-SPY-1"],
    sources: ["ishr-adoption"],
    confirmed: true,
    checked: false,
  },
];
