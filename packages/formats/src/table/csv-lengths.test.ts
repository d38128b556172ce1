import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCsv } from "./csv-table.ts";

const small = { cell: 12, columns: 4, rows: 6 };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const isWithin = (text: string): boolean => openCsv(bytesOf(text), { limits: small }).isWithinLimits();

/** What reading every row says. */
function isRead(text: string): boolean {
  try {
    return openCsv(bytesOf(text), { limits: small })
      .sheets.flatMap((sheet) => [...sheet.rows()])
      .every(({ marks }) => marks.every(({ reason }) => reason !== "cut"));
  } catch {
    return false;
  }
}

describe("the lengths of separated values", () => {
  it.each([
    ["short cells", "a,b\r\nc,d\r\n", true],
    ["a long cell", `a,${"b".repeat(13)}\n`, false],
    ["a long last cell without a line end", `a,${"b".repeat(13)}`, false],
    ["a long cell of several lines", `a,"b\n${"c\n".repeat(6)}"\n`, false],
    ["a quote in a plain cell, and one that opens the next", `x"y,"${"a,\n".repeat(6)}`, false],
    ["a quote behind a mark of order", `\ufeff"a,b,c,d,e",g\n`, true],
    ["too many columns", "a,b,c,d,e\n", false],
    ["too many rows", "a\n".repeat(9), false],
  ])("are told of %s", (_, text, expected) => {
    expect(isWithin(text)).toBe(expected);
  });

  it("are never said to be within the limits where reading says otherwise", () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ",", "\n", "\r", "a", "é", "\ufeff"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (each) => {
        expect(isWithin(each) && !isRead(each)).toBe(false);
      }),
      { seed: 11, numRuns: 3000 },
    );
  });
});
