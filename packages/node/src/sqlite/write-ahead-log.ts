// How much of a write-ahead log is in force: frames up to the last commit whose salts and running checksums are right
// (https://sqlite.org/fileformat2.html#walformat). SQLite ignores the rest without a word; a coverage statement must
// not.
import type { ReadableFile } from "./evidence-vfs.ts";

export interface LogFrames {
  readonly used: number;
  readonly total: number;
}

const headerLength = 32;
const frameHeaderLength = 24;
/** The last bit set says that the checksums are big-endian. */
const magic = 0x377f0682;

interface Sum {
  readonly first: number;
  readonly second: number;
}

export function countLogFrames(log: ReadableFile): LogFrames {
  const header = viewOf(log.read(0, headerLength));
  const pageLength = header.byteLength < headerLength ? 0 : header.getUint32(8);
  if (pageLength < 512 || pageLength > 65_536 || (header.getUint32(0) & ~1) !== magic)
    return { used: 0, total: 0 };
  const frameLength = frameHeaderLength + pageLength;
  const total = Math.floor((log.size - headerLength) / frameLength);
  const isLittle = header.getUint32(0) === magic;
  let sum = addTo({ first: 0, second: 0 }, header, { from: 0, to: 24, isLittle });
  if (!isSum(sum, header, 24)) return { used: 0, total };
  let used = 0;
  for (let i = 0; i < total; i += 1) {
    const frame = viewOf(log.read(headerLength + i * frameLength, frameLength));
    sum = addTo(sum, frame, { from: 0, to: 8, isLittle });
    sum = addTo(sum, frame, { from: frameHeaderLength, to: frame.byteLength, isLittle });
    if (!isSameSalt(frame, header) || !isSum(sum, frame, 16)) break;
    // A frame that ends a transaction tells the size of the database after it.
    if (frame.getUint32(4) !== 0) used = i + 1;
  }
  return { used, total };
}

function isSum(sum: Sum, view: DataView, at: number): boolean {
  return sum.first === view.getUint32(at) && sum.second === view.getUint32(at + 4);
}

function isSameSalt(frame: DataView, header: DataView): boolean {
  return frame.getUint32(8) === header.getUint32(16) && frame.getUint32(12) === header.getUint32(20);
}

function addTo(
  sum: Sum,
  view: DataView,
  { from, to, isLittle }: { readonly from: number; readonly to: number; readonly isLittle: boolean },
): Sum {
  let { first, second } = sum;
  for (let at = from; at + 8 <= to; at += 8) {
    first = (first + view.getUint32(at, isLittle) + second) >>> 0;
    second = (second + view.getUint32(at + 4, isLittle) + first) >>> 0;
  }
  return { first, second };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
