// Rows of a table through a mapping: which records each of them makes, and what could not be taken as it is.
import type { Json } from "@tocsin/core";
import { columnName, type CellMark, type Sheet, type Table, type TableRow } from "@tocsin/formats";
import { kindOf, type Kind, type Registry } from "@tocsin/records";
import { countryNames, holds, valueOf, type Cell, type ValueContext } from "./cell-values.ts";
import { createCopies, type CopiesOf, type RecordCopy } from "./repeated-records.ts";
import { folded, type RecordMapping, type SheetMapping, type TableMapping } from "./mapping.ts";
import {
  hasInvisible,
  shownValue,
  type ProblemEffect,
  type ProblemReason,
  type TableProblem,
} from "./problems.ts";

export interface RecordDraft {
  readonly as: string;
  readonly kind: string;
  /** Names the record wherever it stands in the tables; null for one of this row alone. */
  readonly key: string | null;
  /** Others can have the same name: the key is what other rows call it, and does not say which it is. */
  readonly isNamed: boolean;
  /** It names more than one record, and adds to none of them. */
  readonly isAmbiguous: boolean;
  /** A required field without a value: then it only adds to a record that another row made. */
  readonly lacks: string | null;
  /** Nothing goes to that field: it only names a record of another row. */
  readonly isReference: boolean;
  readonly values: Readonly<Record<string, Json>>;
  /** Field to the names of records of the row. */
  readonly links: Readonly<Record<string, readonly string[]>>;
}

export interface MappedRow {
  readonly sheet: string;
  readonly row: number;
  /** Sheet and every text of the row: what tells it from others. */
  readonly content: string;
  readonly drafts: readonly RecordDraft[];
  /** Word for word, by heading: what is in no field. */
  readonly kept: Record<string, string>;
}

export interface RowsOptions {
  readonly registry: Registry;
  /** Keys that are names of more than one record. */
  readonly ambiguous?: ReadonlySet<string>;
  readonly problem: (problem: TableProblem) => void;
}

/** What a mapping says of a sheet; undefined where it does not know it. */
export function sheetMappingOf({ sheets: all }: TableMapping, sheet: string): SheetMapping | undefined {
  return all.find(({ sheets }) => isFor(sheets, sheet));
}

/** A heading may stand twice: the second is `name (2)`. */
export function* mappedRows(table: Table, mapping: TableMapping, options: RowsOptions): Generator<MappedRow> {
  const countries = countryNames(options.registry);
  const aboutOf = (sheet: Sheet): SheetMapping | undefined => sheetMappingOf(mapping, sheet.name);
  for (const about of mapping.sheets)
    for (const sheet of table.sheets)
      if (aboutOf(sheet) === about) yield* sheetRows(sheet, about, { ...options, mapping, countries });
  for (const sheet of table.sheets) if (aboutOf(sheet) === undefined) tellUnmapped(sheet, options);
  for (const { reason, sheet, detail } of table.notices())
    if (reason !== "hidden-sheet")
      options.problem({
        ...wholeSheet(sheet ?? "", reason, detail),
        ...(isRead(reason) && { effect: "taken" }),
      });
}

function tellUnmapped(sheet: Sheet, { problem }: RowsOptions): void {
  for (const row of sheet.rows()) {
    const reason = sheet.hidden ? "sheet-hidden" : "sheet-not-mapped";
    problem(wholeSheet(sheet.name, reason, row.cells.join(" | ")));
    return;
  }
}

/** Rows that are hidden are read; of merged cells the first is. */
function isRead(reason: ProblemReason): boolean {
  return reason === "hidden-rows" || reason === "merged-cells";
}

function isFor(names: readonly string[] | undefined, sheet: string): boolean {
  return names === undefined || names.some((name) => folded(name) === folded(sheet));
}

function wholeSheet(sheet: string, reason: ProblemReason, value: string): TableProblem {
  const place = { sheet, row: 0, column: "", heading: "", field: "" };
  return { ...place, value: value.slice(0, shownValue), reason, effect: "left-out" };
}

interface SheetOptions extends RowsOptions {
  readonly mapping: TableMapping;
  readonly countries: ReadonlyMap<string, string>;
}

function* sheetRows(sheet: Sheet, about: SheetMapping, options: SheetOptions): Generator<MappedRow> {
  let layout: Layout | null = null;
  for (const row of sheet.rows()) {
    if (row.row < about.headings) continue;
    if (layout !== null) {
      yield mapRow({ sheet: sheet.name, row, layout, about }, options);
      continue;
    }
    const headings = headingsOf(row.cells);
    layout = layoutOf(headings, about);
    for (const heading of missingHeadings(about, headings))
      options.problem({ ...wholeSheet(sheet.name, "column-missing", ""), heading });
  }
}

