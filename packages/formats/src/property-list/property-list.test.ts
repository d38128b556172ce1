import { resolve } from "node:path";
import { existsSync, readFileSync } from "node:fs";
import { isTocsinError } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  writeArchivedFile,
  writeBinaryPropertyList,
} from "../../../../tools/ios-backup/property-list-writer.ts";
import type { Plain } from "../../../../tools/ios-backup/property-list-writer.ts";
import { maximumPropertyListDepth, parseBinaryPropertyList } from "./binary.ts";
import { parsePropertyList } from "./parse.ts";
import { isDictionary } from "./value.ts";
import { parseXmlPropertyList } from "./xml.ts";

/** A list of given objects, with one byte for each offset and reference; the first is the top. */
function assemble(
  objects: readonly (readonly number[])[],
  changes: { offsets?: number[]; count?: number } = {},
): Uint8Array {
  let at = 8;
  const offsets = objects.map((object) => {
    at += object.length;
    return at - object.length;
  });
  const trailer = new Uint8Array(32);
  trailer[6] = 1;
  trailer[7] = 1;
  new DataView(trailer.buffer).setBigUint64(8, BigInt(changes.count ?? objects.length));
  new DataView(trailer.buffer).setBigUint64(24, BigInt(at));
  return new Uint8Array([
    ...Buffer.from("bplist00"),
    ...objects.flat(),
    ...(changes.offsets ?? offsets),
    ...trailer,
  ]);
}

describe("a binary property list", () => {
  it("gives back what an independent writer wrote", () => {
    const value = writeBinaryPropertyList({
      text: "Example",
      wide: "مثال",
      long: "x".repeat(70_000),
      whole: 42,
      negative: -7,
      real: 1.5,
      yes: true,
      data: new Uint8Array([1, 2, 3]),
      date: new Date("2026-01-01T00:00:00.250Z"),
      list: [1, "two", [3]],
      uid: { uid: 300 },
    });
    const read = parseBinaryPropertyList(value);
    expect(isDictionary(read) && Object.fromEntries(read)).toEqual({
      text: "Example",
      wide: "مثال",
      long: "x".repeat(70_000),
      whole: 42,
      negative: -7,
      real: 1.5,
      yes: true,
      data: new Uint8Array([1, 2, 3]),
      date: { kind: "date", milliseconds: Date.parse("2026-01-01T00:00:00.250Z") },
      list: [1, "two", [3]],
      uid: { kind: "uid", index: 300 },
    });
  });

  it("keeps integers of 64 bits exactly", () => {
    for (const value of [2n ** 62n + 1n, -(2n ** 63n), 588_813_210_539_788_032n])
      expect(parseBinaryPropertyList(writeBinaryPropertyList(value))).toBe(value);
  });

  it("refuses a loop, and names the byte", () => {
    expect(() => parseBinaryPropertyList(assemble([[0xa1, 0]]))).toThrow(/contains itself at byte 8/);
    expect(() =>
      parseBinaryPropertyList(
        assemble([
          [0xa1, 1],
          [0xa1, 0],
        ]),
      ),
    ).toThrow(/contains itself at byte 8/);
  });

  it("refuses offsets, references and counts that lie outside", () => {
    expect(() => parseBinaryPropertyList(assemble([[0x09]], { offsets: [200] }))).toThrow(
      /offset lies outside/,
    );
    expect(() => parseBinaryPropertyList(assemble([[0xa1, 9]]))).toThrow(/does not exist/);
    expect(() => parseBinaryPropertyList(assemble([[0x09]], { count: 20 }))).toThrow(/table of offsets/);
    expect(() =>
      parseBinaryPropertyList(assemble([[0xaf, 0x13, 0x7f, 255, 255, 255, 255, 255, 255, 255]])),
    ).toThrow(/count is larger/);
    expect(() => parseBinaryPropertyList(assemble([[0x5f, 0x10, 30]]))).toThrow(/runs past/);
  });

  it("refuses objects that share their bytes to grow without end", () => {
    // Twenty names of the same long text: honest lists write it once.
    const text = [0x5f, 0x10, 200, ...Array.from({ length: 200 }, () => 0x61)];
    const list = assemble([[0xaf, 0x10, 20, ...Array.from({ length: 20 }, (_, i) => i + 1)], text]);
    const bytes = new Uint8Array([
      ...list.slice(0, -34),
      8,
      ...Array.from({ length: 20 }, () => 31),
      ...list.slice(-32),
    ]);
    bytes[bytes.length - 17] = 21;
    expect(() => parseBinaryPropertyList(bytes)).toThrow(/overlap/);
  });

  it("refuses what is too deep", () => {
    let deep: Plain = "end";
    for (let i = 0; i < maximumPropertyListDepth + 2; i += 1) deep = [deep];
    expect(() => parseBinaryPropertyList(writeBinaryPropertyList(deep))).toThrow(/deeper/);
  });

  it("answers any change of a byte with a value or an error of its own", () => {
    const whole = writeArchivedFile({ relativePath: "Library/Example", modified: 1, size: 1 });
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.nat({ max: whole.length }),
        (changes, cut) => {
          const bytes = whole.slice(0, cut % 3 === 0 ? cut : whole.length);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          expectOwnError(() => parsePropertyList(bytes));
        },
      ),
      { seed: 1, numRuns: 3000 },
    );
  });
});

