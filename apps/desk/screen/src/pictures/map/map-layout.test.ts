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

  it("do not lie on each other: a ring gives way to dots and rings, by its own size at most, and no dot moves", () => {
    const at = countrySpots.get("CH") ?? { longitude: 0, latitude: 0 };
    const dot = { key: "dot", ...at, country: "CH", count: 1 };
    for (const shift of [0, 0.4]) {
      const points = [{ ...dot, longitude: at.longitude + shift }];
      const { marks } = layOutMap({ points, countries: [country("CH", 40), country("LI", 1)] }, flat);
      const [first, ...rings] = marks.toSorted((a, b) => Number(a.known !== null) - Number(b.known !== null));
      expect([first?.x, first?.y]).toEqual([at.longitude + shift, at.latitude]);
      for (const ring of rings) {
        const spot = countrySpots.get(ring.country);
        const away = Math.hypot(ring.x - (spot?.longitude ?? 0), ring.y - (spot?.latitude ?? 0));
        expect(away).toBeLessThanOrEqual(ring.size + 1e-9);
        for (const other of marks.filter((mark) => mark !== ring)) {
          const distance = Math.hypot(ring.x - other.x, ring.y - other.y);
          expect(distance).toBeGreaterThan((ring.size + other.size) / 2 - 0.05);
        }
      }
    }
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
