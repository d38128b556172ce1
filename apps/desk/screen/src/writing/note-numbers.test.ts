import { describe, expect, it } from "vitest";
import { idleMarks, keptText, numbersFor, shownText, withoutNote } from "./note-numbers.ts";

const [one, two] = ["a".repeat(26), "b".repeat(26)];

describe("marks of notes", () => {
  it("are short numbers where somebody writes, and ids where it is kept", () => {
    const kept = `It was sent.[^${two}] It was opened.[^${one}]`;
    const numbers = numbersFor([], kept, [one, two]);
    expect(numbers).toEqual([two, one]);
    const shown = shownText(kept, numbers);
    expect(shown).toBe("It was sent.[^1] It was opened.[^2]");
    expect(keptText(shown, numbers)).toBe(kept);
  });

  it("keep their numbers while the text is moved about and others come", () => {
    const numbers = numbersFor([one], `Later.[^${two}] Earlier.[^${one}]`, []);
    expect(numbers).toEqual([one, two]);
    expect(numbersFor(numbers, `[^${two}]`, [two])).toBe(numbers);
  });

  it("of nothing stay as they were typed, and are told", () => {
    expect(keptText("A claim.[^7] Or [^x]", [one])).toBe("A claim.[^7] Or [^x]");
    expect(idleMarks("A claim.[^7]", [one])).toEqual(["7"]);
    expect(idleMarks(`A claim.[^${one}]`, [one])).toEqual([]);
  });

  it("go with the note", () => {
    expect(withoutNote(`One[^${one}] two[^${two}] three[^${one}]`, one)).toBe(`One two[^${two}] three`);
  });
});
