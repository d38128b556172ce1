// Binary property lists, `bplist00`, after the layout that Apple documents in CFBinaryPList.c: a header, objects, a
// table of offsets and a trailer of 32 bytes. Written for hostile input: nothing is allocated before it is known to fit.
import { FormatError } from "../errors.ts";
import type { PropertyListValue } from "./value.ts";

/** Containers within containers beyond this are refused. */
export const maximumPropertyListDepth = 128;
/** 2001-01-01T00:00:00Z in milliseconds since 1970. */
export const appleEpochMilliseconds = 978_307_200_000;

const magic = "bplist0";
const trailerLength = 32;

interface Reader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly offsetSize: number;
  readonly referenceSize: number;
  readonly objectCount: number;
  readonly tableOffset: number;
  /** Objects that were read, by number: one that is named twice is read once. */
  readonly known: Map<number, PropertyListValue>;
  /** Numbers of the containers around the object in work. */
  readonly open: Set<number>;
  /** Bytes of strings, data and references that may still be read: no honest list needs more than its own length. */
  budget: number;
}

interface Body {
  readonly object: number;
  readonly start: number;
  readonly count: number;
}

/** Throws `formats.bad-property-list` with the byte position, or `formats.limit`. */
export function parseBinaryPropertyList(bytes: Uint8Array): PropertyListValue {
  const reader = readTrailer(bytes);
  return readObject(reader, readTrailerNumber(reader.view, bytes.length - 16), 0);
}

export function isBinaryPropertyList(bytes: Uint8Array): boolean {
  if (bytes.length < magic.length) return false;
  for (let i = 0; i < magic.length; i += 1) if (bytes[i] !== magic.charCodeAt(i)) return false;
  return true;
}

