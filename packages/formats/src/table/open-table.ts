// A file that holds a table, told by its bytes and not by its name.
import { openCsv, type CsvOptions } from "./csv-table.ts";
import type { Table } from "./table.ts";
import { isWorkbook, openWorkbook } from "./workbook.ts";

/** Throws `formats.bad-table` and `formats.limit`. */
export function openTable(bytes: Uint8Array, options: CsvOptions = {}): Table {
  return isWorkbook(bytes) ? openWorkbook(bytes, options) : openCsv(bytes, options);
}
