// Worked by hand, beside: outcome.by-hand.md.
import { describe, expect, it } from "vitest";
import type { Level } from "../instruments/instrument.ts";
import { distributionsOf } from "./distribution.ts";
import { exampleInstrument, sheetWith } from "./example.fake.ts";
import { finishObstaclesOf, outcomesOf, rankOf, ratersAgreement, type Finishing } from "./outcome.ts";

const closed = (id: string, answers: Readonly<Record<string, Level>>) => ({
  ...sheetWith(id, answers),
  isClosed: true,
});
const a = closed("a", { law: "partly", gap: "not-met", use: "no-information" });
const b = closed("b", { law: "met", use: "no-information" });
const outcomes = outcomesOf(exampleInstrument, [a, b], new Map());

describe("outcomesOf", () => {
  it("says nothing of any rating while a sheet is open", () => {
    const open = outcomesOf(exampleInstrument, [a, { ...b, isClosed: false }], new Map());
    expect(open.map(({ how, level, ratings }) => [how, level, ratings])).toEqual([
      ["open", null, []],
      ["open", null, []],
      ["open", null, []],
    ]);
  });

  it("finds where raters agree and where they differ, also on whether a question is to be asked", () => {
    expect(outcomes).toEqual([
      { question: "law", how: "differs", level: null, hasDissent: false, ratings: ["partly", "met"] },
      { question: "gap", how: "differs", level: null, hasDissent: false, ratings: ["not-met", null] },
      {
        question: "use",
        how: "agreed",
        level: "no-information",
        hasDissent: false,
        ratings: ["no-information", "no-information"],
      },
    ]);
  });

  it("takes what was settled where they differed, keeps the ratings and the dissent, and never over an agreement", () => {
    const settled = new Map([
      ["law", { level: "partly", hasDissent: true }],
      ["use", { level: "met", hasDissent: false }],
    ] as const);
    const [law, , use] = outcomesOf(exampleInstrument, [a, b], settled);
    expect(law).toMatchObject({
      how: "settled",
      level: "partly",
      hasDissent: true,
      ratings: ["partly", "met"],
    });
    expect(use).toMatchObject({ how: "agreed", level: "no-information" });
  });

  it("calls one rater's level what it is", () => {
    const [law, gap] = outcomesOf(exampleInstrument, [b], new Map());
    expect(law).toMatchObject({ how: "lone", level: "met" });
    expect(gap).toMatchObject({ how: "not-asked", level: null });
  });

  it("does not count an answer to a question that was shut afterwards", () => {
    const changed = closed("a", { law: "met", gap: "not-met", use: "met" });
    expect(outcomesOf(exampleInstrument, [changed, b], new Map())[1]).toMatchObject({ how: "not-asked" });
  });
});

describe("distributionsOf", () => {
  it("counts levels with coverage, and keeps no information out of what was rated", () => {
    const levels = ["met", "met", "partly", "not-met", "no-information", "no-information", null] as const;
    expect(distributionsOf(levels.map((level) => ({ scale: "safeguard", level })))).toEqual([
      {
        scale: "safeguard",
        levels: { met: 2, partly: 1, "not-met": 1 },
        rated: 4,
        noInformation: 2,
        open: 1,
        asked: 7,
      },
    ]);
  });

  it("never adds signs to safeguards", () => {
    const found = distributionsOf([
      { scale: "sign", level: "met" },
      { scale: "safeguard", level: "met" },
      { scale: "sign", level: "not-met" },
    ]);
    expect(found.map(({ scale, asked }) => [scale, asked])).toEqual([
      ["sign", 2],
      ["safeguard", 1],
    ]);
  });

  it("says that nothing was asked by saying nothing", () => {
    expect(distributionsOf([])).toEqual([]);
  });
});

describe("ratersAgreement", () => {
  it("ranks the words, and gives no information no rank", () => {
    expect((["not-met", "partly", "met", "no-information"] as const).map(rankOf)).toEqual([0, 1, 2, null]);
  });

  it("leaves no information out of the ranks, and counts it as a word", () => {
    const { ordinal, nominal } = ratersAgreement(outcomes);
    expect(ordinal).toMatchObject({ units: 1, ratings: 2 });
    expect(nominal).toMatchObject({ units: 2, ratings: 4 });
    expect(nominal.alpha).toBeCloseTo(1 - (3 * 2) / 10, 12);
  });

  it("is of the raters' own ratings, whatever was settled", () => {
    const settled = new Map([["law", { level: "met", hasDissent: false }]] as const);
    expect(ratersAgreement(outcomesOf(exampleInstrument, [a, b], settled))).toEqual(
      ratersAgreement(outcomes),
    );
  });
});

describe("finishObstaclesOf", () => {
  const agreed = outcomesOf(exampleInstrument, [b, { ...b, id: "c" }], new Map());
  const ready: Finishing = {
    sheets: [b, { ...b, id: "c" }],
    outcomes: agreed,
    hasLoneReason: false,
    isReplyOpen: false,
  };
  it.each<readonly [string, Partial<Finishing>, readonly string[]]>([
    ["nothing", {}, []],
    ["no sheet at all", { sheets: [] }, ["no-sheet"]],
    ["one rater without a reason", { sheets: [b] }, ["one-rater"]],
    ["one rater with a reason", { sheets: [b], hasLoneReason: true }, []],
    ["a sheet that is open", { sheets: [b, { ...b, isClosed: false }] }, ["not-closed"]],
    ["differences", { outcomes }, ["differences"]],
    ["a reply that is waited for", { isReplyOpen: true }, ["reply-open"]],
  ])("finds: %s", (_name, change, expected) => {
    expect(finishObstaclesOf({ ...ready, ...change })).toEqual(expected);
  });
});
