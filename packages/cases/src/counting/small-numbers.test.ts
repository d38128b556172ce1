import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountTable } from "./question.ts";
import { hideSmallNumbers, type ShownTable } from "./small-numbers.ts";
import { attack, recoverable } from "./attacker.fake.ts";

const table = (cells: readonly (readonly number[])[], isList = false): CountTable => ({
  status: "reported",
  rows: cells.map((_, at) => `row ${at}`),
  columns: isList ? [] : (cells[0] ?? []).map((_, at) => `column ${at}`),
  cells,
});

const hiddenIn = ({ cells }: ShownTable): number => cells.flat().filter((value) => value === null).length;

const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns, threshold]) =>
    fc.record({
      threshold: fc.constant(threshold),
      isList: fc.constant(columns === 1),
      cells: fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.nat(7), fc.nat(60)), { minLength: columns, maxLength: columns }),
        { minLength: rows, maxLength: rows },
      ),
    }),
  );

describe("hideSmallNumbers", () => {
  it("leaves a table as it is where nothing is small", () => {
    const shown = hideSmallNumbers(
      table([
        [10, 0],
        [7, 9],
      ]),
      5,
    );
    expect(shown).toMatchObject({
      cells: [
        [10, 0],
        [7, 9],
      ],
      rowTotals: [10, 16],
      columnTotals: [17, 9],
      total: 26,
    });
  });

  it("hides a second number of a list, so that the total does not give the first away", () => {
    expect(hideSmallNumbers(table([[3], [40], [9]], true), 5)).toMatchObject({
      cells: [[null], [40], [null]],
      rowTotals: [null, 40, null],
      columnTotals: [],
      total: 52,
    });
  });

  it("hides a rectangle where one number of a table is small", () => {
    const shown = hideSmallNumbers(
      table([
        [2, 20, 30],
        [25, 22, 31],
        [28, 26, 33],
      ]),
      5,
    );
    expect(hiddenIn(shown)).toBe(4);
    expect(shown.total).toBe(217);
  });

  it("hides the total too where everything together is small", () => {
    expect(hideSmallNumbers(table([[3]], true), 5)).toMatchObject({ cells: [[null]], total: null });
    expect(
      hideSmallNumbers(
        table([
          [1, 2],
          [0, 1],
        ]),
        5,
      ),
    ).toMatchObject({
      cells: [
        [null, null],
        [0, null],
      ],
      total: null,
    });
  });

  it("hides more where two small numbers together are still small", () => {
    const { cells } = hideSmallNumbers(table([[1], [2], [30], [40]], true), 5);
    expect(cells).toEqual([[null], [null], [null], [40]]);
  });

  it("is as good as its attacker: without further hiding, or with two hidden in a row alone, the attacker gets them", () => {
    const alone: ShownTable = {
      status: "reported",
      rows: ["a", "b"],
      columns: ["c", "d"],
      cells: [
        [null, 20],
        [25, 22],
      ],
      rowTotals: [22, 47],
      columnTotals: [27, 42],
      total: 69,
    };
    expect(recoverable(alone)).toBe(1);
    expect(
      recoverable({
        ...alone,
        cells: [
          [null, null],
          [25, 22],
        ],
      }),
    ).toBe(2);
    expect(
      recoverable({
        ...alone,
        cells: [
          [null, null],
          [null, null],
        ],
      }),
    ).toBe(0);
    expect(
      attack({
        ...alone,
        cells: [
          [null, 20],
          [25, 22],
        ],
      }).get("0,0"),
    ).toBe(2n);
  });

  it("leaves nothing that could be worked out from sums, whatever the table", () => {
    fc.assert(
      fc.property(tables, ({ cells, isList, threshold }) => {
        const shown = hideSmallNumbers(table(cells, isList), threshold);
        expect(recoverable(shown)).toBe(0);
      }),
      { numRuns: 1500, seed: 16101 },
    );
  });

  it("shows nothing small, never a wrong number, and every zero", () => {
    fc.assert(
      fc.property(tables, ({ cells, isList, threshold }) => {
        const shown = hideSmallNumbers(table(cells, isList), threshold);
        for (const [y, row] of cells.entries())
          for (const [x, value] of row.entries()) {
            const out = shown.cells[y]?.[x];
            const isSmall = value > 0 && value < threshold;
            expect(value === 0 ? [0] : isSmall ? [null] : [value, null]).toContain(out);
          }
      }),
      { numRuns: 500, seed: 16102 },
    );
  });

  it("leaves every hidden number at least two values that fit, for a reader who knows that zeros are never hidden", () => {
    const small = tables.filter(
      ({ cells, isList }) =>
        !isList && cells.length <= 3 && (cells[0]?.length ?? 0) <= 3 && cells.flat().every((v) => v < 8),
    );
    fc.assert(
      fc.property(small, ({ cells, threshold }) => {
        const shown = hideSmallNumbers(table(cells), threshold);
        for (const values of fittingValues(shown)) expect(values.size).toBeGreaterThan(1);
      }),
      { numRuns: 300, seed: 16103 },
    );
  });
});

/** Tries every way to fill the hidden cells with one or more, up to a bound that no fitting value needs to pass. */
function fittingValues(shown: ShownTable): readonly ReadonlySet<number>[] {
  const places = shown.cells.flatMap((row, y) =>
    row.flatMap((value, x) => (value === null ? [[y, x] as const] : [])),
  );
  const found = places.map(() => new Set<number>());
  const highest = 9;
  if (places.length === 0 || places.length > 6) return [];
  const fill = (at: number, grid: readonly (readonly number[])[], chosen: readonly number[]): void => {
    const place = places[at];
    if (place === undefined) {
      if (fits(grid, shown)) for (const [n, value] of chosen.entries()) found[n]?.add(value);
      return;
    }
    for (let value = 1; value <= highest; value += 1)
      fill(
        at + 1,
        grid.map((row, y) => row.map((old, x) => (y === place[0] && x === place[1] ? value : old))),
        [...chosen, value],
      );
  };
  fill(
    0,
    shown.cells.map((row) => row.map((value) => value ?? 0)),
    [],
  );
  return found;
}

function fits(grid: readonly (readonly number[])[], { rowTotals, columnTotals, total }: ShownTable): boolean {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const agrees = (value: number, told: number | null | undefined): boolean =>
    told === null || told === undefined || told === value;
  return (
    grid.every((row, y) => agrees(sum(row), rowTotals[y])) &&
    columnTotals.every((told, x) => agrees(sum(grid.map((row) => row[x] ?? 0)), told)) &&
    agrees(sum(grid.flat()), total)
  );
}
