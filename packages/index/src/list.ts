// Pages of records by key, so that the hundredth costs what the first does.
import { localMark, type ListOptions, type Page } from "@tocsin/records";
import { unknownMark } from "./table-rows.ts";
import type { Projection } from "./projection.ts";
import { recordColumns, recordRowOf } from "./record-row.ts";
import { matchOfWords } from "./search.ts";
import type { SqlDatabase, SqlRow, SqlValue } from "./sql.ts";

const defaultLimit = 50;
/** Of records: neither of a kind that nobody knows, nor taken back. */
const isShown = `substr(record.kind, 1, 1) <> '${unknownMark}'`;

type Filter = NonNullable<ListOptions["where"]>[number];

/** Where a walk goes along: the names of its columns. */
interface Walk {
  readonly from: string;
  readonly kind: string;
  readonly sort: string;
  readonly key: string;
}

const alongRecords: Walk = { from: "record", kind: "record.kind", sort: "record.sort", key: "record.n" };
const alongCells: Walk = {
  from: "cell JOIN record ON record.n = cell.record",
  kind: "cell.kind",
  sort: "cell.sort",
  key: "cell.record",
};

interface Condition {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

interface Query {
  readonly walk: Walk;
  readonly conditions: readonly Condition[];
}

/** What is asked for, made ready: the rarest filter first, words as the full text takes them. */
interface Asked {
  readonly options: ListOptions;
  readonly where: readonly Filter[];
  readonly match: string | null;
}

export async function listPage(projection: Projection, options: ListOptions): Promise<Page> {
  const { database } = projection;
  const { kind, where = [], words, by, countTo, writtenAfter } = options;
  if (writtenAfter !== undefined) return writtenLast(database, writtenAfter, options);
  const match = words === undefined ? null : await matchOfWords(projection, words, kind);
  if (words !== undefined && match === null)
    return { rows: [], next: null, ...(countTo === undefined ? {} : { total: 0 }) };
  const asked: Asked = { options, match, where: await rarestFirst(database, kind, where) };
  const page =
    by === undefined || kind === undefined
      ? await pageByDate(database, asked)
      : await pageByField(database, asked, { kind, by });
  return countTo === undefined ? page : { ...page, total: await countOf(database, asked, countTo) };
}

async function writtenLast(
  database: SqlDatabase,
  after: number,
  { kinds, limit = defaultLimit }: ListOptions,
): Promise<Page> {
  const ofKinds = kinds === undefined ? "" : `AND record.kind IN (${kinds.map(() => "?").join(", ")})`;
  const rows = await database.all(
    `SELECT ${recordColumns} FROM record WHERE record.updated > ? AND ${isShown} ${ofKinds}
     ORDER BY record.updated DESC, record.n DESC LIMIT ?`,
    [after, ...(kinds ?? []), limit],
  );
  return { rows: rows.map(recordRowOf), next: null };
}

async function pageByDate(database: SqlDatabase, asked: Asked): Promise<Page> {
  const { after, limit = defaultLimit } = asked.options;
  const query = queryOf(asked);
  const { walk } = query;
  const found = await rowsOf(database, query, {
    asked,
    order: [walk.sort, walk.key],
    last: parseKey(after),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  return { rows: shown.map(recordRowOf), next: found.length > limit ? keyOf(shown) : null };
}

interface ByField {
  readonly kind: string;
  readonly by: string;
}

/** First along the cells of the field, then along the records that have none. */
async function pageByField(database: SqlDatabase, asked: Asked, { kind, by }: ByField): Promise<Page> {
  const { after, limit = defaultLimit } = asked.options;
  const own = [kind, by];
  const isBehind = after?.startsWith("~") === true;
  const having = isBehind
    ? []
    : await rowsOf(database, queryAlong(alongCells, asked, [fieldCondition(by)]), {
        asked,
        order: ["cell.text", "cell.sort", "cell.record"],
        last: parseFieldKey(after),
        limit: limit + 1,
        more: ", cell.text",
      });
  const room = limit + 1 - having.length;
  const without: Condition = {
    text: "record.n NOT IN (SELECT record FROM cell WHERE kind = ? AND field = ?)",
    values: own,
  };
  const lacking =
    room === 0
      ? []
      : await rowsOf(database, queryAlong(alongRecords, asked, [without]), {
          asked,
          order: ["record.sort", "record.n"],
          last: isBehind ? parseKey(after?.slice(1)) : null,
          limit: room,
        });
  const shown = [...having, ...lacking].slice(0, limit);
  const end = shown.at(-1);
  const isInside = shown.length <= having.length;
  const next = isInside ? `=${keyOf(shown)}:${String(end?.[8] ?? "")}` : `~${keyOf(shown)}`;
  return { rows: shown.map(recordRowOf), next: having.length + lacking.length > limit ? next : null };
}

/** An organisation's own term stands under its standard one, of which every record with it has a cell too. */
function fieldCondition(field: string): Condition {
  return { text: `cell.field = ? AND instr(cell.text, '${localMark}') = 0`, values: [field] };
}

interface Reading {
  readonly asked: Asked;
  readonly order: readonly string[];
  readonly last: readonly SqlValue[] | null;
  readonly limit: number;
  readonly more?: string;
}

async function rowsOf(
  database: SqlDatabase,
  { walk, conditions }: Query,
  { asked, order, last, limit, more = "" }: Reading,
): Promise<readonly SqlRow[]> {
  const [direction, beyond] = asked.options.order === "oldest" ? ["ASC", ">"] : ["DESC", "<"];
  const places = order.map(() => "?").join(", ");
  const all = [
    ...conditions,
    ...(last === null ? [] : [{ text: `(${order.join(", ")}) ${beyond} (${places})`, values: last }]),
  ];
  return database.all(
    `SELECT ${recordColumns}, record.n${more} FROM ${walk.from} WHERE ${all.map(({ text }) => text).join(" AND ")}
     ORDER BY ${order.map((each) => `${each} ${direction}`).join(", ")} LIMIT ?`,
    [...all.flatMap(({ values }) => values), limit],
  );
}

async function countOf(database: SqlDatabase, asked: Asked, most: number): Promise<number> {
  const { walk, conditions } = queryOf(asked);
  // Columns of the record are asked for by no condition on cells: those are walked alone.
  const from = walk === alongCells ? "cell" : walk.from;
  const [row] = await database.all(
    `SELECT count(*) FROM (SELECT 1 FROM ${from} WHERE ${conditions.map(({ text }) => text).join(" AND ")} LIMIT ?)`,
    [...conditions.flatMap(({ values }) => values), most],
  );
  return Number(row?.[0] ?? 0);
}

/** Without a filter along the records, with filters along the cells of the rarest one. */
function queryOf(asked: Asked): Query {
  const [first, ...others] = asked.where;
  if (first === undefined) return queryAlong(alongRecords, asked, []);
  const own = { text: "cell.field = ? AND cell.text = ?", values: [first.field, first.value] };
  return queryAlong(alongCells, { ...asked, where: others }, [own]);
}

function queryAlong(walk: Walk, { options, where, match }: Asked, own: readonly Condition[]): Query {
  const { kind, from, to } = options;
  const conditions = [...own, ...kindCondition(walk, kind)];
  for (const { field, value } of where)
    conditions.push({
      text: `EXISTS (SELECT 1 FROM cell AS other WHERE other.field = ? AND other.text = ?
        AND other.kind = ${walk.kind} AND other.sort = ${walk.sort} AND other.record = ${walk.key})`,
      values: [field, value],
    });
  if (from !== undefined) conditions.push({ text: `${walk.sort} >= ?`, values: [from] });
  if (to !== undefined) conditions.push({ text: `${walk.sort} <= ?`, values: [to] });
  if (match !== null)
    conditions.push({
      text: `${walk.key} IN (SELECT rowid FROM words WHERE words MATCH ?)`,
      values: [match],
    });
  return { walk, conditions };
}

function kindCondition(walk: Walk, kind: string | undefined): readonly Condition[] {
  if (kind !== undefined) return [{ text: `${walk.kind} = ?`, values: [kind] }];
  return walk === alongRecords ? [{ text: isShown, values: [] }] : [];
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

function keyOf(rows: readonly SqlRow[]): string {
  const end = rows.at(-1);
  return `${end?.[4]}:${end?.[7]}`;
}

function parseKey(after: string | undefined): readonly [number, number] | null {
  const match = /^(-?\d{1,16}):(\d{1,16})$/.exec(after ?? "");
  return match ? [Number(match[1]), Number(match[2])] : null;
}

function parseFieldKey(after: string | undefined): readonly SqlValue[] | null {
  const match = /^=(-?\d{1,16}):(\d{1,16}):(.*)$/s.exec(after ?? "");
  return match ? [match[3] ?? "", Number(match[1]), Number(match[2])] : null;
}
