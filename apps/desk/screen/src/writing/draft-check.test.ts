import type { DocumentPagePart } from "@tocsin/workspace";
import { describe, expect, it } from "vitest";
import { countDraft, lacksNow } from "./draft-check.ts";
import { createLiveWords } from "./live-words.ts";

const part = (name: string, more: Partial<DocumentPagePart> = {}): DocumentPagePart => ({
  name,
  heading: `documents.part.${name}.label`,
  help: "",
  required: true,
  counted: true,
  from: "people",
  words: 0,
  limit: null,
  limitFrom: null,
  uncounted: false,
  written: [{ record: name as never, text: { text: "Two words", lang: "en" }, records: [] }],
  ...more,
});

const check = (lacks: readonly { part: string | null; code: string }[], limit: number | null) => ({
  words: 0,
  limit,
  limitFrom: null,
  consents: [],
  ready: false,
  lacks: lacks.map((each) => ({ ...each, records: [] })),
});

describe("the words of a draft", () => {
  it("are counted as they are typed, with those of records, and without parts that do not count", () => {
    const live = createLiveWords();
    const page = {
      parts: [part("summary"), part("facts", { uncounted: true }), part("annex", { counted: false })],
      check: check([], 10),
    };
    expect(countDraft(page, null, live)).toMatchObject({ words: 4, isUncounted: true });
    live.set("summary", 7);
    expect(countDraft(page, { filled: { facts: 5 } }, live)).toMatchObject({
      words: 14,
      limit: 10,
      isUncounted: false,
    });
  });

  it("make a part lack nothing, and the whole too long, before anything is saved", () => {
    const live = createLiveWords();
    const page = {
      parts: [part("summary", { written: [{ record: "s" as never, text: null, records: [] }], limit: 2 })],
      check: check([{ part: "summary", code: "empty" }], 2),
    };
    const lacks = () => lacksNow(page, countDraft(page, null, live)).map((each) => each.code);
    expect(lacks()).toEqual(["empty"]);
    live.set("s", 2);
    expect(lacks()).toEqual([]);
    live.set("s", 3);
    expect(lacks()).toEqual(["too-long", "too-long"]);
  });
});
