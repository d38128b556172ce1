// Answer files once they are opened: read back the same, held against what was asked, and asked only where conditions say.
import { parseUtf8 } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentText, encodeAnswerFile, parseAnswerFile, type AnswerFile } from "./answer-file.ts";
import { askingOf } from "./conditions.ts";
import { leastConsent } from "./consent.ts";
import { answersAgainst, givenOf } from "./fitting.ts";
import { parseQuestionnaire } from "./parse-questionnaire.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { smallAnswers, smallQuestionnaire } from "./small.fake.ts";

function small(): Questionnaire {
  const { questionnaire } = parseQuestionnaire(smallQuestionnaire());
  if (questionnaire === null) throw new Error("the small questionnaire is not whole");
  return questionnaire;
}

const opened = (file: AnswerFile): unknown => JSON.parse(parseUtf8(encodeAnswerFile(file)));

describe("an answer file", () => {
  it("is read back the same, whatever its answers say", () => {
    expect(parseAnswerFile(opened(smallAnswers())).file).toEqual(smallAnswers());
    const words = fc.string({ minLength: 1, maxLength: 200, unit: "binary" });
    fc.assert(
      fc.property(words, fc.boolean(), (text, quote) => {
        fc.pre(text.trim() !== "" && text.isWellFormed());
        const answer = { question: "what", item: 1, value: text, consent: { ...leastConsent, quote } };
        const file = { ...smallAnswers(), answers: [answer] };
        expect(parseAnswerFile(opened(file)).file).toEqual(file);
      }),
      { numRuns: 200 },
    );
  });

  it("tells little of its length: 8 KiB, or a double of that", () => {
    const withText = (length: number): AnswerFile => ({
      ...smallAnswers(),
      answers: [{ question: "what", item: 0, value: "x".repeat(length), consent: leastConsent }],
    });
    expect([0, 100, 5_000, 10_000].map((length) => encodeAnswerFile(withText(length + 1)).length)).toEqual([
      8_192, 8_192, 8_192, 16_384,
    ]);
  });

  it("without a consent that can be read is not taken, and never thrown at", () => {
    const whole = opened(smallAnswers()) as { answers: Record<string, unknown>[] };
    const withConsent = (consent: unknown): unknown => ({
      ...whole,
      answers: [{ ...whole.answers[0], consent }],
    });
    for (const consent of [
      undefined,
      {},
      { attribution: "name" },
      { ...leastConsent, quote: "yes", until: undefined },
    ])
      expect(parseAnswerFile(withConsent(consent)).file).toBeNull();
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseAnswerFile(value).file).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it("says the same as another one whatever it was saved as, and in whichever order", () => {
    const file = smallAnswers();
    const again = { ...file, answer: "2".repeat(32), edition: 3, answers: file.answers.toReversed() };
    expect(contentText(again)).toBe(contentText(file));
    expect(contentText({ answers: file.answers.slice(1) })).not.toBe(contentText(file));
  });
});

describe("answers held against their questionnaire", () => {
  it("fit as the form makes them", () => {
    expect(answersAgainst(small(), smallAnswers().answers)).toEqual({ problems: [], lacking: [] });
  });

  it("are refused where nothing asks for them, each by its place", () => {
    const bad = [
      { question: "nobody", item: null, value: "x" },
      { question: "seen", item: null, value: "maybe" },
      { question: "seen", item: null, value: "yes" },
      { question: "times", item: null, value: "two" },
      { question: "what", item: null, value: "x" },
      { question: "kinds", item: 3, value: ["threat"] },
      { question: "kinds", item: 0, value: ["threat", "threat"] },
      { question: "when", item: null, value: "yesterday" },
      { question: "by-whom", item: 0, value: "x".repeat(501) },
    ].map((each) => ({ ...each, consent: leastConsent }));
    expect(answersAgainst(small(), bad).problems.map(({ place, problem }) => `${place} ${problem}`)).toEqual([
      "answers[0].question unknown-question",
      "answers[1].value unknown-option",
      "answers[2].question double",
      "answers[3].value wrong-type",
      "answers[4].item bad-value",
      "answers[5].item bad-value",
      "answers[6].value double",
      "answers[7].value bad-value",
      "answers[8].value too-long",
    ]);
  });

  it("lack only what is asked and must be answered", () => {
    const lackingIn = (answers: AnswerFile["answers"]): unknown => answersAgainst(small(), answers).lacking;
    const { answers } = smallAnswers();
    expect(lackingIn([])).toEqual([{ question: "seen", item: null }]);
    expect(lackingIn(answers.filter(({ item, question }) => item !== 1 || question !== "what"))).toEqual([]);
    expect(lackingIn(answers.filter(({ item, question }) => item !== 0 || question !== "what"))).toEqual([
      { question: "what", item: 0 },
    ]);
  });
});

describe("what is asked", () => {
  const askedWith = (answers: readonly Omit<AnswerFile["answers"][number], "consent">[]) =>
    askingOf(small(), givenOf(small(), answers));

  it("follows the answers, and what is not asked opens nothing", () => {
    const times = { question: "times", item: null, value: 2 };
    const none = askedWith([times]);
    expect(["seen", "times", "each", "when", "nobody"].map(none.isAsked)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
    const yes = askedWith([{ question: "seen", item: null, value: "yes" }, times]);
    expect(["times", "each"].map(yes.isAsked)).toEqual([true, true]);
  });

  it("inside a repeat follows the answers of the same time alone", () => {
    const asking = askedWith([
      { question: "seen", item: null, value: "yes" },
      { question: "times", item: null, value: 2 },
      { question: "kinds", item: 1, value: ["theft", "threat"] },
    ]);
    expect([0, 1, 2].map((item) => asking.isAskedIn("by-whom", item))).toEqual([false, true, false]);
  });
});
