import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { showable, showableJson, showableLine } from "./showable.ts";

describe("text on a terminal", () => {
  it("has no power over it", () => {
    expect(showable("a\u001b[2Jb\u009b1mc\rd\u202ee\n")).toBe("a‹U+001B›[2Jb‹U+009B›1mc‹U+000D›d‹U+202E›e\n");
    expect(showableLine("a\nb")).toBe("a b");
  });

  it("is left alone in every script", () => {
    const words = "Ærø العربية 한국어 café 😀";
    expect(showable(words)).toBe(words);
  });

  it("means the same as JSON", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = showableJson(JSON.stringify(text));
        expect(JSON.parse(shown)).toBe(text);
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
    );
  });
});
