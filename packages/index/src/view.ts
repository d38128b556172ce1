// What commands and queries see, answered from the tables; records themselves are read from the log.
import { isId, type RecordId } from "@tocsin/core";
import {
  fold,
  type ListOptions,
  type Page,
  type RecordState,
  type SearchHit,
  type StampedOperation,
  type View,
} from "@tocsin/records";
import type { ChainId, Position } from "@tocsin/vault";
import type { Projection } from "./projection.ts";
import { recordColumns, recordRowOf } from "./record-row.ts";
import { searchRecords } from "./search.ts";
import type { SqlRow, SqlValue } from "./sql.ts";

/** Reads operations from the log, in the order of the positions. */
export type ReadOperations = (positions: readonly Position[]) => Promise<readonly StampedOperation[]>;

export function createView(projection: Projection, readOperations: ReadOperations): View {
  const { database } = projection;

  const operationsOf = async (id: RecordId): Promise<readonly StampedOperation[]> => {
    const rows = await database.all(
      `SELECT chain, sequence, position FROM operation
       WHERE record = (SELECT n FROM record WHERE id = ?) ORDER BY depth, chain, sequence, position`,
      [id],
    );
    return readOperations(rows.map(positionOf));
  };

  const read = async (id: RecordId): Promise<RecordState | undefined> => {
    let state: RecordState | undefined;
    for (const { stamp, operation } of await operationsOf(id)) state = fold(state, stamp, operation);
    return state;
  };

  return {
    read,
    history: async (id) => [...(await operationsOf(id))].reverse(),
    list: (options) => listPage(projection, options),
    linked: async (id, { kind, field }) => {
      const rows = await database.all(
        `SELECT DISTINCT record.id FROM link JOIN record ON record.n = link.record
         WHERE link.target = ? AND record.kind = ?${field === undefined ? "" : " AND link.field = ?"} ORDER BY record.n`,
        field === undefined ? [id, kind] : [id, kind, field],
      );
      const states = await Promise.all(rows.flatMap(([value]) => (isId(value) ? [read(value)] : [])));
      return states.flatMap((state) => state ?? []);
    },
    count: async (kind) => numberOf(await database.all("SELECT count(*) FROM record WHERE kind = ?", [kind])),
    tally: async (kind, facet) => {
      const rows = await database.all(
        "SELECT value, count FROM tally WHERE kind = ? AND facet = ? AND count > 0 ORDER BY count DESC, value",
        [kind, facet],
      );
      return new Map(rows.map(([value, count]) => [String(value), Number(count)]));
    },
    search: (words, options = {}): Promise<readonly SearchHit[]> => searchRecords(projection, words, options),
  };
}

const defaultLimit = 50;
/** Pages by key, so that the hundredth costs what the first does. */
async function listPage({ database }: Projection, options: ListOptions): Promise<Page> {
  const { kind, where = [], order = "newest", limit = defaultLimit, after } = options;
  const [direction, beyond] = order === "newest" ? ["DESC", "<"] : ["ASC", ">"];
  const conditions = ["kind NOT LIKE '?%' AND kind <> ''"];
  const values: SqlValue[] = [];
  if (kind !== undefined) {
    conditions.push("kind = ?");
    values.push(kind);
  }
  for (const { field, value } of where) {
    conditions.push("n IN (SELECT record FROM cell WHERE field = ? AND text = ?)");
    values.push(field, value);
  }
  const key = parseKey(after);
  if (key) {
    conditions.push(`(sort, n) ${beyond} (?, ?)`);
    values.push(...key);
  }
  const rows = await database.all(
    `SELECT ${recordColumns}, record.n FROM record WHERE ${conditions.join(" AND ")} ORDER BY sort ${direction}, n ${direction} LIMIT ?`,
    [...values, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown.map(recordRowOf), next: rows.length > limit && last ? `${last[4]}:${last[7]}` : null };
}

function parseKey(after: string | undefined): readonly [number, number] | null {
  const match = /^(-?\d{1,16}):(\d{1,16})$/.exec(after ?? "");
  return match ? [Number(match[1]), Number(match[2])] : null;
}

function positionOf([chain, sequence, index]: SqlRow): Position {
  return { chain: String(chain) as ChainId, sequence: Number(sequence), index: Number(index) };
}

function numberOf(rows: readonly SqlRow[]): number {
  return Number(rows[0]?.[0] ?? 0);
}
