import { isTocsinError } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeAttributedText } from "../../../../tools/ios-backup/attributed-text-writer.ts";
import { parseAttributedText } from "./attributed-text.ts";

describe("an archived attributed text", () => {
  it("gives its text, whatever the length and script", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(0, 1, 127, 128, 32_767, 32_768, 70_000).map((n) => "é".repeat(n)),
    );
    fc.assert(
      fc.property(text, (written) => {
        expect(parseAttributedText(writeAttributedText(written))).toBe(written.toWellFormed());
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("is refused with its position when it is cut off or something else", () => {
    const whole = writeAttributedText("Example");
    expect(() => parseAttributedText(whole.slice(0, -10))).toThrow(/at byte \d+/);
    expect(() => parseAttributedText(new Uint8Array(50))).toThrow(/no header at byte 0/);
    expect(() => parseAttributedText(new Uint8Array())).toThrow(/no header at byte 0/);
  });

  it("answers any change of a byte with a text or an error of its own", () => {
    const whole = writeAttributedText("Example of a text");
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length - 1 }),
        fc.nat({ max: 255 }),
        fc.boolean(),
        (at, byte, isCut) => {
          const bytes = isCut ? whole.slice(0, at) : whole.slice();
          bytes[at] = byte;
          try {
            parseAttributedText(bytes);
          } catch (error) {
            if (!isTocsinError(error)) throw error;
          }
        },
      ),
      { seed: 5, numRuns: 3000 },
    );
  });
});