function expectOwnError(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!isTocsinError(error)) throw error;
  }
}

const start =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x">\n<plist version="1.0">';

describe("an XML property list", () => {
  it("is read with every kind of value", () => {
    const text = `${start}<!-- example --><dict><key>a &amp; b</key><string>x &#233; <![CDATA[<y>]]></string>
      <key>n</key><integer>-5</integer><key>big</key><integer>9223372036854775807</integer><key>r</key><real>1.5</real>
      <key>t</key><true/><key>d</key><date>2026-01-01T00:00:00Z</date><key>b</key><data> AQID </data>
      <key>l</key><array><string/><dict/></array></dict></plist>\n`;
    const read = parsePropertyList(new TextEncoder().encode(text));
    expect(isDictionary(read) && Object.fromEntries(read)).toEqual({
      "a & b": "x é <y>",
      n: -5,
      big: 9223372036854775807n,
      r: 1.5,
      t: true,
      d: { kind: "date", milliseconds: Date.parse("2026-01-01T00:00:00Z") },
      b: new Uint8Array([1, 2, 3]),
      l: ["", new Map()],
    });
  });

  it("knows no entities but those of XML", () => {
    const declared = '<!DOCTYPE plist [<!ENTITY e "eee">]><plist><string>&e;</string></plist>';
    expect(() => parseXmlPropertyList(declared)).toThrow(/document type declares entities at character 0/);
    expect(() => parseXmlPropertyList(`${start}<string>&e;</string></plist>`)).toThrow(
      /unknown entity at character/,
    );
  });

  it("refuses what is too deep, cut off, or followed by more", () => {
    expect(() => parseXmlPropertyList(`${start}${"<array>".repeat(200)}`)).toThrow(/deeper/);
    expect(() => parseXmlPropertyList(`${start}<dict><key>a</key>`)).toThrow(/expected an element/);
    expect(() => parseXmlPropertyList(`${start}<true/></plist>more`)).toThrow(/text after the end/);
  });

  it("answers any change with a value or an error of its own", () => {
    const whole = `${start}<dict><key>a</key><array><string>b&amp;</string><integer>1</integer><data>AQID</data></array></dict></plist>`;
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length }),
        fc.nat({ max: 9 }),
        fc.constantFrom("<", ">", "&", "/", "]", "\0", "<array>"),
        (at, cut, put) => {
          expectOwnError(() => parseXmlPropertyList(whole.slice(0, at) + put + whole.slice(at + cut)));
        },
      ),
      { seed: 2, numRuns: 3000 },
    );
  });
});

const real = resolve("../shared/data/phone/ios-backup/Info.plist");
it.skipIf(!existsSync(real))("reads a list that a phone wrote", () => {
  const read = parsePropertyList(readFileSync(real));
  expect(isDictionary(read) && read.get("Product Version")).toBe("14.3");
});
