// What Human Rights Council resolution 58/23 is reported to promise, in short words of our own (catalogue:
// `commitment.<id>.label`, `.text`), and apart from that what was weakened, lost, left out or asked for.
// The ids are ours. They are not paragraph numbers: nobody here has seen the official text.
import type { SourceKey } from "./sources.ts";

export const instrumentSymbol = "A/HRC/RES/58/23";
const provision = "P-58-23";

export type Standing =
  | "adopted"
  /** In the text, but in general words, or with details that we could not see. */
  | "adopted-general"
  /** Described without being named. */
  | "indirect"
  | "weakened"
  | "lost"
  | "absent"
  | "asked-for";

/** Code of `duties`: what the addressee is to do; the assignment is ours. */
export type Duty = "respect" | "protect" | "fulfil" | "follow-up";
/** Code of `strengths`. */
export type Strength = "binding" | "political" | "recommendation" | "none";

/** What somebody has promised, or is asked, in a text: in our own words, which stand in the catalogues. */
export interface PromiseRow {
  readonly id: string;
  /** The text that it stands in, or is missing from: id of a provision. */
  readonly provision: string;
  /** Code of `themes`. */
  readonly theme: string;
  /** Code of `addressees`. */
  readonly addressee: string;
  readonly duty: Duty;
  readonly strength: Strength;
  readonly standing: Standing;
  readonly sources: readonly SourceKey[];
  /** Whether somebody compared our words with the official text. */
  readonly checked: boolean;
}

export interface CommitmentRow extends PromiseRow {
  readonly group: "in-text" | "not-adopted";
  /** Reported as the first time: in any resolution of the UN, or in this series on defenders. */
  readonly first?: "any-resolution" | "this-series";
  /** Where sources word it differently: catalogue `commitment.<id>.wording.<name>`. */
  readonly wordings?: readonly Wording[];
}

export interface Wording {
  readonly name: "technology" | "actor";
  readonly sources: readonly SourceKey[];
  /** The one that our text follows. */
  readonly followed: boolean;
}

interface RowFacts {
  readonly theme: string;
  readonly addressee: string;
  readonly duty: Duty;
  readonly standing: Standing;
  readonly sources: readonly SourceKey[];
  readonly first?: "any-resolution" | "this-series";
  readonly wordings?: readonly Wording[];
}

function inText(id: string, facts: RowFacts): CommitmentRow {
  return { id, group: "in-text", provision, strength: "political", checked: false, ...facts };
}

function notAdopted(id: string, facts: Omit<RowFacts, "addressee">): CommitmentRow {
  return {
    id,
    group: "not-adopted",
    provision,
    strength: "none",
    checked: false,
    addressee: "states",
    ...facts,
  };
}

export const commitments: readonly CommitmentRow[] = [
  inText("C-BIO-1", {
    theme: "biometrics",
    duty: "protect",
    addressee: "states",
    standing: "adopted",
    first: "any-resolution",
    sources: ["article19-resolution", "ishr-adoption", "law-society-ireland"],
  }),
  inText("C-BIO-2", {
    theme: "biometrics",
    duty: "respect",
    addressee: "states",
    standing: "adopted",
    sources: ["article19-resolution"],
  }),
  inText("C-SHUT-1", {
    theme: "shutdowns",
    duty: "respect",
    addressee: "states",
    standing: "adopted",
    sources: ["article19-resolution", "article19-session"],
  }),
  inText("C-SHUT-2", {
    theme: "shutdowns",
    duty: "respect",
    addressee: "states",
    standing: "adopted",
    first: "any-resolution",
    sources: ["article19-resolution", "article19-session"],
  }),
  inText("C-CON-1", {
    theme: "connectivity",
    duty: "fulfil",
    addressee: "states",
    standing: "adopted",
    sources: ["article19-resolution"],
  }),
  inText("C-CON-2", {
    theme: "connectivity",
    duty: "fulfil",
    addressee: "states",
    standing: "adopted",
    sources: ["article19-resolution"],
  }),
  inText("C-CON-3", {
    theme: "connectivity",
    duty: "fulfil",
    addressee: "states",
    standing: "adopted",
    sources: ["article19-resolution"],
  }),
  inText("C-SPY-1", {
    theme: "spyware",
    duty: "respect",
    addressee: "states",
    standing: "adopted",
    sources: ["ishr-takeaways", "article19-resolution"],
    wordings: [
      { name: "technology", sources: ["article19-resolution", "ishr-takeaways"], followed: true },
      { name: "actor", sources: ["ishr-adoption"], followed: false },
    ],
  }),
  inText("C-SPY-2", {
    theme: "remedy",
    duty: "fulfil",
    addressee: "states",
    standing: "adopted",
    sources: ["article19-resolution"],
  }),
  inText("C-SLAPP-1", {
    theme: "slapp",
    duty: "protect",
    addressee: "states",
    standing: "adopted-general",
    sources: ["article19-resolution"],
  }),
  inText("C-TNR-1", {
    theme: "transnational",
    duty: "respect",
    addressee: "states",
    standing: "indirect",
    sources: ["ishr-takeaways", "article19-resolution"],
  }),
  inText("C-D25-1", {
    theme: "framework",
    duty: "follow-up",
    addressee: "council",
    standing: "adopted",
    first: "this-series",
    sources: ["ishr-adoption", "hrd-blog"],
  }),
  inText("C-CO-1", {
    theme: "companies",
    duty: "respect",
    addressee: "companies",
    standing: "adopted-general",
    sources: ["article19-resolution"],
  }),
  inText("C-OHCHR-1", {
    theme: "follow-up",
    duty: "follow-up",
    addressee: "ohchr",
    standing: "adopted",
    sources: ["ishr-adoption", "article19-resolution"],
  }),
  inText("C-OHCHR-2", {
    theme: "follow-up",
    duty: "follow-up",
    addressee: "ohchr",
    standing: "adopted",
    sources: ["ishr-adoption", "article19-resolution"],
  }),
  inText("C-GEN-1", {
    theme: "general",
    duty: "protect",
    addressee: "states",
    standing: "adopted-general",
    sources: ["ishr-adoption"],
  }),
];

