// From the cells of a row to the value of one field, by the type of the field. What does not fit is a problem and stays
// word for word with the row: nothing is guessed.
import { huridocsCode } from "@tocsin/cases";
import { isTocsinError, parsePlace } from "@tocsin/core";
import { isSetType, parseFieldValue, typedToValue, type Field, type Registry } from "@tocsin/records";
import { dateOf } from "./dates.ts";
import { folded, type Condition, type FieldSource } from "./mapping.ts";
import type { ProblemReason } from "./problems.ts";

export interface Cell {
  readonly heading: string;
  readonly text: string;
  /** Further headings whose texts are joined in it. */
  readonly joined?: readonly string[];
}

export interface ValueContext {
  readonly registry: Registry;
  readonly language: string;
  /** English name of a country, folded, to its code. */
  readonly countries: ReadonlyMap<string, string>;
  /** The cell under a heading; an empty text where there is none. */
  readonly cell: (heading: string) => string;
  readonly problem: (cell: Cell, reason: ProblemReason) => void;
}

/** Undefined where the cells say nothing. */
export function valueOf(field: Field, source: FieldSource, context: ValueContext): unknown {
  if (source.rules !== undefined) return ruledValue(field, source, context);
  if (field.type === "place" && source.place !== undefined) return placeValue(source, context);
  if (field.type === "date" && source.constant === undefined) return dateValue(source, context);
  const values = isSetType(field.type)
    ? textsOf(source, context).flatMap((cell) => oneValue(field, source, { cell, context }))
    : joined(source, context).flatMap((cell) => oneValue(field, source, { cell, context }));
  return isSetType(field.type) ? (values.length === 0 ? undefined : values) : values[0];
}

/** The texts of the columns, each cut where the mapping says so. */
function textsOf(source: FieldSource, { cell }: ValueContext): readonly Cell[] {
  if (source.constant !== undefined) return [{ heading: "", text: source.constant }];
  return (source.columns ?? []).flatMap((heading) =>
    cutAt(partOf(source, cell(heading)), source.split).flatMap((each) => {
      const text = withoutPrefix(source, each);
      return text === "" ? [] : [{ heading, text }];
    }),
  );
}

