// Search of the view in memory: every record is held against the question, and ranked by how much of it was asked for.
import type { Registry } from "./registry.ts";
import type { Rows } from "./rows.ts";
import type { Analyse, WordForms } from "./search/analysis.ts";
import { explain } from "./search/explain.ts";
import { parseQuestion, type AskedTerm } from "./search/question.ts";
import type { SearchHit, SearchOptions } from "./view.ts";

export interface Tools {
  readonly analyse: Analyse;
  readonly forms?: WordForms;
}

interface Searched extends Tools {
  readonly registry: Registry;
  /** In the order in which they were first seen. */
  readonly shown: readonly { readonly rows: Rows }[];
}

export function searchRows(
  words: string,
  { kind, limit = 20, order = "newest" }: SearchOptions,
  { registry, shown, ...tools }: Searched,
): readonly SearchHit[] {
  const asked = parseQuestion(words, {
    ...tools,
    isField: (name) => [...registry.kinds.values()].some(({ fields }) => fields[name]?.search !== undefined),
    isKind: (name) => registry.kinds.has(name),
  });
  if (asked.terms.length === 0) return [];
  const question = kind === undefined ? asked : { ...asked, kind };
  const hits = shown.toReversed().flatMap(({ rows }) => {
    const why = explain(rows, question, tools);
    if (why === null) return [];
    const weight = weightOf(rows, question.terms, tools.analyse) + (why.how === "same" ? 1000 : 0);
    return [{ hit: { ...rows.record, ...why }, weight }];
  });
  const ordered = order === "newest" ? hits : hits.toSorted((a, b) => b.weight - a.weight);
  return ordered.map(({ hit }) => hit).slice(0, limit);
}

/** As words of a list are read: in any of their forms, names as they are written, and no fields. */
export function hasWords(words: string, tools: Tools): (rows: Rows) => boolean {
  const nothing = (): boolean => false;
  const { terms } = parseQuestion(words, { ...tools, isField: nothing, isKind: nothing });
  const written = terms.map((term) => ({ ...term, forms: term.forms.filter(({ how }) => how !== "name") }));
  return (rows) => written.length > 0 && explain(rows, { terms: written }, tools) !== null;
}

/** How much of a record is what was looked for: enough to tell clear cases apart. */
function weightOf(rows: Rows, terms: readonly AskedTerm[], analyse: Analyse): number {
  const sought = terms.flatMap(({ forms, isOpen }) =>
    forms.flatMap((form) => (form.how === "same" ? [{ row: form.rows[0] ?? [], isOpen }] : [])),
  );
  const each = rows.words.map(({ weight, text, lang }) => {
    const tokens = analyse(text, lang);
    const found = sought.flatMap(({ row, isOpen }) =>
      tokens.filter((_, at) =>
        row.every(
          (token, n) => tokens[at + n] === token || (isOpen && tokens[at + n]?.startsWith(token) === true),
        ),
      ),
    );
    return { found: found.length * (weight === "high" ? 4 : 1), length: tokens.length };
  });
  const sum = (of: (one: { found: number; length: number }) => number): number =>
    each.reduce((total, one) => total + of(one), 0);
  return sum(({ found }) => found) / (10 + sum(({ length }) => length));
}
