import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCsv, type CsvOptions } from "./csv-table.ts";
import type { TableRow } from "./table.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(source: string | Uint8Array, options: CsvOptions = {}): readonly TableRow[] {
  const table = openCsv(typeof source === "string" ? bytesOf(source) : source, options);
  return [...(table.sheets[0]?.rows() ?? [])];
}

const cellsOf = (source: string | Uint8Array, options?: CsvOptions): readonly (readonly string[])[] =>
  read(source, options).map(({ cells }) => cells);

describe("a table of separated values", () => {
  it("is read with any line end, and quotes inside quotes", () => {
    expect(cellsOf('a,b\r\n"1 ""x""\r\ny",2\r3,\n,4')).toEqual([
      ["a", "b"],
      ['1 "x"\r\ny', "2"],
      ["3", ""],
      ["", "4"],
    ]);
  });

  it("finds its delimiter, or is told it by the line of spreadsheets", () => {
    expect(cellsOf("a;b;c,d\n1;2;3")[0]).toEqual(["a", "b", "c,d"]);
    expect(cellsOf("a\tb\n")[0]).toEqual(["a", "b"]);
    expect(cellsOf("sep=|\r\na,b|c\r\n")).toEqual([["a,b", "c"]]);
    expect(cellsOf("a;b", { delimiter: "," })).toEqual([["a;b"]]);
  });

  it("finds its encoding by its mark, and takes what is no UTF-8 for what western spreadsheets write", () => {
    expect(cellsOf("\ufeffé,ب")).toEqual([["é", "ب"]]);
    const utf16 = new Uint8Array(
      ["\ufeff", "é", ",", "ب"].flatMap((each) => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8]),
    );
    expect(cellsOf(utf16)).toEqual([["é", "ب"]]);
    expect(cellsOf(new Uint8Array([0xe9, 0x2c, 0x62]))).toEqual([["é", "b"]]);
    expect(cellsOf(new Uint8Array([0xe3, 0xd1]), { encoding: "windows-1256" })).toEqual([["مر"]]);
  });

  it("marks bytes that are no text, quotes that stray or never close, and cells that are too long", () => {
    const reasons = (source: string | Uint8Array, options?: CsvOptions): readonly unknown[] =>
      read(source, options).flatMap(({ row, marks }) =>
        marks.map(({ column, reason }) => [row, column, reason]),
      );
    expect(reasons(new Uint8Array([0x61, 0x2c, 0xff]), { encoding: "utf-8" })).toEqual([
      [1, 1, "bad-encoding"],
    ]);
    expect(reasons('a\n"b"c,d')).toEqual([[2, 0, "stray-quote"]]);
    expect(reasons('a\nb,"c\nd')).toEqual([[2, 1, "unclosed-quote"]]);
    expect(reasons("a\nb,abcdefgh", { limits: { cell: 4 } })).toEqual([[2, 1, "cut"]]);
  });

  it("goes on behind a cell of 50 MB and keeps only its beginning", () => {
    const rows = read(bytesOf(`a,b\n"${"x".repeat(50 * 2 ** 20)}",next\nc,d`));
    expect(rows.map(({ row, cells }) => [row, cells[0]?.length, cells[1]])).toEqual([
      [1, 1, "b"],
      [2, 1_048_576, "next"],
      [3, 1, "d"],
    ]);
    expect(rows[1]?.marks).toEqual([{ column: 0, reason: "cut" }]);
  });

  it("refuses too many rows and columns, with the place", () => {
    expect(() => read("a\nb\nc\n", { limits: { rows: 2 } })).toThrow("more than 2 rows (row 3)");
    expect(() => read("a\nb,c,d", { limits: { columns: 2 } })).toThrow(
      "more than 2 columns (row 2, column C)",
    );
    expect(() => read("a", { encoding: "no-such" })).toThrow("its encoding is not known");
  });

  it("gives back what was written, wherever the pieces of the file end", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", '"', ",", "\r", "\n", " ", "é", "😀"),
      maxLength: 8,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.nat(70_000), (rows, padding) => {
        const all = [["p".repeat(padding), "x"], ...rows];
        const text = all
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(","))
          .join("\r\n");
        expect(cellsOf(text, { delimiter: "," })).toEqual(all);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("reads any bytes without failing in another way than by its own errors", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        for (const { cells } of read(bytes)) expect(cells.length).toBeGreaterThan(0);
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});
