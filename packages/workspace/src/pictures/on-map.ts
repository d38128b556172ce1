// Where incidents lie on a map of the world: each counted once, by what is known of its place and never by more.
import { parseSpot, type Spot } from "@tocsin/records";

/** Exact coordinates make a point. All else is counted for its country, by how far its place is known. */
export interface MapPoint {
  /** Asks for the records here. */
  readonly key: string;
  /** Degrees, of the middle of what lies together. */
  readonly latitude: number;
  readonly longitude: number;
  /** As the records say, of most of them; "" where none does. */
  readonly country: string;
  readonly count: number;
}

export interface MapCountry {
  readonly key: string;
  readonly country: string;
  /** Known to a town or village whose coordinates nobody has written down. */
  readonly locality: number;
  readonly region: number;
  /** Known to the country alone. */
  readonly whole: number;
}

export interface OnMap {
  readonly points: readonly MapPoint[];
  readonly countries: readonly MapCountry[];
  /** In no country and without coordinates. */
  readonly nowhere: number;
  /** Side of the squares, in degrees, in which points lie together. */
  readonly grid: number;
}

export interface Asked {
  readonly status: string;
  /** Years, both included; null is open. What has no year is shown only where both are open. */
  readonly from: number | null;
  readonly to: number | null;
  /** As coarse as a place may leave: nothing finer than a region. */
  readonly isCoarse: boolean;
}

/** The key of what lies nowhere. */
const nowhereKey = "-";

/** More than these would be no picture: they are put together in larger squares. */
const pointsAtMost = 2000;
/** Sides of the squares, in tenths of a degree. */
const grids = [1, 5, 10, 50] as const;

export interface SpotCount {
  readonly value: string;
  readonly spot: Spot;
  readonly count: number;
}

export function spotCounts(tally: ReadonlyMap<string, number>): readonly SpotCount[] {
  return [...tally].map(([value, count]) => ({ value, spot: parseSpot(value), count }));
}

export function isAsked({ year, status }: Spot, asked: Asked): boolean {
  if (status !== asked.status) return false;
  if (asked.from === null && asked.to === null) return true;
  return year !== "" && Number(year) >= (asked.from ?? -Infinity) && Number(year) <= (asked.to ?? Infinity);
}

export function layOnMap(spots: readonly SpotCount[], isCoarse: boolean): OnMap {
  const grid = gridFor(spots, isCoarse);
  const points = new Map<string, MapPoint>();
  const countries = new Map<string, MapCountry>();
  let nowhere = 0;
  for (const { spot, count } of spots) {
    const key = keyOf(spot, grid, isCoarse);
    if (key === nowhereKey) nowhere += count;
    else if (spot.point !== null && !isCoarse) {
      const [latitude = 0, longitude = 0] = squareOf(spot.point, grid).map((each) => each / 10);
      const before = points.get(key);
      const sum = (before?.count ?? 0) + count;
      const country = before === undefined || before.country === "" ? spot.country : before.country;
      points.set(key, { key, latitude, longitude, country, count: sum });
    } else countries.set(key, addTo(countries.get(key), spot, { count, isCoarse }));
  }
  return { points: [...points.values()], countries: [...countries.values()], nowhere, grid: grid / 10 };
}

/** What keeps a spot together with others on the map. */
export function keyOf({ point, country }: Spot, grid: number, isCoarse: boolean): string {
  if (point !== null && !isCoarse) return squareOf(point, grid).join(" ");
  return country === "" ? nowhereKey : country;
}

/** The finest squares that still make a picture, in tenths of a degree. */
export function gridFor(spots: readonly SpotCount[], isCoarse: boolean): number {
  const located = isCoarse ? [] : spots.flatMap(({ spot: { point } }) => point ?? []);
  const fits = (grid: number): boolean =>
    new Set(located.map((point) => squareOf(point, grid).join(" "))).size <= pointsAtMost;
  return grids.find(fits) ?? 100;
}

function squareOf({ latitude, longitude }: NonNullable<Spot["point"]>, grid: number): readonly number[] {
  return [latitude, longitude].map((each) => Math.round(each / grid) * grid + 0);
}

function addTo(
  before: MapCountry | undefined,
  spot: Spot,
  { count, isCoarse }: { readonly count: number; readonly isCoarse: boolean },
): MapCountry {
  const { country } = spot;
  const sums = before ?? { key: country, country, locality: 0, region: 0, whole: 0 };
  const to = spot.hasLocality && !isCoarse ? "locality" : spot.hasRegion ? "region" : "whole";
  return { ...sums, [to]: sums[to] + count };
}
