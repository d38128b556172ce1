// Pages of records by key, so that the hundredth costs what the first does.
import type { ListOptions, Page } from "@tocsin/records";
import { unknownMark } from "./table-rows.ts";
import { recordColumns, recordRowOf } from "./record-row.ts";
import type { SqlDatabase, SqlValue } from "./sql.ts";

const defaultLimit = 50;

type Filter = NonNullable<ListOptions["where"]>[number];

interface Query {
  readonly from: string;
  readonly conditions: readonly string[];
  readonly values: readonly SqlValue[];
  /** Table whose `sort` and key the page follows. */
  readonly order: readonly [sort: string, key: string];
}

export async function listPage(database: SqlDatabase, options: ListOptions): Promise<Page> {
  const { order = "newest", limit = defaultLimit, after } = options;
  const {
    from,
    conditions,
    values,
    order: [sort, key],
  } = await queryOf(database, options);
  const [direction, beyond] = order === "newest" ? ["DESC", "<"] : ["ASC", ">"];
  const last = parseKey(after);
  const all = [...conditions, ...(last ? [`(${sort}, ${key}) ${beyond} (?, ?)`] : [])];
  const found = await database.all(
    `SELECT ${recordColumns}, record.n FROM ${from} WHERE ${all.join(" AND ")}
     ORDER BY ${sort} ${direction}, ${key} ${direction} LIMIT ?`,
    [...values, ...(last ?? []), limit + 1],
  );
  const shown = found.slice(0, limit);
  const end = shown.at(-1);
  return { rows: shown.map(recordRowOf), next: found.length > limit && end ? `${end[4]}:${end[7]}` : null };
}

/** Without a filter along the records, with filters along the cells of the rarest one. */
async function queryOf(database: SqlDatabase, { kind, where = [] }: ListOptions): Promise<Query> {
  const [first, ...others] = await rarestFirst(database, kind, where);
  if (first === undefined)
    return {
      from: "record",
      conditions:
        kind === undefined ? [`substr(record.kind, 1, 1) <> '${unknownMark}'`] : ["record.kind = ?"],
      values: kind === undefined ? [] : [kind],
      order: ["record.sort", "record.n"],
    };
  const also = `EXISTS (SELECT 1 FROM cell AS other WHERE other.field = ? AND other.text = ? AND other.kind = cell.kind
    AND other.sort = cell.sort AND other.record = cell.record)`;
  return {
    from: "cell JOIN record ON record.n = cell.record",
    conditions: [
      "cell.field = ? AND cell.text = ?",
      ...(kind === undefined ? [] : ["cell.kind = ?"]),
      ...others.map(() => also),
    ],
    values: [
      first.field,
      first.value,
      ...(kind === undefined ? [] : [kind]),
      ...others.flatMap(({ field, value }) => [field, value]),
    ],
    order: ["cell.sort", "cell.record"],
  };
}

/** Counting stops where it no longer matters. */
const countedCells = 2000;

async function rarestFirst(
  database: SqlDatabase,
  kind: string | undefined,
  where: readonly Filter[],
): Promise<readonly Filter[]> {
  if (where.length < 2) return where;
  const counted: { readonly filter: Filter; readonly count: number }[] = [];
  for (const filter of where) {
    const [row] = await database.all(
      `SELECT count(*) FROM (SELECT 1 FROM cell WHERE field = ? AND text = ?${kind === undefined ? "" : " AND kind = ?"}
       LIMIT ${countedCells})`,
      [filter.field, filter.value, ...(kind === undefined ? [] : [kind])],
    );
    counted.push({ filter, count: Number(row?.[0] ?? 0) });
  }
  return counted.toSorted((a, b) => a.count - b.count).map(({ filter }) => filter);
}

function parseKey(after: string | undefined): readonly [number, number] | null {
  const match = /^(-?\d{1,16}):(\d{1,16})$/.exec(after ?? "");
  return match ? [Number(match[1]), Number(match[2])] : null;
}
