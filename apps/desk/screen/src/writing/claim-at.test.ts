import { describe, expect, it } from "vitest";
import { claimAt } from "./claim-at.ts";

const text = "They were threatened.[^1] Nobody answered.[^2][^?] It is quiet.";
const at = (cursor: number) => claimAt({ text, lang: "en", cursor, numbers: ["first", "second"] });

describe("the sentence at the cursor", () => {
  it("has the records of its own notes alone", () => {
    expect(at(3)).toEqual({ words: "They were threatened.", records: ["first"], isOpen: false });
    expect(at(text.indexOf("Nobody"))?.records).toEqual(["second"]);
    expect(at(text.length)?.records).toEqual([]);
  });

  it("says where it was marked as claiming something that nothing stands behind", () => {
    expect([at(3)?.isOpen, at(30)?.isOpen, at(60)?.isOpen]).toEqual([false, true, false]);
  });

  it("is none in an empty line, and a number that nothing has leads nowhere", () => {
    expect(claimAt({ text: "One.\n\nTwo.", lang: "en", cursor: 5, numbers: [] })).toBeNull();
    expect(claimAt({ text: "One.[^7]", lang: "en", cursor: 1, numbers: ["first"] })?.records).toEqual([]);
  });
});
