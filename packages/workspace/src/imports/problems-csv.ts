// Problems of a table as a file to work through, with what a spreadsheet would run as a formula made inert.
import { csvOf } from "@tocsin/publish";
import { problemColumns, type TableProblem } from "./problems.ts";

export function problemsAsCsv(problems: readonly TableProblem[]): string {
  return csvOf({
    columns: problemColumns,
    rows: problems.map((problem) => problemColumns.map((column) => problem[column])),
  });
}
