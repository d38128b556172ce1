// Released records as a table: a column for each field that may leave, with withheld names struck out of every text.
import type { ReleaseFields } from "@tocsin/cases";
import { isJsonObject, type Json } from "@tocsin/core";
import type { Cell, NameFinder } from "@tocsin/publish";
import { elementsOf, textOfValue, type Field, type Kind, type Released } from "@tocsin/records";
import { textIn } from "./values.ts";

export interface RowsOptions {
  readonly fields: ReleaseFields[string];
  readonly finder: NameFinder;
}

/** A text has a column for its language beside it. */
export function releasedColumns(kind: Kind, fields: ReleaseFields[string]): readonly string[] {
  return [
    "id",
    ...Object.entries(kind.fields)
      .filter(([name]) => fields[name] !== undefined)
      .flatMap(([name, { type }]) => (type === "text" ? [name, `${name}.lang`] : [name])),
  ];
}

/** Under `releasedColumns`; the elements of a set stand in one cell. */
export function releasedRows(
  kind: Kind,
  out: readonly Released[],
  { fields, finder }: RowsOptions,
): { readonly rows: readonly (readonly Cell[])[]; readonly struck: number } {
  let struck = 0;
  const strike = (field: Field, text: string): string => {
    if (!isFreeText(field, text)) return text;
    const result = finder.strike(text);
    struck += result.count;
    return result.text;
  };
  const columns = Object.entries(kind.fields).filter(([name]) => fields[name] !== undefined);
  const rows = out.map(({ id, values }) => [
    id,
    ...columns.flatMap(([name, field]) => cellsOf(field, values[name], strike)),
  ]);
  return { rows, struck };
}

function cellsOf(
  field: Field,
  value: Json | undefined,
  strike: (field: Field, text: string) => string,
): readonly Cell[] {
  if (field.type === "text") {
    const text = textIn(value);
    return text === null ? [null, null] : [strike(field, text.text), text.lang];
  }
  if (value === undefined) return [null];
  if (typeof value === "number" || typeof value === "boolean") return [value];
  const texts = elementsOf(value).map((each) => strike(field, textOfValue(field, each)));
  return [texts.join("; ")];
}

/** The values themselves, with withheld names struck out of every text in them. */
export function struckValues(
  { fields }: Kind,
  out: readonly Released[],
  finder: NameFinder,
): { readonly records: readonly Pick<Released, "id" | "values">[]; readonly struck: number } {
  let struck = 0;
  const strike = (field: Field, value: Json): Json => {
    if (typeof value === "string") {
      if (!isFreeText(field, value)) return value;
      const result = finder.strike(value);
      struck += result.count;
      return result.text;
    }
    if (Array.isArray(value)) return value.map((each: Json) => strike(field, each));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [
        name,
        field.type !== "data" && codedParts.has(name) ? part : strike(field, part),
      ]),
    );
  };
  const records = out.map(({ id, values }) => ({
    id,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const field = fields[name];
        return [name, field === undefined ? value : strike(field, value)];
      }),
    ),
  }));
  return { records, struck };
}

/** Parts of a value that are codes and dates; `data` has names of its own, which say nothing of that kind. */
const codedParts: ReadonlySet<string> = new Set(["lang", "country", "calendar", "edtf", "origin"]);

const freeTypes: ReadonlySet<Field["type"]> = new Set([
  "text",
  "names",
  "translations",
  "given",
  "place",
  "data",
]);

/** Codes, dates, identifiers and hashes hold no names, and would be spoilt by a name that is spelt like them. */
function isFreeText({ type }: Field, text: string): boolean {
  if (type === "string" || type === "strings") return !/^[0-9a-f]{64}$/.test(text);
  return freeTypes.has(type);
}
