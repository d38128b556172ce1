// How the columns of a table become records: plain data that a person can read and change. It names kinds and fields; what
// a field takes is asked of its definition.
import { isJsonObject, type Json } from "@tocsin/core";
import { kindOf, RecordsError, type Kind, type Registry } from "@tocsin/records";

export interface TableMapping {
  readonly format: "tocsin-mapping";
  readonly version: 1;
  /** Rows that were taken in under one name are known again, in whatever file they come. */
  readonly name: string;
  /** Of texts; BCP 47. */
  readonly language: string;
  /** Gone through in this order, whatever their order in the table: a record stands before what only adds to it. */
  readonly sheets: readonly SheetMapping[];
}

export interface SheetMapping {
  /** Names of sheets; every sheet where it is absent. */
  readonly sheets?: readonly string[];
  /** What nobody has checked against a source. Said to people; nothing goes by it. */
  readonly unverified?: string;
  /** Row of the headings. */
  readonly headings: number;
  /** Headings of columns that are left out knowingly. */
  readonly ignore?: readonly string[];
  readonly records: readonly RecordMapping[];
}

export interface RecordMapping {
  readonly kind: string;
  /** By which other records of the row link to it; the kind where absent. */
  readonly as?: string;
  /** Columns that say which record it is, in every row and sheet. */
  readonly key?: readonly string[];
  /**
   * Columns by whose texts other rows name it, where two may have one name: each row of this kind is a record of its own,
   * and a row that names more than one of them is told of, and linked to none. In place of a key.
   */
  readonly named?: readonly string[];
  /** Made once for each value of this cell, such as the titles that a relationship names. */
  readonly each?: EachValue;
  /** Made only where one of these columns says something. */
  readonly needs?: readonly string[];
  /** Made only where each of these columns holds one of these texts, such as the template of a library's row. */
  readonly when?: Condition;
  readonly fields: Readonly<Record<string, FieldSource>>;
}

export interface EachValue {
  readonly column: string;
  /** Characters at which the cell is cut. */
  readonly split: string;
}

export interface FieldSource {
  readonly columns?: readonly string[];
  /** Between the texts of several columns. */
  readonly join?: string;
  readonly constant?: string;
  /** Characters at which a cell is cut into several values. */
  readonly split?: string;
  /** Taken away where a text begins with it, such as the `- ` of a list. */
  readonly prefix?: string;
  /** What stands in the cell, without regard to case and white space, to a value; null for what says nothing. */
  readonly values?: Readonly<Record<string, string | null>>;
  /** The cell holds codes of this scheme, as our vocabulary is mapped to it; what stands for more than one term is kept. */
  readonly codes?: "huridocs";
  /** Forms of dates, such as `D MMMM YYYY`; EDTF is always read. */
  readonly dates?: readonly string[];
  /** Column with the end of the time that begins with the first column. */
  readonly until?: string;
  /** Characters that stand between beginning and end where one cell holds both; an empty side is open. */
  readonly range?: string;
  /** Of a link that is written as `label|url`, the one part. */
  readonly link?: "label" | "url";
  /** Parts of a place, by their columns; `point` is a column with `latitude|longitude`. */
  readonly place?: Readonly<Record<string, string>>;
  /** The record of the row with this name. */
  readonly record?: string;
  /** Every rule whose conditions all hold gives its value: column to what may stand in it. */
  readonly rules?: readonly FieldRule[];
  readonly language?: string;
  /** Of single columns, where several hold one text in several languages: heading to BCP 47. */
  readonly languages?: Readonly<Record<string, string>>;
  /** What nobody has checked against a source. Said to people; nothing goes by it. */
  readonly unverified?: string;
}

/** Column to what may stand in it, without regard to case and white space. */
export type Condition = Readonly<Record<string, readonly string[]>>;

export interface FieldRule {
  readonly when: Condition;
  readonly value: string;
}

const maximumSheets = 64;

/** Throws `records.bad-input`, `records.unknown-kind` or `records.unknown-field`. */
export function parseMapping(value: unknown, registry: Registry): TableMapping {
  const given = structuredClone(value) as Json;
  if (!isJsonObject(given) || given["format"] !== "tocsin-mapping" || given["version"] !== 1)
    throw badMapping("it is not of the form tocsin-mapping, version 1");
  const mapping = given as unknown as TableMapping;
  if (typeof mapping.name !== "string" || mapping.name.trim() === "") throw badMapping("it has no name");
  if (typeof mapping.language !== "string") throw badMapping("it has no language");
  if (!Array.isArray(mapping.sheets) || mapping.sheets.length === 0 || mapping.sheets.length > maximumSheets)
    throw badMapping("it has no sheets, or too many");
  for (const sheet of mapping.sheets) checkSheet(sheet, registry);
  return mapping;
}

