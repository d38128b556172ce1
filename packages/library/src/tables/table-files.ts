// A table as CSV and as JSON.
import type { LibraryHead } from "../library-input.ts";
import type { Tongue } from "../words/tongue.ts";
import { csvLines } from "./csv-lines.ts";
import type { ReadTable } from "./read-table.ts";

export function tableCsv(tongue: Tongue, table: ReadTable): string {
  const hidden = tongue.text("library.table.hidden");
  const lines = [
    ["", table.rowName, ...table.columnLabels],
    ...table.cells.map((cells, row) => [
      table.rowCodes[row] ?? "",
      table.rowLabels[row] ?? "",
      ...cells.map((cell) => (cell === null ? hidden : String(cell))),
    ]),
  ];
  return csvLines(lines);
}

/** `null` in `cells` is a number that is hidden because it is small. */
export function tableJson(table: ReadTable, head: LibraryHead): string {
  const { slug, title, notes, source, rowCodes, columnCodes, rowLabels, columnLabels, cells } = table;
  const named = (codes: readonly string[], labels: readonly string[]): readonly object[] =>
    codes.map((code, at) => ({ code, label: labels[at] ?? code }));
  const value = {
    slug,
    title: title.text,
    lang: title.lang,
    notes: notes.map(({ text }) => text),
    source,
    made: head.made,
    release: head.release,
    rows: named(rowCodes, rowLabels),
    columns: named(columnCodes, columnLabels),
    cells,
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}
