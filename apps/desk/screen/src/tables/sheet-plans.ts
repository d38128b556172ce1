// What a person said of each sheet of a workbook, as the mapping that the server goes by: which records a row becomes, by
// what other rows name them, and where each column goes.
import type { FormField } from "@tocsin/records";
import type { FieldSource, LookedSheet, RecordMapping, TableMapping } from "@tocsin/workspace";
import { ignoreColumn, keepColumn, type Column } from "./column-mapping.ts";

export interface RecordPlan {
  readonly kind: string;
  /** Heading of the column that says which record it is, in every row and sheet; empty where each row is one of its own. */
  readonly key: string;
  /** Field to a code that holds for every row. */
  readonly constants: Readonly<Record<string, string>>;
}

export interface SheetPlan {
  readonly sheet: LookedSheet;
  /** Row of the headings. */
  readonly headings: number;
  /** What each row becomes; none where the sheet is left out. */
  readonly records: readonly RecordPlan[];
  readonly columns: readonly Column[];
}

export type FieldsOf = (kind: string) => readonly FormField[];

export interface PlannedMapping {
  readonly name: string;
  readonly language: string;
  /** Forms of dates. */
  readonly dates: readonly string[];
  readonly plans: readonly SheetPlan[];
  readonly fieldsOf: FieldsOf;
}

/** A link between two records of one row. */
export interface RowLink {
  readonly field: FormField;
  /** Places of both among the records of the row. */
  readonly from: number;
  readonly to: number;
}

export function mappingOf({ name, language, dates, plans, fieldsOf }: PlannedMapping): TableMapping {
  const used = plans.filter(({ records }) => records.length > 0);
  return {
    format: "tocsin-mapping",
    version: 1,
    name,
    language,
    sheets: byLinks(used, fieldsOf).map((plan) => {
      const ignore = plan.columns.filter(({ target }) => target === ignoreColumn);
      return {
        ...(plan.sheet.name === "" ? {} : { sheets: [plan.sheet.name] }),
        headings: plan.headings,
        ...(ignore.length === 0 ? {} : { ignore: ignore.map(({ heading }) => heading) }),
        records: recordsOf(plan, { dates, fieldsOf }),
      };
    }),
  };
}

/** Sheets whose rows others name come first, whatever their order in the file. */
function byLinks(plans: readonly SheetPlan[], fieldsOf: FieldsOf): readonly SheetPlan[] {
  const leadsTo = (plan: SheetPlan, other: SheetPlan): boolean =>
    linkColumns(plan, fieldsOf).some(({ field }) => other.records.some(({ kind }) => kind === field.to));
  const ordered: SheetPlan[] = [];
  for (let left = plans; left.length > 0;) {
    const next =
      left.find((plan) => !left.some((other) => other !== plan && leadsTo(plan, other))) ?? left[0];
    if (next === undefined) break;
    ordered.push(next);
    left = left.filter((plan) => plan !== next);
  }
  return ordered;
}

interface LinkColumn {
  readonly column: Column;
  readonly field: FormField;
}

/** Columns that name a record of another row. */
function linkColumns(plan: SheetPlan, fieldsOf: FieldsOf): readonly LinkColumn[] {
  return plan.columns.flatMap((column) => {
    const kind = plan.records[column.record]?.kind;
    const field = kind === undefined ? undefined : fieldsOf(kind).find(({ name }) => name === column.target);
    return field !== undefined && isLink(field) ? [{ column, field }] : [];
  });
}

function isLink({ type }: FormField): boolean {
  return type === "link" || type === "links";
}

interface Composing {
  readonly dates: readonly string[];
  readonly fieldsOf: FieldsOf;
}

function recordsOf(plan: SheetPlan, composing: Composing): readonly RecordMapping[] {
  const links = rowLinks(plan, composing.fieldsOf);
  const named = linkColumns(plan, composing.fieldsOf).map(({ column, field }): RecordMapping => ({
    kind: field.to ?? "",
    as: asOf(column),
    key: [column.heading],
    needs: [column.heading],
    ...(field.many ? { each: { column: column.heading, split: ";" } } : {}),
    fields: {},
  }));
  return [...named, ...inOrder(plan, links).map((at) => recordOf(plan, at, { ...composing, links }))];
}

/** Whom a column names is called by the column. */
function asOf({ heading, record, target }: Column): string {
  return `${target} ${record + 1}: ${heading}`;
}