function readTrailer(bytes: Uint8Array): Reader {
  if (!isBinaryPropertyList(bytes)) throw bad("no bplist header", 0);
  if (bytes.length < 8 + trailerLength) throw bad("shorter than header and trailer", bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trailer = bytes.length - trailerLength;
  const offsetSize = view.getUint8(trailer + 6);
  const referenceSize = view.getUint8(trailer + 7);
  const objectCount = readTrailerNumber(view, trailer + 8);
  const tableOffset = readTrailerNumber(view, trailer + 24);
  if (offsetSize < 1 || offsetSize > 8 || referenceSize < 1 || referenceSize > 8)
    throw bad("size of offsets or references is not 1 to 8", trailer + 6);
  if (objectCount < 1 || tableOffset < 9 || tableOffset + objectCount * offsetSize > trailer)
    throw bad("table of offsets lies outside", trailer + 24);
  return {
    bytes,
    view,
    offsetSize,
    referenceSize,
    objectCount,
    tableOffset,
    known: new Map(),
    open: new Set(),
    budget: bytes.length,
  };
}

function readTrailerNumber(view: DataView, at: number): number {
  const value = view.getBigUint64(at);
  if (value > BigInt(view.byteLength)) throw bad("number in the trailer is larger than the list", at);
  return Number(value);
}

function readObject(reader: Reader, object: number, depth: number): PropertyListValue {
  const seen = reader.known.get(object);
  if (seen !== undefined) return seen;
  const at = offsetOf(reader, object);
  if (depth > maximumPropertyListDepth)
    throw new FormatError(
      "formats.limit",
      `Cannot read property list: deeper than ${depth - 1} at byte ${at}`,
    );
  if (reader.open.has(object)) throw bad("object contains itself", at);
  const value = readMarked(reader, { object, at, depth });
  reader.known.set(object, value);
  return value;
}

function offsetOf(reader: Reader, object: number): number {
  if (object >= reader.objectCount) throw bad(`object ${object} does not exist`, reader.tableOffset);
  const entry = reader.tableOffset + object * reader.offsetSize;
  const at = readNumber(reader, entry, reader.offsetSize);
  if (at < 8 || at >= reader.tableOffset) throw bad("offset lies outside the objects", entry);
  return at;
}

interface Place {
  readonly object: number;
  readonly at: number;
  readonly depth: number;
}

function readMarked(reader: Reader, place: Place): PropertyListValue {
  const marker = reader.view.getUint8(place.at);
  switch (marker >> 4) {
    case 0x0:
      return readSimple(marker, place.at);
    case 0x1:
      return readInteger(reader, place.at + 1, 1 << (marker & 15));
    case 0x2:
      return readReal(reader, place.at + 1, 1 << (marker & 15));
    case 0x3:
      return readDate(reader, place.at);
    case 0x8:
      return { kind: "uid", index: readNumber(reader, place.at + 1, (marker & 15) + 1) };
    default:
      return readCounted(reader, place);
  }
}

function readCounted(reader: Reader, place: Place): PropertyListValue {
  const body = readCount(reader, place);
  switch (reader.view.getUint8(place.at) >> 4) {
    case 0x4:
      return take(reader, body, 1).slice();
    case 0x5:
      return decodeAscii(take(reader, body, 1));
    case 0x6:
      return decodeUtf16(take(reader, body, 2));
    case 0xa:
    case 0xc:
      return readMembers(reader, body, place.depth);
    case 0xd:
      return readDictionary(reader, body, place.depth);
    default:
      throw bad("unknown marker", place.at);
  }
}

function readSimple(marker: number, at: number): PropertyListValue {
  if (marker === 0x00) return null;
  if (marker === 0x08) return false;
  if (marker === 0x09) return true;
  throw bad("unknown marker", at);
}

/** One, two and four bytes are unsigned, eight are signed, sixteen are an unsigned number that Apple pads. */
function readInteger(reader: Reader, at: number, size: number): number | bigint {
  if (at + size > reader.tableOffset) throw bad("integer is cut off", at);
  if (size <= 4) return readNumber(reader, at, size);
  if (size === 8) return narrow(reader.view.getBigInt64(at));
  if (size === 16) return narrow((reader.view.getBigInt64(at) << 64n) | reader.view.getBigUint64(at + 8));
  throw bad("integer is longer than 16 bytes", at);
}

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function readReal(reader: Reader, at: number, size: number): number {
  if (at + size > reader.tableOffset) throw bad("real number is cut off", at);
  if (size === 4) return reader.view.getFloat32(at);
  if (size === 8) return reader.view.getFloat64(at);
  throw bad("real number is not 4 or 8 bytes long", at);
}

function readDate(reader: Reader, at: number): PropertyListValue {
  if (reader.view.getUint8(at) !== 0x33) throw bad("unknown marker", at);
  const seconds = readReal(reader, at + 1, 8);
  return { kind: "date", milliseconds: seconds * 1000 + appleEpochMilliseconds };
}

/** A count of 15 says that the real count follows, as an integer object. */
function readCount(reader: Reader, place: Place): Body {
  const { object, at } = place;
  const short = reader.view.getUint8(at) & 15;
  if (short !== 15) return { object, start: at + 1, count: short };
  if (at + 1 >= reader.tableOffset) throw bad("count is cut off", at);
  const marker = reader.view.getUint8(at + 1);
  const size = 1 << (marker & 15);
  if (marker >> 4 !== 0x1 || size > 8) throw bad("count is not an integer", at + 1);
  const count = readInteger(reader, at + 2, size);
  if (typeof count !== "number" || count < 0 || count > reader.bytes.length)
    throw bad("count is larger than the list", at + 1);
  return { object, start: at + 2 + size, count };
}

function take(reader: Reader, body: Body, width: number): Uint8Array {
  const end = body.start + body.count * width;
  if (end > reader.tableOffset) throw bad("object runs past the table of offsets", body.start);
  reader.budget -= end - body.start;
  if (reader.budget < 0) throw bad("objects overlap", body.start);
  return reader.bytes.subarray(body.start, end);
}

function readMembers(reader: Reader, body: Body, depth: number): readonly PropertyListValue[] {
  take(reader, body, reader.referenceSize);
  reader.open.add(body.object);
  const members: PropertyListValue[] = [];
  for (let i = 0; i < body.count; i += 1) {
    const reference = readNumber(reader, body.start + i * reader.referenceSize, reader.referenceSize);
    members.push(readObject(reader, reference, depth + 1));
  }
  reader.open.delete(body.object);
  return members;
}

function readDictionary(reader: Reader, body: Body, depth: number): PropertyListValue {
  const members = readMembers(reader, { ...body, count: body.count * 2 }, depth);
  const dictionary = new Map<string, PropertyListValue>();
  for (let i = 0; i < body.count; i += 1) {
    const key = members[i];
    const value = members[body.count + i];
    if (typeof key !== "string") throw bad("key of a dictionary is not text", body.start);
    if (value !== undefined && !dictionary.has(key)) dictionary.set(key, value);
  }
  return dictionary;
}

function readNumber(reader: Reader, at: number, size: number): number {
  if (at + size > reader.bytes.length) throw bad("number is cut off", at);
  let value = 0;
  for (let i = 0; i < size; i += 1) value = value * 256 + reader.view.getUint8(at + i);
  if (!Number.isSafeInteger(value)) throw bad("number is too large", at);
  return value;
}

const chunkLength = 8192;

function decodeAscii(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunkLength)
    text += String.fromCharCode(...bytes.subarray(at, at + chunkLength));
  return text;
}

function decodeUtf16(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunkLength) {
    const units: number[] = [];
    for (let i = at; i < Math.min(at + chunkLength, bytes.length); i += 2)
      units.push(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
    text += String.fromCharCode(...units);
  }
  return text;
}

function bad(state: string, at: number): FormatError {
  return new FormatError("formats.bad-property-list", `Cannot read property list: ${state} at byte ${at}`, {
    details: { position: at },
  });
}
