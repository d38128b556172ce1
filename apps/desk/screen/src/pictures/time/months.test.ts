import { describe, expect, it } from "vitest";
import { monthCells } from "./months.ts";

describe("the months of a table in a row", () => {
  it("come in their order, with the empty ones between them, and what is of no month left out", () => {
    expect(monthCells(["m2025-03", "m2024-12", "m2024?", "m?"])).toEqual([
      { sort: "month", month: "2024-12", row: 1 },
      { sort: "month", month: "2025-01", row: null },
      { sort: "month", month: "2025-02", row: null },
      { sort: "month", month: "2025-03", row: 0 },
    ]);
  });

  it("are folded where many in a row are empty", () => {
    expect(monthCells(["m2010-01", "m2025-01"])).toEqual([
      { sort: "month", month: "2010-01", row: 0 },
      { sort: "fold", months: 179 },
      { sort: "month", month: "2025-01", row: 1 },
    ]);
    expect(monthCells([])).toEqual([]);
  });
});
