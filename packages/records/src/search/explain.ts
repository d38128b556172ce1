// Why a record answers a question: which of its fields, in which way, and the piece of text to show with the words marked.
// The same for every view, so that whatever an index proposes is held against the record itself.
import type { Rows, WordsRow } from "../rows.ts";
import type { Analyse, Likeness, WordForm, WordForms } from "./analysis.ts";
import { excerptOf, type Excerpt } from "./excerpt.ts";
import type { Question, AskedTerm } from "./question.ts";

export interface Explanation {
  /** The field in which the first word was found. */
  readonly field: string;
  /** The farthest of the ways in which the words were found. */
  readonly how: Likeness;
  readonly excerpt?: Excerpt;
}

interface Tools {
  readonly analyse: Analyse;
  readonly forms?: WordForms;
}

/** What the columns of the full text hold of some fields. */
interface Columns {
  readonly rows: readonly WordsRow[];
  readonly texts: readonly (readonly string[])[];
  /** Worked out when it is first asked for. */
  readonly extra: () => ReadonlySet<string>;
}

const ways: readonly Likeness[] = ["same", "form", "name"];

/** Null where the record does not answer it after all. */
export function explain(rows: Rows, question: Question, tools: Tools): Explanation | null {
  const found = foundIn(rows, question, tools);
  if (found === null) return null;
  const how = ways[Math.max(0, ...found.map((each) => ways.indexOf(each.how)))] ?? "same";
  const sought = found.map(({ term }) => term);
  const excerpt = excerptOf(rows.words, sought, tools);
  const field = excerpt?.field ?? sought[0]?.field ?? rows.words[0]?.field;
  return field === undefined ? null : { field, how, ...(excerpt === null ? {} : { excerpt }) };
}

interface FoundTerm {
  readonly term: AskedTerm;
  readonly how: Likeness;
}

/** The terms that are not left out, each in the nearest way in which it stands there; null where one is amiss. */
function foundIn(rows: Rows, { terms, kind }: Question, tools: Tools): readonly FoundTerm[] | null {
  if (kind !== undefined && rows.record.kind !== kind) return null;
  const whole = columnsOf(rows.words, tools);
  const found: FoundTerm[] = [];
  for (const term of terms) {
    const own = rows.words.filter(({ field }) => field === term.field);
    const columns = term.field === undefined ? whole : columnsOf(own, tools);
    const form = term.forms.find((each) => standsIn(columns, each, { term, forms: tools.forms }));
    if ((form === undefined) !== term.isNot) return null;
    if (form !== undefined) found.push({ term, how: form.how });
  }
  return found;
}

function columnsOf(rows: readonly WordsRow[], { analyse, forms }: Tools): Columns {
  let extra: ReadonlySet<string> | undefined;
  return {
    rows,
    texts: (["high", "low"] as const).map((weight) =>
      rows.filter((row) => row.weight === weight).flatMap(({ text, lang }) => analyse(text, lang)),
    ),
    extra: () => {
      extra ??= new Set(forms === undefined ? [] : rows.flatMap((row) => extraTokens(row, forms)));
      return extra;
    },
  };
}

/** What a field adds to the full text besides the tokens of its text. */
export function extraTokens(
  { text, lang, isName }: Pick<WordsRow, "text" | "lang" | "isName">,
  forms: WordForms,
): readonly string[] {
  const tokens = forms.ofText(text, lang);
  return isName === true ? [...tokens, ...forms.ofName(text, lang)] : tokens;
}

interface Sought {
  readonly term: AskedTerm;
  readonly forms: WordForms | undefined;
}

function standsIn(columns: Columns, form: WordForm, { term, forms }: Sought): boolean {
  const isOpen = term.isOpen && form.how === "same";
  const stand = form.rows.every(
    (row) => columns.texts.some((tokens) => holds(tokens, row, isOpen)) || isExtra(columns, row),
  );
  if (!stand || forms === undefined || isOpen) return stand;
  if (form.how === "name")
    return columns.rows.some(({ text, isName }) => isName === true && forms.isNameLike(text, term.typed));
  const { whole } = form;
  return whole === undefined || columns.rows.some(({ text }) => forms.isWholeIn(text, whole));
}

function isExtra(columns: Columns, [token = "", ...more]: readonly string[]): boolean {
  return more.length === 0 && !/^[\p{L}\p{N}\p{M}]/u.test(token) && columns.extra().has(token);
}

function holds(tokens: readonly string[], row: readonly string[], isOpen: boolean): boolean {
  const last = row.length - 1;
  return tokens.some((_, at) =>
    row.every((token, n) => {
      const found = tokens[at + n];
      return found === token || (isOpen && n === last && found?.startsWith(token) === true);
    }),
  );
}
