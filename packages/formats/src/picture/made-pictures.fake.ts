// Pictures made byte by byte for tests: it imports nothing, least of all what reads them. Every marker word is made up.

export interface MadePng {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of a pixel. */
  readonly colour: (x: number, y: number) => readonly [number, number, number];
  /** Written after the header, in order. */
  readonly chunks?: readonly (readonly [name: string, content: Uint8Array])[];
  readonly trailing?: Uint8Array;
}

export function makePng({ width, height, colour, chunks = [], trailing = bytesOf("") }: MadePng): Uint8Array {
  const rows: number[] = [];
  for (let y = 0; y < height; y += 1) {
    rows.push(0);
    for (let x = 0; x < width; x += 1) rows.push(...colour(x, y));
  }
  return joined(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", joined(four(width), four(height), Uint8Array.of(8, 2, 0, 0, 0))),
    ...chunks.map(([name, content]) => chunk(name, content)),
    chunk("IDAT", stored(Uint8Array.from(rows))),
    chunk("IEND", bytesOf("")),
    trailing,
  );
}

export interface MadeJpeg {
  /** In blocks of eight by eight pixels. */
  readonly across: number;
  readonly down: number;
  /** Grey of a block, 0 to 255. */
  readonly grey: (x: number, y: number) => number;
  /** Written after the beginning, in order. */
  readonly segments?: readonly (readonly [code: number, content: Uint8Array])[];
  readonly trailing?: Uint8Array;
}

/** Baseline, one component, blocks of one grey: only the first coefficient of each is coded (ITU-T T.81, F.1). */
export function makeJpeg({
  across,
  down,
  grey,
  segments = [],
  trailing = bytesOf(""),
}: MadeJpeg): Uint8Array {
  const bits: number[] = [];
  let last = 0;
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const value = grey(x, y) - 128;
      const step = value - last;
      last = value;
      const size = step === 0 ? 0 : Math.floor(Math.log2(Math.abs(step))) + 1;
      push(bits, size, 4);
      if (size > 0) push(bits, step > 0 ? step : step + 2 ** size - 1, size);
      push(bits, 0, 1);
    }
  const [height, width] = [down * 8, across * 8];
  return joined(
    Uint8Array.of(0xff, 0xd8),
    ...segments.map(([code, content]) => segment(code, content)),
    segment(0xdb, Uint8Array.of(0, ...Array.from({ length: 64 }, () => 8))),
    segment(0xc0, joined(Uint8Array.of(8), two(height), two(width), Uint8Array.of(1, 1, 0x11, 0))),
    segment(
      0xc4,
      Uint8Array.of(0x00, 0, 0, 0, 12, ...Array.from({ length: 12 }, () => 0), ...Array(12).keys()),
    ),
    segment(0xc4, Uint8Array.of(0x10, 1, ...Array.from({ length: 15 }, () => 0), 0)),
    segment(0xda, Uint8Array.of(1, 1, 0x00, 0, 63, 0)),
    coded(bits),
    Uint8Array.of(0xff, 0xd9),
    trailing,
  );
}

export interface MadeExif {
  readonly orientation?: number;
  /** A word that stands in it as the maker of the camera; at most 60 letters. */
  readonly camera: string;
  readonly position?: boolean;
  /** Bytes of a smaller picture. */
  readonly thumbnail?: Uint8Array;
}

/** A TIFF of big-endian numbers: maker, orientation, a position without any place in it, a second directory. */
export function makeExif({ orientation = 1, camera, position = true, thumbnail }: MadeExif): Uint8Array {
  const words = bytesOf(`${camera}\0`);
  const entries = [[0x010f, 2, words.length], [0x0112, 3, 1], ...(position ? [[0x8825, 4, 1]] : [])] as const;
  const wordsAt = 8 + 2 + entries.length * 12 + 4;
  const secondAt = wordsAt + words.length + (words.length % 2);
  const values = [four(wordsAt), joined(two(orientation), two(0)), four(secondAt)];
  return joined(
    bytesOf("MM\0*"),
    four(8),
    two(entries.length),
    ...entries.flatMap(([tag, type, count], at) => [
      two(tag ?? 0),
      two(type ?? 0),
      four(count ?? 0),
      values[at] ?? four(0),
    ]),
    four(thumbnail === undefined ? 0 : secondAt + 2),
    words,
    bytesOf(words.length % 2 === 1 ? "\0" : ""),
    // The directory of a position, without entries, and the one of a smaller picture.
    two(0),
    two(0),
    four(0),
    thumbnail ?? bytesOf(""),
  );
}

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function two(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value);
}

function four(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function segment(code: number, content: Uint8Array): Uint8Array {
  return joined(Uint8Array.of(0xff, code), two(content.length + 2), content);
}

function push(bits: number[], value: number, length: number): void {
  for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
}

/** Ones fill the last byte; `FF` is followed by a zero. */
function coded(bits: readonly number[]): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    let byte = 0;
    for (let bit = 0; bit < 8; bit += 1) byte = byte * 2 + (bits[at + bit] ?? 1);
    out.push(byte, ...(byte === 0xff ? [0] : []));
  }
  return Uint8Array.from(out);
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const body = joined(bytesOf(name), content);
  return joined(four(content.length), body, four(crc(body)));
}

/** Deflate without compression, in blocks (RFC 1950, RFC 1951). */
function stored(content: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at < content.length; at += 65_535) {
    const block = content.subarray(at, at + 65_535);
    const { length } = block;
    const isLast = at + length === content.length ? 1 : 0;
    parts.push(Uint8Array.of(isLast, length, length >> 8, ~length, ~length >> 8), block);
  }
  let [a, b] = [1, 0];
  for (const byte of content) [a, b] = [(a + byte) % 65_521, (a + byte + b) % 65_521];
  return joined(...parts, four(((b << 16) | a) >>> 0));
}

function crc(content: Uint8Array): number {
  let value = 0xff_ff_ff_ff;
  for (const byte of content) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  }
  return (value ^ 0xff_ff_ff_ff) >>> 0;
}
