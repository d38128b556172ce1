import {
  kindOf,
  integer,
  query,
  string,
  data,
  textOfValue,
  elementsOf,
  valuesOf,
  viewOf,
  RecordsError,
  type RecordRow,
} from "@tocsin/records";
import { isJsonObject, type Json } from "@tocsin/core";
import type { Kind, RecordState } from "@tocsin/records";
import { marksOf, type Marked } from "../marks.ts";

export interface ListRow extends RecordRow, Marked {
  /** Text of the columns of the kind's view; codes as codes. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
}

export interface ListPage {
  readonly rows: readonly ListRow[];
  readonly next: string | null;
}

const pageSize = 50;
const maximumPage = 200;

/** One page of a kind, newest first. `where` is a list of {field, value}; all must hold. */
export const recordList = query(
  "record.list",
  { kind: string({ required: true }), where: data(), after: string(), limit: integer() },
  async (view, { kind, where, after, limit }, { registry }): Promise<ListPage> => {
    const known = kindOf(registry, kind);
    const page = await view.list({
      kind,
      where: filtersOf(known, where),
      limit: Math.max(1, Math.min(limit ?? pageSize, maximumPage)),
      ...(after === undefined ? {} : { after }),
    });
    const rows = await Promise.all(
      page.rows.map(async (row) => {
        const state = await view.read(row.id);
        const marks = state === undefined ? {} : marksOf(registry, known, state);
        return { ...row, ...marks, cells: cellsOf(known, state) };
      }),
    );
    return { rows, next: page.next };
  },
);

/** A filter that cannot be read must not pass for none. */
function filtersOf(kind: Kind, where: Json | undefined): readonly { field: string; value: string }[] {
  if (where === undefined) return [];
  if (!Array.isArray(where)) throw badFilter("expected a list");
  return where.map((each: Json) => {
    const { field, value } = isJsonObject(each) ? each : {};
    if (typeof field !== "string" || typeof value !== "string")
      throw badFilter("expected a field and a value");
    if (!Object.hasOwn(kind.fields, field)) throw badFilter("the kind has no such field");
    return { field, value };
  });
}

function badFilter(state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot filter list: ${state}`);
}

function cellsOf(kind: Kind, state: RecordState | undefined): Readonly<Record<string, readonly string[]>> {
  if (!state) return {};
  const values = valuesOf(state);
  return Object.fromEntries(
    viewOf(kind).columns.map((name) => {
      const field = kind.fields[name];
      return [name, field ? elementsOf(values[name]).map((value) => textOfValue(field, value)) : []];
    }),
  );
}
