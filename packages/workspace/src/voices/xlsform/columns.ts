// Which columns of an XLSForm are read, which are left out with a word, and which keep the form out because they would change
// what is asked, or of what somebody can choose.
import { columnName } from "@tocsin/formats";
import { cellOf, placeOf, type Grid, type GridColumn } from "./grid.ts";
import type { Remarks, XlsFormLeftOut } from "./remarks.ts";

const worded = { survey: ["label", "hint", "guidance_hint"], choices: ["label"], settings: ["tocsin_title"] };
const read = {
  survey: ["type", "name", "required", "relevant", "appearance", "tocsin_most", "repeat_count"],
  choices: ["list_name", "name"],
  settings: [
    "form_title",
    "form_id",
    "version",
    "default_language",
    "tocsin_purpose",
    "tocsin_languages",
    "tocsin_unreviewed",
    "tocsin_keep_until",
  ],
};
/** How something looks or is called; what is accepted as an answer; nothing of what is asked. */
const shown = [
  "image",
  "big-image",
  "audio",
  "video",
  "autoplay",
  "media",
  "rows",
  "style",
  "disabled",
  "body",
];
const checked = ["constraint", "constraint_message", "required_message", "noapperrorstring", "intent"];
const ofTheForm = [
  "instance_name",
  "submission_url",
  "public_key",
  "auto_send",
  "auto_delete",
  "sms_keyword",
  "namespaces",
  "attribute",
  "allow_choice_duplicates",
  "clean_text_values",
  "name",
];

export type SheetName = keyof typeof read;

export function checkColumns(grid: Grid, sheet: SheetName, remarks: Remarks): void {
  checkHeadings(grid, remarks);
  for (const column of grid.columns) {
    const { name, tongue, language } = column;
    const row = grid.rows.find((each) => cellOf(each, column).trim() !== "");
    if (row === undefined) continue;
    if (worded[sheet].includes(name)) {
      if (tongue !== null && language === null)
        remarks.fault(placeOf(grid, null, column), "no-language", tongue);
    } else if (!read[sheet].includes(name) || tongue !== null) {
      const how = leftOutAs(name, sheet);
      if (how === null) remarks.fault(placeOf(grid, row, column), "column", name);
      else remarks.leaveOut(placeOf(grid, row, column), how, name);
    }
  }
}

/** Null for a column that keeps the form out. */
function leftOutAs(name: string, sheet: SheetName): XlsFormLeftOut | null {
  if (shown.includes(name)) return "shown";
  if (checked.includes(name)) return "checked";
  if (sheet === "settings") return ofTheForm.includes(name) ? "collected" : null;
  return sheet === "choices" ? "shown" : null;
}

/** Two columns of one name and language, and cells under no heading: what stands there would be lost. */
function checkHeadings(grid: Grid, remarks: Remarks): void {
  const { columns, rows } = grid;
  for (const [index, column] of columns.entries()) {
    const isSame = ({ name, tongue, language }: GridColumn): boolean =>
      name === column.name &&
      (tongue === column.tongue || (language !== null && language === column.language));
    if (columns.findIndex(isSame) < index) remarks.fault(placeOf(grid, null, column), "column", column.name);
  }
  const headed = new Set(columns.map(({ at }) => at));
  for (const row of rows) {
    const at = row.cells.findIndex((cell, index) => cell.trim() !== "" && !headed.has(index));
    if (at >= 0) remarks.fault({ ...placeOf(grid, row), column: columnName(at) }, "no-column", "");
  }
}

/** Columns of a text by the language that they are in; one without a language is in that of the form. */
export function textColumns(
  { columns }: Grid,
  name: string,
  original: string,
): readonly { readonly column: GridColumn; readonly language: string }[] {
  return columns
    .filter((each) => each.name === name)
    .flatMap((column) => {
      const language = column.tongue === null ? original : column.language;
      return language === null ? [] : [{ column, language }];
    });
}
