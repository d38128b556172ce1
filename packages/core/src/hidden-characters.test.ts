import { describe, expect, it } from "vitest";
import { hiddenCharacters, withoutHiddenCharacters } from "./hidden-characters.ts";

describe("characters that are not seen", () => {
  it("are found and named, each once, and taken out", () => {
    const name = "Robin\u202e elpmaxE\u202c\u200b Ro\u200bbin";
    expect(hiddenCharacters(name)).toEqual(["U+202E", "U+202C", "U+200B"]);
    expect(withoutHiddenCharacters(name)).toBe("Robin elpmaxE Robin");
    expect(hiddenCharacters("\ufeffRobin \u{e0041}")).toEqual(["U+FEFF", "U+E0041"]);
  });

  it("are not the joiners that Persian and Hindi write with, nor those inside an emoji", () => {
    for (const name of ["علی\u200cرضا", "क्\u200dष", "👩\u200d🔬", "محمد", "김민수", "Zoë O’Neil"]) {
      expect(hiddenCharacters(name), name).toEqual([]);
      expect(withoutHiddenCharacters(name)).toBe(name);
    }
    expect(hiddenCharacters("Ro\u200dbin")).toEqual(["U+200D"]);
  });
});