/** How columns are named: an empty heading by its letter, and the second of one name as `name (2)`. */
export function headingsOf(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const name = cell.trim() === "" ? columnName(at) : cell.trim();
    const count = (seen.get(folded(name)) ?? 0) + 1;
    seen.set(folded(name), count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Columns whose texts stand in a field as they are. What only decides a value, or is replaced by one, is kept as well. */
function storedColumns(records: readonly RecordMapping[]): ReadonlySet<string> {
  const sources = records.flatMap(({ fields }) => Object.values(fields));
  const asTheyAre = sources.filter(
    ({ values, codes, link }) => values === undefined && codes === undefined && link === undefined,
  );
  return new Set(
    asTheyAre
      .flatMap(({ columns = [], until = "", place = {} }) => [...columns, until, ...Object.values(place)])
      .map(folded),
  );
}

/** Columns that a mapping reads. */
function columnsOf({ records }: SheetMapping): ReadonlySet<string> {
  const names = records.flatMap(({ key = [], named = [], each, when = {}, fields }) => [
    ...Object.keys(when),
    ...key,
    ...named,
    ...(each === undefined ? [] : [each.column]),
    ...Object.values(fields).flatMap(({ columns = [], until, place = {}, rules = [] }) => [
      ...columns,
      ...(until === undefined ? [] : [until]),
      ...Object.values(place),
      ...rules.flatMap(({ when }) => Object.keys(when)),
    ]),
  ]);
  return new Set(names.map(folded));
}

function missingHeadings(about: SheetMapping, headings: readonly string[]): readonly string[] {
  const there = new Set(headings.map(folded));
  return [...columnsOf(about)].filter((name) => !there.has(name));
}

/** What holds for every row of a sheet, worked out once. */
interface Layout {
  readonly headings: readonly string[];
  /** Whether the column's text is in a field as it is, or left out knowingly. */
  readonly isStored: readonly boolean[];
  readonly isIgnored: readonly boolean[];
  /** -1 where there is no such heading. */
  readonly columnOf: (heading: string) => number;
  readonly copiesOf: CopiesOf;
}

function layoutOf(headings: readonly string[], { records, ignore = [] }: SheetMapping): Layout {
  const names = headings.map(folded);
  const stored = storedColumns(records);
  const ignored = new Set(ignore.map(folded));
  const columns = new Map<string, number>();
  return {
    headings,
    isStored: names.map((name) => stored.has(name)),
    isIgnored: names.map((name) => ignored.has(name)),
    copiesOf: createCopies(records),
    columnOf(heading) {
      const known = columns.get(heading);
      if (known !== undefined) return known;
      const column = names.indexOf(folded(heading));
      columns.set(heading, column);
      return column;
    },
  };
}

interface RowOf {
  readonly sheet: string;
  readonly row: TableRow;
  readonly layout: Layout;
  readonly about: SheetMapping;
}

function mapRow({ sheet, row, layout, about }: RowOf, options: SheetOptions): MappedRow {
  const keeper = createKeeper({ sheet, row, layout, about }, options);
  const cell = (heading: string): string => row.cells[layout.columnOf(heading)] ?? "";
  const context: RowContext = {
    keep: keeper.keep,
    ambiguous: options.ambiguous ?? new Set(),
    registry: options.registry,
    language: options.mapping.language,
    countries: options.countries,
    cell,
    problem: () => undefined,
  };
  const copies = layout.copiesOf(cell);
  const drafts = copies.flatMap((copy) => draftOf(copy, context, keeper.problem));
  if (drafts.length < copies.length) keepUnstored({ layout, about }, drafts, keeper);
  return {
    sheet,
    row: row.row,
    content: JSON.stringify([sheet, ...row.cells]),
    drafts,
    kept: keeper.kept(),
  };
}

/** A record that is not made stores nothing: what only it would have stored is kept. */
function keepUnstored(
  { layout, about }: Pick<RowOf, "layout" | "about">,
  drafts: readonly RecordDraft[],
  { keep }: Keeper,
): void {
  const isMade = ({ kind, as = kind }: RecordMapping): boolean => drafts.some((draft) => draft.as === as);
  const stored = storedColumns(about.records.filter(isMade));
  layout.headings.forEach((heading, column) => {
    if (layout.isStored[column] === true && !stored.has(folded(heading))) keep(heading);
  });
}

interface RowContext extends ValueContext {
  /** Keeps a cell word for word. */
  readonly keep: (heading: string) => void;
  readonly ambiguous: ReadonlySet<string>;
}

type Tell = (
  cell: Cell,
  reason: ProblemReason,
  about: { readonly field: string; readonly effect: ProblemEffect },
) => void;

function draftOf(copy: RecordCopy, row: RowContext, tell: Tell): readonly RecordDraft[] {
  const { record, as, cell, links } = copy;
  if (!isWanted(record, cell)) return [];
  const { kind } = record;
  const context = cell === row.cell ? row : { ...row, cell };
  const values = fieldsOf(record, context, tell);
  const lacks = lackingOf(kindOf(row.registry, kind), { values, links });
  const naming = namingOf(record, context);
  if (lacks !== null || naming.isAmbiguous)
    for (const heading of columnsOf({ headings: 1, records: [record] })) row.keep(heading);
  if (lacks !== null && naming.key === null) {
    tell({ heading: "", text: "" }, "missing", { field: `${kind}.${lacks}`, effect: "record-left-out" });
    return [];
  }
  const isReference = lacks !== null && record.fields[lacks] === undefined;
  return [{ as, kind, ...naming, lacks, isReference, values, links }];
}

function namingOf(
  record: RecordMapping,
  context: RowContext,
): Pick<RecordDraft, "key" | "isNamed" | "isAmbiguous"> {
  const key = keyOf(record, context);
  const isNamed = record.named !== undefined;
  return { key, isNamed, isAmbiguous: !isNamed && key !== null && context.ambiguous.has(key) };
}

function lackingOf(
  { fields }: Kind,
  { values, links }: Pick<RecordDraft, "values" | "links">,
): string | null {
  const lacking = Object.entries(fields).find(
    ([field, { required }]) => required && values[field] === undefined && links[field] === undefined,
  );
  return lacking?.[0] ?? null;
}

/** Whether a row has what a record is made for. */
export function isWanted({ needs, when = {} }: RecordMapping, cell: ValueContext["cell"]): boolean {
  return holds(when, cell) && needs?.every((heading) => cell(heading).trim() === "") !== true;
}

/** What the cells of a key say. */
export function keyNames(key: string): string {
  const [, ...names] = JSON.parse(key) as readonly string[];
  return names.join(" · ");
}

export function keyOf(
  { kind, key, named = key }: RecordMapping,
  { cell }: Pick<ValueContext, "cell">,
): string | null {
  const keys = named?.map((heading) => cell(heading).trim());
  return keys?.some((each) => each !== "") ? JSON.stringify([kind, ...keys]) : null;
}

function fieldsOf(
  { kind: name, fields }: RecordMapping,
  context: RowContext,
  tell: Tell,
): RecordDraft["values"] {
  const kind = kindOf(context.registry, name);
  const values: Record<string, Json> = {};
  for (const [field, source] of Object.entries(fields)) {
    const definition = kind.fields[field];
    if (definition === undefined || source.record !== undefined) continue;
    const about = { field: `${name}.${field}`, effect: "kept" as const };
    const problem: ValueContext["problem"] = (cell, reason) => tell(cell, reason, about);
    const value = valueOf(definition, source, { ...context, problem });
    if (value !== undefined) values[field] = value as Json;
  }
  return values;
}

/** Of marks that leave their cell out of every field. */
const effectsOfMarks: { readonly [Reason in CellMark["reason"]]?: ProblemEffect } = {
  cut: "left-out",
  "bad-item": "kept",
};

interface Keeper {
  readonly problem: Tell;
  readonly keep: (heading: string) => void;
  kept(): Record<string, string>;
}

/** Collects what is in no field: columns that nobody mapped, and cells with a problem. */
function createKeeper({ sheet, row, layout }: RowOf, { problem }: SheetOptions): Keeper {
  const { headings, columnOf, isStored, isIgnored } = layout;
  const kept: Record<string, string> = {};
  const headingAt = (column: number): string => headings[column] ?? columnName(column);
  const say = (column: number, reason: ProblemReason, rest: Pick<TableProblem, "field" | "effect">): void => {
    const value = (row.cells[column] ?? "").slice(0, shownValue);
    const name =
      column < 0 ? { column: "", heading: "" } : { column: columnName(column), heading: headingAt(column) };
    problem({ sheet, row: row.row, ...name, value, reason, ...rest });
  };
  const isMarked = (column: number): boolean => row.marks.some((mark) => mark.column === column);
  row.cells.forEach((text, column) => {
    if (text.trim() === "" || isIgnored[column] === true) return;
    if (isStored[column] !== true) kept[headingAt(column)] = text;
    if (column >= headings.length && !isMarked(column))
      say(column, "no-heading", { field: "", effect: "kept" });
    if (hasInvisible(text)) say(column, "invisible-characters", { field: "", effect: "taken" });
  });
  for (const { column, reason } of row.marks) if (isIgnored[column] !== true) sayMark({ column, reason });
  function sayMark({ column, reason }: CellMark): void {
    say(column, reason, { field: "", effect: effectsOfMarks[reason] ?? "taken" });
  }
  const keep = (heading: string): void => {
    const column = columnOf(heading);
    const text = row.cells[column] ?? "";
    if (column >= 0 && text.trim() !== "") kept[headingAt(column)] = text;
  };
  return {
    keep,
    problem(cell, reason, about_) {
      for (const heading of [cell.heading, ...(cell.joined ?? [])]) keep(heading);
      say(cell.heading === "" ? -1 : columnOf(cell.heading), reason, about_);
    },
    kept: () => kept,
  };
}
