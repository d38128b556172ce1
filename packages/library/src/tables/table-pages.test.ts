import { describe, expect, it } from "vitest";
import type { LibraryTable } from "../library-input.ts";
import { build, fileOf, itemWith, libraryOf } from "../library.fake.ts";
import { madeUpTables } from "../made-up-library.fake.ts";

const [table] = madeUpTables();
if (table === undefined) throw new Error("There is no made-up table");

async function builtWith(changes: Partial<LibraryTable>) {
  return build(libraryOf([itemWith({})], { tables: [{ ...table, ...changes }] as LibraryTable[] }));
}

describe("a released table", () => {
  it("stands at one address as page, picture, CSV and JSON with the same numbers", async () => {
    const built = await builtWith({});
    const page = fileOf(built, "en/numbers/acts-by-quarter.html");
    for (const ending of ["svg", "csv", "json"]) expect(page).toContain(`href="acts-by-quarter.${ending}"`);
    expect(page).toContain("<td>1,234</td>");
    expect(fileOf(built, "en/numbers/acts-by-quarter.svg")).toContain(">1,234</text>");
    expect(fileOf(built, "en/numbers/acts-by-quarter.csv")).toContain("\r\nKR,South Korea,1234,6,5,4\r\n");
    const json = JSON.parse(fileOf(built, "en/numbers/acts-by-quarter.json")) as { cells: unknown };
    expect(json.cells).toEqual(table.cells);
  });

  it("says of a small number that it is hidden, in every form, and why", async () => {
    const built = await builtWith({});
    expect(fileOf(built, "en/numbers/acts-by-quarter.html")).toContain("could point at a person");
    expect(fileOf(built, "en/numbers/acts-by-quarter.csv")).toContain("FJ,Fiji,3,hidden,0,12");
  });

  it("gives a spreadsheet no formula", async () => {
    const labels = { country: { FJ: [{ text: '=HYPERLINK("x"),y', lang: "en" }] } };
    const built = await build(libraryOf([itemWith({})], { labels }));
    expect(fileOf(built, "en/numbers/acts-by-quarter.csv")).toContain(`FJ,"'=HYPERLINK(""x""),y",3`);
  });

  it.each<Partial<LibraryTable>>([
    { slug: "../up" },
    { cells: [[1]] },
    { rowCodes: ["FJ", "MV", "UG", "<b>"] },
    {
      cells: [
        [1, 2, 3, -1],
        [1, 2, 3, 4],
        [1, 2, 3, 4],
        [1, 2, 3, 4],
      ],
    },
  ])("is left out and told where it does not fit together: %j", async (changes) => {
    const { problems, files } = await builtWith(changes);
    expect(problems.map(({ code }) => code)).toEqual(["bad-table"]);
    expect([...files.keys()].some((path) => path.includes("numbers"))).toBe(false);
  });
});
