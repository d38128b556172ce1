import { formOf } from "@tocsin/records";
import { createBuiltInRegistry, headingsOf } from "@tocsin/workspace";
import { expect, it } from "vitest";
import { columnsOf, headingNames, targetsOf } from "./column-mapping.ts";

const registry = createBuiltInRegistry();
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
    record: 0,
    examples: ["An arrest", "A visit"],
    target: "title",
    isGuess: true,
    isConfirmed: false,
  });
  expect(columns[3]).toMatchObject({ heading: "D", examples: ["x"], target: "", isGuess: false });
});

it("offers no field that a person may not write, and a link only to kinds that a sheet can have", () => {
  const forms = [...registry.kinds.values()].map((kind) => formOf(kind).fields);
  const offered = forms.flatMap((fields) => targetsOf(fields));
  expect(offered.length).toBeGreaterThan(0);
  expect(offered.filter(({ fixed, type }) => fixed === true || type === "link" || type === "data")).toEqual(
    [],
  );
  const toPeople = forms.flatMap((fields) => targetsOf(fields, new Set(["person"])));
  const links = toPeople.filter(({ type }) => type === "link" || type === "links");
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter(({ to, fixed }) => to !== "person" || fixed === true)).toEqual([]);
});
