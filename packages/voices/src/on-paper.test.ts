import { describe, expect, it } from "vitest";
import { numbersOf, typedOnPaper } from "./on-paper.ts";
import { parseQuestionnaire } from "./parse-questionnaire.ts";
import { questionsOf } from "./questionnaire.ts";
import { smallQuestionnaire } from "./small.fake.ts";

const { questionnaire: asked } = parseQuestionnaire(smallQuestionnaire());
if (asked === null) throw new Error("the small one is whole");
const questionOf = (id: string) => {
  const found = questionsOf(asked).find(({ question }) => question.id === id)?.question;
  if (found === undefined) throw new Error(id);
  return found;
};

describe("a questionnaire on paper", () => {
  it("numbers questions, and those of a repeat below its own number", () => {
    expect(Object.fromEntries(numbersOf(asked))).toEqual({
      seen: "1",
      times: "2",
      each: "3",
      what: "3.1",
      kinds: "3.2",
      "by-whom": "3.3",
      when: "4",
    });
  });

  it.each([
    ["seen", "1", ["yes"]],
    ["seen", " 2 ", ["no"]],
    ["seen", "", []],
    ["kinds", "2, 1", ["theft", "threat"]],
    ["kinds", "١،٢", ["threat", "theft"]],
    ["what", "1 2", "1 2"],
  ])("reads what was typed for %s: %s", (id, text, typed) => {
    expect(typedOnPaper(questionOf(id), text)).toEqual(typed);
  });

  it.each([
    ["seen", "3"],
    ["seen", "0"],
    ["seen", "1 2"],
    ["seen", "yes"],
    ["kinds", "1 1"],
    ["kinds", "1 3"],
  ])("does not read for %s: %s", (id, text) => {
    expect(typedOnPaper(questionOf(id), text)).toBeNull();
  });
});
