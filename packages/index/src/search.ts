// Full-text search, newest first: every word must occur, the last one may be the beginning of a word, quotes hold together.
import { rowsOf, type Registry, type SearchHit } from "@tocsin/records";
import type { Analyse } from "./options.ts";
import type { Projection } from "./projection.ts";
import { recordColumns, recordRowOf } from "./record-row.ts";
import type { SqlRow, SqlValue } from "./sql.ts";
import { parseState } from "./state-text.ts";

const defaultLimit = 20;
const maximumLength = 400;
const maximumTokens = 16;

/** Newest means: seen last by this projection. */
export async function searchRecords(
  { database, analyse, registry }: Projection,
  words: string,
  { kind, limit = defaultLimit }: { readonly kind?: string; readonly limit?: number },
): Promise<readonly SearchHit[]> {
  const query = queryOf(words, analyse);
  if (query === null || (kind !== undefined && !registry.kinds.has(kind))) return [];
  const match = `{high low} : (${query.text})${kind === undefined ? "" : ` AND kind : "${kind}"`}`;
  const values: SqlValue[] = [match, ...(kind === undefined ? [] : [kind]), limit];
  const rows = await database.all(
    `SELECT ${recordColumns}, record.state FROM words JOIN record ON record.n = words.rowid
     WHERE words MATCH ?${kind === undefined ? "" : " AND record.kind = ?"} ORDER BY words.rowid DESC LIMIT ?`,
    values,
  );
  return rows.map((row) => ({
    ...recordRowOf(row),
    field: fieldOf(row, { registry, analyse, token: query.first }),
  }));
}

/** Tokens stand in quotes and hold none, so that nothing of what was typed is read as query syntax. */
export function queryOf(
  words: string,
  analyse: Analyse,
): { readonly text: string; readonly first: string } | null {
  const parts = words.slice(0, maximumLength).split('"');
  const phrases = parts.flatMap((part, index) => {
    const tokens = analyse(part, "und").map((token) => token.replaceAll('"', ""));
    if (index % 2 === 1)
      return tokens.length === 0 ? [] : [{ text: `"${tokens.join(" ")}"`, first: tokens[0] ?? "" }];
    const isOpen = index === parts.length - 1 && !/\s$/.test(part);
    return tokens.map((token, at) => ({
      text: isOpen && at === tokens.length - 1 ? `"${token}"*` : `"${token}"`,
      first: token,
    }));
  });
  const used = phrases.slice(0, maximumTokens);
  const [first] = used;
  return first ? { text: used.map(({ text }) => text).join(" AND "), first: first.first } : null;
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
