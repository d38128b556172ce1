// Writes the parts of a workbook as a spreadsheet program would, with what our own writer never makes: shared texts,
// formulas with their last results, dates as numbers, errors, remarks, merged cells, hidden sheets and rows. Imports
// nothing of the program that reads it (ECMA-376 part 1; PKWARE APPNOTE 4.3, nothing compressed).
import { Buffer } from "node:buffer";

export type DirtyCell =
  | null
  | string
  | number
  | { readonly day: number }
  | { readonly formula: string; readonly gives: number }
  | { readonly yes: boolean }
  | { readonly error: string };

export interface DirtySheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly DirtyCell[])[];
  /** As spreadsheets count; the first is 1. */
  readonly hiddenRows?: readonly number[];
  readonly merged?: readonly string[];
  readonly remarks?: readonly string[];
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
/** The second format of cells is that of dates. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d&quot;-&quot;mmm&quot;-&quot;yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

/** What a person sees in the cell. */
export function shownOf(cell: DirtyCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  if ("day" in cell) return dayOf(cell.day);
  if ("gives" in cell) return String(cell.gives);
  if ("yes" in cell) return String(cell.yes);
  return cell.error;
}

/** Days are counted from the last but one of 1899, as spreadsheets do since a mistake in the first of them. */
function dayOf(day: number): string {
  if (day < 1) return String(day);
  return new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
}

function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

/** The same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly DirtySheet[]): Uint8Array {
  const shared = new Map<string, number>();
  const sheetParts = sheets.flatMap((sheet, at): readonly (readonly [string, string])[] => [
    [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, shared)],
    ...(sheet.remarks === undefined
      ? []
      : ([[`xl/comments${at + 1}.xml`, remarksXml(sheet.remarks)]] as const)),
  ]);
  const texts = [...shared.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return zipOf([
    ["[Content_Types].xml", `${head}<Types xmlns="${packages.replace("relationships", "content-types")}"/>`],
    ["_rels/.rels", relations([["rId1", "officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbookXml(sheets)],
    [
      "xl/_rels/workbook.xml.rels",
      relations(sheets.map((_, at) => [`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`])),
    ],
    ["xl/styles.xml", styles],
    ["xl/sharedStrings.xml", `${head}<sst xmlns="${main}">${texts.join("")}</sst>`],
    ...sheetParts,
  ]);
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packages}">${each.join("")}</Relationships>`;
}

function workbookXml(sheets: readonly DirtySheet[]): string {
  const each = sheets.map(
    ({ name, hidden = false }, at) =>
      `<sheet name="${escaped(name)}" state="${hidden ? "hidden" : "visible"}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each.join("")}</sheets><definedNames><definedName name="Filter">#REF!</definedName></definedNames></workbook>`;
}

function sheetXml({ rows, hiddenRows = [], merged = [] }: DirtySheet, shared: Map<string, number>): string {
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`, shared));
    return `<row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ""}>${cells.join("")}</row>`;
  });
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData>${ranges === "" ? "" : `<mergeCells>${ranges}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: DirtyCell, place: string, shared: Map<string, number>): string {
  if (cell === null) return "";
  if (typeof cell === "string") {
    const at = shared.get(cell) ?? shared.size;
    shared.set(cell, at);
    return `<c r="${place}" t="s"><v>${at}</v></c>`;
  }
  if (typeof cell === "number") return `<c r="${place}"><v>${floating(cell)}</v></c>`;
  if ("day" in cell) return `<c r="${place}" s="1"><v>${floating(cell.day)}</v></c>`;
  if ("gives" in cell) return `<c r="${place}"><f>${cell.formula}</f><v>${cell.gives}</v></c>`;
  if ("yes" in cell) return `<c r="${place}" t="b"><v>${cell.yes ? 1 : 0}</v></c>`;
  return `<c r="${place}" t="e"><v>${cell.error}</v></c>`;
}

/** As the real ones have it: every number with a point. */
function floating(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function remarksXml(places: readonly string[]): string {
  const each = places.map(
    (place) =>
      `<comment authorId="0" ref="${place}"><text><t>Responder updated this value.</t></text></comment>`,
  );
  return `${head}<comments xmlns="${main}"><authors><author></author></authors><commentList>${each.join("")}</commentList></comments>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function zipOf(parts: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const [nameBytes, body] = [Buffer.from(name), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(33, 8);
    fields.writeUInt32LE(crc32(body), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(body.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, nameBytes, body]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fields, place, nameBytes]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...bodies, list, Buffer.from("PK\u0005\u0006"), end]));
}

/** ISO 3309, as archives have it. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffff_ffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb8_8320 : 0);
  }
  return (sum ^ 0xffff_ffff) >>> 0;
}
