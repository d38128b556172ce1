import { formOf } from "@tocsin/records";
import { createBuiltInRegistry, headingsOf, parseMapping } from "@tocsin/workspace";
import { expect, it } from "vitest";
import {
  columnsOf,
  headingNames,
  ignoreColumn,
  lackingFields,
  mappingOf,
  targetsOf,
} from "./column-mapping.ts";

const registry = createBuiltInRegistry();
const incident = registry.kinds.get("incident");
if (incident === undefined) throw new Error("no incidents");
const { fields } = formOf(incident);
const sheet = {
  name: "events",
  hidden: false,
  rows: [
    { row: 2, cells: ["Title", "When", "Land", "", "Note"] },
    { row: 3, cells: ["An arrest", "3/5/2026", "Utopia", "x", ""] },
    { row: 4, cells: ["A visit", "", "", "", "said so"] },
  ],
};

it("names columns as they are named when rows are read", () => {
  const cells = ["Name", "", " name ", "C", "Two  words", "two words", "İl", "il", "Straße", "STRASSE"];
  expect(headingNames(cells).slice(0, 4)).toEqual(["Name", "B", "name (2)", "C"]);
  expect(headingNames(cells)).toEqual(headingsOf(cells));
  const wide = Array.from({ length: 800 }, () => "");
  expect(headingNames(wide)).toEqual(headingsOf(wide));
});

it("shows the first values of each column, and marks what was only guessed", () => {
  const columns = columnsOf(sheet, 2, { title: { columns: ["Title"] } });
  expect(columns[0]).toEqual({
    heading: "Title",
    examples: ["An arrest", "A visit"],
    target: "title",
    isGuess: true,
    isConfirmed: false,
  });
  expect(columns[3]).toEqual({
    heading: "D",
    examples: ["x"],
    target: "",
    isGuess: false,
    isConfirmed: false,
  });
});

it("makes a mapping that the server takes: places by their parts, dates by their forms, the rest kept or left out", () => {
  const targets = ["title", "when", "where.country", "", ignoreColumn];
  const columns = columnsOf(sheet, 2, {}).map((column, at) => ({ ...column, target: targets[at] ?? "" }));
  const wanted = { name: "made up", language: "en", sheet, headings: 2, kind: "incident", fields, columns };
  const mapping = mappingOf({ ...wanted, dates: ["D/M/YYYY"] });
  expect(parseMapping(structuredClone(mapping), registry)).toEqual(mapping);
  expect(mapping.sheets[0]).toMatchObject({
    sheets: ["events"],
    headings: 2,
    ignore: ["Note"],
    records: [
      {
        kind: "incident",
        fields: {
          title: { columns: ["Title"] },
          when: { columns: ["When"], dates: ["D/M/YYYY"] },
          where: { place: { country: "Land" } },
        },
      },
    ],
  });
  expect(lackingFields(fields, columns)).toEqual([]);
});

it("says which required field has no column, and offers no field that a person may not write", () => {
  expect(lackingFields(fields, columnsOf(sheet, 2, {})).map(({ name }) => name)).toContain("title");
  const kinds = [...registry.kinds.values()].flatMap((kind) => targetsOf(formOf(kind).fields));
  expect(kinds.length).toBeGreaterThan(0);
  expect(kinds.filter(({ fixed, type }) => fixed === true || type === "link" || type === "data")).toEqual([]);
});
