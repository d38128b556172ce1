// What commands and queries see, answered from the tables; records themselves are read from the log.
import { isId, type RecordId } from "@tocsin/core";
import { fold, type RecordState, type StampedOperation, type View } from "@tocsin/records";
import type { ChainId, Position } from "@tocsin/vault";
import { countsUnder, linesBetween } from "./counts/counts.ts";
import { listPage } from "./list.ts";
import type { Projection } from "./projection.ts";
import { searchRecords } from "./search.ts";
import type { SqlDatabase, SqlRow } from "./sql.ts";
import { everyRecord } from "./tallies.ts";

/** Reads operations from the log, in the order of the positions. */
export type ReadOperations = (positions: readonly Position[]) => Promise<readonly StampedOperation[]>;

export function createView(projection: Projection, readOperations: ReadOperations): View {
  const { database } = projection;
  const operationsOf = async (id: RecordId): Promise<readonly StampedOperation[]> =>
    readOperations(await positionsOf(database, id));
  const read = async (id: RecordId): Promise<RecordState | undefined> => {
    let state: RecordState | undefined;
    for (const { stamp, operation } of await operationsOf(id)) state = fold(state, stamp, operation);
    return state;
  };
  return {
    read,
    history: async (id) => [...(await operationsOf(id))].reverse(),
    list: (options) => listPage(projection, options),
    linked: async (id, from) => {
      const states = await Promise.all((await idsLinked(database, id, from)).map(read));
      return states.flatMap((state) => state ?? []);
    },
    linkedIds: (id, from) => idsLinked(database, id, from),
    count: async (kind) => (await tallyOf(database, kind, everyRecord)).get("") ?? 0,
    tally: (kind, facet) => tallyOf(database, kind, facet),
    counts: (prefix) => countsUnder(database, prefix),
    countLines: (from, to) => linesBetween(database, from, to),
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

async function tallyOf(
  database: SqlDatabase,
  kind: string,
  facet: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.all(
    "SELECT value, count FROM tally WHERE kind = ? AND facet = ? ORDER BY count DESC, value",
    [kind, facet],
  );
  return new Map(rows.map(([value, count]) => [String(value), Number(count)]));
}

function positionOf([chain, sequence, index]: SqlRow): Position {
  return { chain: String(chain) as ChainId, sequence: Number(sequence), index: Number(index) };
}
