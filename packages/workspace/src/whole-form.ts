// Records as a table from which they can be read again, value for value (docs/formats/tables.md): every field in a column
// of its own, whatever is more than one text as canonical JSON.
import {
  encodeCanonicalText,
  isJsonObject,
  parseId,
  parseUtf8,
  runsInSpreadsheets,
  type Json,
  type RecordId,
} from "@tocsin/core";
import { openTable, type Sheet, type Table, type TableRow } from "@tocsin/formats";
import { isSetType, kindOf, RecordsError, type Field, type Kind, type Registry } from "@tocsin/records";

export interface WholeRecord {
  readonly id: RecordId;
  readonly values: Readonly<Record<string, Json>>;
}

export interface WholeTable {
  readonly kind: Kind;
  /**
   * From the first one, each time that it is called, and read as they are asked for. Throws `records.bad-input`, with the
   * row, on what is not of this form.
   */
  rows(): Iterable<NumberedRecord>;
}

export interface NumberedRecord extends WholeRecord {
  /** As spreadsheets count; in JSON its place, from 1. */
  readonly row: number;
}

const mark = "tocsin-records-1:";
const plainTypes: ReadonlySet<Field["type"]> = new Set(["string", "date", "instant", "code", "link"]);

/** The first heading says that the table is of this form, and of which kind; then each field of the kind. */
export function wholeColumns(kind: Kind): readonly string[] {
  return [`${mark}${kind.name}`, ...Object.keys(kind.fields)];
}

/** Under `wholeColumns`. */
export function wholeCells({ fields }: Kind, { id, values }: WholeRecord): readonly (string | null)[] {
  return [
    id,
    ...Object.entries(fields).map(([name, field]) => {
      const value = values[name];
      return value === undefined ? null : quoted(cellText(field, value));
    }),
  ];
}

/** As JSON, with what stands before the first record and behind the last one; commas between them. */
export function wholeJson(kind: Kind): {
  readonly before: string;
  readonly after: string;
  readonly items: (records: readonly WholeRecord[]) => string;
} {
  return {
    before: `{"format":"tocsin-records","kind":${encodeCanonicalText(kind.name)},"records":[`,
    after: `],"version":1}\n`,
    items: (records) => records.map(({ id, values }) => encodeCanonicalText({ id, values })).join(","),
  };
}

function cellText({ type }: Field, value: Json): string {
  return plainTypes.has(type) && typeof value === "string" ? value : encodeCanonicalText(value);
}

/**
 * An apostrophe stands before what a spreadsheet would run, and before what begins with one: so it can be taken away
 * again without guessing.
 */
function quoted(text: string): string {
  return text.startsWith("'") || runsInSpreadsheets(text) ? `'${text}` : text;
}

function unquoted(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}

/** Throws `records.bad-input` on what does not begin in this form, and `core.bad-encoding`. */
export function parseWhole(bytes: Uint8Array, registry: Registry): WholeTable {
  return bytes[0] === 0x7b ? parseWholeJson(bytes, registry) : parseWholeTable(openTable(bytes), registry);
}

function parseWholeJson(bytes: Uint8Array, registry: Registry): WholeTable {
  const whole = jsonIn(parseUtf8(bytes));
  if (!isJsonObject(whole) || whole["format"] !== "tocsin-records" || whole["version"] !== 1)
    throw notWhole("it is not of the form tocsin-records, version 1");
  const { kind: name, records } = whole;
  const kind = kindOf(registry, typeof name === "string" ? name : "");
  if (!Array.isArray(records)) throw notWhole("it has no records");
  return { kind, rows: () => jsonRecords(records) };
}

function* jsonRecords(records: readonly Json[]): Generator<NumberedRecord> {
  for (const [at, record] of records.entries()) {
    if (!isJsonObject(record) || !isJsonObject(record["values"] ?? null))
      throw notWhole("a record is none", at + 1);
    yield { id: parseId(record["id"]), values: record["values"] as WholeRecord["values"], row: at + 1 };
  }
}

function parseWholeTable({ sheets }: Table, registry: Registry): WholeTable {
  const [sheet] = sheets;
  const [first = "", ...names] = headingsOf(sheet);
  if (!first.startsWith(mark)) throw notWhole(`its first heading is not ${mark}KIND`);
  const kind = kindOf(registry, first.slice(mark.length));
  return { kind, rows: () => tableRecords(kind, names, sheet) };
}

function headingsOf(sheet: Sheet | undefined): readonly string[] {
  for (const { cells } of sheet?.rows() ?? []) return cells;
  return [];
}

function* tableRecords(
  kind: Kind,
  names: readonly string[],
  sheet: Sheet | undefined,
): Generator<NumberedRecord> {
  let isHead = true;
  for (const { row, cells } of sheet?.rows() ?? []) {
    if (!isHead) yield { id: parseId(cells[0]), values: valuesIn(kind, names, { row, cells }), row };
    isHead = false;
  }
}

function valuesIn(
  kind: Kind,
  names: readonly string[],
  { row, cells }: Pick<TableRow, "row" | "cells">,
): WholeRecord["values"] {
  const texts = new Map<string, string>();
  names.forEach((heading, at) => {
    // What is too long for a cell of a workbook goes on under `heading#2`.
    const name = heading.replace(/#\d+$/, "");
    const text = cells[at + 1] ?? "";
    if (text !== "") texts.set(name, (texts.get(name) ?? "") + text);
  });
  return Object.fromEntries(
    [...texts].map(([name, text]) => [name, valueIn(kind, { name, text, row })] as const),
  );
}

interface CellIn {
  readonly name: string;
  readonly text: string;
  readonly row: number;
}

function valueIn(kind: Kind, { name, text, row }: CellIn): Json {
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (field === undefined) throw notWhole(`${kind.name} has no field "${name}"`, row);
  const whole = unquoted(text);
  if (plainTypes.has(field.type)) return whole;
  const value = jsonIn(whole);
  if (isSetType(field.type) && !Array.isArray(value)) throw notWhole(`"${name}" is no list`, row);
  return value;
}

function jsonIn(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new RecordsError("records.bad-input", "Cannot read records: a value is not JSON", { cause });
  }
}

function notWhole(state: string, row?: number): RecordsError {
  const place = row === undefined ? "" : ` (row ${row})`;
  return new RecordsError("records.bad-input", `Cannot read records: ${state}${place}`, {
    details: row === undefined ? {} : { row },
  });
}
