// The piece of a text to show with a hit: some words before and after the first one that was sought, and where those stand.
import type { WordsRow } from "../rows.ts";
import type { Analyse, WordForms } from "./analysis.ts";
import type { AskedTerm } from "./question.ts";

export interface Excerpt {
  readonly field: string;
  readonly text: string;
  readonly lang: string;
  /** Where the sought words stand in `text`, from and to, in UTF-16 units. */
  readonly marks: readonly (readonly [number, number])[];
}

interface Tools {
  readonly analyse: Analyse;
  readonly forms?: WordForms;
}

type Span = readonly [number, number];

/** Farther into a text nothing is marked: reading a book for one line takes too long. */
const maximumRead = 100_000;
const before = 60;
const longest = 200;

/** Of the first field that holds one of the words; null where none is seen to. */
export function excerptOf(
  rows: readonly WordsRow[],
  terms: readonly AskedTerm[],
  tools: Tools,
): Excerpt | null {
  for (const term of terms)
    for (const row of rows) {
      if (term.field !== undefined && term.field !== row.field) continue;
      const [first] = spansOf(row, [term], { ...tools, most: 1 });
      if (first === undefined) continue;
      const from = startOf(row.text, first[0]);
      const to = endOf(row.text, from);
      const piece = { ...row, text: row.text.slice(from, to) };
      const own = terms.filter(({ field }) => field === undefined || field === row.field);
      const [head, tail] = [from === 0 ? "" : "…", to === row.text.length ? "" : "…"];
      return {
        field: row.field,
        lang: row.lang,
        text: `${head}${piece.text}${tail}`,
        marks: spansOf(piece, own, { ...tools, most: longest }).map(([a, b]) => [
          a + head.length,
          b + head.length,
        ]),
      };
    }
  return null;
}

/** Runs of letters, as far as a text is not parted by spaces and the like. */
const runPattern = /[\p{L}\p{N}\p{M}]+/gu;

function spansOf(
  { text, lang, isName }: WordsRow,
  terms: readonly AskedTerm[],
  { analyse, forms, most }: Tools & { readonly most: number },
): readonly Span[] {
  const spans: Span[] = [];
  for (const { 0: run, index } of text.slice(0, maximumRead).matchAll(runPattern)) {
    const tokens = analyse(run, lang);
    const extra = forms === undefined ? [] : forms.ofText(run, lang);
    const all = new Set([...tokens, ...extra, ...(isName === true && forms ? forms.ofName(run, lang) : [])]);
    const term = terms.find((each) => isMeant(each, { tokens, all }));
    if (term === undefined) continue;
    const at = tokens.length > 1 ? run.indexOf(term.typed) : -1;
    spans.push(at < 0 ? [index, index + run.length] : [index + at, index + at + term.typed.length]);
    if (spans.length >= most) break;
  }
  return spans;
}

interface Run {
  readonly tokens: readonly string[];
  readonly all: ReadonlySet<string>;
}

function isMeant({ forms, isOpen }: AskedTerm, { tokens, all }: Run): boolean {
  return forms.some(({ how, rows }) =>
    rows.some((row) => {
      if (row.some((token) => all.has(token))) return true;
      const last = row.at(-1);
      return isOpen && how === "same" && last !== undefined && tokens.some((token) => token.startsWith(last));
    }),
  );
}

function startOf(text: string, at: number): number {
  if (at <= before) return 0;
  const space = text.slice(0, at - before / 2).lastIndexOf(" ");
  return space > at - before ? space + 1 : whole(text, at - before / 2);
}

function endOf(text: string, from: number): number {
  if (text.length - from <= longest) return text.length;
  const space = text.slice(0, from + longest).lastIndexOf(" ");
  return space > from + longest / 2 ? space : whole(text, from + longest);
}

/** Not between the two halves of one character. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
