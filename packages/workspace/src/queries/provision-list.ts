// Texts, the commitments that stand in them or are missing from them, the criteria of each, and the instruments that ask
// about it: plain data with catalogue keys. Needs no vault but for an organisation's own instruments.
import {
  commitments,
  criteria,
  notAdoptedRows,
  provisions,
  resolutionSources,
  standards,
  type Source,
  type StandardRow,
} from "@tocsin/assess";
import { query } from "@tocsin/records";
import { instrumentsOf } from "../assessing/instruments.ts";

export interface ProvisionLine {
  readonly id: string;
  readonly symbol: string;
  readonly dated: string;
  /** Catalogue keys. */
  readonly label: string;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly checked: boolean;
  readonly commitments: readonly PromiseLine[];
}

export interface PromiseLine {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly theme: string;
  readonly addressee: string;
  readonly duty: string;
  readonly strength: string;
  readonly standing: string;
  /** Group of States that it is for; null for all. */
  readonly appliesTo: string | null;
  readonly place: { readonly text: string; readonly confirmed: boolean } | null;
  readonly due: string | null;
  readonly wordings: readonly {
    readonly text: string;
    readonly followed: boolean;
    readonly sources: readonly Source[];
  }[];
  readonly sources: readonly Source[];
  readonly checked: boolean;
  readonly criteria: readonly CriterionLine[];
  /** `id@version` of the newest that are offered. */
  readonly instruments: readonly string[];
}

export interface CriterionLine {
  readonly id: string;
  readonly text: string;
  readonly part: string;
  readonly confirmed: boolean;
  readonly checked: boolean;
  readonly sources: readonly Source[];
}

type Row = StandardRow & Pick<(typeof commitments)[number], "wordings">;

export const provisionList = query("provision.list", {}, async (view): Promise<readonly ProvisionLine[]> => {
  const { found } = await instrumentsOf(view);
  const asking = (id: string): readonly string[] =>
    found
      .filter(({ instrument, retired }) => !retired && instrument.commitments.includes(id))
      .map(({ instrument }) => `${instrument.id}@${instrument.version}`);
  const rows: readonly Row[] = [...commitments, ...notAdoptedRows, ...standards];
  return provisions.map(({ id, symbol, dated, sources, checked }) => ({
    id,
    symbol,
    dated,
    checked,
    label: `provision.${id}.label`,
    text: `provision.${id}.text`,
    sources: sources.map((key) => resolutionSources[key]),
    commitments: rows
      .filter(({ provision }) => provision === id)
      .map((row) => promiseLine(row, asking(row.id))),
  }));
});

function promiseLine(row: Row, instruments: readonly string[]): PromiseLine {
  const { id, theme, addressee, duty, strength, standing, checked } = row;
  return {
    id,
    theme,
    addressee,
    duty,
    strength,
    standing,
    checked,
    instruments,
    label: `commitment.${id}.label`,
    text: `commitment.${id}.text`,
    appliesTo: row.appliesTo ?? null,
    place: row.place ?? null,
    due: row.due ?? null,
    wordings: (row.wordings ?? []).map(({ name, followed, sources }) => ({
      text: `commitment.${id}.wording.${name}`,
      followed,
      sources: sources.map((key) => resolutionSources[key]),
    })),
    sources: row.sources.map((key) => resolutionSources[key]),
    criteria: criteria
      .filter((each) => each.commitments.includes(id))
      .map((each) => ({
        id: each.id,
        text: `criterion.${each.id}.text`,
        part: each.part,
        confirmed: each.confirmed,
        checked: each.checked,
        sources: each.sources.map((key) => resolutionSources[key]),
      })),
  };
}
