// Full-text search, newest first or ranked: every word must occur, the last one may be the beginning of a word, quotes
// hold together.
import { rowsOf, type Registry, type SearchHit, type SearchOptions } from "@tocsin/records";
import type { Analyse } from "./options.ts";
import type { Projection } from "./projection.ts";
import { recordColumns, recordRowOf } from "./record-row.ts";
import type { SqlDatabase, SqlRow } from "./sql.ts";
import { parseState } from "./state-text.ts";

const defaultLimit = 20;
const maximumLength = 400;
const maximumTokens = 16;

/** Of more matches than this, the newest are ranked: weighing each one of a common word takes a second. */
const mostRanked = 5000;
/** What stands in a title weighs more than what stands in a text; the kind only filters. */
const rank = "bm25(words, 4.0, 1.0, 0.0)";

/** Newest means: seen last by this projection. */
export async function searchRecords(
  { database, analyse, registry }: Projection,
  words: string,
  { kind, limit = defaultLimit, order = "newest" }: SearchOptions = {},
): Promise<readonly SearchHit[]> {
  const query = queryOf(words, analyse);
  if (query === null || (kind !== undefined && !registry.kinds.has(kind))) return [];
  const match = await matchText(database, query, kind);
  const isRanked = order === "ranked";
  const floor = isRanked ? await floorOf(database, match) : null;
  const rows = await database.all(selectFound(isRanked ? rank : "0"), [match, floor ?? 0, limit]);
  return rows.map((row) => ({
    ...recordRowOf(row),
    field: fieldOf(row, { registry, analyse, token: query.first }),
    ...(floor === null ? {} : { among: mostRanked }),
  }));
}

/** What the full text is asked for by these words; null where they are none, or nobody knows the kind. */
export async function matchOf(
  { database, analyse, registry }: Projection,
  words: string,
  kind: string | undefined,
): Promise<string | null> {
  const query = queryOf(words, analyse);
  if (query === null || (kind !== undefined && !registry.kinds.has(kind))) return null;
  return matchText(database, query, kind);
}

async function matchText(
  database: SqlDatabase,
  query: ParsedQuery,
  kind: string | undefined,
): Promise<string> {
  const text = await openedQuery(database, query);
  return `{high low} : (${text})${kind === undefined ? "" : ` AND kind : "${kind}"`}`;
}

/** What is wanted is chosen by the full text alone, so that states are read of what is shown only. */
function selectFound(weight: string): string {
  return `SELECT ${recordColumns}, state.text
    FROM (SELECT rowid AS n, ${weight} AS weight FROM words WHERE words MATCH ? AND rowid >= ?
      ORDER BY ${weight === "0" ? "" : "weight, "}rowid DESC LIMIT ?) AS found
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

/** Words that begin as the last one does, if they are few: searching for each is faster than for what all begin with. */
const mostWords = 16;

async function openedQuery(database: SqlDatabase, { text, open }: ParsedQuery): Promise<string> {
  if (open === null) return text;
  const found: string[] = [];
  for (let from = open; ; from = `${found.at(-1)}\0`) {
    const [row] = await database.all("SELECT term FROM term WHERE term >= ? LIMIT 1", [from]);
    const term = String(row?.[0] ?? "");
    if (!term.startsWith(open)) break;
    if (found.push(term) > mostWords) return `${text}${text === "" ? "" : " AND "}"${open}"*`;
  }
  const each = (found.length === 0 ? [open] : found).map((term) => `"${term.replaceAll('"', "")}"`);
  return `${text}${text === "" ? "" : " AND "}(${each.join(" OR ")})`;
}

export interface ParsedQuery {
  /** Words and phrases that must stand there as they are. */
  readonly text: string;
  /** The beginning of a word; null where the last one is whole. */
  readonly open: string | null;
  readonly first: string;
}

/** Tokens stand in quotes and hold none, so that nothing of what was typed is read as query syntax. */
export function queryOf(words: string, analyse: Analyse): ParsedQuery | null {
  const parts = words.slice(0, maximumLength).split('"');
  const phrases = parts.flatMap((part, index) => {
    const tokens = analyse(part, "und").flatMap((token) => token.replaceAll('"', "") || []);
    if (index % 2 === 1) return tokens.length === 0 ? [] : [{ text: tokens.join(" "), isOpen: false }];
    const isOpen = index === parts.length - 1 && !/\s$/.test(part);
    return tokens.map((token, at) => ({ text: token, isOpen: isOpen && at === tokens.length - 1 }));
  });
  const used = phrases.slice(0, maximumTokens);
  const [first] = used;
  if (!first) return null;
  const whole = used.filter(({ isOpen }) => !isOpen).map(({ text }) => `"${text}"`);
  return {
    text: whole.join(" AND "),
    open: used.find(({ isOpen }) => isOpen)?.text ?? null,
    first: first.text.split(" ")[0] ?? "",
  };
}

interface FieldSearch {
  readonly registry: Registry;
  readonly analyse: Analyse;
  readonly token: string;
}

/** The first field in which the first word stands. */
function fieldOf(row: SqlRow, { registry, analyse, token }: FieldSearch): string {
  const state = parseState(String(row[7]));
  const kind = registry.kinds.get(state.kind);
  if (!kind) return "";
  const found = rowsOf(kind, state).words.find(({ text, lang }) =>
    analyse(text, lang).some((each) => each.startsWith(token)),
  );
  return found?.field ?? kind.options.label;
}
