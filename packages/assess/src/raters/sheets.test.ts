import { describe, expect, it } from "vitest";
import { exampleInstrument, sheetWith } from "./example.fake.ts";
import { areAllClosed, sheetsShown, unansweredIn } from "./sheets.ts";

const a = sheetWith("a", { law: "met" });
const b = sheetWith("b", { law: "not-met" });
const ids = (sheets: readonly { readonly id: string }[]): readonly string[] => sheets.map(({ id }) => id);

describe("sheetsShown", () => {
  it("shows each rater only their own sheet until all are closed", () => {
    const open = [{ ...a, isClosed: true }, b];
    expect(ids(sheetsShown(open, "a"))).toEqual(["a"]);
    expect(ids(sheetsShown(open, "b"))).toEqual(["b"]);
    expect(ids(sheetsShown(open, null))).toEqual([]);
    expect(ids(sheetsShown(open, "somebody else"))).toEqual([]);
  });

  it("shows all to everybody once all are closed", () => {
    const closed = [a, b].map((sheet) => ({ ...sheet, isClosed: true }));
    for (const own of ["a", "b", null]) expect(ids(sheetsShown(closed, own))).toEqual(["a", "b"]);
  });

  it("takes no sheets for none that is closed", () => {
    expect(areAllClosed([])).toBe(false);
  });
});

describe("unansweredIn", () => {
  it("lists what applies and lacks a level, in the order of the instrument", () => {
    expect(unansweredIn(exampleInstrument, sheetWith("a", {}))).toEqual([
      { question: "law", lacks: "level" },
      { question: "use", lacks: "level" },
    ]);
  });

  it("asks for what a level opens, and not for what it shuts", () => {
    const open = sheetWith("a", { law: "partly", use: "met" });
    expect(unansweredIn(exampleInstrument, open)).toEqual([{ question: "gap", lacks: "level" }]);
    expect(unansweredIn(exampleInstrument, sheetWith("a", { law: "met", use: "met" }))).toEqual([]);
  });

  it("asks for reasons with every level, no information among them", () => {
    const sheet = sheetWith("a", { law: "no-information", use: "met" }, ["law"]);
    expect(unansweredIn(exampleInstrument, sheet)).toEqual([{ question: "law", lacks: "reasons" }]);
  });
});
