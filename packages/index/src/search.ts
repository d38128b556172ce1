// Full-text search, newest first or ranked. The full text proposes records; each is held against the question by its own
// state, which also says why it was found.
import {
  explain,
  parseQuestion,
  rowsOf,
  type Question,
  type SearchHit,
  type SearchOptions,
} from "@tocsin/records";
import { matchOf } from "./match.ts";
import type { Projection } from "./projection.ts";
import { recordColumns, recordRowOf } from "./record-row.ts";
import type { SqlDatabase, SqlRow } from "./sql.ts";
import { parseState } from "./state-text.ts";

const defaultLimit = 20;

/** Of more matches than this, the newest are ranked: weighing each one of a common word takes a second. */
const mostRanked = 5000;
/** What stands in a title weighs more than what stands in a text, other forms less; the kind only filters. */
const rank = "bm25(words, 4.0, 1.0, 0.5, 0.0)";

/** So many records are held against a question at the most: past that, what its words propose is mostly not meant. */
const mostProposed = 5000;

/** Newest means: seen last by this projection. */
export async function searchRecords(
  projection: Projection,
  words: string,
  options: SearchOptions = {},
): Promise<readonly SearchHit[]> {
  const { registry, analyse, forms } = projection;
  const asked = parseQuestion(words, {
    analyse,
    ...(forms ? { forms } : {}),
    isField: (name) => isSearched(projection, name),
    isKind: (name) => registry.kinds.has(name),
  });
  const question = options.kind === undefined ? asked : { ...asked, kind: options.kind };
  if (question.terms.length === 0 || (question.kind !== undefined && !registry.kinds.has(question.kind)))
    return [];
  if (options.order !== "ranked") return found(projection, question, { ...options, isExact: false });
  const exact = await found(projection, question, { ...options, isExact: true });
  const limit = options.limit ?? defaultLimit;
  if (forms === undefined || exact.length >= limit) return exact;
  // What was typed stands before its other forms, whatever those weigh.
  const known = new Set(exact.map(({ id }) => id));
  const more = await found(projection, question, { ...options, limit: limit + exact.length, isExact: false });
  return [...exact, ...more.filter(({ id }) => !known.has(id))].slice(0, limit);
}

/**
 * What the full text is asked for by these words in a list: in any of their forms, in any field; names only as they are
 * written. Null where they are none, or nobody knows the kind.
 */
export async function matchOfWords(
  { database, analyse, forms, registry }: Projection,
  words: string,
  kind: string | undefined,
): Promise<string | null> {
  const nothing = (): boolean => false;
  const { terms } = parseQuestion(words, {
    analyse,
    ...(forms ? { forms } : {}),
    isField: nothing,
    isKind: nothing,
  });
  if (terms.length === 0 || (kind !== undefined && !registry.kinds.has(kind))) return null;
  const written = terms.map((term) => ({ ...term, forms: term.forms.filter(({ how }) => how !== "name") }));
  return matchOf(database, { terms: written, ...(kind === undefined ? {} : { kind }) }, false);
}

function isSearched({ registry }: Projection, name: string): boolean {
  return [...registry.kinds.values()].some(({ fields }) => fields[name]?.search !== undefined);
}

interface Wanted extends SearchOptions {
  /** Only what was typed, in no other form. */
  readonly isExact: boolean;
}

async function found(
  projection: Projection,
  question: Question,
  { limit = defaultLimit, order, signal, isExact }: Wanted,
): Promise<readonly SearchHit[]> {
  const { database } = projection;
  const match = await matchOf(database, question, isExact);
  const floor = order === "ranked" ? await floorOf(database, match) : null;
  const select = selectFound(order === "ranked" ? rank : "0");
  const hits: SearchHit[] = [];
  for (let offset = 0; hits.length < limit && offset < mostProposed;) {
    signal?.throwIfAborted();
    // Ever more at a time: whoever finds little of what is proposed has to look at much of it.
    const size = Math.min(Math.max(limit, offset), mostProposed - offset);
    const rows = await database.all(select, [match, floor ?? 0, size, offset]);
    for (const row of rows) {
      const hit = hitOf(projection, question, row);
      if (hit !== null) hits.push(floor === null ? hit : { ...hit, among: mostRanked });
    }
    if (rows.length < size) break;
    offset += size;
  }
  return hits.slice(0, limit);
}

function hitOf({ registry, analyse, forms }: Projection, question: Question, row: SqlRow): SearchHit | null {
  const state = parseState(String(row[7]));
  const kind = registry.kinds.get(state.kind);
  if (!kind) return null;
  const why = explain(rowsOf(kind, state), question, { analyse, ...(forms ? { forms } : {}) });
  return why === null ? null : { ...recordRowOf(row), ...why };
}

/** What is wanted is chosen by the full text alone, so that states are read of what is shown only. */
function selectFound(weight: string): string {
  return `SELECT ${recordColumns}, state.text
    FROM (SELECT rowid AS n, ${weight} AS weight FROM words WHERE words MATCH ? AND rowid >= ?
      ORDER BY ${weight === "0" ? "" : "weight, "}rowid DESC LIMIT ? OFFSET ?) AS found
    JOIN record ON record.n = found.n JOIN state ON state.n = found.n
    ORDER BY found.weight, found.n DESC`;
}

/** The oldest match that is ranked; null where all are. */
async function floorOf(database: SqlDatabase, match: string): Promise<number | null> {
  const [row] = await database.all(
    "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
    [match, mostRanked - 1],
  );
  return row === undefined ? null : Number(row[0]);
}
