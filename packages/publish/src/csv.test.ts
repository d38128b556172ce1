import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf, jsonOf } from "./csv.ts";

describe("csvOf", () => {
  it("writes a heading, quotes and CR LF", () => {
    expect(
      csvOf({
        columns: ["title", "count", "open"],
        rows: [
          ['a "b", c', 3, true],
          [null, -1, false],
        ],
      }),
    ).toBe('"title","count","open"\r\n"a ""b"", c",3,true\r\n,-1,false\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "＝1"])(
    "makes the cell %j inert",
    (text) => {
      expect(csvOf({ columns: ["c"], rows: [[text]] })).toBe(`"c"\r\n"'${text}"\r\n`);
    },
  );

  it("gives back what was written, but for the apostrophe", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (cells) => {
        const line = csvOf({ columns: ["c"], rows: [cells] }).slice('"c"\r\n'.length, -2);
        const read = parseQuotedLine(line).map((cell, at) =>
          cell === `'${cells[at] ?? ""}` ? cell.slice(1) : cell,
        );
        expect(read).toEqual(cells);
      }),
      { numRuns: 200, seed: 4180 },
    );
  });
});

describe("jsonOf", () => {
  it("writes one object a row, in canonical form", () => {
    expect(jsonOf({ columns: ["b", "a"], rows: [["x", 1], [null]] })).toBe(
      '[{"a":1,"b":"x"},{"a":null,"b":null}]\n',
    );
  });
});

/** RFC 4180, for lines whose cells are all quoted. */
function parseQuotedLine(line: string): readonly string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < line.length) {
    let cell = "";
    at += 1;
    for (; line[at] !== '"' || line[at + 1] === '"'; at += 1) {
      cell += line[at] ?? "";
      if (line[at] === '"') at += 1;
    }
    cells.push(cell);
    at += 2;
  }
  return cells;
}
