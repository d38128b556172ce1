// What can suggest that a proceeding is an abusive lawsuit (SLAPP), and on what grounds: marks for a person to weigh, never a
// verdict. After the indications of Directive (EU) 2024/1069, article 4, and of Recommendation CM/Rec(2024)2 of the Council of
// Europe. Marks that were held against no text of theirs say so.
import type { RecordId } from "@tocsin/core";

export type SlappMarkName =
  | "recorded"
  | "for-work"
  | "power"
  | "several"
  | "threats"
  | "money"
  | "abroad"
  | "usual-charges"
  | "dismissed"
  | "dropped";

/** Whose words a mark follows; `own` is what people here wrote down themselves. */
export type SlappSource = "own" | "directive" | "recommendation" | "case-report";

export interface SlappMark {
  readonly mark: SlappMarkName;
  /** What it is seen in. */
  readonly records: readonly RecordId[];
  /** Codes that it is seen in, of the vocabulary that belongs to the mark. */
  readonly codes: readonly string[];
  readonly source: SlappSource;
  /** Held against the text of the source. */
  readonly checked: boolean;
}

export interface SlappIncident {
  readonly id: RecordId;
  readonly acts: readonly string[];
  /** Code of `defenceLinks`. */
  readonly defence: string | null;
}

/** Somebody who brings the proceeding, or stands behind it. */
export interface SlappClaimant {
  readonly id: RecordId;
  /** Code of `organisationKinds`, of an organisation. */
  readonly organisationKind: string | null;
  /** Code of `ranks`, of their part in the proceeding. */
  readonly rank: string | null;
  /** Other proceedings in which they are on that side. */
  readonly proceedings: readonly RecordId[];
  /** Incidents in which they are accused. */
  readonly incidents: readonly SlappIncident[];
}

/** Somebody against whom it is brought. */
export interface SlappTarget {
  readonly id: RecordId;
  /** Codes of countries where they live, as far as somebody wrote them down. */
  readonly countries: readonly string[];
}

export interface SlappFacts {
  readonly charges: readonly string[];
  readonly hasSum: boolean;
  readonly country: string | null;
  /** Code of `outcomes`. */
  readonly outcome: string | null;
  /** That belong to the proceeding. */
  readonly incidents: readonly SlappIncident[];
  readonly claimants: readonly SlappClaimant[];
  readonly targets: readonly SlappTarget[];
}

const powerful: ReadonlySet<string> = new Set(["company", "state-body", "party", "armed-group"]);
const highRanks: ReadonlySet<string> = new Set(["senior-official", "head", "company-leader"]);
const dismissals: ReadonlySet<string> = new Set(["dismissed", "dismissed-early"]);
const forWork: ReadonlySet<string> = new Set(["because-of-work", "while-working"]);

/** What there is, in the order in which a person weighs it; empty where nothing that is written down suggests one. */
export function slappMarks(facts: SlappFacts): readonly SlappMark[] {
  const { incidents, claimants } = facts;
  const own = { source: "own", checked: true, codes: [] } as const;
  const all: readonly SlappMark[] = [
    {
      ...own,
      mark: "recorded",
      records: idsOf(incidents.filter(({ acts }) => acts.some(isUnder("legal.slapp")))),
    },
    { ...own, mark: "for-work", records: idsOf(incidents.filter(({ defence }) => isIn(forWork, defence))) },
    {
      mark: "power",
      records: idsOf(
        claimants.filter((each) => isIn(powerful, each.organisationKind) || isIn(highRanks, each.rank)),
      ),
      codes: [],
      source: "recommendation",
      checked: true,
    },
    ofClaimants("several", claimants, ({ proceedings }) => proceedings),
    ofClaimants("threats", claimants, (each) => idsOf(each.incidents.filter(isThreat))),
    ...ofTheFile(facts),
  ];
  return all.filter(({ records, codes }) => records.length + codes.length > 0);
}

function ofTheFile({ charges, hasSum, country, outcome, targets }: SlappFacts): readonly SlappMark[] {
  const read = { records: [], source: "directive", checked: false } as const;
  const isElsewhere = ({ countries }: SlappTarget): boolean =>
    country !== null && countries.length > 0 && !countries.includes(country);
  const outcomeIf = (isSo: boolean): readonly string[] => (isSo && outcome !== null ? [outcome] : []);
  return [
    // The code is that of the field: how much is out of proportion a person says.
    { ...read, mark: "money", codes: hasSum ? ["sum"] : [] },
    { ...read, mark: "abroad", records: idsOf(targets.filter(isElsewhere)), codes: [] },
    {
      ...read,
      mark: "usual-charges",
      codes: charges.filter(isUnder("defamation")),
      source: "case-report",
      checked: true,
    },
    {
      ...read,
      mark: "dismissed",
      codes: outcomeIf(isIn(dismissals, outcome)),
      source: "recommendation",
      checked: true,
    },
    { ...read, mark: "dropped", codes: outcomeIf(outcome === "dropped") },
  ];
}

function ofClaimants(
  mark: SlappMarkName,
  claimants: readonly SlappClaimant[],
  recordsOf: (claimant: SlappClaimant) => readonly RecordId[],
): SlappMark {
  const records = [...new Set(claimants.flatMap(recordsOf))];
  return { mark, records, codes: [], source: "directive", checked: false };
}

function isThreat({ acts }: SlappIncident): boolean {
  return acts.some((act) => isUnder("harassment")(act) || act === "legal.slapp.threat");
}

function isUnder(code: string): (act: string) => boolean {
  return (act) => act === code || act.startsWith(`${code}.`);
}

function isIn(codes: ReadonlySet<string>, code: string | null): boolean {
  return code !== null && codes.has(code);
}

function idsOf(each: readonly { readonly id: RecordId }[]): readonly RecordId[] {
  return each.map(({ id }) => id);
}
