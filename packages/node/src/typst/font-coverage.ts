// Which characters a TrueType font can show: its character map, OpenType 1.9, "cmap", formats 4 and 12.
import { PublishError } from "@tocsin/publish";

/** Code points that the font maps to a glyph. Throws `publish.typesetter` on a file that is not such a font. */
export function parseFontCoverage(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  try {
    const covered = new Set<number>();
    const table = tableOffset(view, "cmap");
    for (let i = 0; i < view.getUint16(table + 2); i += 1) {
      const subtable = table + view.getUint32(table + 4 + 8 * i + 4);
      const format = view.getUint16(subtable);
      if (format === 4) readSegments(view, subtable, covered);
      if (format === 12) readGroups(view, subtable, covered);
    }
    return covered;
  } catch (cause) {
    throw new PublishError("publish.typesetter", "Cannot read font: its character map is damaged", { cause });
  }
}

function tableOffset(view: DataView, wanted: string): number {
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    if (tag === wanted) return view.getUint32(record + 8);
  }
  throw new RangeError("table missing");
}

/** Format 4: segments of the Basic Multilingual Plane. */
function readSegments(view: DataView, at: number, covered: Set<number>): void {
  const size = view.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + size];
  const [deltas, offsets] = [starts + size, starts + 2 * size];
  for (let i = 0; i < size; i += 2) {
    const [start, end] = [view.getUint16(starts + i), view.getUint16(ends + i)];
    const offset = view.getUint16(offsets + i);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const stored = offset === 0 ? code : view.getUint16(offsets + i + offset + 2 * (code - start));
      const glyph = offset !== 0 && stored === 0 ? 0 : (stored + view.getUint16(deltas + i)) & 0xffff;
      if (glyph !== 0) covered.add(code);
    }
  }
}

/** Format 12: groups over all planes. */
function readGroups(view: DataView, at: number, covered: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i += 1) {
    const group = at + 16 + 12 * i;
    const [start, end] = [view.getUint32(group), view.getUint32(group + 4)];
    if (end > 0x10ffff) throw new RangeError("code point out of range");
    for (let code = start; code <= end; code += 1) covered.add(code);
  }
}
