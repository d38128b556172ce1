import { describe, expect, it } from "vitest";
import { huridocsCode } from "./mapping.ts";

describe("a code of a HURIDOCS list", () => {
  it("is read with zeros left out behind, with a first zero lost, and as OpenEvSys numbers its terms", () => {
    expect(huridocsCode("030101", "L4")).toBe("030101000000");
    expect(huridocsCode("30101", "L4")).toBe("030101000000");
    expect(huridocsCode(" 03010100000004 ", "L4")).toBe("030101000000");
    expect(huridocsCode("3010100000004", "L4")).toBe("030101000000");
    expect(huridocsCode("01020000000020", "L20")).toBe("010200000000");
  });

  it("is none where the number is of another list, or no number at all", () => {
    expect(huridocsCode("03010100000005", "L4")).toBeUndefined();
    expect(huridocsCode("03010100000004", undefined)).toBeUndefined();
    for (const text of ["", "Arrest", "03.01", "0301010000000400", "-3"])
      expect(huridocsCode(text, "L4")).toBeUndefined();
  });
});
