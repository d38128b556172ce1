// What a record puts into the tables of the projection: five tables serve every kind.
import { isJsonObject, parseEdtf, type Json, type RecordId } from "@tocsin/core";
import { encodeBrief, type BriefText } from "./briefs.ts";
import type { Field } from "./fields.ts";
import { parseFieldValue } from "./field-values.ts";
import { valuesOf, type RecordState } from "./fold.ts";
import { countryOf, encodeGridPlace, gridFacet } from "./grid.ts";
import type { Kind } from "./kind.ts";
import { standardCode } from "./local-terms.ts";
import { encodeSpot } from "./spots.ts";

export interface RecordRow {
  readonly id: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly labelLang: string;
  /** Milliseconds since 1970 of the sort field's earliest meaning, else of creation. */
  readonly sort: number;
  readonly created: number;
  readonly updated: number;
}

export interface CellRow {
  readonly field: string;
  readonly text: string;
  readonly number: number | null;
}

export interface LinkRow {
  readonly field: string;
  readonly to: RecordId;
  readonly brief: BriefText;
}

export interface WordsRow {
  readonly field: string;
  readonly weight: "high" | "low";
  readonly text: string;
  readonly lang: string;
  /** It names somebody: it is found by how it sounds, too. */
  readonly isName?: true;
}

export interface TallyRow {
  readonly facet: string;
  readonly value: string;
}

export interface Rows {
  readonly record: RecordRow;
  readonly cells: readonly CellRow[];
  readonly links: readonly LinkRow[];
  readonly words: readonly WordsRow[];
  readonly tallies: readonly TallyRow[];
}

/** Values that the kind of today does not accept stay in the state and give no rows. */
export function rowsOf(kind: Kind, state: RecordState): Rows {
  const values = valuesOf(state);
  const each = Object.entries(kind.fields).flatMap(([name, field]) =>
    field.type === "data"
      ? []
      : elementsOf(values[name])
          .filter((value) => isAccepted(field, value))
          .map((value) => ({ name, field, value })),
  );
  return {
    record: recordRow(kind, state, each),
    cells: each.flatMap(({ name, field, value }) => cellOf(name, field, value)),
    links: each.flatMap(({ name, field, value }) =>
      (field.type === "link" || field.type === "links") && typeof value === "string"
        ? [{ field: name, to: value as RecordId, brief: encodeBrief(field, { state, values }) }]
        : [],
    ),
    words: each.flatMap(({ name, field, value }) => wordsOf(name, field, value)),
    tallies: [
      ...once(each.flatMap(({ name, field, value }) => talliesOf(name, field, value))),
      ...spotTallies(kind, each),
      ...gridTallies(kind, each),
    ],
  };
}

/** A value as one line of text, for cells and CSV; codes stay codes. */
export function textOfValue(field: Field, value: Json): string {
  switch (field.type) {
    case "text":
    case "names":
    case "translations":
      return isJsonObject(value) && typeof value["text"] === "string" ? value["text"] : "";
    case "given":
      return isJsonObject(value) ? `${textPart(value, "calendar")} ${textPart(value, "text")}` : "";
    case "place":
      return isJsonObject(value) ? placeText(value) : "";
    case "flag":
      return value === true ? "yes" : "no";
    case "data":
      return JSON.stringify(value);
    case "string":
    case "strings":
    case "integer":
    case "date":
    case "instant":
    case "code":
    case "codes":
    case "link":
    case "links":
      return typeof value === "string" || typeof value === "number" ? String(value) : "";
    default:
      return field.type satisfies never;
  }
}

/** A value as its elements: none, one, or those of a set. */
export function elementsOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether an element of what the field holds is what `parseFieldValue` gives; codes of any vocabulary are. */
export function isAccepted(field: Field, value: Json): boolean {
  try {
    parseFieldValue(field, value, () => true);
    return true;
  } catch {
    return false;
  }
}

interface FieldElement {
  readonly name: string;
  readonly field: Field;
  readonly value: Json;
}

/** Text of the field that people know a record by; empty where it has none. A code stays a code. */
export function labelIn(kind: Kind, state: RecordState): string {
  const name = kind.options.label;
  const field = kind.fields[name];
  if (field === undefined) return "";
  const value = elementsOf(valuesOf(state)[name]).find((each) => isAccepted(field, each));
  return value === undefined ? "" : textOfValue(field, value);
}

function recordRow(kind: Kind, state: RecordState, elements: readonly FieldElement[]): RecordRow {
  const label = elements.find(({ name }) => name === kind.options.label);
  const sorting = elements.find(({ field }) => field.sort === true);
  return {
    id: state.id,
    kind: state.kind,
    label: label === undefined ? "" : textOfValue(label.field, label.value),
    labelLang: languageOf(label?.value),
    sort: (sorting && numberOf(sorting.field, sorting.value)) ?? state.created.at,
    created: state.created.at,
    updated: state.updated.at,
  };
}

