import { describe, expect, it } from "vitest";
import { tableColumns, tableLines } from "./make-table.ts";

describe("the table for measuring", () => {
  it("has 45 columns, three people a row, and is the same for the same seed", () => {
    const lines = [...tableLines(20)];
    expect(tableColumns).toHaveLength(45);
    expect(lines).toHaveLength(21);
    for (const line of lines) expect(line.match(/"[^"]*"/g)).toHaveLength(45);
    expect([...tableLines(20)]).toEqual(lines);
    expect([...tableLines(20, 2)]).not.toEqual(lines);
  });
});
