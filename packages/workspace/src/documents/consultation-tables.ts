// What a report on a consultation holds of it: how it was made, the matrix with its small numbers hidden, and what stands behind
// each sentence.
import type { RecordId } from "@tocsin/core";
import { localeName } from "@tocsin/language";
import type { FilledCell, FilledTable } from "@tocsin/publish";
import type { LanguageText } from "@tocsin/records";
import type { CodedMatrix } from "../voices/coded-matrix.ts";
import { consultationFacts, type ConsultationFacts } from "../voices/consultation-facts.ts";
import { hideParts } from "../voices/hide-small-cells.ts";
import { planCodedMatrix, type CodedMatrixPlan } from "../voices/plan-coded-matrix.ts";
import type { Workspace } from "../workspace.ts";
import type { Draft } from "./draft.ts";
import { traceabilityTable } from "./traceability.ts";

export interface ConsultationTables {
  readonly tables: readonly FilledTable[];
  readonly plan: CodedMatrixPlan;
}

type Row = readonly FilledCell[];

/** More columns of codes than this stand in a table of their own, as a page is only so wide. */
const columnsAtMost = 5;

export async function consultationTables(
  workspace: Workspace,
  draft: Draft & { readonly questionnaire: RecordId },
  release: RecordId | null,
): Promise<ConsultationTables> {
  const { view, context } = workspace;
  const { questionnaire, audience } = draft;
  const plan = await planCodedMatrix(workspace, { questionnaire, audience });
  const facts = await consultationFacts(view, questionnaire);
  const { threshold } = plan;
  return {
    plan,
    tables: [
      methodTable(facts, { threshold, language: draft.language }),
      ...matrixTables(plan),
      partsTable(plan),
      await traceabilityTable(view, draft, { release, threshold, now: context.now() }),
    ],
  };
}

const hidden: FilledCell = { kind: "key", key: "voices.desk.hidden" };

const titled = ({ text, lang }: LanguageText): Extract<FilledCell, { kind: "text" }> => ({
  kind: "text",
  text: { text, language: lang },
});
const said = (name: string): FilledCell => ({ kind: "key", key: `documents.consultation.${name}` });

interface Telling {
  readonly threshold: number;
  /** Of the document. */
  readonly language: string;
}

function methodTable(facts: ConsultationFacts, { threshold, language }: Telling): FilledTable {
  const { title, edition, contributors, carriers, languages, book } = facts;
  const shown = (counts: ConsultationFacts["carriers"]): readonly FilledCell[] =>
    hideParts(
      counts.map(([, count]) => count),
      threshold,
    ).map((count) => count ?? hidden);
  const [byCarrier, byLanguage] = [shown(carriers), shown(languages)];
  const rows: readonly Row[] = [
    [said("questionnaire"), titled(title)],
    ...(edition === null ? [] : [[said("edition"), edition]]),
    [said("contributors"), contributors > 0 && contributors < threshold ? hidden : contributors],
    ...carriers.map(([code], at): Row => [
      { kind: "term", key: `contributionCarriers.${code}.label`, code },
      byCarrier[at] ?? null,
    ]),
    ...languages.map(([code], at): Row => [
      titled({ text: localeName(code, language), lang: language }),
      byLanguage[at] ?? null,
    ]),
    ...(book === null ? [] : bookRows(book)),
    ...(threshold > 1 ? [[said("threshold"), threshold]] : []),
  ];
  return { name: "consultation-method", columns: ["fact", "value"], rows };
}

function bookRows({ edition, agreement }: NonNullable<ConsultationFacts["book"]>): readonly Row[] {
  const { alpha, answers, coders } = agreement;
  const told: FilledCell =
    alpha === null
      ? { kind: "key", key: "documents.consultation.no-alpha", values: { answers } }
      : {
          kind: "key",
          key: "documents.consultation.alpha-of",
          values: { alpha: Math.round(alpha * 100) / 100, answers },
        };
  return [
    [said("codebook"), edition],
    [said("coders"), coders.length],
    [said("alpha"), told],
  ];
}

function matrixTables({ matrix, rowFamily }: CodedMatrixPlan): readonly FilledTable[] {
  const { rows, columns, cells, contributors } = matrix;
  if (rows.length === 0) return [];
  const places = columns.map((_, at) => at);
  const groups = Array.from({ length: Math.max(1, Math.ceil(columns.length / columnsAtMost)) }, (_, at) =>
    places.slice(at * columnsAtMost, (at + 1) * columnsAtMost),
  );
  return groups.map((some) => ({
    name: "coded-matrix",
    columns: [
      { kind: "key", key: `codeFamilies.${rowFamily}.label` },
      ...some.flatMap((at) => (columns[at] === undefined ? [] : [titled(columns[at].title)])),
      "tell-of-it",
    ],
    rows: [
      ...rows.map((row, y): Row => [
        titled(row.title),
        ...some.map((at) => cells[y]?.[at]?.contributors ?? hidden),
        row.contributors ?? hidden,
      ]),
      [said("tell-of-it"), ...some.map((at) => columns[at]?.contributors ?? hidden), contributors ?? hidden],
    ],
  }));
}

/** Of cells whose number is told: whoever does not stand there is 0. */
function partsTable({ matrix, rowFamily, columnFamily }: CodedMatrixPlan): FilledTable {
  const { rows, columns, cells } = matrix;
  return {
    name: "coded-matrix-parts",
    columns: [
      { kind: "key", key: `codeFamilies.${rowFamily}.label` },
      { kind: "key", key: `codeFamilies.${columnFamily}.label` },
      "of-whom",
      "contributors",
    ],
    rows: rows.flatMap((row, y) =>
      columns.flatMap((column, x): readonly Row[] =>
        partsOf(matrix, cells[y]?.[x]).map((part) => [titled(row.title), titled(column.title), ...part]),
      ),
    ),
  };
}

function partsOf(
  { regions, groups }: CodedMatrix,
  cell: CodedMatrix["cells"][number][number] | undefined,
): readonly Row[] {
  if (cell === undefined || cell.contributors === null) return [];
  const byRegion = cell.byRegion.map((count, at): Row => {
    const region = regions[at]?.region ?? null;
    return [region === null ? said("no-region") : titled({ text: region, lang: "und" }), count ?? hidden];
  });
  const byGroup = cell.byGroup.map((count, at): Row => {
    const group = groups[at];
    return [group === undefined ? null : titled(group.title), count ?? hidden];
  });
  return [...byRegion, ...byGroup].filter(([, count]) => count !== 0);
}
