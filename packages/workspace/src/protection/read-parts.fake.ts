// What stands in a file that leaves, as text: every part of a workbook with its name and date, every file of a bundle.
import { parseUtf8 } from "@tocsin/core";
import { inflateRawSync } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly text: string;
}

/** All parts of a ZIP by its central directory (APPNOTE 4.3.12), comments and extra fields with them. */
export function zipParts(bytes: Uint8Array): readonly Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error("the ZIP does not end where it should");
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const head = at + 46;
    const next = head + nameLength + extraLength + commentLength;
    const name = parseUtf8(bytes.subarray(head, head + nameLength));
    const about = parseUtf8(bytes.subarray(head + nameLength, next));
    parts.push({ name, text: `${dateOf(view.getUint16(at + 14, true))} ${about}\n${contentAt(bytes, at)}` });
    at = next;
  }
  return parts;
}

function contentAt(bytes: Uint8Array, at: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [method, size, local] = [
    view.getUint16(at + 10, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(from, from + size);
  return parseUtf8(method === 0 ? packed : new Uint8Array(inflateRawSync(packed)));
}

/** `written 1980-01-01` */
function dateOf(dos: number): string {
  const [year, month, day] = [(dos >> 9) + 1980, (dos >> 5) & 15, dos & 31];
  return `written ${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Sealed bytes are not read: nobody can without what opens them. */
export function folderParts(files: ReadonlyMap<string, Uint8Array>): readonly Part[] {
  return [...files].map(([name, bytes]) => ({ name, text: name.endsWith(".age") ? "" : parseUtf8(bytes) }));
}
