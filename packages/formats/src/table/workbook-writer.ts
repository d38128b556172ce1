// Writes a workbook (XLSX, ECMA-376) of plain texts, numbers and yes or no. There is no formula in it: a text is of the
// type of texts, whatever it begins with.
import { encodeUtf8, concatBytes } from "@tocsin/core";
import { Zip, ZipDeflate } from "fflate";
import { columnName } from "./table.ts";

export type WorkbookCell = string | number | boolean | null;

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: Iterable<readonly WorkbookCell[]>;
}

/** What spreadsheets accept in one cell; a longer text makes them refuse the file. */
export const workbookCellLength = 32_767;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** One time for all, so that the same rows give the same bytes. */
const written = "1980-01-01T00:00:00";

/** The same sheets give the same bytes. */
export function encodeWorkbook(sheets: readonly WorkbookSheet[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const add = (name: string, texts: Iterable<string>): void => {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = written;
    zip.add(part);
    for (const text of texts) part.push(encodeUtf8(text));
    part.push(new Uint8Array(0), true);
  };
  add("[Content_Types].xml", [contentTypes(sheets)]);
  add("_rels/.rels", [relations([["officeDocument", "xl/workbook.xml"]])]);
  add("xl/workbook.xml", [workbookXml(sheets)]);
  add("xl/_rels/workbook.xml.rels", [
    relations(sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`])),
  ]);
  sheets.forEach(({ rows }, at) => add(`xl/worksheets/sheet${at + 1}.xml`, sheetTexts(rows)));
  zip.end();
  return concatBytes(...pieces);
}

function contentTypes(sheets: readonly WorkbookSheet[]): string {
  const parts = sheets.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${mediaType}.worksheet+xml"/>`,
  );
  return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mediaType}.sheet.main+xml"/>${parts.join("")}</Types>`;
}

function relations(all: readonly (readonly [string, string])[]): string {
  const each = all.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packages}/relationships">${each.join("")}</Relationships>`;
}

function workbookXml(sheets: readonly WorkbookSheet[]): string {
  const each = sheets.map(
    ({ name }, at) =>
      `<sheet name="${encodeText(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${each.join("")}</sheets></workbook>`;
}

/** At most 31 characters, and none that spreadsheets refuse. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[\\/?*[\]:]/g, " ")
      .slice(0, 31)
      .trim() || "Sheet"
  );
}

function* sheetTexts(rows: WorkbookSheet["rows"]): Generator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetData>`;
  let number = 0;
  for (const row of rows) {
    number += 1;
    yield `<row r="${number}">${row.map((cell, at) => cellXml(cell, `${columnName(at)}${number}`)).join("")}</row>`;
  }
  yield "</sheetData></worksheet>";
}

function cellXml(cell: WorkbookCell, place: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${encodeText(escapeText(cell))}</t></is></c>`;
}

/** Characters that XML cannot carry, and what would read as such an escape (ECMA-376 part 1, 22.9.2.19). */
function escapeText(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      return `_x${code}_`;
    });
}

function encodeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
