// The model of the screen "The resolution": what was won, what was won for the first time, weakened, lost, asked for,
// and what is not known. Plain data with catalogue keys; each row says where it is known from.
import {
  commitments,
  instrumentSymbol,
  notAdoptedRows,
  type CommitmentRow,
  type Standing,
} from "./commitments.ts";
import { facts, type Fact } from "./facts.ts";
import { resolutionSources, type Source, type SourceKey } from "./sources.ts";

export const resolutionSectionNames = [
  "won-first",
  "won",
  "weakened",
  "lost",
  "asked-for",
  "unknown",
] as const;
export type ResolutionSectionName = (typeof resolutionSectionNames)[number];

export interface ResolutionPage {
  readonly symbol: string;
  /** Identity card: what is reported or unconfirmed. */
  readonly facts: readonly FactEntry[];
  readonly sections: readonly ResolutionSection[];
}

/** Heading and introduction: `resolution.section.<name>`, `resolution.section.<name>.intro`. */
export interface ResolutionSection {
  readonly name: ResolutionSectionName;
  readonly label: string;
  readonly intro: string;
  readonly rows: readonly ResolutionRow[];
}

export interface CitedSource extends Source {
  readonly key: SourceKey;
}

/** A commitment, something that is none, or (in `unknown`) a fact that is not known. */
export interface ResolutionRow {
  readonly id: string;
  /** Catalogue keys. */
  readonly label: string;
  readonly text: string;
  readonly theme: string | null;
  readonly addressee: string | null;
  readonly standing: Standing | "unknown";
  readonly first: CommitmentRow["first"] | null;
  readonly sources: readonly CitedSource[];
  readonly checked: boolean;
  readonly wordings: readonly WordingEntry[];
}

export interface WordingEntry {
  /** Catalogue key. */
  readonly text: string;
  readonly followed: boolean;
  readonly sources: readonly CitedSource[];
}

export interface FactEntry {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly standing: Fact["standing"];
  readonly sources: readonly CitedSource[];
  readonly checked: boolean;
}

export function resolutionPage(): ResolutionPage {
  return {
    symbol: instrumentSymbol,
    facts: facts.filter(({ standing }) => standing !== "unknown").map(factEntry),
    sections: resolutionSectionNames.map((name) => ({
      name,
      label: `resolution.section.${name}`,
      intro: `resolution.section.${name}.intro`,
      rows: rowsOfSection(name),
    })),
  };
}

function rowsOfSection(name: ResolutionSectionName): readonly ResolutionRow[] {
  if (name === "unknown") return facts.filter(({ standing }) => standing === "unknown").map(unknownRow);
  return [...commitments, ...notAdoptedRows].filter((row) => sectionOf(row) === name).map(commitmentRow);
}

/** What is absent stands with what was lost: for a reader both are things that the text does not give. */
function sectionOf({ standing, first }: CommitmentRow): ResolutionSectionName {
  switch (standing) {
    case "adopted":
    case "adopted-general":
    case "indirect":
      return first === undefined ? "won" : "won-first";
    case "weakened":
      return "weakened";
    case "lost":
    case "absent":
      return "lost";
    case "asked-for":
      return "asked-for";
    default:
      return standing satisfies never;
  }
}

function commitmentRow(row: CommitmentRow): ResolutionRow {
  return {
    id: row.id,
    label: `commitment.${row.id}.label`,
    text: `commitment.${row.id}.text`,
    theme: row.theme,
    addressee: row.addressee,
    standing: row.standing,
    first: row.first ?? null,
    sources: row.sources.map(citedSource),
    checked: row.checked,
    wordings: (row.wordings ?? []).map(({ name, followed, sources }) => ({
      text: `commitment.${row.id}.wording.${name}`,
      followed,
      sources: sources.map(citedSource),
    })),
  };
}

function unknownRow(fact: Fact): ResolutionRow {
  const { id, label, text, sources, checked } = factEntry(fact);
  return {
    id,
    label,
    text,
    theme: null,
    addressee: null,
    standing: "unknown",
    first: null,
    sources,
    checked,
    wordings: [],
  };
}

function factEntry({ id, standing, sources, checked }: Fact): FactEntry {
  return {
    id,
    label: `fact.${id}.label`,
    text: `fact.${id}.text`,
    standing,
    sources: sources.map(citedSource),
    checked,
  };
}

function citedSource(key: SourceKey): CitedSource {
  return { key, ...resolutionSources[key] };
}
