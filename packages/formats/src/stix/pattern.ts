// The part of STIX 2.1 patterning (section 9) that one look at one object can decide: comparisons joined by AND and OR
// within one observation, and observations joined by OR. The rest is refused with its reason, never half understood.
import {
  isAtEnd,
  isPlainPath,
  refusePattern as refuse,
  takeLiteral,
  takePath,
  takeSymbol,
  takeThisWord,
  takeWord,
} from "./pattern-reader.ts";
import type { PatternCursor } from "./pattern-reader.ts";

export type ComparisonOperator = "=" | "IN" | "LIKE" | "MATCHES";

export interface StixComparison {
  /** Type and property, unquoted: `domain-name:value`, `file:hashes.SHA-256`. */
  readonly path: string;
  readonly operator: ComparisonOperator;
  /** One value; several for IN, any of which may match. */
  readonly values: readonly string[];
}

/** Comparisons that must hold together. */
export type StixConjunction = readonly StixComparison[];

export const maximumPatternLength = 16_384;
export const maximumPatternDepth = 16;
/** Alternatives that a pattern may unfold into. */
export const maximumAlternatives = 256;

/**
 * The pattern as alternatives, any of which is a match. Throws `formats.bad-stix`; its details hold `reason`, a
 * `PatternRefusal`, and `position` in characters.
 */
export function parseStixPattern(pattern: string): readonly StixConjunction[] {
  if (pattern.length > maximumPatternLength) throw refuse("too-long", maximumPatternLength);
  const plain = parsePlainPattern(pattern);
  if (plain !== null) return [[plain]];
  const cursor: PatternCursor = { text: pattern, at: 0 };
  const alternatives = parseObservations(cursor, 0);
  if (!isAtEnd(cursor)) throw refuse("syntax", cursor.at);
  return alternatives;
}

/** Observations joined by OR, up to the end or a closing parenthesis. */
function parseObservations(cursor: PatternCursor, depth: number): readonly StixConjunction[] {
  const alternatives = [...parseObservation(cursor, depth)];
  while (!isAtEnd(cursor) && cursor.text[cursor.at] !== ")") {
    const word = takeWord(cursor);
    if (word !== "OR") throw refuse(word === "" ? "syntax" : "composite", cursor.at);
    alternatives.push(...parseObservation(cursor, depth));
  }
  return limited(alternatives, cursor);
}

/** `[path='value']` with nothing to unquote: what published sets hold ten thousand times. Null for anything else. */
function parsePlainPattern(pattern: string): StixComparison | null {
  const open = pattern.indexOf("'");
  const close = pattern.indexOf("'", open + 1);
  if (open < 0 || close !== pattern.length - 2 || !pattern.startsWith("[") || !pattern.endsWith("]"))
    return null;
  const path = pattern.slice(1, open - 1);
  if (pattern[open - 1] !== "=" || !isPlainPath(path) || pattern.includes("\\")) return null;
  return { path, operator: "=", values: [pattern.slice(open + 1, close)] };
}

function parseObservation(cursor: PatternCursor, depth: number): readonly StixConjunction[] {
  if (takeSymbol(cursor, "(")) {
    if (depth >= maximumPatternDepth) throw refuse("too-long", cursor.at);
    const inside = parseObservations(cursor, depth + 1);
    if (!takeSymbol(cursor, ")")) throw refuse("syntax", cursor.at);
    return inside;
  }
  if (!takeSymbol(cursor, "[")) throw refuse("syntax", cursor.at);
  const alternatives = parseAlternatives(cursor, 0);
  if (!takeSymbol(cursor, "]")) throw refuse("syntax", cursor.at);
  return alternatives;
}

function parseAlternatives(cursor: PatternCursor, depth: number): readonly StixConjunction[] {
  const alternatives = [...parseConjunction(cursor, depth)];
  while (takeThisWord(cursor, "OR")) alternatives.push(...parseConjunction(cursor, depth));
  return limited(alternatives, cursor);
}

function parseConjunction(cursor: PatternCursor, depth: number): readonly StixConjunction[] {
  let alternatives = parseTerm(cursor, depth);
  while (takeThisWord(cursor, "AND")) {
    const right = parseTerm(cursor, depth);
    if (alternatives.length * right.length > maximumAlternatives) throw refuse("too-long", cursor.at);
    alternatives = alternatives.flatMap((left) => right.map((more) => [...left, ...more]));
  }
  return alternatives;
}

function parseTerm(cursor: PatternCursor, depth: number): readonly StixConjunction[] {
  if (!takeSymbol(cursor, "(")) return [[parseComparison(cursor)]];
  if (depth >= maximumPatternDepth) throw refuse("too-long", cursor.at);
  const alternatives = parseAlternatives(cursor, depth + 1);
  if (!takeSymbol(cursor, ")")) throw refuse("syntax", cursor.at);
  return alternatives;
}

function parseComparison(cursor: PatternCursor): StixComparison {
  const path = takePath(cursor);
  const at = cursor.at;
  if (takeSymbol(cursor, "=")) {
    takeSymbol(cursor, "=");
    return { path, operator: "=", values: [takeLiteral(cursor)] };
  }
  if (takeSymbol(cursor, "!=") || takeSymbol(cursor, "<>")) throw refuse("negation", at);
  if (takeSymbol(cursor, "<") || takeSymbol(cursor, ">")) throw refuse("operator", at);
  switch (takeWord(cursor)) {
    case "IN":
      return { path, operator: "IN", values: parseSet(cursor) };
    case "LIKE":
      return { path, operator: "LIKE", values: [takeLiteral(cursor)] };
    case "MATCHES":
      return { path, operator: "MATCHES", values: [takeLiteral(cursor)] };
    case "NOT":
      throw refuse("negation", at);
    case "ISSUBSET":
    case "ISSUPERSET":
      throw refuse("operator", at);
    default:
      throw refuse("syntax", at);
  }
}

function parseSet(cursor: PatternCursor): readonly string[] {
  if (!takeSymbol(cursor, "(")) throw refuse("syntax", cursor.at);
  const values = [takeLiteral(cursor)];
  while (takeSymbol(cursor, ",")) values.push(takeLiteral(cursor));
  if (!takeSymbol(cursor, ")")) throw refuse("syntax", cursor.at);
  return values;
}

function limited(
  alternatives: readonly StixConjunction[],
  cursor: PatternCursor,
): readonly StixConjunction[] {
  if (alternatives.length > maximumAlternatives) throw refuse("too-long", cursor.at);
  return alternatives;
}