const letter: readonly SourceKey[] = ["ishr-letter"];

/** Nobody's commitments: kept so that nobody takes them for adopted, and so that the next text can be asked for them. */
export const notAdoptedRows: readonly CommitmentRow[] = [
  notAdopted("N-SLAPP-1", {
    theme: "slapp",
    duty: "protect",
    standing: "weakened",
    sources: ["article19-resolution"],
  }),
  notAdopted("N-SLAPP-2", {
    theme: "slapp",
    duty: "protect",
    standing: "asked-for",
    sources: ["article19-resolution"],
  }),
  notAdopted("N-SLAPP-3", {
    theme: "slapp",
    duty: "protect",
    standing: "asked-for",
    sources: ["article19-resolution"],
  }),
  notAdopted("N-SLAPP-4", {
    theme: "slapp",
    duty: "protect",
    standing: "asked-for",
    sources: ["article19-resolution"],
  }),
  notAdopted("N-TNR-1", {
    theme: "transnational",
    duty: "respect",
    standing: "lost",
    sources: ["article19-resolution", "ishr-takeaways"],
  }),
  notAdopted("N-CHILD-1", {
    theme: "children",
    duty: "protect",
    standing: "absent",
    sources: ["ishr-adoption"],
  }),
  notAdopted("N-CHILD-2", {
    theme: "children",
    duty: "protect",
    standing: "absent",
    sources: ["ishr-adoption"],
  }),
  notAdopted("N-CHILD-3", {
    theme: "children",
    duty: "protect",
    standing: "absent",
    sources: ["ishr-adoption"],
  }),
  notAdopted("N-SPY-1", {
    theme: "spyware",
    duty: "respect",
    standing: "asked-for",
    sources: ["article19-resolution"],
  }),
  notAdopted("N-SPY-2", {
    theme: "companies",
    duty: "protect",
    standing: "asked-for",
    sources: ["article19-resolution"],
  }),
  notAdopted("N-BIO-1", {
    theme: "biometrics",
    duty: "protect",
    standing: "asked-for",
    sources: ["article19-resolution"],
  }),
  notAdopted("N-ASK-1", { theme: "general", duty: "protect", standing: "asked-for", sources: letter }),
  notAdopted("N-ASK-2", { theme: "general", duty: "follow-up", standing: "asked-for", sources: letter }),
  notAdopted("N-ASK-3", { theme: "encryption", duty: "respect", standing: "asked-for", sources: letter }),
  notAdopted("N-ASK-4", { theme: "encryption", duty: "fulfil", standing: "asked-for", sources: letter }),
  notAdopted("N-LET-1", { theme: "harassment", duty: "protect", standing: "asked-for", sources: letter }),
  notAdopted("N-LET-2", { theme: "media", duty: "protect", standing: "asked-for", sources: letter }),
  notAdopted("N-LET-3", { theme: "spyware", duty: "protect", standing: "asked-for", sources: letter }),
  notAdopted("N-LET-4", { theme: "surveillance", duty: "respect", standing: "asked-for", sources: letter }),
  notAdopted("N-LET-5", { theme: "content", duty: "respect", standing: "asked-for", sources: letter }),
  notAdopted("N-LET-6", { theme: "slapp", duty: "protect", standing: "asked-for", sources: letter }),
];
