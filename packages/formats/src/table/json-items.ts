// The items of a JSON file one by one, by where their brackets close, without reading the whole of it as one value. What
// cannot be read is cut off where the next object begins.
import { overLimit } from "./table.ts";

export interface JsonItem {
  /** Null for what is no JSON object. */
  readonly value: Readonly<Record<string, unknown>> | null;
  /** Of what is none, its beginning as it stands there. */
  readonly text: string;
}

const deepest = 64;
/** Beginning of a broken item that is told. */
const toldBytes = 1_000;
/** Bytes that are gone through for each byte of the file, at most: broken items are gone through more than once. */
const mostWork = 8;

const [quote, backslash, comma, lineFeed] = [0x22, 0x5c, 0x2c, 0x0a];
/** Below are control characters, which a text has only escaped. */
const firstOfTexts = 0x20;
/** What may stand outside of texts and brackets: numbers, the three words, and what parts them. */
const isPlain: readonly boolean[] = Array.from({ length: 256 }, (_, byte) =>
  " \t\r\n,:+-.0123456789eEtrufalsn".includes(String.fromCharCode(byte)),
);
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** No item is longer than `longest` bytes. Throws `formats.limit` where too much of the file is broken. */
export function* itemsOf(bytes: Uint8Array, longest: number): Generator<JsonItem> {
  let at = startOf(bytes);
  let work = 0;
  const budget = bytes.length * mostWork + longest;
  while (at < bytes.length) {
    const from = nextItem(bytes, at);
    if (from === bytes.length) return;
    const { to, isWhole } = endOf(bytes, from, longest);
    const value = valueOf(bytes.subarray(from, to));
    const last = value === null && !isWhole ? Math.min(bytes.length, from + longest) : to;
    at = value === null && bytes[from] === openObject ? nextObject(bytes, from + 1, last) : to;
    work += Math.max(to, at) - from;
    if (work > budget) throw overLimit("too much of the file is broken");
    yield { value, text: value === null ? beginningOf(bytes.subarray(from, at)) : "" };
  }
}

/** Behind a mark of the encoding and the bracket of the list. */
function startOf(bytes: Uint8Array): number {
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = from;
  while (at < bytes.length && isSpace(bytes[at])) at += 1;
  return bytes[at] === openList ? at + 1 : from;
}

/** White space, commas and the bracket that closes the list are passed over. */
function nextItem(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (isSpace(bytes[at]) || bytes[at] === comma || bytes[at] === closeList)) at += 1;
  return at;
}

interface ItemEnd {
  readonly to: number;
  /** Its brackets close there; otherwise it was given up there. */
  readonly isWhole: boolean;
}

/** Where the bracket closes with which the item begins; of what has none, the end of its line. */
function endOf(bytes: Uint8Array, from: number, longest: number): ItemEnd {
  const last = Math.min(bytes.length, from + longest);
  if (bytes[from] !== openObject) return { to: lineEnd(bytes, from, last), isWhole: true };
  let depth = 0;
  for (let at = from; at < last; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) {
      at = stringEnd(bytes, at, last);
      if (bytes[at] !== quote) return { to: at, isWhole: false };
    } else if (isPlain[byte] !== true) {
      const step = stepOf(byte);
      if (step === 0) return { to: at, isWhole: false };
      depth += step;
    }
    if (depth === 0) return { to: at + 1, isWhole: true };
    if (depth > deepest) return { to: at, isWhole: false };
  }
  return { to: last, isWhole: false };
}

/** How a bracket changes the depth; 0 for what is none. */
function stepOf(byte: number): number {
  if (byte === openObject || byte === openList) return 1;
  return byte === closeObject || byte === closeList ? -1 : 0;
}

function lineEnd(bytes: Uint8Array, from: number, last: number): number {
  const at = bytes.subarray(from, last).indexOf(lineFeed);
  return at === -1 ? last : from + at + 1;
}

/** Position of the quote that closes a text, or of what no text holds: a line end, the end of the file. */
function stringEnd(bytes: Uint8Array, from: number, last: number): number {
  let at = from + 1;
  while (at < last && bytes[at] !== quote && (bytes[at] ?? 0) >= firstOfTexts)
    at += bytes[at] === backslash ? 2 : 1;
  return Math.min(at, last);
}

/** The next `{` behind a closed bracket or a line end, with nothing but white space and commas between. */
function nextObject(bytes: Uint8Array, from: number, last: number): number {
  let isBehind = false;
  for (let at = from; at < last; at += 1) {
    const byte = bytes[at];
    if (byte === closeObject || byte === lineFeed) isBehind = true;
    else if (byte === openObject && isBehind) return at;
    else if (!isSpace(byte) && byte !== comma) isBehind = false;
  }
  return last;
}

function valueOf(bytes: Uint8Array): JsonItem["value"] {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function beginningOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, toldBytes)).trim();
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09;
}
