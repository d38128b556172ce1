// A file that holds a table, told by its bytes and not by its name.
import { openCsv, type CsvOptions } from "./csv-table.ts";
import { isJsonTable, openJson } from "./json-table.ts";
import type { Table } from "./table.ts";
import { isWorkbook, openWorkbook } from "./workbook.ts";

/** Throws `formats.bad-table` and `formats.limit`. */
export function openTable(bytes: Uint8Array, options: CsvOptions = {}): Table {
  if (isWorkbook(bytes)) return openWorkbook(bytes, options);
  return isJsonTable(bytes) ? openJson(bytes, options) : openCsv(bytes, options);
}
