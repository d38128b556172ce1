// A table is gone through once before anything of it is composed, where something in it may stop the whole, or two rows may
// have one name: what was begun to be written stays in the log for good, and what was linked is not taken back.
import { columnName, tableLimits, type Sheet, type Table, type TableRow } from "@tocsin/formats";
import { WorkspaceError } from "../errors.ts";
import { headingsOf, isWanted, keyOf, sheetMappingOf } from "./mapped-rows.ts";
import { folded, type RecordMapping, type SheetMapping, type TableMapping } from "./mapping.ts";
import { shownValue, type TableProblem } from "./problems.ts";

export interface SurveyOptions {
  /** Stops at what an import would stop at. */
  readonly isStrict: boolean;
}

export interface TableSurvey {
  /** Names of more than one record, as keys. */
  readonly ambiguous: ReadonlySet<string>;
}

/** Throws what `openTable` throws, and `workspace.cell-too-long` where it is strict. */
export function surveyTable(table: Table, mapping: TableMapping, { isStrict }: SurveyOptions): TableSurvey {
  const known = table.sheets.flatMap((sheet) => {
    const about = sheetMappingOf(mapping, sheet.name);
    return about === undefined ? [] : [{ sheet, about }];
  });
  const hasNames = known.some(({ about }) => about.records.some(({ named }) => named !== undefined));
  const names = createNames();
  if (hasNames || (isStrict && !table.isWithinLimits()))
    for (const each of known) surveySheet(each.sheet, each.about, { isStrict, names });
  return { ambiguous: names.twice };
}

interface Names {
  readonly twice: ReadonlySet<string>;
  meet(name: string): void;
}

function createNames(): Names {
  const once = new Set<string>();
  const twice = new Set<string>();
  return { twice, meet: (name) => void (once.has(name) ? twice : once).add(name) };
}

interface Surveying extends SurveyOptions {
  readonly names: Names;
}

function surveySheet(sheet: Sheet, about: SheetMapping, { isStrict, names }: Surveying): void {
  const named = about.records.filter((record) => record.named !== undefined);
  let headings: readonly string[] | null = null;
  for (const row of sheet.rows()) {
    if (row.row < about.headings) continue;
    if (headings === null) {
      headings = headingsOf(row.cells);
      continue;
    }
    if (isStrict && row.marks.length > 0) refuseCut(sheet.name, row, { headings, about });
    for (const record of named) meetName(record, row, { headings, names });
  }
}

interface Named {
  readonly headings: readonly string[];
  readonly names: Names;
}

function meetName(record: RecordMapping, { cells }: TableRow, { headings, names }: Named): void {
  const cell = (heading: string): string => {
    const column = headings.findIndex((each) => folded(each) === folded(heading));
    return cells[column] ?? "";
  };
  if (!isWanted(record, cell)) return;
  const key = keyOf(record, { cell });
  if (key !== null) names.meet(key);
}

interface Cut {
  readonly headings: readonly string[];
  readonly about: SheetMapping;
}

function refuseCut(sheet: string, { row, marks }: TableRow, { headings, about }: Cut): void {
  const ignored = new Set((about.ignore ?? []).map(folded));
  for (const { column, reason } of marks) {
    const heading = headings[column] ?? columnName(column);
    if (reason === "cut" && !ignored.has(folded(heading)))
      throw tooLong({ sheet, row, column: columnName(column), heading });
  }
}

/** Only the beginning of such a cell was read: to write it would be to lose the rest. */
export function tooLong({
  sheet,
  row,
  column,
  heading,
}: Pick<TableProblem, "sheet" | "row" | "column" | "heading">): WorkspaceError {
  const place = [
    ...(sheet === "" ? [] : [`sheet "${sheet.slice(0, 40)}"`]),
    `row ${row}`,
    `column ${column}`,
  ];
  return new WorkspaceError(
    "workspace.cell-too-long",
    `Cannot import table: a cell has more than ${tableLimits.cell} characters (${place.join(", ")})`,
    { details: { sheet, row, column, heading: heading.slice(0, shownValue), limit: tableLimits.cell } },
  );
}