/** What others of the row lead to stands before them. */
function inOrder({ records }: SheetPlan, links: readonly RowLink[]): readonly number[] {
  const ordered: number[] = [];
  for (let left = [...records.keys()]; left.length > 0;) {
    const isFree = (at: number): boolean =>
      links.every(({ from, to }) => from !== at || ordered.includes(to));
    const next = left.find(isFree) ?? left[0] ?? 0;
    ordered.push(next);
    left = left.filter((at) => at !== next);
  }
  return ordered;
}

function recordOf(
  plan: SheetPlan,
  at: number,
  { links, dates, fieldsOf }: Composing & { readonly links: readonly RowLink[] },
): RecordMapping {
  const { kind, key, constants } = plan.records[at] ?? noRecord;
  const own = columnsTo(plan, at);
  const fields: Record<string, FieldSource> = {};
  for (const [field, constant] of Object.entries(constants))
    if (constant !== "") fields[field] = { constant };
  for (const field of new Set(own.map(({ target }) => target.split(".")[0] ?? "")))
    fields[field] = sourceOf(field, own, { dates, fields: fieldsOf(kind) });
  for (const { field, from, to } of links) if (from === at) fields[field.name] = { record: nameOf(plan, to) };
  const needs = at === 0 ? [] : needsOf(plan, at, links);
  return {
    kind,
    as: nameOf(plan, at),
    ...(key === "" ? {} : { key: [key] }),
    ...(needs.length === 0 ? {} : { needs }),
    fields,
  };
}

const noRecord: RecordPlan = { kind: "", key: "", constants: {} };

function columnsTo({ columns }: SheetPlan, at: number): readonly Column[] {
  return columns.filter(
    ({ record, target }) => record === at && target !== keepColumn && target !== ignoreColumn,
  );
}

function nameOf({ records }: SheetPlan, at: number): string {
  const { kind } = records[at] ?? noRecord;
  return records.filter((record) => record.kind === kind).length === 1 ? kind : `${kind} ${at + 1}`;
}

/** A further record of a row is made where one of its own columns says something, or one of whom it leads to. */
function needsOf(plan: SheetPlan, at: number, links: readonly RowLink[]): readonly string[] {
  const headingsTo = (record: number): readonly string[] =>
    columnsTo(plan, record).map(({ heading }) => heading);
  const own = headingsTo(at);
  if (own.length > 0) return own;
  return links.filter(({ from, to }) => from === at && to !== 0).flatMap(({ to }) => headingsTo(to));
}

interface Sources {
  readonly dates: readonly string[];
  readonly fields: readonly FormField[];
}

function sourceOf(name: string, columns: readonly Column[], { dates, fields }: Sources): FieldSource {
  const field = fields.find((each) => each.name === name);
  const own = columns.filter(({ target }) => target.split(".")[0] === name);
  const [first] = own;
  if (field !== undefined && first !== undefined && isLink(field)) return { record: asOf(first) };
  if (field?.type === "place")
    return {
      place: Object.fromEntries(
        own.map(({ target, heading }) => [target.split(".")[1] ?? "country", heading]),
      ),
    };
  const headings = own.map(({ heading }) => heading);
  if (field?.type === "date") return { columns: headings, dates };
  return field?.many === true ? { columns: headings, split: ";" } : { columns: headings };
}

/**
 * Links that follow from standing in one row: where a record leads by one field alone to a kind of which the row has one
 * other, and no column says otherwise.
 */
export function rowLinks({ records, columns }: SheetPlan, fieldsOf: FieldsOf): readonly RowLink[] {
  return records.flatMap(({ kind }, from) => {
    const links = fieldsOf(kind).filter((field) => isLink(field) && field.fixed !== true);
    return links.flatMap((field): readonly RowLink[] => {
      const isOnly = links.filter(({ to }) => to === field.to).length === 1;
      const others = [...records.keys()].filter((at) => at !== from && records[at]?.kind === field.to);
      const isSaid = columns.some(({ record, target }) => record === from && target === field.name);
      const [to] = others;
      return isOnly && !isSaid && others.length === 1 && to !== undefined ? [{ field, from, to }] : [];
    });
  });
}

/** Required fields that nothing goes to, of one of the records of a row. */
export function lackingFields(plan: SheetPlan, at: number, fieldsOf: FieldsOf): readonly FormField[] {
  const { kind, constants } = plan.records[at] ?? noRecord;
  const isGiven = ({ name }: FormField): boolean =>
    (constants[name] ?? "") !== "" ||
    columnsTo(plan, at).some(({ target }) => target.split(".")[0] === name) ||
    rowLinks(plan, fieldsOf).some(({ from, field }) => from === at && field.name === name);
  return fieldsOf(kind).filter((field) => field.required === true && !isGiven(field));
}
