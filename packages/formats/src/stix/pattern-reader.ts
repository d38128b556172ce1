// The words of a STIX pattern, read from left to right, each character once.
import { FormatError } from "../errors.ts";

export type PatternRefusal = "syntax" | "operator" | "negation" | "composite" | "too-long";

export interface PatternCursor {
  readonly text: string;
  at: number;
}

export function refusePattern(reason: PatternRefusal, position: number): FormatError {
  return new FormatError("formats.bad-stix", `Cannot read pattern: ${reason} at character ${position}`, {
    details: { reason, position },
  });
}

export function isAtEnd(cursor: PatternCursor): boolean {
  skipSpace(cursor);
  return cursor.at >= cursor.text.length;
}

/** Steps over `symbol` if it comes next. */
export function takeSymbol(cursor: PatternCursor, symbol: string): boolean {
  skipSpace(cursor);
  if (!cursor.text.startsWith(symbol, cursor.at)) return false;
  cursor.at += symbol.length;
  return true;
}

/** The next word in capital letters; empty if something else comes next. */
export function takeWord(cursor: PatternCursor): string {
  skipSpace(cursor);
  return readWhile(cursor, isLetter).toUpperCase();
}

/** Steps over `word` if it comes next. */
export function takeThisWord(cursor: PatternCursor, word: string): boolean {
  const start = cursor.at;
  if (takeWord(cursor) === word) return true;
  cursor.at = start;
  return false;
}

/** `type:property.'quoted property'[*]`, without its quotation marks and list steps. */
export function takePath(cursor: PatternCursor): string {
  skipSpace(cursor);
  const start = cursor.at;
  let path = "";
  for (;;) {
    const before = cursor.at;
    path += readStep(cursor);
    if (cursor.at === before) break;
  }
  if (!path.includes(":")) throw refusePattern("syntax", start);
  return path;
}

/** A string, number, boolean, or one of the prefixed literals, as text. */
export function takeLiteral(cursor: PatternCursor): string {
  skipSpace(cursor);
  const start = cursor.at;
  const word = readWhile(cursor, isPathUnit);
  const isQuoted = cursor.text[cursor.at] === "'";
  if (isQuoted && (word === "" || word === "t" || word === "h" || word === "b")) return readQuoted(cursor);
  if (word === "" || isQuoted) throw refusePattern("syntax", start);
  return word;
}

/** Whether `text` is a path without quotation marks, steps or white space. */
export function isPlainPath(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isPathUnit(text.charCodeAt(at))) return false;
  return text.includes(":");
}

function readStep(cursor: PatternCursor): string {
  const letter = cursor.text[cursor.at];
  if (letter === "'") return readQuoted(cursor);
  if (letter !== "[") return readWhile(cursor, isPathUnit);
  const end = cursor.text.indexOf("]", cursor.at);
  if (end < 0 || end - cursor.at > 12) throw refusePattern("syntax", cursor.at);
  cursor.at = end + 1;
  return "";
}

/** A backslash takes the next character as it is. */
function readQuoted(cursor: PatternCursor): string {
  const { text } = cursor;
  const start = cursor.at;
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf("'", from);
    if (quote < 0) throw refusePattern("syntax", start);
    const backslash = text.slice(from, quote).indexOf("\\");
    if (backslash < 0) {
      cursor.at = quote + 1;
      return value + text.slice(from, quote);
    }
    const at = from + backslash;
    value += text.slice(from, at) + (text[at + 1] ?? "");
    from = at + 2;
  }
}

function readWhile(cursor: PatternCursor, accepts: (unit: number) => boolean): string {
  const start = cursor.at;
  while (cursor.at < cursor.text.length && accepts(cursor.text.charCodeAt(cursor.at))) cursor.at += 1;
  return cursor.text.slice(start, cursor.at);
}

function skipSpace(cursor: PatternCursor): void {
  while (isSpace(cursor.text.charCodeAt(cursor.at))) cursor.at += 1;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** Letters, digits, and `-`, `.`, `:`, `_`. */
function isPathUnit(unit: number): boolean {
  return isLetter(unit) || (unit >= 0x2d && unit <= 0x3a && unit !== 0x2f) || unit === 0x5f;
}
