// The lists of choices of an XLSForm, by their names.
import type { JsonObject } from "@tocsin/core";
import { textColumns } from "./columns.ts";
import { cellOf, columnNamed, placeOf, valueOf, type Grid, type GridRow } from "./grid.ts";
import { nameHere } from "./names.ts";
import type { Reading } from "./reading.ts";
import type { XlsPlace } from "./remarks.ts";

export interface Choice {
  readonly code: string;
  readonly text: JsonObject;
  readonly place: XlsPlace;
}

export type Lists = ReadonlyMap<string, readonly Choice[]>;

export function readChoices(reading: Reading): Lists {
  const { choices, remarks } = reading;
  const lists = new Map<string, Choice[]>();
  if (choices.rows.length > 0)
    for (const name of ["list_name", "name"])
      if (columnNamed(choices, name) === undefined) remarks.fault(placeOf(choices, null), "no-column", name);
  for (const row of choices.rows) {
    const list = valueOf(choices, row, "list_name");
    const name = valueOf(choices, row, "name");
    const place = placeOf(choices, row, columnNamed(choices, "name"));
    const code = nameHere(name);
    if (list === "" || code === "") remarks.fault(place, "name", name === "" ? list : name);
    else if (code !== name) remarks.leaveOut(place, "renamed", name, code);
    const known = lists.get(list) ?? [];
    lists.set(list, [...known, { code, text: textsIn(choices, row, { name: "label", reading }), place }]);
  }
  return lists;
}

/** Texts of one row under the headings of one name, in the order of the languages. */
export function textsIn(
  grid: Grid,
  row: GridRow,
  { name, reading: { languages } }: { readonly name: string; readonly reading: Reading },
): JsonObject {
  const columns = textColumns(grid, name, languages[0] ?? "en");
  return Object.fromEntries(
    languages.flatMap((language) => {
      const column = columns.find(
        (each) => each.language === language && cellOf(row, each.column).trim() !== "",
      );
      return column === undefined ? [] : [[language, cellOf(row, column.column)] as const];
    }),
  );
}
