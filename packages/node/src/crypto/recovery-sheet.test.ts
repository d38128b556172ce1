import { createRecoverySecret } from "@tocsin/crypto";
import { describe, expect, it } from "vitest";
import { createNodePrimitives } from "./primitives.ts";
import { parseRecoverySheet, recoveryCodeOf, recoverySheetOf } from "./recovery-sheet.ts";

const secret = createRecoverySecret(
  createNodePrimitives({ random: (length) => new Uint8Array(length).fill(7) }),
);

function failureOf(typed: string): unknown {
  try {
    parseRecoverySheet(typed);
  } catch (error) {
    return error instanceof Error && "details" in error ? error.details : error;
  }
  return "read";
}

describe("a recovery sheet", () => {
  it("says the secret as 24 words and as a code, and both lead back", () => {
    const { words, text, svg } = recoverySheetOf(secret);
    expect(words).toHaveLength(24);
    expect(svg).toMatch(/^<svg /);
    for (const typed of [words.join(" "), text])
      expect(parseRecoverySheet(typed).expose()).toEqual(secret.expose());
    expect(recoveryCodeOf(secret).length).toBeGreaterThan(100);
  });

  it("takes numbers, lines, capitals and spaces between the words", () => {
    const { words } = recoverySheetOf(secret);
    const typed = words.map((word, at) => `${at + 1}. ${word.toUpperCase()} ,\n`).join("  ");
    expect(parseRecoverySheet(typed).expose()).toEqual(secret.expose());
  });

  it("tells a missing word, a word of no list, and words that do not belong together", () => {
    const { words } = recoverySheetOf(secret);
    expect(failureOf(words.slice(1).join(" "))).toEqual({ words: 23, word: 0 });
    expect(failureOf(words.with(4, "tocsin").join(" "))).toEqual({ words: 24, word: 5 });
    expect(failureOf(words.with(0, words[0] === "abandon" ? "ability" : "abandon").join(" "))).toEqual({
      words: 24,
      word: 0,
    });
    expect(failureOf("tocsin-recovery/1/short")).toEqual({ words: 0, word: 0 });
    expect(failureOf("")).toEqual({ words: 0, word: 0 });
  });
});
