// One file, or several that belong together, as one table: so what one of them names can stand in any other.
import { openTable, type Sheet, type Table, type TableNotice } from "@tocsin/formats";
import { sheetMappingOf } from "./mapped-rows.ts";
import type { TableMapping } from "./mapping.ts";

export interface TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** At most so many at once. */
export const mostTableFiles = 32;

/**
 * A sheet without a name, such as that of a CSV, is called as its file without the ending, where there are several files or
 * the mapping knows it by that name alone. Throws what `openTable` throws.
 */
export function openTableFiles(files: readonly TableFile[], mapping: TableMapping | null = null): Table {
  const opened = files.map((file) => openOne(file, files.length > 1, mapping));
  const [first] = opened;
  if (first !== undefined && opened.length === 1) return first;
  return {
    format: opened.every(({ format }) => format === first?.format) ? (first?.format ?? "csv") : "xlsx",
    sheets: opened.flatMap(({ sheets }) => sheets),
    isWithinLimits: () => opened.every((table) => table.isWithinLimits()),
    notices: () => opened.flatMap((table): readonly TableNotice[] => table.notices()),
  };
}

function openOne({ name, bytes }: TableFile, isOneOfSeveral: boolean, mapping: TableMapping | null): Table {
  const table = openTable(bytes);
  const called = stemOf(name);
  const isKnown = (sheet: string): boolean =>
    mapping !== null && sheetMappingOf(mapping, sheet) !== undefined;
  const nameOf = (sheet: Sheet): string => {
    if (sheet.name !== "") return sheet.name;
    return isOneOfSeveral || (!isKnown("") && isKnown(called)) ? called : "";
  };
  return { ...table, sheets: table.sheets.map((sheet) => ({ ...sheet, name: nameOf(sheet) })) };
}

function stemOf(fileName: string): string {
  const at = fileName.lastIndexOf(".");
  return at > 0 ? fileName.slice(0, at) : fileName;
}
