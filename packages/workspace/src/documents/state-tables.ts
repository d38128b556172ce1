// What is recorded of a State: by commitment, small numbers hidden, and its measures.
import type { RecordId } from "@tocsin/core";
import type { FilledCell, FilledTable } from "@tocsin/publish";
import { kindOf, released, valuesOf, type RecordState, type ReleaseRules } from "@tocsin/records";
import { allOf } from "../all-of.ts";
import { builtInKey } from "../built-in-words.ts";
import { labelOf } from "../label-of.ts";
import { planMatrix, type LeavingNumber, type MatrixPlan } from "../matrix/plan-matrix.ts";
import type { Workspace } from "../workspace.ts";
import type { Draft } from "./draft.ts";
import { cellsOf } from "./record-rows.ts";

export interface StateTables {
  readonly tables: readonly FilledTable[];
  readonly matrix: MatrixPlan;
  readonly records: readonly RecordId[];
}

export async function stateTables(
  workspace: Workspace,
  draft: Draft & { readonly country: string },
  rules: ReleaseRules,
): Promise<StateTables> {
  const { view, registry } = workspace;
  const matrix = await planMatrix(workspace, { row: draft.country, audience: draft.audience });
  const commitments = new Map(
    (await view.readMany([...new Set(matrix.numbers.map(({ commitment }) => commitment))])).map((state) => [
      state.id,
      labelOf(registry, state),
    ]),
  );
  const measures = (await allOf(view, "measure", {})).filter(
    (state) => valuesOf(state)["country"] === draft.country,
  );
  return {
    matrix,
    records: [...matrix.numbers.flatMap(({ records }) => records), ...measures.map(({ id }) => id)],
    tables: [
      {
        name: "state-commitments",
        columns: ["commitment", "counted", "status", "count"],
        rows: matrix.numbers.map((number) => numberRow(number, commitments)),
      },
      {
        name: "state-measures",
        columns: ["measure", "sort", "day", "authority"],
        rows: measures.map((state) => measureRow(workspace, state, rules)),
      },
    ],
  };
}

function numberRow(number: LeavingNumber, labels: ReadonlyMap<RecordId, string>): readonly FilledCell[] {
  const { reference, commitment, counted, status, count } = number;
  const label = labels.get(commitment) ?? null;
  const key = builtInKey(reference, "label", label);
  return [
    key === null
      ? { kind: "text", text: { text: label ?? reference ?? "", language: "und" } }
      : { kind: "key", key },
    { kind: "key", key: `documents.counted.${counted}` },
    status === "" ? null : { kind: "term", key: `verification.${status}.label`, code: status },
    count ?? { kind: "key", key: "documents.cell.hidden" },
  ];
}

function measureRow({ registry }: Workspace, state: RecordState, rules: ReleaseRules): readonly FilledCell[] {
  const kind = kindOf(registry, state.kind);
  const { values } = released(kind, state, rules);
  return ["title", "measureKind", "when", "authority"].map((name) => {
    const field = kind.fields[name];
    const cell = field === undefined ? undefined : cellsOf(field, values[name])[0];
    return cell ?? { kind: "key", key: "documents.cell.not-known" };
  });
}
