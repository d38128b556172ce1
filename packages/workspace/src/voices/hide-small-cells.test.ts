// What of a matrix may leave, held against somebody who has only what left and subtracts.
import type { RecordId } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodedMatrix } from "./coded-matrix.ts";
import { hideSmallCells } from "./hide-small-cells.ts";

interface Person {
  readonly region: number | null;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly groups: readonly number[];
}

const wide = { rows: 2, columns: 2, groups: 2, regions: 6 };

/** Counted here by itself: nothing of the code that is tried. */
function matrixOf(people: readonly Person[]): CodedMatrix {
  const count = (is: (person: Person) => boolean): number => people.filter(is).length;
  const heads = (field: "rows" | "columns" | "groups") =>
    Array.from({ length: wide[field] }, (_, at) => ({
      code: `${field}${at}` as RecordId,
      title: { text: `${field} ${at}`, lang: "en" },
      contributors: count((person) => person[field].includes(at)),
    }));
  const places = [null, ...Array.from({ length: wide.regions }, (_, at) => at)];
  const regions = places.filter((place) => people.some(({ region }) => region === place));
  return {
    rows: heads("rows"),
    columns: heads("columns"),
    groups: heads("groups"),
    contributors: people.length,
    regions: regions.map((place) => ({
      region: place === null ? null : `Region ${place}`,
      contributors: count(({ region }) => region === place),
    })),
    cells: heads("rows").map((_, y) =>
      heads("columns").map((__, x) => {
        const both = (person: Person): boolean => person.rows.includes(y) && person.columns.includes(x);
        return {
          contributors: count(both),
          byRegion: regions.map((place) => count((person) => both(person) && person.region === place)),
          byGroup: heads("groups").map((___, at) =>
            count((person) => both(person) && person.groups.includes(at)),
          ),
        };
      }),
    ),
  };
}

const person = fc.record({
  region: fc.option(fc.nat(wide.regions - 1), { freq: 8 }),
  rows: fc.subarray([0, 1]),
  columns: fc.subarray([0, 1]),
  groups: fc.subarray([0, 1]),
});
const peoples = fc.array(person, { minLength: 1, maxLength: 60 });
const threshold = 5;
const tells = (count: number): boolean => count > 0 && count < threshold;

/** Whether taking what is shown off a whole that is shown leaves few. */
function isTold(whole: number | null, part: number | null): boolean {
  return whole !== null && part !== null && part > 0 && tells(whole - part);
}

function isToldByRegions(whole: number | null, parts: readonly (number | null)[], known: boolean): boolean {
  if (whole === null) return false;
  const rest = whole - parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const hidden = parts.filter((part) => part === null).length;
  return tells(rest) || (known && hidden === 1);
}

describe("a matrix of codes that leaves", () => {
  it("tells of a sixth region neither by five and the whole nor in any cell", () => {
    const all = { rows: [0], columns: [0], groups: [] };
    const regions = [0, 1, 2, 3, 4].flatMap((region) => Array.from({ length: 6 }, () => region));
    const out = hideSmallCells(matrixOf([...regions, 5].map((region) => ({ region, ...all }))), threshold);
    expect(out.contributors).toBe(31);
    expect(out.regions.map(({ contributors }) => contributors)).toEqual([6, 6, 6, 6]);
    const [cell] = out.cells[0] ?? [];
    expect([cell?.contributors, cell?.byRegion]).toEqual([31, [6, 6, 6, 6]]);
  });

  it("gives no small number away to whoever subtracts", () => {
    fc.assert(
      fc.property(peoples, (people) => {
        const whole = matrixOf(people);
        const out = hideSmallCells(whole, threshold);
        const isWhole = out.regions.length === whole.regions.length;
        const inRegions = out.regions.map(({ contributors }) => contributors);
        expect(isToldByRegions(out.contributors, inRegions, isWhole)).toBe(false);
        for (const [y, row] of out.cells.entries())
          for (const [x, cell] of row.entries()) {
            const [across, down] = [out.rows[y]?.contributors ?? null, out.columns[x]?.contributors ?? null];
            const numbers = [cell.contributors, ...cell.byRegion, ...cell.byGroup, across, down];
            expect(numbers.filter((each) => each !== null && tells(each))).toEqual([]);
            for (const head of [across, down, out.contributors])
              expect(isTold(head, cell.contributors)).toBe(false);
            expect(isToldByRegions(cell.contributors, cell.byRegion, isWhole)).toBe(false);
            for (const [at, part] of cell.byRegion.entries())
              expect(isTold(inRegions[at] ?? null, part)).toBe(false);
            for (const [at, part] of cell.byGroup.entries()) {
              expect(isTold(cell.contributors, part)).toBe(false);
              expect(isTold(out.groups[at]?.contributors ?? null, part)).toBe(false);
            }
          }
      }),
      { numRuns: 400 },
    );
  });

  it("shows what is not small, and zeros", () => {
    fc.assert(
      fc.property(peoples, (people) => {
        const whole = matrixOf(people);
        const out = hideSmallCells(whole, threshold);
        for (const [y, row] of out.cells.entries())
          for (const [x, cell] of row.entries()) {
            const inside = whole.cells[y]?.[x]?.contributors ?? 0;
            expect(cell.contributors === null || cell.contributors === inside).toBe(true);
            expect(inside === 0 && cell.contributors !== 0).toBe(false);
          }
      }),
    );
    const plain = Array.from({ length: 30 }, (_, at): Person => {
      const few = at % 3 === 0 ? [0] : [];
      return { region: at % 2, rows: few, columns: few, groups: few };
    });
    const out = hideSmallCells(matrixOf(plain), threshold);
    expect(out.cells[0]?.[0]).toEqual({ contributors: 10, byRegion: [5, 5], byGroup: [10, 0] });
    expect(out.cells[1]?.[1]).toEqual({ contributors: 0, byRegion: [0, 0], byGroup: [0, 0] });
  });
});
