// The entries of a ZIP archive (PKWARE APPNOTE 4.3), for the parts of a workbook: by its central directory, unpacked as
// they are read, and never further than the limits. No path of it ever names a file.
import { Inflate } from "fflate";
import { badTable, overLimit, type TableLimits } from "./table.ts";

/** Bytes of one part, and from where on how many times its packed size. */
export type UnpackLimits = Pick<TableLimits, "part" | "packedFrom" | "packedRatio">;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly packed: number;
  readonly size: number;
}

const endLength = 22;
const maximumComment = 65_535;
const maximumEntries = 10_000;
/** Packed bytes at a time: what they unpack to is held at once, at most a thousand times as much. */
const slice = 4_096;

/** Throws `formats.bad-table` on what is no archive, and on one that is encrypted. */
export function parseZipEntries(
  bytes: Uint8Array,
  most: number = maximumEntries,
): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) throw overLimit(`more than ${most} parts`);
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw badTable("the archive's list of parts is damaged");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = decodeName(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)));
    if (view.getUint16(at + 8, true) & 1) throw badTable("it is protected with a password");
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
    };
    if (!entries.has(name)) entries.set(name, { ...entry, start: dataStart(view, at) });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** Unpacked bytes in order. Throws `formats.limit` once they are too many, however small the archive is. */
export function* unpackEntry(
  bytes: Uint8Array,
  { name, method, start, packed }: ZipEntry,
  limits: UnpackLimits,
): Generator<Uint8Array> {
  if (start + packed > bytes.length) throw badTable(`part "${name}" is cut off`);
  const whole = bytes.subarray(start, start + packed);
  if (method === 0) {
    yield whole;
    return;
  }
  if (method !== 8) throw badTable(`part "${name}" is packed in a way that we do not read`);
  let ready: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((piece) => void ready.push(piece));
  for (let at = 0; at < whole.length; at += slice) {
    pushInto(inflate, whole.subarray(at, at + slice), { isLast: at + slice >= whole.length, name });
    for (const piece of ready) {
      total += piece.length;
      const isBomb = total > limits.packedFrom && total > packed * limits.packedRatio;
      if (total > limits.part || isBomb) throw overLimit(`part "${name}" unpacks to more than we read`);
      yield piece;
    }
    ready = [];
  }
}

function pushInto(
  inflate: Inflate,
  piece: Uint8Array,
  { isLast, name }: { readonly isLast: boolean; readonly name: string },
): void {
  try {
    inflate.push(piece, isLast);
  } catch {
    throw badTable(`part "${name}" is damaged`);
  }
}

function findEnd(view: DataView): number {
  const from = view.byteLength - endLength;
  for (let at = from; at >= Math.max(0, from - maximumComment); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw badTable("the archive has no list of its parts");
}

/** The local header has lengths of its own. */
function dataStart(view: DataView, entry: number): number {
  const local = view.getUint32(entry + 42, true);
  if (local + 30 > view.byteLength) throw badTable("a part lies outside the archive");
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

function decodeName(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}