function checkSheet(sheet: SheetMapping, registry: Registry): void {
  if (!Number.isSafeInteger(sheet.headings) || sheet.headings < 1)
    throw badMapping("a sheet has no row of headings");
  checkList(sheet.sheets, "sheets");
  checkList(sheet.ignore, "ignore");
  if (!Array.isArray(sheet.records)) throw badMapping("a sheet has no records");
  for (const record of sheet.records) {
    checkList(record.key, "key");
    checkList(record.needs, "needs");
    checkList(record.named, "named");
    if (record.when !== undefined) checkCondition(record.when, `${record.kind}.when`);
    if (record.named !== undefined && record.key !== undefined)
      throw badMapping(`${record.kind} is named and has a key: one of the two says which it is`);
    const definition = kindOf(registry, record.kind);
    const { fields } = definition;
    if (!isJsonObject(record.fields)) throw badMapping(`${record.kind} has no fields`);
    checkEach(record, sheet, definition);
    for (const [name, source] of Object.entries(record.fields)) {
      if (!Object.hasOwn(fields, name))
        throw new RecordsError(
          "records.unknown-field",
          `Cannot read mapping: ${record.kind} has no field "${name}"`,
          {
            details: { kind: record.kind, field: name },
          },
        );
      checkSource(source as Json, `${record.kind}.${name}`);
    }
  }
}

function checkEach(record: RecordMapping, sheet: SheetMapping, definition: Kind): void {
  const { kind, each, fields } = record;
  if (each !== undefined && !(isText(each.column) && isText(each.split)))
    throw badMapping(`${kind} is made for each value, but not of which column`);
  for (const [name, { record: as }] of Object.entries(fields))
    if (as !== undefined && definition.fields[name]?.type === "link" && isRepeated(as, record, sheet))
      throw badMapping(`${kind}.${name} leads to one record, and ${as} is made several times`);
}

/** What is made several times can be led to only by what is made as often, or by a field that takes several. */
function isRepeated(name: string, { each }: RecordMapping, { records }: SheetMapping): boolean {
  const target = records.find(({ kind, as = kind }) => as === name);
  return target?.each !== undefined && target.each.column !== each?.column;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function checkSource(source: Json, place: string): void {
  if (!isJsonObject(source)) throw badMapping(`${place} is no object`);
  checkList(source["columns"], place);
  checkList(source["dates"], place);
  checkOneOf(source["codes"], ["huridocs"], `${place} has codes of an unknown scheme`);
  checkOneOf(source["link"], ["label", "url"], `${place} takes a part of a link that it has not`);
  if (source["range"] !== undefined && typeof source["range"] !== "string")
    throw badMapping(`${place} has a range that is no text`);
  for (const part of [source["values"], source["place"], source["languages"]])
    if (part !== undefined && !isJsonObject(part))
      throw badMapping(`${place} has a list where it takes an object`);
  const rules = source["rules"] ?? [];
  if (!Array.isArray(rules)) throw badMapping(`${place} takes a list of rules`);
  for (const rule of rules) checkRule(rule, place);
}

function checkOneOf(value: Json | undefined, known: readonly Json[], state: string): void {
  if (value !== undefined && !known.includes(value)) throw badMapping(state);
}

function checkRule(rule: Json, place: string): void {
  if (!isJsonObject(rule) || typeof rule["value"] !== "string" || !isJsonObject(rule["when"]))
    throw badMapping(`${place} has a rule that is none`);
  checkCondition(rule["when"], place);
}

function checkCondition(when: unknown, place: string): void {
  if (typeof when !== "object" || when === null || Array.isArray(when))
    throw badMapping(`${place} has a condition that is none`);
  for (const values of Object.values(when)) {
    if (!Array.isArray(values)) throw badMapping(`${place} has a condition that is none`);
    checkList(values, place);
  }
}

function checkList(list: unknown, place: string): void {
  if (list !== undefined && (!Array.isArray(list) || !list.every((each) => typeof each === "string")))
    throw badMapping(`${place} takes a list of texts`);
}

function badMapping(state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot read mapping: ${state}`);
}

/** How headings and values are compared: without regard to case and to white space around and between. */
export function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