function languageOf(value: Json | undefined): string {
  return isJsonObject(value) && typeof value["lang"] === "string" ? value["lang"] : "und";
}

function cellOf(name: string, field: Field, value: Json): readonly CellRow[] {
  return [{ field: name, text: textOfValue(field, value), number: numberOf(field, value) }];
}

function numberOf(field: Field, value: Json): number | null {
  if (field.type === "integer" && typeof value === "number") return value;
  if (typeof value !== "string") return null;
  if (field.type === "instant") return Date.parse(value);
  if (field.type !== "date") return null;
  const { earliest, latest } = parseEdtf(value);
  return earliest ?? latest;
}

function wordsOf(name: string, field: Field, value: Json): readonly WordsRow[] {
  if (field.search === undefined) return [];
  const isName = field.guard === "name" || field.guard === "alias";
  return [
    {
      field: name,
      weight: field.search,
      text: textOfValue(field, value),
      lang: languageOf(value),
      ...(isName ? { isName } : {}),
    },
  ];
}

function talliesOf(name: string, field: Field, value: Json): readonly TallyRow[] {
  if (field.facet === undefined || field.facet === false) return [];
  if (field.type === "code" || field.type === "codes") return codeTallies(name, textOfValue(field, value));
  if (field.facet === true) return [{ facet: name, value: textOfValue(field, value) }];
  const country = isJsonObject(value) ? value["country"] : undefined;
  return typeof country === "string" ? [{ facet: name, value: country }] : [];
}

/** The facet of where a place field lies. */
export function spotFacet(field: string): string {
  return `${field}.spots`;
}

/** What has no place is counted too: a map says how much it does not show. */
function spotTallies(kind: Kind, elements: readonly FieldElement[]): readonly TallyRow[] {
  const valueOf = (field: string): Json | undefined => elements.find(({ name }) => name === field)?.value;
  return Object.entries(kind.fields).flatMap(([name, { spots, spotsCountry }]) => {
    if (spots === undefined) return [];
    const sorting = elements.find(({ field }) => field.sort === true);
    const began = sorting === undefined ? null : numberOf(sorting.field, sorting.value);
    const country = spotsCountry === undefined ? undefined : valueOf(spotsCountry);
    const place = valueOf(name) ?? (typeof country === "string" ? { country } : undefined);
    const value = encodeSpot({ place, status: valueOf(spots), began });
    return [{ facet: spotFacet(name), value }];
  });
}

function gridTallies(kind: Kind, elements: readonly FieldElement[]): readonly TallyRow[] {
  const valueOf = (field: string): Json | undefined => elements.find(({ name }) => name === field)?.value;
  if (valueOf("mergedInto") !== undefined) return [];
  return elements.flatMap(({ name, value, field: { grid } }) => {
    if (grid === undefined || typeof value !== "string") return [];
    const place = {
      to: value as RecordId,
      country: countryOf(grid.countries.map(valueOf)),
      apart: apartIn(grid, valueOf),
    };
    return [{ facet: gridFacet(name), value: encodeGridPlace(place) }];
  });
}

function apartIn(
  { apart, lacking }: NonNullable<Field["grid"]>,
  valueOf: (field: string) => Json | undefined,
): string {
  const code = apart === undefined ? undefined : valueOf(apart);
  if (typeof code !== "string") return "";
  if (lacking === undefined || code !== lacking.code) return code;
  const named = valueOf(lacking.field);
  const isNamed = isJsonObject(named) ? named["text"] !== "" : typeof named === "string" && named !== "";
  return isNamed ? code : lacking.as;
}

function textPart(value: { readonly [key: string]: Json }, name: string): string {
  const part = value[name];
  return typeof part === "string" ? part : "";
}

/** A term of an organisation's own counts as itself and as the standard term above it. */
function codeTallies(facet: string, code: string): readonly TallyRow[] {
  return [code, standardCode(code)].map((value) => ({ facet, value }));
}

/** A record counts once for each value, also where two of its terms stand under the same standard one. */
function once(tallies: readonly TallyRow[]): readonly TallyRow[] {
  return [...new Map(tallies.map((tally) => [`${tally.facet}\0${tally.value}`, tally])).values()];
}

function placeText(value: { readonly [key: string]: Json }): string {
  const { locality, region, country, latitude, longitude } = value;
  const named = [locality, region, country].filter((part) => typeof part === "string");
  if (named.length > 0) return named.join(", ");
  return `${Number(latitude) / 1_000_000}, ${Number(longitude) / 1_000_000}`;
}
