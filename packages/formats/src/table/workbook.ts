// A workbook (XLSX, ECMA-376) as a table. Formulas are not calculated, links are not followed, macros are not run.
import { createSheetScanner, type SheetScanner } from "./sheet-scanner.ts";
import {
  badTable,
  overLimit,
  tableLimits,
  type Table,
  type TableLimits,
  type TableNotice,
  type TableRow,
} from "./table.ts";
import { partTexts, readParts, type Archive, type SheetPlace, type WorkbookParts } from "./workbook-parts.ts";
import { createXmlScanner } from "./xml-scanner.ts";
import { parseZipEntries } from "./zip.ts";

export interface WorkbookOptions {
  readonly limits?: Partial<TableLimits>;
}

/** Throws `formats.bad-table`, or `formats.limit` with the place. */
export function openWorkbook(bytes: Uint8Array, options: WorkbookOptions = {}): Table {
  const limits = { ...tableLimits, ...options.limits };
  const archive: Archive = { bytes, entries: parseZipEntries(bytes), limits };
  const parts = readParts(archive);
  const scanned = new Map<string, SheetScanner["seen"]>();
  return {
    format: "xlsx",
    sheets: parts.sheets.map((place) => ({
      name: place.name,
      hidden: place.hidden,
      rows: () => readRows(archive, parts, { place, onRead: (seen) => void scanned.set(place.name, seen) }),
    })),
    isWithinLimits: () => false,
    notices: () => [...noticesOf(archive, parts), ...[...scanned].flatMap(sheetNotices)],
  };
}

interface RowsOf {
  readonly place: SheetPlace;
  readonly onRead: (seen: SheetScanner["seen"]) => void;
}

function* readRows(archive: Archive, parts: WorkbookParts, { place, onRead }: RowsOf): Generator<TableRow> {
  const { limits } = archive;
  const sheet = createSheetScanner({ ...parts, sheet: place.name, limits });
  const scanner = createXmlScanner(sheet);
  for (const text of partTexts(archive, place.part)) {
    scanner.push(text);
    yield* sheet.taken();
  }
  scanner.end();
  onRead(sheet.seen);
}

function noticesOf({ entries }: Archive, { sheets }: WorkbookParts): readonly TableNotice[] {
  const count = (pattern: RegExp): number => [...entries.keys()].filter((name) => pattern.test(name)).length;
  const whole = (reason: TableNotice["reason"], parts: number): readonly TableNotice[] =>
    parts === 0 ? [] : [{ reason, sheet: null, detail: String(parts) }];
  return [
    ...sheets.flatMap(({ name, hidden }): readonly TableNotice[] =>
      hidden ? [{ reason: "hidden-sheet", sheet: name, detail: "" }] : [],
    ),
    ...whole("external-links", count(/(^|\/)externalLinks\/[^/]+\.xml$/)),
    ...whole("macros", count(/(^|\/)vbaProject\.bin$/)),
    ...whole("comments", count(/(^|\/)(comments\d*|threadedComment\d*)\.xml$/)),
  ];
}

function sheetNotices([sheet, { merged, hiddenRows }]: readonly [
  string,
  SheetScanner["seen"],
]): readonly TableNotice[] {
  return [
    ...(merged.length === 0 ? [] : [{ reason: "merged-cells" as const, sheet, detail: merged.join(", ") }]),
    ...(hiddenRows === 0 ? [] : [{ reason: "hidden-rows" as const, sheet, detail: String(hiddenRows) }]),
  ];
}

/** What the first bytes say: an archive is a workbook, an old Excel file is not read, everything else is text. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (bytes.length > tableLimits.file) throw overLimit(`the file has more than ${tableLimits.file} bytes`);
  const starts = (...head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw badTable("it is an old Excel file, or protected with a password; save it as XLSX or CSV");
  return starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06);
}
