import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recoverable } from "./attacker.fake.ts";
import type { ReleasedCounts } from "./claims.ts";
import { noticeDifferences } from "./differences.ts";
import type { CountQuestion, CountTable } from "./question.ts";
import { hideSmallNumbers } from "./small-numbers.ts";

const question: CountQuestion = {
  measure: "people",
  scope: "indicator",
  by: ["gender", "country"],
  period: "2025",
};

const released = (
  cells: readonly (readonly number[])[],
  more: { readonly question?: Partial<CountQuestion>; readonly threshold?: number } = {},
): ReleasedCounts => {
  const asked = { ...question, ...more.question };
  const table: CountTable = {
    status: "reported",
    rows: cells.map((_, at) => `row${at}`),
    columns: asked.by.length < 2 ? [] : (cells[0] ?? []).map((_, at) => `column${at}`),
    cells,
  };
  const threshold = more.threshold ?? 5;
  return {
    method: "m",
    version: 1,
    question: asked,
    threshold,
    tables: [hideSmallNumbers(table, threshold)],
  };
};

const kinds = (fresh: ReleasedCounts, earlier: ReleasedCounts): readonly string[] => [
  ...new Set(noticeDifferences(fresh, [{ release: "r1", counts: earlier }]).map(({ kind }) => kind)),
];

describe("noticeDifferences", () => {
  it("says nothing of two tables that are the same, or of others", () => {
    const counts = released([
      [10, 20],
      [30, 40],
    ]);
    expect(kinds(counts, counts)).toEqual([]);
    expect(
      kinds(
        counts,
        released(
          [
            [11, 20],
            [30, 40],
          ],
          { question: { measure: "incidents" } },
        ),
      ),
    ).toEqual([]);
    expect(kinds(released([[100], [200]], { question: { by: ["age"] } }), counts)).toEqual([]);
  });

  it("names a number that moved by a few, and by how many", () => {
    const notices = noticeDifferences(
      released([
        [12, 20],
        [30, 40],
      ]),
      [
        {
          release: "r1",
          counts: released([
            [10, 20],
            [30, 40],
          ]),
        },
      ],
    );
    expect(notices).toContainEqual({
      release: "r1",
      kind: "moved",
      cell: "people indicator reported y2025 country=column0 gender=row0",
      count: 2,
    });
    expect(
      kinds(
        released([
          [60, 20],
          [30, 40],
        ]),
        released([
          [10, 20],
          [30, 40],
        ]),
      ),
    ).toEqual([]);
  });

  it("notices a part of a period, of a breakdown or of what was recorded that is nearly the whole", () => {
    const year = released([[40], [60]], { question: { by: ["gender"] } });
    expect(kinds(released([[38], [30]], { question: { by: ["gender"], period: "2025-Q2" } }), year)).toEqual([
      "remainder",
    ]);
    expect(kinds(released([[38], [30]], { question: { by: ["gender"], period: "2024-Q2" } }), year)).toEqual(
      [],
    );
    expect(kinds(year, released([[41], [90]], { question: { by: ["gender"], scope: "all" } }))).toEqual([
      "remainder",
    ]);
    expect(
      kinds(
        released([
          [39, 7],
          [30, 20],
        ]),
        year,
      ),
    ).toContain("remainder");
  });

  it("notices that one release hides what another shows", () => {
    expect(
      kinds(
        released([[3], [9], [40]], { question: { by: ["gender"] } }),
        released([[3], [9], [40]], { question: { by: ["gender"] }, threshold: 3 }),
      ),
    ).toContain("shown");
  });

  it("notices what only both together give away", () => {
    const [one, other] = [
      {
        ...released([
          [2, 9, 30],
          [8, 3, 31],
          [20, 21, 32],
        ]),
        threshold: 5,
      },
      {
        ...released([
          [2, 9, 30],
          [8, 3, 31],
          [20, 21, 32],
        ]),
        threshold: 5,
      },
    ];
    const hidden = (places: readonly string[]) => ({
      rowTotals: [41, 42, 73],
      columnTotals: [30, 33, 93],
      cells: [
        [2, 9, 30],
        [8, 3, 31],
        [20, 21, 32],
      ].map((row, y) => row.map((value, x) => (places.includes(`${y}${x}`) ? null : value))),
    });
    const first = one.tables.map((table) => ({ ...table, ...hidden(["00", "01", "10", "11"]) }));
    const second = other.tables.map((table) => ({ ...table, ...hidden(["00", "02", "20", "22"]) }));
    const found = noticeDifferences({ ...one, tables: first }, [
      { release: "r1", counts: { ...other, tables: second } },
    ]);
    expect(found.filter(({ kind }) => kind === "worked-out").map(({ cell }) => cell)).toContain(
      "people indicator reported y2025 country=column0 gender=row0",
    );
  });

  it("notices whatever an attacker gets from two tables of the same and from neither alone", () => {
    const row = fc.array(fc.oneof(fc.nat(8), fc.nat(40)), { minLength: 3, maxLength: 3 });
    let given = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 2, max: 9 }),
        (cells, threshold) => {
          const [fresh, earlier] = [released(cells), released(cells, { threshold })];
          const [own, other] = [fresh.tables, earlier.tables].map(([table]) => table);
          if (own === undefined || other === undefined) return;
          const isGiven = recoverable(own, other) > 0;
          given += Number(isGiven);
          expect(isGiven && kinds(fresh, earlier).length === 0).toBe(false);
        },
      ),
      { numRuns: 400, seed: 16106 },
    );
    expect(given).toBeGreaterThan(50);
  });
});
