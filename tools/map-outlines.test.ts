// The outlines of the map are joined to our countries by the numeric code: whatever does not meet is named here.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { geoArea, geoCentroid } from "d3-geo";
import { feature } from "topojson-client";
import { describe, expect, it } from "vitest";
import { countrySpots, measuredSpots } from "../apps/desk/screen/src/pictures/map/country-spots.ts";
import { drawOutlines, type WorldAtlas } from "../apps/desk/screen/src/pictures/map/outlines.ts";
import { countries, inventedCountries } from "../packages/cases/src/index.ts";

const root = resolve(import.meta.dirname, "..");
const codeByNumber = new Map(
  countries.terms.map(({ code, crosswalk }) => [crosswalk?.["iso3166numeric"] ?? "none", code]),
);

function worldOf(scale: "110m" | "50m"): WorldAtlas {
  const text = readFileSync(join(root, `node_modules/world-atlas/countries-${scale}.json`), "utf8");
  return JSON.parse(text) as WorldAtlas;
}

function outlinesOf(scale: "110m" | "50m") {
  const world = worldOf(scale);
  return feature(world, world.objects.countries).features.map((each) => ({
    name: nameIn(each.properties),
    code: codeByNumber.get(String(each.id)) ?? null,
    geometry: each.geometry,
  }));
}

function nameIn({ name = "" }: { readonly name?: string }): string {
  return name;
}

/** The middle of the largest piece. */
function middles(): ReadonlyMap<string, readonly [number, number]> {
  const best = new Map<string, { readonly area: number; readonly middle: readonly [number, number] }>();
  for (const { code, name, geometry } of outlinesOf("50m")) {
    const known = name === "Kosovo" ? "XK" : code;
    if (known === null) continue;
    const pieces =
      geometry.type === "Polygon"
        ? [geometry.coordinates]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates
          : [];
    for (const coordinates of pieces) {
      const piece = { type: "Polygon", coordinates } as const;
      const area = geoArea(piece);
      if (area > (best.get(known)?.area ?? 0)) best.set(known, { area, middle: geoCentroid(piece) });
    }
  }
  return new Map([...best].map(([code, { middle }]) => [code, middle]));
}

describe("the outlines of the map", () => {
  it("have no number that our countries lack, but for those that have none", () => {
    const nameless = (scale: "110m" | "50m"): readonly string[] =>
      outlinesOf(scale)
        .filter(({ code }) => code === null)
        .map(({ name }) => name)
        .toSorted();
    expect(nameless("110m")).toEqual(["Kosovo", "N. Cyprus", "Somaliland"]);
    expect(nameless("50m")).toEqual([
      "Indian Ocean Ter.",
      "Kosovo",
      "N. Cyprus",
      "Siachen Glacier",
      "Somaliland",
    ]);
  });

  it("leave out these small countries and territories, each of which has its ring all the same", () => {
    const drawn = new Set(outlinesOf("110m").map(({ code }) => code));
    const small = countries.terms
      .map(({ code }) => code)
      .filter((code) => !drawn.has(code) && code !== "XK" && !inventedCountries.includes(code));
    expect(small.toSorted().join(" ")).toBe(
      "AD AG AI AS AW AX BB BH BL BM BQ BV CC CK CV CW CX DM FM FO GD GF GG GI GP GS GU HK HM IM IO JE KI KM KN KY LC LI " +
        "MC MF MH MO MP MQ MS MT MU MV NF NR NU PF PM PN PW RE SC SG SH SJ SM ST SX TC TK TO TV UM VA VC VG VI WF WS YT",
    );
    expect(small.filter((code) => !countrySpots.has(code))).toEqual([]);
  });

  it("give every country of our list a place for its ring, but for those that were invented", () => {
    const codes = countries.terms.map(({ code }) => code);
    expect(codes.filter((code) => !countrySpots.has(code))).toEqual(inventedCountries);
    expect([...countrySpots.keys()].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it("are where the table of rings says", () => {
    const made = new Map([...middles()].map(([code, at]) => [code, at.map((each) => each.toFixed(1))]));
    const kept = new Map(
      [...measuredSpots].map(([code, { longitude, latitude }]) => [
        code,
        [longitude.toFixed(1), latitude.toFixed(1)],
      ]),
    );
    expect(kept).toEqual(made);
  });

  it("are drawn as land and as borders, in numbers alone", () => {
    const { land, borders } = drawOutlines(worldOf("110m"));
    for (const path of [land, borders]) {
      expect(path).toMatch(/^M[\d.,MLZ-]+$/);
      expect(path.length).toBeGreaterThan(10_000);
    }
  });
});
