// A table that leaves, some rows at a time, in each of its forms. What of a row is known to stand is bytes at once.
import type { ReleaseFields } from "@tocsin/cases";
import { concatBytes, encodeUtf8 } from "@tocsin/core";
import { csvLines, jsonItems, type NameFinder } from "@tocsin/publish";
import type { Kind, Released } from "@tocsin/records";
import { releasedColumns, releasedRows, struckValues } from "./export-rows.ts";
import { xlsxOf } from "./export-xlsx.ts";
import { createPackedRows, type TableCells } from "./packed-rows.ts";
import type { SafeTotals } from "./safe-totals.ts";
import { wholeCells, wholeColumns, wholeJson } from "./whole-form.ts";

export interface TableBody {
  /** One record at least. Says how often a name was struck out. */
  add(out: readonly Released[]): number;
  end(totals: SafeTotals | null): Uint8Array;
}

interface BodyOptions {
  readonly finder: NameFinder;
  readonly format: "csv" | "json" | "xlsx";
}

/** As people read it. */
export function usualBody(
  kind: Kind,
  { fields, finder, format }: BodyOptions & { readonly fields: ReleaseFields[string] },
): TableBody {
  const columns = releasedColumns(kind, fields);
  const body =
    format === "xlsx"
      ? sheetBody(kind.name, columns)
      : format === "csv"
        ? csvBody(columns)
        : jsonBody(columns);
  return {
    add(out) {
      const { rows, struck } = releasedRows(kind, out, { fields, finder });
      body.add(rows);
      return struck;
    },
    end: body.end,
  };
}

/** As it can be read again, value for value. */
export function wholeBody(kind: Kind, { finder, format }: BodyOptions): TableBody {
  const { before, after, items } = wholeJson(kind);
  const list = createList(before, after);
  const table = usedColumns(kind, format);
  return {
    add(out) {
      const { records, struck } = struckValues(kind, out, finder);
      if (format === "json") list.add(items(records));
      else table.add(records.map((record) => wholeCells(kind, record)));
      return struck;
    },
    end: () => (format === "json" ? list.end() : table.end()),
  };
}

interface CellsBody {
  add(rows: readonly TableCells[]): void;
  end(totals: SafeTotals | null): Uint8Array;
}

function csvBody(columns: readonly string[]): CellsBody {
  const pieces = [encodeUtf8(csvLines([columns]))];
  return { add: (rows) => void pieces.push(encodeUtf8(csvLines(rows))), end: () => concatBytes(...pieces) };
}

function jsonBody(columns: readonly string[]): CellsBody {
  const list = createList("[", "]\n");
  return { add: (rows) => list.add(jsonItems(columns, rows)), end: list.end };
}

/** How many columns a long text needs is known once all rows are. */
function sheetBody(sheet: string, columns: readonly string[]): CellsBody {
  const packed = createPackedRows();
  return {
    add: packed.add,
    end: (totals) => xlsxOf(sheet, { columns, rows: packed.rows }, totals),
  };
}

/** Fields that no record has get no column: which these are is known once all rows are. */
function usedColumns(
  kind: Kind,
  format: BodyOptions["format"],
): { readonly add: CellsBody["add"]; readonly end: () => Uint8Array } {
  const columns = wholeColumns(kind);
  const used = new Set([0]);
  const packed = createPackedRows();
  const narrowed = (row: TableCells): TableCells => row.filter((_, at) => used.has(at));
  const rows = {
    *[Symbol.iterator]() {
      for (const row of packed.rows) yield narrowed(row);
    },
  };
  return {
    add(all) {
      for (const row of all) for (const [at, cell] of row.entries()) if (cell !== null) used.add(at);
      packed.add(all);
    },
    end() {
      const names = columns.filter((_, at) => used.has(at));
      if (format === "xlsx") return xlsxOf(kind.name, { columns: names, rows });
      const body = csvBody(names);
      for (const page of packed.pages()) body.add(page.map(narrowed));
      return body.end(null);
    },
  };
}

/** Texts with commas between them, as the bytes of one list. */
function createList(
  before: string,
  after: string,
): { readonly add: (items: string) => void; readonly end: () => Uint8Array } {
  const pieces = [encodeUtf8(before)];
  return {
    add: (items) => void pieces.push(encodeUtf8(pieces.length === 1 ? items : `,${items}`)),
    end: () => concatBytes(...pieces, encodeUtf8(after)),
  };
}
