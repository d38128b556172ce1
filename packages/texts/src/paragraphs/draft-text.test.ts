import { describe, expect, it } from "vitest";
import { TextsError } from "../errors.ts";
import { createDraftText, draftLimits, readParagraph } from "./draft-text.ts";

const codeOf = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof TextsError ? error.code : String(error);
  }
};

describe("readParagraph", () => {
  it("tells what is in brackets, and what the room agreed to", () => {
    expect(readParagraph("OP5 bis (agreed ad ref) Urges States to act.")).toMatchObject({
      text: "Urges States to act.",
      brackets: "none",
      agreed: "ad-referendum",
    });
    expect(readParagraph("PP3 Recalling its resolutions, [agreed]")).toMatchObject({
      text: "Recalling its resolutions,",
      agreed: "agreed",
    });
    expect(readParagraph("12. Urges States [, where appropriate,] to act.")).toMatchObject({
      brackets: "some",
      agreed: "open",
    });
    expect(readParagraph("[12. Urges States to act.];")).toMatchObject({
      text: "[Urges States to act.];",
      brackets: "whole",
    });
  });

  it("does not take a sentence about agreeing for a note", () => {
    expect(readParagraph("OP1 Welcomes what was agreed in the Council").agreed).toBe("open");
  });
});

describe("createDraftText", () => {
  it("says which labels stand twice and how many brackets are not closed", () => {
    const { notices, paragraphs } = createDraftText(["OP1 One", "OP2 [Two", "(a) x", "OP1 Three]]", "(a) y"]);
    expect(paragraphs).toHaveLength(5);
    expect(notices).toEqual([
      { kind: "repeated-label", detail: "OP1" },
      { kind: "unpaired-bracket", detail: "3" },
    ]);
  });

  it("refuses a text without paragraphs, and one that is too long", () => {
    expect(codeOf(() => createDraftText(["", " \n "]))).toBe("texts.empty");
    const many = Array.from({ length: draftLimits.paragraphs + 1 }, () => "x");
    expect(codeOf(() => createDraftText(many))).toBe("texts.limit");
    expect(codeOf(() => createDraftText(["x".repeat(draftLimits.paragraph + 1)]))).toBe("texts.limit");
  });
});
