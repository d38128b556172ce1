import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addRow, type Digest } from "./digest.ts";
import type { SqlRow } from "./sql.ts";

const row: fc.Arbitrary<SqlRow> = fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), {
  minLength: 1,
  maxLength: 4,
});
const sum = (rows: readonly SqlRow[]): Digest => {
  const digest = { first: 0, second: 0 };
  for (const each of rows) addRow(digest, each, 1);
  return digest;
};

describe("addRow", () => {
  it("does not depend on the order, and is undone by taking away", () => {
    fc.assert(
      fc.property(fc.array(row), row, (rows, extra) => {
        const digest = sum([extra, ...rows]);
        expect(digest).toEqual(sum([...rows, extra]));
        addRow(digest, extra, -1);
        expect(digest).toEqual(sum(rows));
      }),
      { seed: 1 },
    );
  });

  it("tells rows apart that differ in a letter, in their columns, or in how often they stand", () => {
    const rows: readonly (readonly SqlRow[])[] = [
      [],
      [["a"]],
      [["a"], ["a"]],
      [["b"]],
      [["a", ""]],
      [["", "a"]],
      [[""]],
      [["", ""]],
    ];
    const sums = rows.map((each) => JSON.stringify(sum(each)));
    expect(new Set(sums).size).toBe(rows.length);
  });
});
