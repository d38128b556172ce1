// What stands around the sheets of a workbook (ECMA-376 part 1, 18): their names and places, the texts that they share,
// which styles show dates.
import { isDateFormat } from "./serial-dates.ts";
import { badTable, overLimit, type TableLimits } from "./table.ts";
import { createXmlScanner, type XmlHandler } from "./xml-scanner.ts";
import { unpackEntry, type ZipEntry } from "./zip.ts";

export interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly limits: TableLimits;
}

export interface SheetPlace {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPlace[];
  readonly is1904: boolean;
  readonly sharedTexts: readonly string[];
  /** Whether a cell with this style shows a date. */
  readonly isDate: readonly boolean[];
}

type Attributes = (name: string) => string | undefined;
const nothing = (): void => undefined;

/** Pieces of a part as text; nothing for a part that is not there. */
export function* partTexts({ bytes, entries, limits }: Archive, name: string): Generator<string> {
  const entry = entries.get(name);
  if (entry === undefined) return;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for (const piece of unpackEntry(bytes, entry, limits)) {
    decoder ??= new TextDecoder(piece[0] === 0xff ? "utf-16le" : piece[0] === 0xfe ? "utf-16be" : "utf-8");
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

export function scanPart(archive: Archive, name: string, handler: Partial<XmlHandler>): void {
  const scanner = createXmlScanner({ open: nothing, close: nothing, text: nothing, ...handler });
  for (const text of partTexts(archive, name)) scanner.push(text);
  scanner.end();
}

/** Throws `formats.bad-table` on an archive that is no workbook. */
export function readParts(archive: Archive): WorkbookParts {
  const main = mainPart(archive);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const targets = targetsOf(archive, main, folder);
  const { found, is1904 } = readSheets(archive, main);
  const sheets = found.flatMap(({ id, ...sheet }) => {
    const part = targets.get(id);
    return part === undefined || !archive.entries.has(part) ? [] : [{ ...sheet, part }];
  });
  if (sheets.length > archive.limits.sheets) throw overLimit(`more than ${archive.limits.sheets} sheets`);
  return {
    sheets,
    is1904,
    sharedTexts: readSharedTexts(archive, `${folder}sharedStrings.xml`),
    isDate: readDateStyles(archive, `${folder}styles.xml`),
  };
}

/** `what`: as an error calls the document. Throws `formats.bad-table`. */
export function mainPart(archive: Archive, what = "workbook"): string {
  let main: string | undefined;
  scanPart(archive, "_rels/.rels", {
    open(name, attribute) {
      if (name === "Relationship" && attribute("Type")?.endsWith("/officeDocument"))
        main ??= attribute("Target")?.replace(/^\//, "");
    },
  });
  if (main === undefined || !archive.entries.has(main)) throw badTable(`the archive is no ${what}`);
  return main;
}

function targetsOf(archive: Archive, main: string, folder: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const own = `${folder}_rels/${main.slice(folder.length)}.rels`;
  scanPart(archive, own, {
    open(name, attribute) {
      const [id, target] = [attribute("Id"), attribute("Target")];
      // What leads out of the file is never followed.
      if (name !== "Relationship" || !id || !target || attribute("TargetMode") === "External") return;
      targets.set(id, target.startsWith("/") ? target.slice(1) : `${folder}${target}`);
    },
  });
  return targets;
}

interface FoundSheets {
  readonly found: readonly { readonly id: string; readonly name: string; readonly hidden: boolean }[];
  readonly is1904: boolean;
}

function readSheets(archive: Archive, main: string): FoundSheets {
  const found: { id: string; name: string; hidden: boolean }[] = [];
  let is1904 = false;
  const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";
  scanPart(archive, main, {
    open(name, attribute: Attributes) {
      if (name === "workbookPr") is1904 = isTrue(attribute("date1904"));
      if (name !== "sheet") return;
      const state = attribute("state");
      found.push({
        id: attribute("r:id") ?? attribute("id") ?? "",
        name: attribute("name") ?? "",
        hidden: state === "hidden" || state === "veryHidden",
      });
    },
  });
  return { found, is1904 };
}

function readSharedTexts(archive: Archive, part: string): readonly string[] {
  const texts: string[] = [];
  let [text, isText, isPhonetic, total] = ["", false, false, 0];
  scanPart(archive, part, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") isPhonetic = true;
      else if (name === "t") isText = !isPhonetic;
    },
    text(piece) {
      if (!isText) return;
      total += piece.length;
      if (total > archive.limits.sharedTexts) throw overLimit("the sheets share more text than we read");
      // One more than a cell may hold, so that whoever shows it sees that it is cut.
      if (text.length <= archive.limits.cell) text = (text + piece).slice(0, archive.limits.cell + 1);
    },
    close(name) {
      if (name === "t") isText = false;
      else if (name === "rPh") isPhonetic = false;
      else if (name === "si") texts.push(unescapeText(text));
    },
  });
  return texts;
}

function readDateStyles(archive: Archive, part: string): readonly boolean[] {
  const codes = new Map<number, string>();
  const isDate: boolean[] = [];
  let isCell = false;
  scanPart(archive, part, {
    open(name, attribute) {
      if (name === "numFmt") codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      else if (name === "cellXfs") isCell = true;
      else if (name === "xf" && isCell) {
        const id = Number(attribute("numFmtId") ?? "0");
        isDate.push(isDateFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") isCell = false;
    },
  });
  return isDate;
}

/** `_x000D_` stands for a character that XML cannot carry (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
