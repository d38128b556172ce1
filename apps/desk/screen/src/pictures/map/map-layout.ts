// Marks on the map: where each stands and how large it is. Points that would lie on each other are one mark with a number.
import type { MapCountry, MapPage, MapPoint } from "@tocsin/workspace";
import { countrySpots } from "./country-spots.ts";

export interface MapMark {
  readonly key: string;
  /** What to ask for to see the records. */
  readonly keys: readonly string[];
  /** In units of the drawing. */
  readonly x: number;
  readonly y: number;
  /** Across, in rem: never under the size of a target. */
  readonly size: number;
  readonly count: number;
  readonly country: string;
  /** Null for points. */
  readonly known: MapCountry | null;
  /** Null for countries, and for points that are drawn together. */
  readonly point: MapPoint | null;
}

interface Ground {
  readonly project: (at: [longitude: number, latitude: number]) => [number, number] | null;
  /** How long a unit of the drawing is, in rem. */
  readonly unit: number;
}

const smallest = 1.5;
const largest = 3.2;

export interface MapLayout {
  /** From west to east. */
  readonly marks: readonly MapMark[];
  /** Countries that the outlines do not have. */
  readonly apart: readonly MapCountry[];
}

export function layOutMap(page: Pick<MapPage, "points" | "countries">, ground: Ground): MapLayout {
  const placed = [...rings(page.countries, ground), ...dots(page.points, ground)];
  const most = Math.max(1, ...placed.map(({ count }) => count));
  const sized = placed.map((mark) => ({
    ...mark,
    size: smallest + (largest - smallest) * Math.sqrt(mark.count / most),
  }));
  const marks = [...apart(sized, ground.unit)].sort((a, b) => a.x - b.x || a.y - b.y);
  return { marks, apart: page.countries.filter(({ country }) => !countrySpots.has(country)) };
}

export function countOf({ locality, region, whole }: MapCountry): number {
  return locality + region + whole;
}

const rounds = 12;

/**
 * A ring gives way to what it would lie on, by its own size at most: it says which country, and never where in it. Dots stay
 * where they are.
 */
function apart(marks: readonly MapMark[], unit: number): readonly MapMark[] {
  const settled: MapMark[] = marks.filter(({ known }) => known === null);
  for (const ring of marks.filter(({ known }) => known !== null)) {
    let moved = ring;
    for (let round = 0; round < rounds; round += 1) moved = stepAway(moved, { settled, from: ring, unit });
    settled.push(moved);
  }
  return settled;
}

interface Around {
  readonly settled: readonly MapMark[];
  /** Where the ring belongs. */
  readonly from: MapMark;
  readonly unit: number;
}

/** From the mark that covers most of it, until they touch; due north where one lies in the middle of the other. */
function stepAway(ring: MapMark, { settled, from, unit }: Around): MapMark {
  let [deepest, across, down] = [0, 0, 0];
  for (const { x, y, size } of settled) {
    const distance = Math.hypot(ring.x - x, ring.y - y);
    const overlap = (ring.size + size) / 2 / unit - distance;
    if (overlap <= deepest) continue;
    const [dx, dy] = distance === 0 ? [0, -1] : [(ring.x - x) / distance, (ring.y - y) / distance];
    [deepest, across, down] = [overlap, dx * overlap, dy * overlap];
  }
  const [x, y] = [ring.x + across, ring.y + down];
  const gone = Math.hypot(x - from.x, y - from.y);
  const most = from.size / unit;
  const part = gone > most ? most / gone : 1;
  return { ...ring, x: from.x + (x - from.x) * part, y: from.y + (y - from.y) * part };
}

type Unsized = Omit<MapMark, "size">;

function rings(countries: readonly MapCountry[], { project }: Ground): readonly Unsized[] {
  return countries.flatMap((known) => {
    const spot = countrySpots.get(known.country);
    const at = spot === undefined ? null : project([spot.longitude, spot.latitude]);
    if (at === null) return [];
    const { key, country } = known;
    return [{ key, keys: [key], x: at[0], y: at[1], count: countOf(known), country, known, point: null }];
  });
}

/** Together in squares as large as the smallest mark. */
function dots(points: readonly MapPoint[], { project, unit }: Ground): readonly Unsized[] {
  const side = smallest / unit;
  const squares = new Map<string, (MapPoint & { readonly at: [number, number] })[]>();
  for (const point of points) {
    const at = project([point.longitude, point.latitude]);
    if (at === null) continue;
    const square = at.map((each) => Math.floor(each / side)).join(" ");
    squares.set(square, [...(squares.get(square) ?? []), { ...point, at }]);
  }
  return [...squares.values()].map((together) => {
    const [first] = together;
    const mean = (axis: 0 | 1): number =>
      together.reduce((sum, { at }) => sum + at[axis], 0) / together.length;
    return {
      key: `at ${first?.key ?? ""}`,
      keys: together.map(({ key }) => key),
      x: mean(0),
      y: mean(1),
      count: together.reduce((sum, { count }) => sum + count, 0),
      country: together.every(({ country }) => country === first?.country) ? (first?.country ?? "") : "",
      known: null,
      point: together.length === 1 ? (first ?? null) : null,
    };
  });
}
