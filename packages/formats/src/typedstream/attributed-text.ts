// The text of an NSAttributedString in the old NSArchiver format ("typedstream"), as Messages keeps it in
// `attributedBody`. Only the text is read: it is the first object, so nothing after it need be understood.
import { FormatError } from "../errors.ts";

const header = [0x04, 0x0b, ..."streamtyped".split("").map((letter) => letter.charCodeAt(0))];
const className = "NSString".split("").map((letter) => letter.charCodeAt(0));
/** Keeps no state between whole texts. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** Type code of a byte string. */
const byteString = 0x2b;
/** Between the name of the class and its bytes lie a version, a reference and a type: at most this many bytes. */
const farthestType = 32;

/** Throws `formats.bad-typedstream` with the byte position. Bytes that are not UTF-8 become U+FFFD. */
export function parseAttributedText(bytes: Uint8Array): string {
  if (!isAt(bytes, header, 0)) throw bad("no header", 0);
  const named = find(bytes, className, header.length);
  if (named < 0) throw bad("no NSString", header.length);
  const start = named + className.length;
  const type = bytes.subarray(start, start + farthestType).indexOf(byteString);
  if (type < 0) throw bad("no byte string", start);
  const { length, after } = readLength(bytes, start + type + 1);
  if (after + length > bytes.length) throw bad("text is cut off", after);
  return decoder.decode(bytes.subarray(after, after + length));
}

/** One byte; or 0x81 and two bytes, or 0x82 and four bytes, little-endian. */
function readLength(bytes: Uint8Array, at: number): { readonly length: number; readonly after: number } {
  const first = bytes[at];
  if (first === undefined) throw bad("length is cut off", at);
  if (first < 0x80) return { length: first, after: at + 1 };
  const size = first === 0x81 ? 2 : first === 0x82 ? 4 : 0;
  if (size === 0 || at + 1 + size > bytes.length) throw bad("length is cut off", at);
  let length = 0;
  for (let i = size; i > 0; i -= 1) length = length * 256 + (bytes[at + i] ?? 0);
  return { length, after: at + 1 + size };
}

function find(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  for (let at = from; at + wanted.length <= bytes.length; at += 1) {
    at = bytes.indexOf(wanted[0] ?? 0, at);
    if (at < 0) return -1;
    if (isAt(bytes, wanted, at)) return at;
  }
  return -1;
}

function isAt(bytes: Uint8Array, wanted: readonly number[], at: number): boolean {
  return wanted.every((byte, i) => bytes[at + i] === byte);
}

function bad(state: string, at: number): FormatError {
  return new FormatError("formats.bad-typedstream", `Cannot read attributed text: ${state} at byte ${at}`, {
    details: { position: at },
  });
}
