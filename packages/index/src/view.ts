// What commands and queries see, answered from the tables; records themselves are read from the log.
import { isId, type RecordId } from "@tocsin/core";
import {
  fold,
  isWithdrawn,
  type LinkCount,
  type LinkedFrom,
  type LinkFound,
  type ReadManyOptions,
  type RecordRow,
  type RecordState,
  type RowHaving,
  type StampedOperation,
  type View,
} from "@tocsin/records";
import type { Position } from "@tocsin/vault";
import { briefCountsTo, briefsTo, briefTargetsOf } from "./briefs.ts";
import { countsUnder, linesBetween, linesWhere } from "./counts/counts.ts";
import { listPage } from "./list.ts";
import { positionOf, type ReadOperations } from "./positions.ts";
import type { Projection } from "./projection.ts";
import { recordColumns, recordRowOf } from "./record-row.ts";
import { searchRecords } from "./search.ts";
import type { SqlDatabase } from "./sql.ts";
import { writtenPage } from "./written.ts";
import { parseState } from "./state-text.ts";
import { unknownMark } from "./table-rows.ts";
import { everyRecord, gridOf, tallyOf } from "./tallies.ts";

export function createView(projection: Projection, readOperations: ReadOperations): View {
  const { database } = projection;
  const operationsOf = async (id: RecordId): Promise<readonly StampedOperation[]> =>
    readOperations(await positionsOf(database, id));
  const read = async (id: RecordId): Promise<RecordState | undefined> => {
    let state: RecordState | undefined;
    for (const { stamp, operation } of await operationsOf(id)) state = fold(state, stamp, operation);
    return state === undefined || isWithdrawn(state) ? undefined : state;
  };
  return {
    read,
    readMany: (ids, options) => readMany(database, readOperations, { ids, ...options }),
    history: async (id) => [...(await operationsOf(id))].reverse(),
    written: (options) => writtenPage(database, readOperations, options),
    list: (options) => listPage(projection, options),
    linked: async (id, from) => {
      const states = await Promise.all((await idsLinked(database, id, from)).map(read));
      return states.flatMap((state) => state ?? []);
    },
    linkedIds: (id, from) => idsLinked(database, id, from),
    linkedRows: (id, from) => linkedRows(database, id, from),
    linkCounts: (id) => linkCounts(database, id),
    glance: (ids) => glance(database, ids),
    glanceLinked: (ids, from) => glanceLinked(database, ids, from),
    briefs: (ids, from) => briefsTo(database, ids, from),
    briefCounts: (ids, from) => briefCountsTo(database, ids, from),
    briefTargets: (ids, from) => briefTargetsOf(database, ids, from),
    leadingTo: (ids) => linksTo(database, ids),
    count: async (kind) => (await tallyOf(database, kind, everyRecord)).get("") ?? 0,
    tally: (kind, facet) => tallyOf(database, kind, facet),
    grid: (kind, facet, of) => gridOf(database, { kind, facet, ...of }),
    rowsHaving: (kind, field, values) => rowsHaving(database, { kind, field }, values),
    counts: (prefix) => countsUnder(database, prefix),
    countLines: (from, to) => linesBetween(database, from, to),
    linesOf: (events) => linesWhere(database, "event", events),
    search: (words, options = {}) => searchRecords(projection, words, options),
  };
}

/** In an order in which every operation stands behind those that its writer had seen. */
async function positionsOf(database: SqlDatabase, id: RecordId): Promise<readonly Position[]> {
  const rows = await database.all(
    `SELECT chain, sequence, position FROM operation
     WHERE record = (SELECT n FROM record WHERE id = ?) ORDER BY depth, chain, sequence, position`,
    [id],
  );
  return rows.map(positionOf);
}

interface ReadingMany extends ReadManyOptions {
  readonly ids: readonly RecordId[];
}

interface Placed {
  readonly id: RecordId;
  readonly position: Position;
}

