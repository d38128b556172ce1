import { describe, expect, it } from "vitest";
import { countrySpots } from "./country-spots.ts";
import { layOutMap } from "./map-layout.ts";

const flat = { project: ([x, y]: [number, number]): [number, number] => [x, y], unit: 1 };
const point = (key: string, longitude: number, count = 1) => ({
  key,
  longitude,
  latitude: 0,
  country: "CH",
  count,
});
const country = (code: string, whole: number) => ({
  key: code,
  country: code,
  locality: 0,
  region: 0,
  whole,
});

describe("marks on the map", () => {
  it("put points together that would lie on each other, and part them when the map is larger", () => {
    const points = [point("a", 0.2), point("b", 0.8, 2), point("c", 9)];
    const { marks } = layOutMap({ points, countries: [] }, flat);
    expect(marks.map(({ keys, count }) => [keys, count])).toEqual([
      [["a", "b"], 3],
      [["c"], 1],
    ]);
    expect(layOutMap({ points, countries: [] }, { ...flat, unit: 4 }).marks).toHaveLength(3);
  });

  it("stand for a country where its ring belongs, and never among the points", () => {
    const { marks } = layOutMap({ points: [point("a", 9)], countries: [country("CH", 4)] }, flat);
    const ring = marks.find(({ known }) => known !== null);
    const spot = countrySpots.get("CH");
    expect([ring?.x, ring?.y, ring?.count]).toEqual([spot?.longitude, spot?.latitude, 4]);
    expect(marks).toHaveLength(2);
  });

  it("leave out countries that the outlines do not have, and name them", () => {
    const { marks, apart } = layOutMap({ points: [], countries: [country("XA", 2)] }, flat);
    expect(marks).toEqual([]);
    expect(apart.map((each) => each.country)).toEqual(["XA"]);
  });

  it("are never smaller than a target, and larger where there is more", () => {
    const { marks } = layOutMap({ points: [point("a", 0), point("b", 50, 100)], countries: [] }, flat);
    const [one, many] = marks.map(({ size }) => size);
    expect(one).toBeGreaterThanOrEqual(1.5);
    expect(many).toBeGreaterThan(one ?? 0);
  });
});
