// Rules that fail, one at a time: a view that does not give back what a rule goes by, and a table whose rules are changed.
import type { Audience } from "@tocsin/cases";
import type { Json, RecordId } from "@tocsin/core";
import type { NameFinder } from "@tocsin/publish";
import { kindOf, type Field, type RecordState, valuesOf } from "@tocsin/records";
import { allOf } from "../all-of.ts";
import { exportNames } from "../export-names.ts";
import { tableRules, type TableForm, type TableRules, writeTable } from "../export-table.ts";
import type { Workspace } from "../workspace.ts";
import { type Piece, tablePieces } from "./everything.fake.ts";

export type Change = (values: Readonly<Record<string, Json>>) => Readonly<Record<string, Json | undefined>>;

/**
 * Records of a kind as if they held something else, `undefined` for nothing; none is found by what it holds. The log stays
 * as it is.
 */
export function misreading(workspace: Workspace, kind: string, change: Change): Workspace {
  const { view } = workspace;
  const misread = (state: RecordState): RecordState => {
    if (state.kind !== kind) return state;
    const fields = { ...state.fields };
    for (const [name, value] of Object.entries(change(valuesOf(state))))
      if (value === undefined) delete fields[name];
      else fields[name] = { heads: [{ value, stamp: state.updated }] };
    return { ...state, fields };
  };
  return {
    ...workspace,
    view: {
      ...view,
      read: async (id) => {
        const state = await view.read(id);
        return state && misread(state);
      },
      readMany: async (ids) => (await view.readMany(ids)).map(misread),
      list: async (options) =>
        options.kind === kind && options.where !== undefined ? { rows: [], next: null } : view.list(options),
      linked: async (id, from) => (await view.linked(id, from)).map(misread),
      glance: async (ids) => (await view.glance(ids)).map(misread),
    },
  };
}

/** Fields of a kind as if their definitions said something else. */
export function redefining(workspace: Workspace, kind: string, change: (field: Field) => Field): Workspace {
  const { fields, ...rest } = kindOf(workspace.registry, kind);
  const changed = Object.entries(fields).map(([name, field]) => [name, change(field)] as const);
  const kinds = new Map(workspace.registry.kinds).set(kind, { ...rest, fields: Object.fromEntries(changed) });
  return { ...workspace, registry: { ...workspace.registry, kinds } };
}

export interface Careless extends TableForm {
  readonly kind: string;
  readonly audience: Audience;
  /** What is changed of the rules that hold. */
  readonly rules: (rules: TableRules, ids: readonly RecordId[]) => Partial<TableRules>;
}

export async function carelessTable(
  workspace: Workspace,
  { kind: name, audience, rules, format, isWhole = false }: Careless,
): Promise<readonly Piece[]> {
  const kind = kindOf(workspace.registry, name);
  const states = await allOf(workspace.view, name);
  const { registry } = workspace;
  const held = tableRules(registry, kind, {
    audience,
    names: await exportNames(workspace, audience),
    now: workspace.context.now(),
  });
  const changed = rules(
    held,
    states.map(({ id }) => id),
  );
  const { bytes } = writeTable(kind, states, { ...held, ...changed, format, isWhole });
  const way = `table ${name}.${isWhole ? "whole." : ""}${format}`;
  return tablePieces(way, bytes).map((piece) => ({ ...piece, audience }));
}

export const blindFinder: NameFinder = {
  has: () => false,
  found: () => [],
  strike: (text) => ({ text, count: 0 }),
};
