// Building blocks of the sections. Identifiers come last, in `numberSection`.
import type { Block, Mark, Row, Section, SectionName, Sentence, ThreadStep, Value } from "./report.ts";
import type { ReportText } from "./report-input.ts";

export type Values = Readonly<Record<string, Value>>;
type Unnumbered = Omit<Sentence, "id">;

export interface RowDraft {
  readonly name: string;
  readonly sentences: readonly Unnumbered[];
}

export interface BlockDraft {
  readonly label?: string;
  readonly record?: string;
  readonly title?: Unnumbered;
  readonly mark?: Mark;
  readonly rows?: readonly RowDraft[];
  readonly sentences?: readonly Unnumbered[];
}

type Thread = readonly ThreadStep[];

/** Sentence builders that share one thread. */
export interface Voice {
  say(key: string, values?: Values): Unnumbered;
  /** The second key is used where the catalogue lacks the first. */
  sayOr(key: string, values: Values, fallback: { readonly key: string; readonly values: Values }): Unnumbered;
  /** Words that a person wrote. */
  quote(text: ReportText): Unnumbered;
  /** A path, a hash, a value, a code: shown as it is. */
  verbatim(text: string): Unnumbered;
}

export function createVoice(thread: Thread): Voice {
  return {
    say: (key, values = {}) => ({ says: { kind: "catalogue", key, values, fallback: null }, thread }),
    sayOr: (key, values, fallback) => ({ says: { kind: "catalogue", key, values, fallback }, thread }),
    quote: (text) => ({ says: { kind: "quoted", text }, thread }),
    verbatim: (text) => ({ says: { kind: "verbatim", text }, thread }),
  };
}

/** A row, or nothing where there is nothing to say. */
export function row(name: string, ...sentences: readonly (Unnumbered | null)[]): readonly RowDraft[] {
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length === 0 ? [] : [{ name, sentences: said }];
}

/** A code whose words stand in the catalogue. */
export function term(prefix: string, code: string, suffix = ".label"): Value {
  return { kind: "term", key: `${prefix}.${code}${suffix}`, code };
}

export function terms(prefix: string, codes: readonly string[], suffix = ".label"): Value {
  return { kind: "terms", prefix: `${prefix}.`, suffix, codes };
}

export function dateValue(edtf: string): Value {
  return { kind: "date", edtf };
}

export function labels(list: readonly string[]): Value {
  return { kind: "labels", labels: list };
}

export function numberSection(name: SectionName, drafts: readonly BlockDraft[]): Section {
  return { name, blocks: drafts.map((draft, at) => numberBlock(name, draft, at)) };
}

function numberBlock(section: SectionName, draft: BlockDraft, at: number): Block {
  let count = 0;
  const number = (sentence: Unnumbered): Sentence => {
    count += 1;
    return { id: `${section}-${draft.label ?? at + 1}-${count}`.toLowerCase(), ...sentence };
  };
  const title = draft.title ? number(draft.title) : null;
  const rows = (draft.rows ?? []).map(({ name, sentences }): Row => ({
    name,
    sentences: sentences.map(number),
  }));
  return {
    label: draft.label ?? null,
    record: draft.record ?? null,
    title,
    mark: draft.mark ?? null,
    rows,
    sentences: (draft.sentences ?? []).map(number),
  };
}
