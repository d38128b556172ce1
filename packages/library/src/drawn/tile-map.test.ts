import { english } from "@tocsin/language";
import { describe, expect, it } from "vitest";
import { build, fileOf, itemWith, libraryOf } from "../library.fake.ts";
import { countryTiles } from "./country-tiles.ts";
import { shadeOf } from "./shades.ts";

describe("the map", () => {
  it("has one tile for every State and territory that the program has a name for, each in a place of its own", () => {
    const named = Object.keys(english)
      .map((key) => /^countries\.([A-Z]{2})\.label$/.exec(key)?.[1])
      // Codes that nobody has are for made-up States.
      .filter((code) => code !== undefined && !/^X[A-C]$/.test(code));
    expect(new Set(countryTiles.map(({ code }) => code))).toEqual(new Set(named));
    expect(countryTiles.length).toBe(named.length);
    expect(new Set(countryTiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(countryTiles.length);
  });

  it("leads from the tile of a small State to its page, and says its name and number", async () => {
    const built = await build(libraryOf([itemWith({ facets: { country: ["TV"] } })]));
    const page = fileOf(built, "en/map.html");
    expect(page).toMatch(/<a href="country\/TV.html" transform="[^"]+"><title>TV Tuvalu: 1<\/title>/u);
    expect(page).toContain(">MH</text></g>");
  });

  it("shows in a row below what lies nowhere", async () => {
    const built = await build(libraryOf([itemWith({ facets: { country: ["XA"] } })]));
    expect(fileOf(built, "en/map.html")).toContain('<a href="country/XA.html" transform=');
    expect(fileOf(await build(libraryOf([itemWith({})])), "en/map.html")).not.toContain(">XA<");
  });

  it("is darker for more, and one item is never nothing", () => {
    expect([0, 1, 3, 40, 1_000].map((count) => shadeOf(count, 1_000))).toEqual([0, 1, 1, 3, 4]);
    expect(shadeOf(1, 1)).toBe(1);
  });
});
