// Turns a published set (STIX 2 bundle) into indicators of our kinds. What cannot be used is refused alone.
import { parseStixBundle } from "@tocsin/formats";
import type { StixComparison, StixConjunction, StixIndicator } from "@tocsin/formats";
import type { Indicator, IndicatorKind, IndicatorRefusal, Indicators, IndicatorTerm } from "./indicator.ts";
import { isRefusedTerm, readTerm } from "./terms.ts";
import type { TermRefusal } from "./terms.ts";

/** Kinds that one look at one thing can decide together. */
const observedTogether: readonly ReadonlySet<IndicatorKind>[] = [
  new Set<IndicatorKind>(["domain", "ip", "url"]),
  new Set<IndicatorKind>(["file-path", "file-name"]),
];

/**
 * `sourceName` is the file or address of the set, and stands for the campaign where the set names none. Throws
 * `formats.bad-stix` if the bytes are not a bundle, `formats.limit` if they are too many.
 */
export function parseIndicators(bytes: Uint8Array, sourceName: string): Indicators {
  const bundle = parseStixBundle(bytes, sourceName);
  const refused: IndicatorRefusal[] = bundle.refused.map((one) => ({ source: sourceName, ...one }));
  const indicators: Indicator[] = [];
  let patterns = 0;
  for (const published of bundle.indicators) {
    const read = readAlternatives(published, sourceName);
    if (typeof read === "string") {
      const { place, pattern } = published;
      refused.push({ source: sourceName, place, pattern, reason: read, position: 0 });
    } else {
      patterns += 1;
      for (const one of read) indicators.push(one);
    }
  }
  return { indicators, patterns, refused };
}

type Refusal = TermRefusal | "composite";

/** Every alternative must be usable: half a pattern would be another pattern. */
function readAlternatives(published: StixIndicator, source: string): readonly Indicator[] | Refusal {
  const matched = published.campaigns.map((campaign) => ({ campaign, source, pattern: published.pattern }));
  const indicators: Indicator[] = [];
  for (const conjunction of published.alternatives) {
    const read = readConjunction(conjunction);
    if (typeof read === "string") return read;
    for (const [term, ...also] of read) if (term !== undefined) indicators.push({ term, also, matched });
  }
  return indicators;
}

/** Lists of terms that must hold together; a set of values gives one list each. */
function readConjunction(conjunction: StixConjunction): readonly (readonly IndicatorTerm[])[] | Refusal {
  const [only] = conjunction;
  if (only !== undefined && conjunction.length === 1) {
    const terms = readComparison(only);
    return typeof terms === "string" ? terms : terms.map((term) => [term]);
  }
  const choices: (readonly IndicatorTerm[])[] = [];
  for (const comparison of conjunction) {
    const terms = readComparison(comparison);
    if (typeof terms === "string") return terms;
    choices.push(terms);
  }
  const [first, ...others] = choices;
  if (first === undefined) return "composite";
  // Several values on both sides would multiply; nobody publishes that.
  if (others.some((terms) => terms.length > 1) || !areObservedTogether(choices.flat())) return "composite";
  return first.map((term) => [term, ...others.flat()]);
}

function areObservedTogether(terms: readonly IndicatorTerm[]): boolean {
  return observedTogether.some((kinds) => terms.every((term) => kinds.has(term.kind)));
}

function readComparison(comparison: StixComparison): readonly IndicatorTerm[] | TermRefusal {
  const terms: IndicatorTerm[] = [];
  for (const value of comparison.values) {
    const term = readTerm(comparison.path, comparison.operator, value);
    if (isRefusedTerm(term)) return term;
    terms.push(term);
  }
  return terms;
}
