// A file of separated values as a table of one sheet: its encoding, its delimiter, and the line `sep=;` of spreadsheets.
import { isWithin } from "./csv-lengths.ts";
import { createCsvScanner } from "./csv-scanner.ts";
import { badTable, tableLimits, type Table, type TableLimits, type TableRow } from "./table.ts";

export interface CsvOptions {
  /** A label of the Encoding Standard, such as `windows-1256`; found out where it is absent. */
  readonly encoding?: string;
  /** One character; found out where it is absent. */
  readonly delimiter?: string;
  readonly limits?: Partial<TableLimits>;
}

export interface CsvTable extends Table {
  readonly encoding: string;
  readonly delimiter: string;
}

const pieceLength = 65_536;
const candidates = [",", ";", "\t", "|"] as const;
/** In which a byte below 128 is always that character, and no text has more characters than bytes. */
const asciiEncodings: ReadonlySet<string> = new Set(["utf-8", "windows-1252"]);

/** Throws `formats.bad-table` on an encoding that is not known. Bytes that are no text are marked where they stand. */
export function openCsv(bytes: Uint8Array, options: CsvOptions = {}): CsvTable {
  const limits = { ...tableLimits, ...options.limits };
  const encoding = options.encoding ?? encodingOf(bytes);
  const head = firstText(bytes, encoding);
  const told = /^sep=(.)(?:\r\n|\r|\n)/.exec(head);
  const delimiter = options.delimiter ?? told?.[1] ?? delimiterOf(head);
  if (delimiter.length !== 1 || delimiter === '"')
    throw badTable("a delimiter is one character, and no quote");
  return {
    format: "csv",
    encoding,
    delimiter,
    sheets: [
      {
        name: "",
        hidden: false,
        rows: () => readRows(bytes, { encoding, delimiter, limits, skip: told?.[0].length ?? 0 }),
      },
    ],
    isWithinLimits: () => asciiEncodings.has(encoding) && isWithin(bytes, delimiter, limits),
    notices: () => [],
  };
}

interface Reading {
  readonly encoding: string;
  readonly delimiter: string;
  readonly limits: TableLimits;
  /** Characters before the first row. */
  readonly skip: number;
}

function* readRows(bytes: Uint8Array, { encoding, delimiter, limits, skip }: Reading): Generator<TableRow> {
  const scanner = createCsvScanner(delimiter, limits);
  let left = skip;
  for (const text of textsOf(bytes, encoding)) {
    yield* scanner.push(text.slice(left));
    left = Math.max(0, left - text.length);
  }
  yield* scanner.end();
}

function* textsOf(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = decoderOf(encoding);
  for (let at = 0; at < bytes.length; at += pieceLength)
    yield decoder.decode(bytes.subarray(at, at + pieceLength), { stream: true });
  yield decoder.decode();
}

function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    if (cause instanceof RangeError) throw badTable("its encoding is not known");
    throw cause;
  }
}

/** By its mark; without one UTF-8 where the bytes are UTF-8, and what western spreadsheets write where they are not. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += pieceLength)
      decoder.decode(bytes.subarray(at, at + pieceLength), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function firstText(bytes: Uint8Array, encoding: string): string {
  return decoderOf(encoding).decode(bytes.subarray(0, pieceLength), { stream: true });
}

/** The candidate that stands most often outside quotes in the first row. */
function delimiterOf(head: string): string {
  const counts = new Map<string, number>(candidates.map((each) => [each, 0]));
  let isQuoted = false;
  for (const character of head) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "\n" || character === "\r")) break;
    else if (!isQuoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return candidates.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best));
}
