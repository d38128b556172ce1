import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { LettersError } from "./errors.ts";
import { letterDigest, letterText } from "./letter-text.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("the text of a letter", () => {
  it("has one hash, however its lines end and its letters are put together", () => {
    const one = letterText("fr", "Lettre", "Nous protégeons.\n\nEt vous ?");
    const other = letterText("fr", " Lettre\r\n", "Nous prote\u0301geons.  \r\n\r\n\r\nEt vous ?\r\n");
    expect(other).toEqual(one);
    expect(letterDigest(other, sha256)).toBe(letterDigest(one, sha256));
    // SHA-256 of the canonical form, written out by hand.
    const written =
      '{"format":"tocsin.letter-text","language":"fr","paragraphs":["Nous protégeons.","Et vous ?"],"title":"Lettre","version":1}';
    expect(letterDigest(one, sha256)).toBe(sha256(new TextEncoder().encode(written)));
  });

  it("has another hash with another word, order of paragraphs, title or language", () => {
    const base = letterText("en", "Letter", "One.\n\nTwo.");
    const others = [
      letterText("en", "Letter", "One.\n\nTwo!"),
      letterText("en", "Letter", "Two.\n\nOne."),
      letterText("en", "Letters", "One.\n\nTwo."),
      letterText("es", "Letter", "One.\n\nTwo."),
      letterText("en", "Letter", "One.\nTwo."),
    ];
    const digests = [base, ...others].map((each) => letterDigest(each, sha256));
    expect(new Set(digests).size).toBe(digests.length);
  });

  it("is refused without words, title or language, and where it is too long", () => {
    for (const [language, title, body] of [
      ["en", "Letter", " \n "],
      ["en", " ", "Words"],
      ["", "Letter", "Words"],
      ["en", "Letter", "x".repeat(30_001)],
    ] as const)
      expect(() => letterText(language, title, body)).toThrow(LettersError);
  });
});
