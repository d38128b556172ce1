import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTocsinError } from "@tocsin/core";
import { openTable } from "./open-table.ts";
import type { TableRow } from "./table.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(source: string): readonly TableRow[] {
  const table = openTable(bytesOf(source));
  expect(table.format).toBe("json");
  return [...(table.sheets[0]?.rows() ?? [])];
}

const cellsOf = (source: string): readonly (readonly string[])[] => read(source).map(({ cells }) => cells);
const broken = (source: string): readonly number[] =>
  read(source)
    .filter(({ marks }) => marks.some(({ reason }) => reason === "bad-item"))
    .map(({ row }) => row);

describe("a JSON file as a table", () => {
  it("has a row for each object of a list, and a list of texts in one cell", () => {
    expect(cellsOf('[{"a":"1","b":["x","y"]},\n {"b":null,"a":2.5,"c":{"d":true}}]')).toEqual([
      ["a", "b", "c"],
      ["1", "x\ny", ""],
      ["2.5", "", '{"d":true}'],
    ]);
  });

  it("is read as one object a line too, with a mark of the encoding before it", () => {
    expect(cellsOf('\ufeff{"a":"é"}\n{"a":"ب"}\n')).toEqual([["a"], ["é"], ["ب"]]);
    expect(cellsOf("[{}]")).toEqual([]);
  });

  it("is told from separated values by how it begins", () => {
    for (const text of ["[a],b\n1,2\n", "{a},b\n", '"[{",b\n', "a,b\n"])
      expect(openTable(bytesOf(text)).format, text).toBe("csv");
  });

  it.each([
    ["a word that is none", '[{"a":1},{"a":tru},{"a":3}]', [3]],
    ["a quote that never closes, in one line", '[{"a":"1"},{"a":"2},{"a":"3"},{"a":"4"}]', [3]],
    ["a quote that never closes, with a line end", '[{"a":"1"},\n{"a":"2\n},\n{"a":"3"}]', [3]],
    ["a bracket that is missing", '[{"a":"1"},\n{"a":["2"},\n{"a":"3"}\n]', [3]],
    ["a text in place of an object", '[{"a":"1"},\n"no object",\n{"a":"3"}]', [3]],
    ["an end that is cut off", '[{"a":"1"},{"a":"3"},{"a":"thr', [4]],
    ["a text and a bracket that never close", '[{"a":"1"},\n{"a":"2\n{"a":"3"},\n{"a":"4"}]', [3]],
    ["bytes between the items", '[{"a":"1"},\n??\n{"a":"3"}]', [3]],
  ])("tells the item with %s by its place, and reads the others", (_what, source, rows) => {
    expect(broken(source)).toEqual(rows);
    const others = read(source).filter(({ marks, row }) => marks.length === 0 && row > 1);
    expect(others.length).toBeGreaterThan(0);
    expect(others[0]?.cells).toEqual(["1"]);
    expect(others.length).toBe(source.match(/\{"a":"?[134]"?\}/g)?.length);
  });

  it("keeps the beginning of a broken item behind all columns, so that nothing of it is taken for a value", () => {
    const [, , row] = read('[{"a":"1","b":"2"},{"a":x},{}]');
    expect(row).toEqual({ row: 3, cells: ["", "", '{"a":x},'], marks: [{ column: 2, reason: "bad-item" }] });
  });

  it("takes names like those of every object for names", () => {
    const [head, row] = cellsOf('[{"__proto__":"1","constructor":"2"}]');
    expect([head, row]).toEqual([
      ["__proto__", "constructor"],
      ["1", "2"],
    ]);
  });

  it("finds every whole item between items that are cut anywhere", () => {
    const whole = fc.record({
      a: fc.string({ maxLength: 8 }),
      b: fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 8 }), (items) => {
        const source = `[${items.map((each) => JSON.stringify(each)).join(",\n")}]`;
        const [, ...rows] = read(source);
        expect(rows.map(({ cells }) => cells)).toEqual(items.map(({ a, b }) => [a, b.join("\n")]));
      }),
    );
  });

  it("ends, or says that too much is broken, whatever the bytes are", () => {
    const pieces = fc.constantFrom("{", "}", "[", "]", '"', ",", "\\", "\n", " ", "a", "1", '{"a":', "},{");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (tail) => {
        try {
          const rows = read(`[{"a":1},${tail.join("")}`);
          expect(rows[1]?.cells[0]).toBe("1");
        } catch (error) {
          if (!isTocsinError(error)) throw error;
        }
      }),
    );
    const hostile = `[{"a":1},${'{"},{},'.repeat(60_000)}${"{[},".repeat(60_000)}`;
    const ended = ((): string => {
      try {
        return `rows ${String(read(hostile).length > 0)}`;
      } catch (error) {
        return isTocsinError(error) ? "refused" : "broke";
      }
    })();
    expect(["rows true", "refused"]).toContain(ended);
  });
});