/** What is read together is verified together: the operations of one commit stand side by side. */
async function readMany(
  database: SqlDatabase,
  readOperations: ReadOperations,
  { ids, signal, onRead }: ReadingMany,
): Promise<readonly RecordState[]> {
  const wanted = [...new Set(ids)];
  const placed = await placesOf(database, wanted);
  const inLog = placed.toSorted((a, b) => comparePositions(a.position, b.position));
  const read = new Map<Placed, StampedOperation>();
  for (let at = 0; at < inLog.length; at += readAtOnce) {
    signal?.throwIfAborted();
    const some = inLog.slice(at, at + readAtOnce);
    const operations = await readOperations(some.map(({ position }) => position));
    some.forEach((each, index) => {
      const operation = operations[index];
      if (operation !== undefined) read.set(each, operation);
    });
    onRead?.(Math.floor((wanted.length * (at + some.length)) / inLog.length));
  }
  const states = new Map<RecordId, RecordState>();
  for (const each of placed) {
    const found = read.get(each);
    if (found !== undefined) states.set(each.id, fold(states.get(each.id), found.stamp, found.operation));
  }
  return wanted.flatMap((id) => states.get(id) ?? []).filter((state) => !isWithdrawn(state));
}

const readAtOnce = 500;

/** Of each record in the order in which they are folded. */
async function placesOf(database: SqlDatabase, ids: readonly RecordId[]): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  for (let at = 0; at < ids.length; at += glancedAtOnce) {
    const some = ids.slice(at, at + glancedAtOnce);
    const rows = await database.all(
      `SELECT operation.chain, operation.sequence, operation.position, record.id
       FROM record CROSS JOIN operation ON operation.record = record.n
       WHERE record.id IN (${some.map(() => "?").join(", ")})
       ORDER BY operation.record, operation.depth, operation.chain, operation.sequence, operation.position`,
      some,
    );
    for (const row of rows) if (isId(row[3])) placed.push({ id: row[3], position: positionOf(row) });
  }
  return placed;
}

function comparePositions(a: Position, b: Position): number {
  if (a.chain !== b.chain) return a.chain < b.chain ? -1 : 1;
  return a.sequence === b.sequence ? a.index - b.index : a.sequence - b.sequence;
}

async function idsLinked(
  database: SqlDatabase,
  id: RecordId,
  { kind, field }: { readonly kind: string; readonly field?: string },
): Promise<readonly RecordId[]> {
  const rows = await database.all(
    `SELECT DISTINCT record.id FROM link JOIN record ON record.n = link.record
     WHERE link.target = ? AND record.kind = ?${field === undefined ? "" : " AND link.field = ?"}
     ORDER BY record.created, record.id`,
    field === undefined ? [id, kind] : [id, kind, field],
  );
  return rows.flatMap(([value]) => (isId(value) ? [value] : []));
}

/** Along the key of the links, so that the first page of ten thousand costs what one of fifty does. */
async function linkedRows(
  database: SqlDatabase,
  id: RecordId,
  { kind, field, limit, from = 0 }: LinkedFrom,
): Promise<readonly RecordRow[]> {
  const rows = await database.all(
    `SELECT ${recordColumns} FROM link CROSS JOIN record ON record.n = link.record
     WHERE link.target = ? AND link.field = ? AND record.kind = ? ORDER BY link.record DESC LIMIT ? OFFSET ?`,
    [id, field, kind, limit, from],
  );
  return rows.map(recordRowOf);
}

async function linkCounts(database: SqlDatabase, id: RecordId): Promise<readonly LinkCount[]> {
  const rows = await database.all(
    `SELECT record.kind, link.field, count(*) FROM link CROSS JOIN record ON record.n = link.record
     WHERE link.target = ? AND substr(record.kind, 1, 1) <> '${unknownMark}' GROUP BY 1, 2`,
    [id],
  );
  return rows.map(([kind, field, count]) => ({
    kind: String(kind),
    field: String(field),
    count: Number(count),
  }));
}

