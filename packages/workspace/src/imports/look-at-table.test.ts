import { encodeUtf8 } from "@tocsin/core";
import { encodeWorkbook } from "@tocsin/formats";
import { expect, it } from "vitest";
import { lookAtTable } from "./look-at-table.ts";

it("shows every sheet of a workbook with its first rows, each with its number", () => {
  const rows = Array.from({ length: 60 }, (_, at) => [`title ${at}`, at]);
  const bytes = encodeWorkbook([
    { name: "events", rows },
    { name: "acts", rows: [["kind"]] },
  ]);
  const look = lookAtTable([{ name: "book.xlsx", bytes }]);
  expect(look.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["events", false],
    ["acts", false],
  ]);
  expect(look.sheets[0]?.rows).toHaveLength(24);
  expect(look.sheets[0]?.rows[2]).toEqual({ row: 3, cells: ["title 2", "2"] });
  expect(look.sheets[1]?.rows).toEqual([{ row: 1, cells: ["kind"] }]);
});

it("shows only the beginning of a long cell, and cuts no character in two", () => {
  const bytes = encodeUtf8(`title\n${"a".repeat(199)}😀${"b".repeat(1000)}\n`);
  const look = lookAtTable([{ name: "list.csv", bytes }]);
  const [, row] = look.sheets[0]?.rows ?? [];
  expect(row?.cells[0]).toHaveLength(200);
  expect(row?.cells[0]?.isWellFormed()).toBe(true);
});
