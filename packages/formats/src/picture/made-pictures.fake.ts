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

export interface MadeGif {
  readonly width: number;
  readonly height: number;
  /** Grey of a pixel, 0 to 255. */
  readonly grey: (x: number, y: number) => number;
  /** Whole extensions, written before the picture. */
  readonly extensions?: readonly (readonly [label: number, ...blocks: readonly Uint8Array[]])[];
  /** How often the picture is repeated. */
  readonly frames?: number;
  readonly trailing?: Uint8Array;
}

/** 256 greys; codes of nine bits, with the table cleared before it grows (GIF89a, appendix F). */
export function makeGif({
  width,
  height,
  grey,
  extensions = [],
  frames = 1,
  trailing = bytesOf(""),
}: MadeGif): Uint8Array {
  const [clear, end] = [256, 257];
  const bits: number[] = [];
  for (let at = 0; at < width * height; at += 1) {
    if (at % 100 === 0) pushUp(bits, clear, 9);
    pushUp(bits, grey(at % width, Math.floor(at / width)), 9);
  }
  pushUp(bits, end, 9);
  const size = joined(twoUp(width), twoUp(height));
  const colours = Uint8Array.from({ length: 768 }, (_, at) => Math.floor(at / 3));
  const blocks = (content: Uint8Array): Uint8Array =>
    joined(
      ...Array.from({ length: Math.ceil(content.length / 255) }, (_, at) => {
        const piece = content.subarray(at * 255, at * 255 + 255);
        return joined(Uint8Array.of(piece.length), piece);
      }),
      Uint8Array.of(0),
    );
  const frame = joined(Uint8Array.of(0x2c, 0, 0, 0, 0), size, Uint8Array.of(0, 8), blocks(packedUp(bits)));
  return joined(
    bytesOf("GIF89a"),
    size,
    Uint8Array.of(0xf7, 0, 0),
    colours,
    ...extensions.map(([label, ...parts]) =>
      joined(
        Uint8Array.of(0x21, label),
        ...parts.map((part) => joined(Uint8Array.of(part.length), part)),
        Uint8Array.of(0),
      ),
    ),
    ...Array.from({ length: frames }, () => frame),
    Uint8Array.of(0x3b),
    trailing,
  );
}

export interface MadeWebp {
  readonly width: number;
  readonly height: number;
  /** The darker grey, the brighter one, and where the brighter one is. */
  readonly greys: readonly [number, number];
  readonly isBright: (x: number, y: number) => boolean;
  readonly chunks?: readonly (readonly [name: string, content: Uint8Array])[];
  readonly trailing?: Uint8Array;
}

/** Lossless, of two greys: each channel has a code of one bit (RFC 9649, 3.7.2.1.1). */
export function makeWebp({
  width,
  height,
  greys,
  isBright,
  chunks = [],
  trailing = bytesOf(""),
}: MadeWebp): Uint8Array {
  const bits: number[] = [];
  pushUp(bits, width - 1, 14);
  pushUp(bits, height - 1, 14);
  // Opaque, of version 0; no transform, no cache of colours, one set of codes.
  pushUp(bits, 0, 1 + 3 + 1 + 1 + 1);
  for (let channel = 0; channel < 3; channel += 1) {
    pushUp(bits, 0b111, 3);
    pushUp(bits, greys[0], 8);
    pushUp(bits, greys[1], 8);
  }
  // Opacity is always 255, and nothing is copied from a distance.
  pushUp(bits, 0b101, 3);
  pushUp(bits, 255, 8);
  pushUp(bits, 0b0001, 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) pushUp(bits, isBright(x, y) ? 0b111 : 0, 3);
  const whole = (name: string, content: Uint8Array): Uint8Array =>
    joined(bytesOf(name), fourUp(content.length), content, new Uint8Array(content.length % 2));
  const flags = Uint8Array.of(0x0c, 0, 0, 0);
  const three = (value: number): Uint8Array => Uint8Array.of(value & 255, (value >> 8) & 255, value >> 16);
  const inside = joined(
    bytesOf("WEBP"),
    whole("VP8X", joined(flags, three(width - 1), three(height - 1))),
    whole("VP8L", joined(Uint8Array.of(0x2f), packedUp(bits))),
    ...chunks.map(([name, content]) => whole(name, content)),
  );
  return joined(bytesOf("RIFF"), fourUp(inside.length), inside, trailing);
}

/** Bits from the lowest, as GIF and WebP have them. */
function pushUp(bits: number[], value: number, count: number): void {
  for (let at = 0; at < count; at += 1) bits.push((value >> at) & 1);
}

function packedUp(bits: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit, place) => byte | (bit << place), 0),
  );
}

function twoUp(value: number): Uint8Array {
  return Uint8Array.of(value & 255, value >> 8);
}

function fourUp(value: number): Uint8Array {
  return joined(twoUp(value & 0xff_ff), twoUp(value >> 16));
}
