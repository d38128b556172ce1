import { encodeSpot } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { gridFor, keyOf, layOnMap, spotCounts } from "./on-map.ts";

const at = (latitude: number, longitude: number): string =>
  encodeSpot({ place: { latitude, longitude }, status: "reported", began: 0 });

describe("places on a map", () => {
  it("are put together in larger squares where there are too many for a picture, and none is lost", () => {
    const spots = spotCounts(
      new Map(
        Array.from({ length: 4000 }, (_, n) => [at((n % 60) * 100_000, Math.floor(n / 60) * 100_000), 2]),
      ),
    );
    const { points, grid } = layOnMap(spots, false);
    expect(grid).toBe(0.5);
    expect(points.length).toBeLessThan(2000);
    expect(points.reduce((sum, { count }) => sum + count, 0)).toBe(8000);
    const [first] = points;
    const behind = spots.filter(({ spot }) => keyOf(spot, gridFor(spots, false), false) === first?.key);
    expect(behind.reduce((sum, { count }) => sum + count, 0)).toBe(first?.count);
  });

  it("of 100,000 incidents in as many places still make a picture", () => {
    const spots = spotCounts(
      new Map(
        Array.from({ length: 100_000 }, (_, n) => [
          at(((n % 400) - 200) * 300_000, (Math.floor(n / 400) - 125) * 1_000_000),
          1,
        ]),
      ),
    );
    const { points } = layOnMap(spots, false);
    expect(points.length).toBeLessThanOrEqual(2000);
    expect(points.reduce((sum, { count }) => sum + count, 0)).toBe(100_000);
  });

  it("at the zero of a degree are one place from both sides", () => {
    const spots = spotCounts(new Map([[at(40_000, -40_000), 1]]));
    expect(layOnMap(spots, false).points.map(({ key }) => key)).toEqual(["0 0"]);
    expect(at(-40_000, 40_000)).toBe(at(40_000, -40_000));
  });
});
