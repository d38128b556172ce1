// Writes binary property lists and keyed archives for invented backups. It shares nothing with the readers that it
// is there to test.

export type Plain =
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | Date
  | { readonly uid: number }
  | readonly Plain[]
  | PlainDictionary;
export interface PlainDictionary {
  readonly [key: string]: Plain;
}

const appleEpochSeconds = 978_307_200;

export function writeBinaryPropertyList(root: Plain): Uint8Array {
  const objects: Buffer[] = [];
  const add = (value: Plain): number => {
    const number = objects.length;
    objects.push(Buffer.alloc(0));
    objects[number] = writeObject(value, add);
    return number;
  };
  add(root);
  const chunks = [Buffer.from("bplist00"), ...objects];
  const offsets = Buffer.alloc(objects.length * 4);
  let at = 8;
  objects.forEach((object, i) => {
    offsets.writeUInt32BE(at, i * 4);
    at += object.length;
  });
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = 2;
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return new Uint8Array(Buffer.concat([...chunks, offsets, trailer]));
}

function writeObject(value: Plain, add: (value: Plain) => number): Buffer {
  if (typeof value === "boolean") return Buffer.from([value ? 9 : 8]);
  if (typeof value === "string") return writeString(value);
  if (typeof value === "number" || typeof value === "bigint") return writeNumber(value);
  if (value instanceof Uint8Array) return Buffer.concat([count(0x40, value.length), value]);
  if (value instanceof Date) return writeReal(0x33, value.getTime() / 1000 - appleEpochSeconds);
  if (isList(value))
    return Buffer.concat([count(0xa0, value.length), ...value.map((one) => reference(add(one)))]);
  if (isUid(value)) return Buffer.from([0x81, value.uid >> 8, value.uid & 255]);
  const entries = Object.entries(value);
  const keys = entries.map(([key]) => reference(add(key)));
  return Buffer.concat([
    count(0xd0, entries.length),
    ...keys,
    ...entries.map(([, one]) => reference(add(one))),
  ]);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isUid(value: Plain): value is { readonly uid: number } {
  return typeof value === "object" && "uid" in value && Object.keys(value).length === 1;
}

function writeString(text: string): Buffer {
  const isAscii = [...text].every((letter) => letter.charCodeAt(0) < 0x80);
  if (isAscii) return Buffer.concat([count(0x50, text.length), Buffer.from(text, "latin1")]);
  return Buffer.concat([count(0x60, text.length), Buffer.from(text, "utf16le").swap16()]);
}

function writeNumber(value: number | bigint): Buffer {
  if (typeof value === "number" && !Number.isInteger(value)) return writeReal(0x23, value);
  const bytes = Buffer.alloc(9);
  bytes[0] = 0x13;
  bytes.writeBigInt64BE(BigInt(value), 1);
  return bytes;
}

function writeReal(marker: number, value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = marker;
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

function count(marker: number, length: number): Buffer {
  if (length < 15) return Buffer.from([marker | length]);
  const bytes = Buffer.alloc(6);
  bytes[0] = marker | 15;
  bytes[1] = 0x12;
  bytes.writeUInt32BE(length, 2);
  return bytes;
}

function reference(object: number): Buffer {
  return Buffer.from([object >> 8, object & 255]);
}

export interface InventedFile {
  readonly relativePath: string;
  /** Unix seconds. */
  readonly modified: number;
  readonly size: number;
}

/** The archived MBFile that Manifest.db keeps for each entry. */
export function writeArchivedFile(file: InventedFile): Uint8Array {
  return writeBinaryPropertyList({
    $version: 100_000,
    $archiver: "NSKeyedArchiver",
    $top: { root: { uid: 1 } },
    $objects: [
      "$null",
      {
        $class: { uid: 3 },
        RelativePath: { uid: 2 },
        LastModified: file.modified,
        Birth: file.modified,
        LastStatusChange: file.modified,
        Size: file.size,
        Mode: 33_188,
        UserID: 501,
        GroupID: 501,
        Flags: 0,
        ProtectionClass: 3,
      },
      file.relativePath,
      { $classname: "MBFile", $classes: ["MBFile", "NSObject"] },
    ],
  });
}

/** A preview of a link as Messages archives it. */
export function writeLinkPreview(url: string): Uint8Array {
  return writeBinaryPropertyList({
    $version: 100_000,
    $archiver: "NSKeyedArchiver",
    $top: { root: { uid: 1 } },
    $objects: [
      "$null",
      { $class: { uid: 3 }, originalURL: { uid: 2 } },
      url,
      { $classname: "LPLinkMetadata" },
    ],
  });
}