/** A statement takes so many ids at the most. */
const glancedAtOnce = 200;

async function glance(database: SqlDatabase, ids: readonly RecordId[]): Promise<readonly RecordState[]> {
  const wanted = [...new Set(ids)];
  const states = new Map<string, RecordState>();
  for (let at = 0; at < wanted.length; at += glancedAtOnce) {
    const some = wanted.slice(at, at + glancedAtOnce);
    const rows = await database.all(
      `SELECT state.text FROM record JOIN state ON state.n = record.n
       WHERE record.id IN (${some.map(() => "?").join(", ")})`,
      some,
    );
    for (const [text] of rows) {
      const state = parseState(String(text));
      if (!isWithdrawn(state)) states.set(state.id, state);
    }
  }
  return wanted.flatMap((id) => states.get(id) ?? []);
}

async function glanceLinked(
  database: SqlDatabase,
  ids: readonly RecordId[],
  { kind, field }: { readonly kind: string; readonly field?: string },
): Promise<ReadonlyMap<RecordId, readonly RecordState[]>> {
  const wanted = [...new Set(ids)];
  const pairs: (readonly [target: string, id: RecordId])[] = [];
  for (let at = 0; at < wanted.length; at += glancedAtOnce) {
    const some = wanted.slice(at, at + glancedAtOnce);
    const rows = await database.all(
      `SELECT DISTINCT link.target, record.id FROM link CROSS JOIN record ON record.n = link.record
       WHERE link.target IN (${some.map(() => "?").join(", ")}) AND record.kind = ?${field === undefined ? "" : " AND link.field = ?"}
       ORDER BY record.created, record.id`,
      field === undefined ? [...some, kind] : [...some, kind, field],
    );
    pairs.push(...rows.flatMap(([target, id]) => (isId(id) ? [[String(target), id] as const] : [])));
  }
  const states = new Map(
    (
      await glance(
        database,
        pairs.map(([, id]) => id),
      )
    ).map((state) => [state.id, state]),
  );
  const found = new Map(wanted.map((id): [RecordId, RecordState[]] => [id, []]));
  for (const [target, id] of pairs) {
    const state = states.get(id);
    if (state !== undefined && isId(target)) found.get(target)?.push(state);
  }
  return found;
}

const targetsAtOnce = 250;

async function linksTo(database: SqlDatabase, ids: readonly RecordId[]): Promise<readonly LinkFound[]> {
  const found: LinkFound[] = [];
  for (let at = 0; at < ids.length; at += targetsAtOnce) {
    const targets = ids.slice(at, at + targetsAtOnce);
    const rows = await database.all(
      `SELECT DISTINCT link.target, record.id, record.kind FROM link JOIN record ON record.n = link.record
       WHERE link.target IN (${targets.map(() => "?").join(", ")})`,
      targets,
    );
    for (const [to, from, kind] of rows)
      if (isId(to) && isId(from)) found.push({ to, from, kind: String(kind) });
  }
  return found;
}

interface OfField {
  readonly kind: string;
  readonly field: string;
}

async function rowsHaving(
  database: SqlDatabase,
  { kind, field }: OfField,
  values: readonly string[],
): Promise<readonly RowHaving[]> {
  const wanted = [...new Set(values)];
  const found: RowHaving[] = [];
  for (let at = 0; at < wanted.length; at += glancedAtOnce) {
    const some = wanted.slice(at, at + glancedAtOnce);
    const rows = await database.all(
      `SELECT ${recordColumns}, cell.text FROM cell CROSS JOIN record ON record.n = cell.record
       WHERE cell.field = ? AND cell.text IN (${some.map(() => "?").join(", ")}) AND cell.kind = ?`,
      [field, ...some, kind],
    );
    for (const row of rows) found.push({ row: recordRowOf(row), value: String(row[7]) });
  }
  return found;
}
