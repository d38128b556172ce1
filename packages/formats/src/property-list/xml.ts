// XML property lists (Apple's PropertyList-1.0.dtd), and no more of XML than they need: no entities of one's own, no
// external anything, no namespaces. One pass over the text; the document type is skipped, never read.
import { FormatError } from "../errors.ts";
import { maximumPropertyListDepth } from "./binary.ts";
import type { PropertyListValue } from "./value.ts";

interface Cursor {
  readonly text: string;
  at: number;
}

interface Tag {
  readonly name: string;
  readonly form: "open" | "close" | "empty";
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Throws `formats.bad-property-list` with the position in characters, or `formats.limit`. */
export function parseXmlPropertyList(text: string): PropertyListValue {
  const cursor: Cursor = { text, at: text.startsWith("\uFEFF") ? 1 : 0 };
  skipProlog(cursor);
  const root = readTag(cursor);
  if (root.name !== "plist" || root.form !== "open") throw bad("root is not <plist>", cursor.at);
  skipSpace(cursor);
  const value = readValue(cursor, readTag(cursor), 0);
  skipSpace(cursor);
  expectClose(cursor, "plist");
  skipSpace(cursor);
  if (cursor.at < text.length) throw bad("text after the end", cursor.at);
  return value;
}

function readValue(cursor: Cursor, tag: Tag, depth: number): PropertyListValue {
  if (depth > maximumPropertyListDepth)
    throw new FormatError(
      "formats.limit",
      `Cannot read property list: deeper than ${depth - 1} at character ${cursor.at}`,
    );
  if (tag.form === "close") throw bad(`unexpected </${tag.name}>`, cursor.at);
  switch (tag.name) {
    case "dict":
      return tag.form === "empty" ? new Map() : readDictionary(cursor, depth);
    case "array":
      return tag.form === "empty" ? [] : readArray(cursor, depth);
    case "true":
    case "false":
      if (tag.form === "open") expectClose(cursor, tag.name);
      return tag.name === "true";
    default:
      return parseScalar(tag.name, tag.form === "empty" ? "" : readText(cursor, tag.name), cursor.at);
  }
}

function readDictionary(cursor: Cursor, depth: number): PropertyListValue {
  const dictionary = new Map<string, PropertyListValue>();
  for (;;) {
    skipSpace(cursor);
    const tag = readTag(cursor);
    if (tag.form === "close" && tag.name === "dict") return dictionary;
    if (tag.name !== "key" || tag.form === "close") throw bad("expected <key>", cursor.at);
    const key = tag.form === "empty" ? "" : readText(cursor, "key");
    skipSpace(cursor);
    const value = readValue(cursor, readTag(cursor), depth + 1);
    if (!dictionary.has(key)) dictionary.set(key, value);
  }
}

function readArray(cursor: Cursor, depth: number): PropertyListValue {
  const members: PropertyListValue[] = [];
  for (;;) {
    skipSpace(cursor);
    const tag = readTag(cursor);
    if (tag.form === "close" && tag.name === "array") return members;
    members.push(readValue(cursor, tag, depth + 1));
  }
}

function parseScalar(name: string, text: string, at: number): PropertyListValue {
  switch (name) {
    case "string":
      return text;
    case "integer":
      return parseInteger(text.trim(), at);
    case "real":
      return parseReal(text.trim(), at);
    case "date":
      return parseDate(text.trim(), at);
    case "data":
      return parseData(text, at);
    default:
      throw bad("unknown element", at);
  }
}

function parseInteger(text: string, at: number): number | bigint {
  if (text.length > 40 || !/^[+-]?(?:[0-9]+|0x[0-9a-fA-F]+)$/.test(text)) throw bad("not an integer", at);
  const isNegative = text.startsWith("-");
  const magnitude = BigInt(/^[+-]/.test(text) ? text.slice(1) : text);
  const value = isNegative ? -magnitude : magnitude;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function parseReal(text: string, at: number): number {
  const value = Number(text);
  if (text === "" || text.length > 64 || (Number.isNaN(value) && text !== "nan"))
    throw bad("not a real number", at);
  return value;
}

function parseDate(text: string, at: number): PropertyListValue {
  const milliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw bad("not a date", at);
  return { kind: "date", milliseconds };
}

function parseData(text: string, at: number): Uint8Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw bad("not base64", at);
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Declaration, comments and document type, in any order. A document type that declares anything is refused. */
function skipProlog(cursor: Cursor): void {
  for (;;) {
    skipSpace(cursor);
    if (cursor.text.startsWith("<?", cursor.at)) skipPast(cursor, "?>");
    else if (cursor.text.startsWith("<!DOCTYPE", cursor.at)) {
      const start = cursor.at;
      skipPast(cursor, ">");
      if (cursor.text.slice(start, cursor.at).includes("["))
        throw bad("document type declares entities", start);
    } else return;
  }
}

function skipSpace(cursor: Cursor): void {
  for (;;) {
    while (isSpace(cursor.text.charCodeAt(cursor.at))) cursor.at += 1;
    if (!cursor.text.startsWith("<!--", cursor.at)) return;
    skipPast(cursor, "-->");
  }
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

function skipPast(cursor: Cursor, end: string): void {
  const found = cursor.text.indexOf(end, cursor.at);
  if (found < 0) throw bad(`no ${end}`, cursor.at);
  cursor.at = found + end.length;
}

function readTag(cursor: Cursor): Tag {
  const start = cursor.at;
  const end = cursor.text.indexOf(">", start);
  if (cursor.text[start] !== "<" || end < 0) throw bad("expected an element", start);
  const inside = cursor.text.slice(start + 1, Math.min(end, start + 1024));
  cursor.at = end + 1;
  const isClosing = inside.startsWith("/");
  const isEmpty = inside.endsWith("/");
  const name = inside.slice(isClosing ? 1 : 0, isEmpty ? -1 : undefined).split(/[ \t\r\n]/, 1)[0] ?? "";
  if (!/^[a-z]{1,10}$/.test(name) || (isClosing && isEmpty)) throw bad("unknown element", start);
  if (isClosing) return { name, form: "close" };
  return { name, form: isEmpty ? "empty" : "open" };
}

function expectClose(cursor: Cursor, name: string): void {
  const at = cursor.at;
  const tag = readTag(cursor);
  if (tag.name !== name || tag.form !== "close") throw bad(`expected </${name}>`, at);
}

/** Text up to the closing element, with the five entities of XML, character references and CDATA. */
function readText(cursor: Cursor, name: string): string {
  let text = "";
  for (;;) {
    const open = cursor.text.indexOf("<", cursor.at);
    if (open < 0) throw bad(`no </${name}>`, cursor.at);
    text += replaceEntities(cursor.text.slice(cursor.at, open), cursor.at);
    cursor.at = open;
    if (cursor.text.startsWith("<![CDATA[", open)) {
      skipPast(cursor, "]]>");
      text += cursor.text.slice(open + 9, cursor.at - 3);
    } else if (cursor.text.startsWith("<!--", open)) skipPast(cursor, "-->");
    else break;
  }
  expectClose(cursor, name);
  return text;
}

function replaceEntities(raw: string, start: number): string {
  let text = "";
  let at = 0;
  for (;;) {
    const ampersand = raw.indexOf("&", at);
    if (ampersand < 0) return text + raw.slice(at);
    const end = raw.indexOf(";", ampersand);
    const name = end < 0 || end - ampersand > 12 ? "" : raw.slice(ampersand + 1, end);
    const replaced = entities.get(name) ?? parseCharacterReference(name);
    if (replaced === undefined) throw bad("unknown entity", start + ampersand);
    text += raw.slice(at, ampersand) + replaced;
    at = end + 1;
  }
}

function parseCharacterReference(name: string): string | undefined {
  const isHexadecimal = /^#x[0-9a-fA-F]{1,6}$/.test(name);
  if (!isHexadecimal && !/^#[0-9]{1,7}$/.test(name)) return undefined;
  const code = isHexadecimal ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

function bad(state: string, at: number): FormatError {
  return new FormatError(
    "formats.bad-property-list",
    `Cannot read property list: ${state} at character ${at}`,
    {
      details: { position: at },
    },
  );
}
