import { describe, expect, it } from "vitest";
import { hiddenCharacters, withoutHiddenCharacters, withVisibleCharacters } from "./hidden-characters.ts";

describe("characters that are not seen", () => {
  it("are found and named, each once, and taken out", () => {
    const name = "Robin\u202e elpmaxE\u202c\u200b Ro\u200bbin";
    expect(hiddenCharacters(name)).toEqual(["U+202E", "U+202C", "U+200B"]);
    expect(withoutHiddenCharacters(name)).toBe("Robin elpmaxE Robin");
    expect(hiddenCharacters("\ufeffRobin \u{e0041}")).toEqual(["U+FEFF", "U+E0041"]);
  });

  it("are shown where a text leaves, and lose their power", () => {
    expect(withVisibleCharacters("Ro\u202ebin\u200b \u{e0041}\u0007")).toBe(
      "Ro‹U+202E›bin‹U+200B› ‹U+E0041›‹U+0007›",
    );
    expect(withVisibleCharacters("Ro\u200dbin\ufeff")).toBe("Ro‹U+200D›bin‹U+FEFF›");
  });

  it("stay where a script or a picture is written with them, and where they only mark a direction", () => {
    for (const text of [
      "علی\u200cرضا",
      "👩\u200d🔬",
      "ភាសា\u200bខ្មែរ",
      "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
      "(قانون)\u200f",
      "co\u00adoperate",
      "one\ttwo\r\nthree",
    ])
      expect(withVisibleCharacters(text), text).toBe(text);
  });

  it("are not the joiners that Persian and Hindi write with, nor those inside an emoji", () => {
    for (const name of ["علی\u200cرضا", "क्\u200dष", "👩\u200d🔬", "محمد", "김민수", "Zoë O’Neil"]) {
      expect(hiddenCharacters(name), name).toEqual([]);
      expect(withoutHiddenCharacters(name)).toBe(name);
    }
    expect(hiddenCharacters("Ro\u200dbin")).toEqual(["U+200D"]);
  });
});