export function cutAt(text: string, characters = ""): readonly string[] {
  let parts = [text];
  for (const character of characters) parts = parts.flatMap((part) => part.split(character));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function joined(source: FieldSource, context: ValueContext): readonly Cell[] {
  if (source.constant !== undefined) return textsOf(source, context);
  const cells = (source.columns ?? [])
    .map((heading) => ({
      heading,
      text: withoutPrefix(source, partOf(source, context.cell(heading).trim())),
    }))
    .filter(({ text }) => text !== "");
  const [first, ...more] = cells;
  if (first === undefined) return [];
  const text = cells.map((each) => each.text).join(source.join ?? ", ");
  return [{ heading: first.heading, text, joined: more.map(({ heading }) => heading) }];
}

function withoutPrefix({ prefix = "" }: FieldSource, text: string): string {
  return prefix !== "" && text.startsWith(prefix.trimEnd())
    ? text.slice(prefix.trimEnd().length).trim()
    : text;
}

/** Of `label|url` the one or the other; a cell that holds no address is a label alone, one that holds nothing else is both. */
function partOf({ link }: FieldSource, text: string): string {
  if (link === undefined) return text;
  const at = text.lastIndexOf("|");
  const [label, url] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
  if (!/^(https?|ftp):\/\/\S+$/i.test(url)) return link === "label" ? text : "";
  return link === "label" && label !== "" ? label : url;
}

interface One {
  readonly cell: Cell;
  readonly context: ValueContext;
}

function oneValue(field: Field, source: FieldSource, { cell, context }: One): readonly unknown[] {
  const text = textFor(field, source, { cell, context });
  if (text === null) return [];
  const isCode = field.type === "code" || field.type === "codes";
  if (text === undefined) return refuse(context, cell, "unknown-value");
  try {
    const value = typedToValue(field, text, languageOf(source, { cell, context }));
    return [parseFieldValue(field, value, context.registry.isCode)];
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    return refuse(context, cell, isCode ? "unknown-value" : "bad-value");
  }
}

function languageOf({ languages = {}, language }: FieldSource, { cell, context }: One): string {
  const heading = Object.keys(languages).find((each) => folded(each) === folded(cell.heading));
  return (heading === undefined ? language : languages[heading]) ?? context.language;
}

/** What the field is given: null for a text that says nothing, undefined for one that nobody knows. */
function textFor(field: Field, source: FieldSource, { cell, context }: One): string | null | undefined {
  const { vocabulary } = field;
  const mapped = mappedText(source, cell.text);
  if (mapped !== undefined) return mapped;
  if (source.codes !== undefined) return codeFrom(field, source.codes, { cell, context });
  // The vocabulary of countries takes codes that it does not list, and a name is none.
  if (vocabulary === "countries") return countryCode(cell.text, context);
  return source.values === undefined ? cell.text : undefined;
}

/** The one term that stands for exactly what the code does. */
function codeFrom(
  { vocabulary: name = "" }: Field,
  scheme: NonNullable<FieldSource["codes"]>,
  { cell, context }: One,
): string | undefined {
  const vocabulary = context.registry.vocabularies.get(name);
  const code = huridocsCode(cell.text, vocabulary?.list);
  if (vocabulary === undefined || code === undefined) return undefined;
  const found = vocabulary.terms.filter(
    ({ crosswalk, broader = [] }) => crosswalk?.[scheme] === code && !broader.includes(scheme),
  );
  return found.length === 1 ? found[0]?.code : undefined;
}

function countryCode(text: string, { countries }: ValueContext): string | undefined {
  return countries.get(folded(text)) ?? (/^[A-Z]{2}$/.test(text) ? text : undefined);
}

/** Undefined where the mapping does not know the text. */
function mappedText({ values }: FieldSource, text: string): string | null | undefined {
  if (values === undefined) return undefined;
  const name = folded(text);
  const key = Object.keys(values).find((each) => folded(each) === name);
  return key === undefined ? undefined : (values[key] ?? null);
}

function refuse({ problem }: ValueContext, cell: Cell, reason: ProblemReason): readonly never[] {
  problem(cell, reason);
  return [];
}

export function holds(when: Condition, cell: ValueContext["cell"]): boolean {
  return Object.entries(when).every(([heading, values]) =>
    values.some((each) => folded(each) === folded(cell(heading))),
  );
}

function ruledValue(field: Field, { rules = [] }: FieldSource, { cell }: ValueContext): unknown {
  const found = [...new Set(rules.filter(({ when }) => holds(when, cell)).map(({ value }) => value))];
  if (isSetType(field.type)) return found.length === 0 ? undefined : found;
  return found[0];
}

/**
 * `2019-03-28/2019-07-13`, and `/2019-07-13` where only the end is known; an end before the beginning is a problem of
 * the end.
 */
function dateValue(source: FieldSource, context: ValueContext): unknown {
  const [heading = ""] = source.columns ?? [];
  const start = dateIn(heading, source, context);
  if (source.until === undefined) return start;
  const end = dateIn(source.until, source, context);
  if (end === undefined || start === end) return start;
  if (start === undefined) return end.includes("/") ? end : `/${end}`;
  const isPoint = [start, end].every((each) => !each.includes("/"));
  const both = `${start}/${end}`;
  if (isPoint && dateOf(both, []) !== null) return both;
  context.problem({ heading: source.until, text: context.cell(source.until) }, "bad-value");
  return start;
}

function dateIn(heading: string, source: FieldSource, context: ValueContext): string | undefined {
  const text = context.cell(heading);
  if (text.trim() === "") return undefined;
  const mapped = mappedText(source, text);
  if (mapped === null) return undefined;
  const date = rangeOf(mapped ?? text, source) ?? dateOf(mapped ?? text, source.dates ?? []);
  if (date === null) context.problem({ heading, text }, "not-a-date");
  return date ?? undefined;
}

/** Beginning and end in one cell, such as `2026-05-03~2026-05-09`; null where it holds no such thing. */
function rangeOf(text: string, { range = "", dates = [] }: FieldSource): string | null {
  for (const character of range) {
    const sides = text.split(character).map((each) => each.trim());
    if (sides.length !== 2) continue;
    const [from, to] = sides.map((each) => (each === "" ? ".." : dateOf(each, dates)));
    if (from === null || to === null || from === undefined || to === undefined) continue;
    return dateOf(from === to ? from : `${from}/${to}`, []);
  }
  return null;
}

function placeValue(source: FieldSource, context: ValueContext): unknown {
  const { point, ...rest } = source.place ?? {};
  const parts: Record<string, unknown> = pointIn(point, context);
  for (const [part, heading] of Object.entries(rest)) {
    const text = context.cell(heading).trim();
    const mapped = mappedText(source, text);
    if (text === "" || mapped === null) continue;
    const value = placePart(part, mapped ?? text, context);
    const isAlone = part !== "latitude" && part !== "longitude";
    if (!isAlone || isPlace({ [part]: value })) parts[part] = value;
    else context.problem({ heading, text }, part === "country" ? "unknown-value" : "bad-value");
  }
  if (!isPlace(parts)) dropDegrees(parts, source, context);
  return Object.keys(parts).length === 0 ? undefined : parts;
}

/** `12.5|-3.25`: latitude first, as Uwazi has it; nothing where it is no point. */
function pointIn(heading: string | undefined, context: ValueContext): Record<string, unknown> {
  if (heading === undefined) return {};
  const text = context.cell(heading).trim();
  if (text === "") return {};
  const degrees = text.split("|").map((each) => placePart("latitude", each.trim(), context));
  const point = { latitude: degrees[0], longitude: degrees[1] };
  if (degrees.length === 2 && isPlace(point)) return point;
  context.problem({ heading, text }, "bad-value");
  return {};
}

/** Latitude and longitude come together, or not at all. */
function dropDegrees(
  parts: Record<string, unknown>,
  { place = {} }: FieldSource,
  context: ValueContext,
): void {
  for (const part of ["latitude", "longitude"]) {
    const heading = place[part];
    if (parts[part] === undefined || heading === undefined) continue;
    context.problem({ heading, text: context.cell(heading) }, "bad-value");
    delete parts[part];
  }
}

function isPlace(parts: Readonly<Record<string, unknown>>): boolean {
  try {
    parsePlace(parts);
    return true;
  } catch (error) {
    if (isTocsinError(error)) return false;
    throw error;
  }
}

function placePart(part: string, text: string, { countries }: ValueContext): unknown {
  if (part === "country") return countries.get(folded(text)) ?? text;
  if (part !== "latitude" && part !== "longitude") return text;
  return /^-?\d{1,3}(\.\d{1,12})?$/.test(text) ? Math.round(Number(text) * 1_000_000) : text;
}

/** The platform's English names of the countries that the vocabulary has. */
export function countryNames(registry: Registry): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  const terms = registry.vocabularies.get("countries")?.terms ?? [];
  return new Map(terms.map(({ code }) => [folded(names.of(code) ?? code), code]));
}
