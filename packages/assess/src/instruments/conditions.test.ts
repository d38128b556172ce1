import { describe, expect, it } from "vitest";
import { exampleInstrument } from "../raters/example.fake.ts";
import { applyingOf } from "./conditions.ts";
import type { Condition, Level } from "./instrument.ts";

const [law, , use] = exampleInstrument.questions;
if (law === undefined || use === undefined) throw new Error("no example");

const asks = (when: Condition, answers: Readonly<Record<string, Level>>): string | undefined => {
  const questions = [law, use, { ...law, id: "hangs", when }];
  return applyingOf({ ...exampleInstrument, questions }, new Map(Object.entries(answers))).get("hangs");
};
const lawThere: Condition = { question: "law", is: ["met", "partly"] };
const useThere: Condition = { question: "use", is: ["met"] };

describe("applyingOf", () => {
  it("asks for what has no condition", () => {
    const applying = applyingOf(exampleInstrument, new Map());
    expect(Object.fromEntries(applying)).toEqual({ law: "yes", gap: "open", use: "yes" });
  });

  it.each<readonly [string, Condition, Readonly<Record<string, Level>>, string]>([
    ["a level that opens it", lawThere, { law: "partly" }, "yes"],
    ["a level that shuts it", lawThere, { law: "not-met" }, "no"],
    ["no answer yet", lawThere, {}, "open"],
    ["no information, which opens nothing", lawThere, { law: "no-information" }, "no"],
    [
      "no information where that is asked for",
      { question: "law", is: ["no-information"] },
      { law: "no-information" },
      "yes",
    ],
    ["all, of which one is open", { all: [lawThere, useThere] }, { law: "met" }, "open"],
    ["all, of which one is shut", { all: [lawThere, useThere] }, { law: "not-met" }, "no"],
    ["all", { all: [lawThere, useThere] }, { law: "met", use: "met" }, "yes"],
    ["any, of which one is open", { any: [lawThere, useThere] }, { law: "not-met" }, "open"],
    ["any", { any: [lawThere, useThere] }, { use: "met" }, "yes"],
    ["any, all shut", { any: [lawThere, useThere] }, { law: "not-met", use: "partly" }, "no"],
  ])("%s", (_name, when, answers, expected) => {
    expect(asks(when, answers)).toBe(expected);
  });

  it("does not ask for what hangs on a question that is not asked, whatever was answered there before", () => {
    const second = { ...law, id: "second", when: { question: "gap", is: ["met"] } } as const;
    const instrument = { ...exampleInstrument, questions: [...exampleInstrument.questions, second] };
    const answers = new Map([
      ["law", "met"],
      ["gap", "met"],
    ] as const);
    expect(applyingOf(instrument, answers).get("second")).toBe("no");
  });
});
