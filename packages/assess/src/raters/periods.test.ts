import { describe, expect, it } from "vitest";
import { overlapsOf, type RatedPeriod } from "./periods.ts";

const rated = (id: string, period: string | null, more: Partial<RatedPeriod> = {}): RatedPeriod => ({
  id,
  of: "anti-slapp-law state XX",
  period,
  supersedes: null,
  ...more,
});
const pairs = (...all: readonly RatedPeriod[]): readonly string[] =>
  overlapsOf(all).map(({ first, second }) => `${first} ${second}`);

describe("overlapsOf", () => {
  it("finds periods that share a day, each pair once", () => {
    expect(pairs(rated("a", "2025-01/2025-06"), rated("b", "2025-06/2025-12"))).toEqual(["a b"]);
    expect(pairs(rated("a", "2025-01/2025-06"), rated("b", "2025-07/2025-12"))).toEqual([]);
    expect(pairs(rated("c", "2025"), rated("b", "2025-03"), rated("a", "2025-02/2025-04"))).toEqual([
      "c a",
      "c b",
      "a b",
    ]);
  });

  it("takes an open end as going on", () => {
    expect(pairs(rated("a", "2024/.."), rated("b", "2030"))).toEqual(["a b"]);
    expect(pairs(rated("a", "2024/.."), rated("b", "2023"))).toEqual([]);
  });

  it("compares only what is of the same thing", () => {
    expect(pairs(rated("a", "2025"), rated("b", "2025", { of: "anti-slapp-law state YY" }))).toEqual([]);
    expect(pairs(rated("a", null), rated("b", "2025"))).toEqual([]);
  });

  it("lets one stand in the place of another", () => {
    expect(pairs(rated("a", "2025"), rated("b", "2025", { supersedes: "a" }))).toEqual([]);
  });

  it("follows a chain of those that stand in the place of others to its end", () => {
    const [a, b] = [rated("a", "2025"), rated("b", "2025", { supersedes: "a" })];
    expect(pairs(a, b, rated("c", "2025-06", { supersedes: "b" }))).toEqual([]);
    expect(pairs(a, b, rated("c", "2025-06", { supersedes: "a" }))).toEqual(["b c"]);
  });

  it("takes an uncertain period for as long as it may be, and passes over what is no period", () => {
    expect(pairs(rated("a", "2025?"), rated("b", "2025-12-31"))).toEqual(["a b"]);
    expect(pairs(rated("a", "/2025-03"), rated("b", "2024"))).toEqual(["a b"]);
    expect(pairs(rated("a", "2025-13"), rated("b", "2025"), rated("c", "last year"))).toEqual([]);
  });
});
