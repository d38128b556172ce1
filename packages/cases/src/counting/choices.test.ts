import { describe, expect, it } from "vitest";
import { choicesFor } from "./choices.ts";
import { faultOf } from "./question.ts";

const people = { measure: "people", scope: "indicator", by: ["category"] } as const;

describe("choices of what is counted", () => {
  it("offer beside the first breakdown only what goes with it", () => {
    const { first, second, fault } = choicesFor({ ...people, by: ["act"] });
    expect(fault).toBeNull();
    expect(first).toContain("gender");
    expect(second).toContain("gender");
    expect(second).not.toContain("act");
    expect(second).not.toContain("family");
  });

  it("offer nothing that the counts refuse", () => {
    for (const measure of choicesFor(people).measures)
      for (const period of [{}, { period: "2025-Q1" }])
        for (const first of choicesFor({ ...people, measure, ...period }).first)
          for (const second of choicesFor({ ...people, measure, ...period, by: [first] }).second)
            expect(faultOf({ ...people, measure, ...period, by: [first, second] })).toBeNull();
  });

  it("let go what no longer fits, and keep the rest", () => {
    expect(choicesFor({ ...people, measure: "incidents", by: ["gender", "country"] }).question.by).toEqual([
      "country",
    ]);
    const inYear = choicesFor({ ...people, by: ["country", "quarter"], period: "2025" });
    expect(inYear.question).toEqual({ ...people, by: ["country"], period: "2025" });
    expect(inYear.first).not.toContain("year");
  });

  it("say what is wrong with a period, and count all time meanwhile", () => {
    for (const period of ["2025-13", "last year", ""]) {
      const { question, fault } = choicesFor({ ...people, period });
      expect([question, fault]).toEqual([people, "period"]);
    }
  });
});
