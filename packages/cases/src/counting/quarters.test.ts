import { describe, expect, it } from "vitest";
import { compareQuarters, quarterAround } from "./quarters.ts";

const day = "2025-04-04";

describe("quarters around a day", () => {
  it.each([
    ["2025-03-31", "2025-Q1", "before", true],
    ["2025-04-01", "2025-Q2<", "before", true],
    ["2025-04-03", "2025-Q2<", "before", true],
    ["2025-04-04", "2025-Q2>", "from", true],
    ["2025-06-30", "2025-Q2>", "from", true],
    ["2025-05", "2025-Q2>", "from", true],
    ["2025-07", "2025-Q3", "from", true],
    ["2024-12", "2024-Q4", "before", true],
    // In April, nobody said which day.
    ["2025-04", "2025-Q2?", "mixed", false],
    ["2025", "2025?", "mixed", false],
    ["2024", "2024?", "before", false],
    ["2026", "2026?", "from", false],
    ["", "?", "mixed", false],
  ])("puts %j into %s, %s", (when, key, side, isQuarter) => {
    expect(quarterAround(when, day)).toEqual({ key, side, isQuarter });
  });

  it("come in the order of time, and what is too coarse behind them", () => {
    const keys = ["?", "2025-Q3", "2025-Q2>", "2025?", "2025-Q2<", "2025-Q2?", "2025-Q1", "2024-Q4"];
    expect(keys.toSorted(compareQuarters)).toEqual([
      "2024-Q4",
      "2025-Q1",
      "2025-Q2<",
      "2025-Q2>",
      "2025-Q3",
      "2025-Q2?",
      "2025?",
      "?",
    ]);
  });
});
