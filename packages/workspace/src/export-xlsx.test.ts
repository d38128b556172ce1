import { openWorkbook } from "@tocsin/formats";
import { describe, expect, it } from "vitest";
import { xlsxOf } from "./export-xlsx.ts";

describe("released rows as a workbook", () => {
  it("have formulas as texts, and carry texts that are too long for a cell on", () => {
    const long = `${"a".repeat(32_766)}😀${"b".repeat(40_000)}`;
    const bytes = xlsxOf("incident", {
      columns: ["id", "title", "when"],
      rows: [
        ["=1+1", long, null],
        ["@x", "short", true],
      ],
    });
    const [head, first, second] = [...(openWorkbook(bytes).sheets[0]?.rows() ?? [])];
    expect(head?.cells).toEqual(["id", "title", "title#2", "title#3", "when"]);
    expect([first?.cells[0], second?.cells[0]]).toEqual(["=1+1", "@x"]);
    expect(first?.cells.slice(1).join("")).toBe(long);
    expect(second?.cells).toEqual(["@x", "short", "", "", "true"]);
    expect([...(first?.marks ?? []), ...(second?.marks ?? [])]).toEqual([]);
  });
});
