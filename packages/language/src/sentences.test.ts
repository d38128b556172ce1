import { describe, expect, it } from "vitest";
import { markedSentences, sentenceAt } from "./sentences.ts";

const mark = /\[\^([0-9a-z]{1,40}|\?)\]/gu;
const of = (text: string, language = "en") =>
  markedSentences(text, language, mark).map(({ words, marks }) => [words, ...marks]);

describe("sentences with their marks", () => {
  it("give a mark to the sentence in or behind which it stands", () => {
    expect(of("They were threatened.[^abc1] Nobody answered [^2]twice. [^?] It goes on.")).toEqual([
      ["They were threatened.", "abc1"],
      ["Nobody answered twice.", "2", "?"],
      ["It goes on."],
    ]);
  });

  it("end at a line break, and a line of marks alone has no words", () => {
    expect(of("First line\n[^abc]\n\nSecond[^d]")).toEqual([["First line"], ["", "abc"], ["Second", "d"]]);
  });

  it("are found in Arabic too", () => {
    expect(of("وصلت رسالة.[^a] لم يُجب أحد؟[^b] انتهى.", "ar")).toEqual([
      ["وصلت رسالة.", "a"],
      ["لم يُجب أحد؟", "b"],
      ["انتهى."],
    ]);
  });

  it("cover the text without a gap, and a cursor stands in one of them", () => {
    const text = "One.[^a] Two.[^b]\nThree.";
    const all = markedSentences(text, "en", mark);
    expect(all.map(({ start, end }) => text.slice(start, end))).toEqual(["One.[^a] ", "Two.[^b]", "Three."]);
    expect(sentenceAt(all, 6)?.words).toBe("One.");
    expect(sentenceAt(all, 9)?.words).toBe("Two.");
    expect(sentenceAt(all, text.length)?.words).toBe("Three.");
    expect(sentenceAt([], 0)).toBeNull();
  });
});
