// What is typed into a form, read as a person means it.
import { describe, expect, it } from "vitest";
import { readFilling, withPlainDigits, type Typed } from "./filling.ts";
import { parseQuestionnaire } from "./parse-questionnaire.ts";
import { smallQuestionnaire } from "./small.fake.ts";

function read(...typed: readonly (readonly [string, Typed["typed"], number?])[]) {
  const { questionnaire } = parseQuestionnaire(smallQuestionnaire());
  if (questionnaire === null) throw new Error("the small questionnaire is not whole");
  return readFilling(
    questionnaire,
    typed.map(([question, value, item]) => ({ question, item: item ?? null, typed: value })),
  );
}

describe("what was typed into a form", () => {
  it("becomes answers, with digits of any script and without what stands around", () => {
    const { answers, problems } = read(["seen", ["yes"]], ["times", " ٢ "], ["when", "۲۰۲۶-११"]);
    expect(problems).toEqual([]);
    expect(answers.map(({ value }) => value)).toEqual(["yes", 2, "2026-11"]);
    expect(withPlainDigits("٠٩ ۰۹ ०९ 09")).toBe("09 09 09 09");
  });

  it("leaves out what is not asked any more, though it was typed", () => {
    const typed = [
      ["times", "2"],
      ["what", "A threat", 0],
    ] as const;
    expect(read(["seen", ["yes"]], ...typed).answers).toHaveLength(3);
    expect(read(["seen", ["no"]], ...typed).answers.map(({ question }) => question)).toEqual(["seen"]);
  });

  it("says which answers need another look, each once", () => {
    const { answers, problems } = read(
      ["seen", ["yes"]],
      ["times", "two"],
      ["when", "yesterday"],
      ["what", "never asked", 0],
    );
    expect(answers.map(({ question }) => question)).toEqual(["seen"]);
    expect(problems.map(({ question, problem }) => `${question} ${problem}`)).toEqual([
      "times bad-number",
      "when bad-date",
    ]);
    const begun = read(["seen", ["yes"]], ["times", "1"], ["kinds", ["theft"], 0]);
    expect(begun.problems).toEqual([{ question: "what", item: 0, problem: "lacking", most: 0 }]);
    expect(read(["seen", []]).problems[0]).toMatchObject({ question: "seen", problem: "lacking" });
  });

  it("tells how long an answer may be", () => {
    const long = read(["seen", ["yes"]], ["times", "1"], ["what", "x".repeat(15_001), 0]);
    expect(long.problems).toEqual([{ question: "what", item: 0, problem: "too-long", most: 15_000 }]);
  });
});
