import { describe, expect, it } from "vitest";
import { coarsenPlace, parsePlace, precisionOf } from "./place.ts";

describe("parsePlace", () => {
  it("keeps what is known and says how precise that is", () => {
    const place = parsePlace({ country: "XX", region: "North", locality: "Example Town" });
    expect(precisionOf(place)).toBe("locality");
    expect(precisionOf(parsePlace({ country: "XX" }))).toBe("country");
    expect(precisionOf(parsePlace({ latitude: 1, longitude: 2 }))).toBe("point");
  });

  it.each([
    null,
    [],
    {},
    { country: "xx" },
    { latitude: 1 },
    { latitude: 91_000_000, longitude: 0 },
    { town: "A" },
    { region: "" },
  ])("refuses %j", (value) => {
    expect(() => parsePlace(value)).toThrowError(expect.objectContaining({ code: "core.bad-place" }));
  });
});

describe("coarsenPlace", () => {
  it("drops everything finer, coordinates included", () => {
    const place = parsePlace({
      country: "XX",
      region: "North",
      locality: "Example Town",
      latitude: 1,
      longitude: 2,
    });
    expect(coarsenPlace(place, "region")).toEqual({ country: "XX", region: "North" });
    expect(coarsenPlace(place, "country")).toEqual({ country: "XX" });
  });

  it("gives nothing where nothing coarse is known", () => {
    expect(coarsenPlace({ locality: "Example Town" }, "country")).toBeUndefined();
  });
});
