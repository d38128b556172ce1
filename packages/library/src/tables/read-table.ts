// A released table with its names in one language; and whether its rows, columns and numbers fit together at all.
import type { LibraryTable, LibraryText } from "../library-input.ts";
import { isCode, isSlug } from "../taking/safe-address.ts";
import { safeLibraryText, safeText, safeTitle } from "../taking/safe-text.ts";
import type { Tongue } from "../words/tongue.ts";

export interface ReadTable {
  readonly slug: string;
  readonly title: LibraryText;
  readonly notes: readonly LibraryText[];
  readonly columns: LibraryTable["columns"];
  readonly rowName: string;
  readonly columnName: string;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  readonly rowCodes: readonly string[];
  readonly columnCodes: readonly string[];
  readonly cells: LibraryTable["cells"];
  readonly source: string;
}

const mostCells = 20_000;
/** Each page of a table has all its columns. */
const mostColumns = 300;
const mostNotes = 8;

export function isWholeTable(table: LibraryTable): boolean {
  const { slug, title, rowCodes, columnCodes, cells } = table;
  const codes = [...rowCodes, ...columnCodes];
  return (
    isSlug(slug) &&
    title.length > 0 &&
    codes.every(isCode) &&
    rowCodes.length > 0 &&
    columnCodes.length > 0 &&
    columnCodes.length <= mostColumns &&
    rowCodes.length * columnCodes.length <= mostCells &&
    cells.length === rowCodes.length &&
    cells.every((row) => row.length === columnCodes.length && row.every(isNumber))
  );
}

function isNumber(cell: number | null): boolean {
  return cell === null || (Number.isSafeInteger(cell) && cell >= 0);
}

export function readTable(tongue: Tongue, table: LibraryTable): ReadTable {
  const safe = (text: string): string => safeText(text, "table", () => undefined);
  const title = tongue.choose(table.title);
  const notes = table.notes.slice(0, mostNotes).map((note) => tongue.choose(note));
  return {
    ...table,
    title: { text: safeTitle(title.text, () => undefined), lang: title.lang },
    notes: notes.map((note) => safeLibraryText(note, "table", () => undefined)),
    rowName: tongue.text(`library.one.${table.rows}`),
    columnName: tongue.text(`library.one.${table.columns}`),
    rowLabels: table.rowCodes.map((code) => labelOf(tongue, table.rows, code)),
    columnLabels: table.columnCodes.map((code) => labelOf(tongue, table.columns, code)),
    source: safe(table.source.slice(0, 300)),
  };
}

function labelOf(tongue: Tongue, facet: LibraryTable["columns"], code: string): string {
  if (facet === "quarter") return code;
  if (facet !== "verification") return tongue.label(facet, code).text;
  const key = `verification.${code}.label`;
  return tongue.has(key) ? tongue.text(key) : code;
}
