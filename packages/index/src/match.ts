// A question in the language of the full-text engine. Tokens stand in quotes and hold none, so that nothing of what was
// typed is read as that language.
import type { Question, AskedTerm, WordForm } from "@tocsin/records";
import type { SqlDatabase } from "./sql.ts";

/** Words that begin as the last one does, if they are few: searching for each is faster than for what all begin with. */
const mostWords = 16;

/** `isExact`: as it was typed, in no other form. There is at least one term that is not left out. */
export async function matchOf(database: SqlDatabase, question: Question, isExact: boolean): Promise<string> {
  const { terms, kind } = question;
  const sought: string[] = [];
  const not: string[] = [];
  for (const term of terms) {
    const text = await textOf(database, term, isExact);
    // In a field alone it may be left out, while another field holds it: that is seen by the record itself.
    if (!term.isNot) sought.push(text);
    else if (term.field === undefined && term.forms.every(({ rows }) => rows.length === 1)) not.push(text);
  }
  const words = `{high low near} : (${sought.join(" AND ")})`;
  const kept = kind === undefined ? words : `${words} AND kind : "${kind}"`;
  return not.length === 0 ? kept : `(${kept}) NOT {high low near} : (${not.join(" OR ")})`;
}

async function textOf(
  database: SqlDatabase,
  { forms, isOpen, isNot }: AskedTerm,
  isExact: boolean,
): Promise<string> {
  const used = forms.filter(({ how }) => how === "same" || (!isExact && (!isNot || how === "form")));
  const each: string[] = [];
  for (const form of used)
    each.push(isOpen && form.how === "same" ? await openText(database, form.rows[0] ?? []) : rowsText(form));
  return `(${each.join(" OR ")})`;
}

function rowsText({ rows }: WordForm): string {
  return `(${rows.map((row) => quoted(row.join(" "))).join(" AND ")})`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', "")}"`;

/** The last token of the row may be the beginning of a word. */
async function openText(database: SqlDatabase, row: readonly string[]): Promise<string> {
  const [open = "", ...more] = row;
  if (more.length > 0) return `${quoted(row.join(" "))}*`;
  const found: string[] = [];
  for (let from = open; ; from = `${found.at(-1)}\0`) {
    const [next] = await database.all("SELECT term FROM term WHERE term >= ? LIMIT 1", [from]);
    const term = String(next?.[0] ?? "");
    if (!term.startsWith(open)) break;
    if (found.push(term) > mostWords) return `${quoted(open)}*`;
  }
  return `(${(found.length === 0 ? [open] : found).map(quoted).join(" OR ")})`;
}
