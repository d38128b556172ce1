// A vocabulary as plain data with everything that is known of each term: what a screen, a table or a page of paper needs.
// The words stand in the catalogues (`<vocabulary>.<code>.label`, `.definition`, `.example`).
import { pathOf, type Term, type Vocabulary, type WithoutCode } from "@tocsin/records";
import { firstStepsFor } from "./first-steps.ts";

/** `same` or `broader`: a code elsewhere that stands for as much as our term, or for more. */
export interface CrosswalkEntry {
  readonly scheme: string;
  /** Null where there is none, or none is known. */
  readonly code: string | null;
  readonly relation: "same" | "broader" | "none" | "not-known";
  /** Why there is no code. */
  readonly why: WithoutCode | null;
}

export interface TermPage {
  readonly code: string;
  readonly parent: string | null;
  /** 0 for a family. */
  readonly depth: number;
  readonly crosswalk: readonly CrosswalkEntry[];
  readonly source: string | null;
  readonly dated: string | null;
  readonly checked: boolean;
  readonly engages: readonly string[];
  readonly ask: readonly string[];
  /** The act whose first steps apply. */
  readonly steps: string | null;
  /** More words by which it is looked for; not shown. */
  readonly also: string;
}

export interface VocabularyPage {
  readonly name: string;
  /** The HURIDOCS list that the crosswalk leads to. */
  readonly list: string | null;
  /** Whether an organisation may add terms under these. */
  readonly extensible: boolean;
  readonly from: Provenance;
  readonly terms: readonly TermPage[];
}

/** Where the codes of a list are from, taken together; each term has its own. */
export interface Provenance {
  readonly sources: readonly string[];
  /** When they were gone through: ISO 8601 dates. */
  readonly dates: readonly string[];
  /** Whether somebody outside has looked at them. */
  readonly checked: "yes" | "some" | "no";
}

export function vocabularyPage({ name, list, extensible, terms }: Vocabulary): VocabularyPage {
  return {
    name,
    list: list ?? null,
    extensible: extensible === true,
    from: provenanceOf(terms),
    terms: terms.map((term) => termPage(name, term)),
  };
}

function provenanceOf(terms: readonly Term[]): Provenance {
  const looked = terms.filter(({ checked }) => checked === true).length;
  return {
    sources: [...new Set(terms.flatMap(({ source }) => source ?? []))],
    dates: [...new Set(terms.flatMap(({ dated }) => dated ?? []))].sort(),
    checked: looked === 0 ? "no" : looked === terms.length ? "yes" : "some",
  };
}

function termPage(vocabulary: string, term: Term): TermPage {
  const { code, source = null, dated = null, checked = false, engages = [], ask = [], also = "" } = term;
  const [, parent = null, ...above] = pathOf(code);
  return {
    code,
    parent,
    depth: parent === null ? 0 : above.length + 1,
    crosswalk: Object.keys(term.crosswalk ?? {}).map((scheme) => entryOf(term, scheme)),
    source,
    dated,
    checked,
    engages,
    ask,
    steps: stepsFor(vocabulary, code),
    also,
  };
}

function stepsFor(vocabulary: string, code: string): string | null {
  return vocabulary === "acts" ? (firstStepsFor([code])[0]?.act ?? null) : null;
}

function entryOf({ crosswalk, broader = [], without = {} }: Term, scheme: string): CrosswalkEntry {
  const code = crosswalk?.[scheme] ?? "none";
  if (code === "none" || code === "not-known")
    return { scheme, code: null, relation: code, why: without[scheme] ?? null };
  return { scheme, code, relation: broader.includes(scheme) ? "broader" : "same", why: null };
}
