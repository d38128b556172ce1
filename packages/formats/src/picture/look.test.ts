import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FormatError } from "../errors.ts";
import { lookAtPicture } from "./look.ts";
import { pictureLimits } from "./limits.ts";
import { bytesOf, joined, makeExif, makeGif, makeJpeg, makePng, makeWebp } from "./made-pictures.fake.ts";

const exif = makeExif({ camera: "Examplecam", orientation: 6, thumbnail: bytesOf("small") });
const jpeg = makeJpeg({
  across: 3,
  down: 2,
  grey: () => 100,
  segments: [
    [0xe0, joined(bytesOf("JFIF\0"), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 0, 0))],
    [0xe1, joined(bytesOf("Exif\0\0"), exif)],
    [0xe1, bytesOf("http://ns.adobe.com/xap/1.0/\0<x/>")],
    [0xe2, bytesOf("ICC_PROFILE\0profile")],
    [0xed, bytesOf("Photoshop 3.0\0")],
    [0xfe, bytesOf("a comment")],
    [0xe5, bytesOf("made up")],
  ],
  trailing: bytesOf("behind"),
});
const png = makePng({
  width: 4,
  height: 3,
  colour: () => [1, 2, 3],
  chunks: [
    ["tEXt", bytesOf("Author\0Example")],
    ["iTXt", bytesOf("XML:com.adobe.xmp\0<x/>")],
    ["eXIf", exif],
    ["tIME", bytesOf("1234567")],
    ["iCCP", bytesOf("p\0\0")],
    ["acTL", bytesOf("12345678")],
    ["gAMA", bytesOf("1234")],
    ["zzZz", bytesOf("own")],
  ],
  trailing: bytesOf("behind"),
});

const gif = makeGif({
  width: 5,
  height: 4,
  grey: () => 9,
  extensions: [
    [0xf9, Uint8Array.of(0, 1, 0, 0)],
    [0xfe, bytesOf("a comment")],
    [0xff, bytesOf("XMP DataXMP"), bytesOf("<x/>")],
    [0xff, bytesOf("NETSCAPE2.0"), Uint8Array.of(1, 0, 0)],
    [0xff, bytesOf("OWN PROGRAM")],
  ],
  frames: 2,
  trailing: bytesOf("behind"),
});
const webp = makeWebp({
  width: 300,
  height: 2,
  greys: [1, 2],
  isBright: (x) => x > 7,
  chunks: [
    ["EXIF", exif],
    ["XMP ", bytesOf("<x/>")],
    ["ICCP", bytesOf("profile")],
    ["OWN ", bytesOf("own")],
  ],
  trailing: bytesOf("behind"),
});

describe("a look at a picture", () => {
  it("tells size, which way up, and everything that a JPEG carries beside its pixels", () => {
    const look = lookAtPicture(jpeg);
    expect(look).toMatchObject({ format: "jpeg", width: 24, height: 16, orientation: 6 });
    expect(look?.extras.map(({ kind }) => kind)).toEqual([
      "position",
      "camera",
      "thumbnail",
      "xmp",
      "iptc",
      "text",
      "colour-profile",
      "other",
      "trailing",
    ]);
    expect(look?.extras.at(-1)).toEqual({ kind: "trailing", bytes: 6 });
  });

  it("tells the same of a PNG", () => {
    const look = lookAtPicture(png);
    expect(look).toMatchObject({ format: "png", width: 4, height: 3, orientation: 6 });
    expect(look?.extras.map(({ kind }) => kind)).toEqual([
      "position",
      "camera",
      "thumbnail",
      "xmp",
      "text",
      "time",
      "colour-profile",
      "animation",
      "other",
      "trailing",
    ]);
  });

  it("finds nothing where nothing is", () => {
    expect(lookAtPicture(makePng({ width: 1, height: 1, colour: () => [0, 0, 0] }))?.extras).toEqual([]);
    expect(lookAtPicture(makeJpeg({ across: 1, down: 1, grey: () => 0 }))?.extras).toEqual([]);
  });

  it("tells the same of a GIF and of a WebP, and of a PDF only that it holds more than it shows", () => {
    expect(lookAtPicture(gif)).toMatchObject({ format: "gif", width: 5, height: 4, orientation: 1 });
    const kindsOf = (bytes: Uint8Array) => lookAtPicture(bytes)?.extras.map(({ kind }) => kind);
    expect(kindsOf(gif)).toEqual(["xmp", "text", "animation", "other", "trailing"]);
    expect(lookAtPicture(webp)).toMatchObject({ format: "webp", width: 300, height: 2, orientation: 6 });
    expect(kindsOf(webp)).toEqual([
      "position",
      "camera",
      "thumbnail",
      "xmp",
      "colour-profile",
      "other",
      "trailing",
    ]);
    const pdf = lookAtPicture(bytesOf("%PDF-1.7 and so on"));
    expect(pdf).toMatchObject({ format: "pdf", extras: [{ kind: "document", bytes: 18 }] });
  });

  it("says nothing of what is none of these", () => {
    for (const text of ["GIF88a", "%!PS", "RIFF....WAVE", ""])
      expect(lookAtPicture(bytesOf(text))).toBeNull();
  });
});

describe("a picture that is made to harm", () => {
  it("is refused by the size that it declares, before anything is decoded", () => {
    const vast = png.slice();
    new DataView(vast.buffer).setUint32(16, 60_000);
    expect(() => lookAtPicture(vast)).toThrow(expect.objectContaining({ code: "formats.limit" }));
    const wide = makeJpeg({ across: 1, down: 1, grey: () => 0 });
    const frame = wide.findIndex((byte, at) => byte === 0xff && wide[at + 1] === 0xc0);
    new DataView(wide.buffer).setUint32(frame + 5, 0xff_ff_ff_ff);
    expect(() => lookAtPicture(wide)).toThrow(expect.objectContaining({ code: "formats.limit" }));
  });

  it("is refused with two sizes, with none, and with endless parts", () => {
    const one = makeJpeg({ across: 1, down: 1, grey: () => 0 });
    const twice = joined(one.subarray(0, 2), Uint8Array.of(0xff, 0xc1, 0, 7, 8, 0, 9, 0, 9), one.subarray(2));
    expect(() => lookAtPicture(twice)).toThrow(expect.objectContaining({ code: "formats.bad-picture" }));
    const empty = Array.from({ length: pictureLimits.parts + 2 }, () => [0xff, 0xe9, 0, 2]).flat();
    const endless = joined(one.subarray(0, 2), Uint8Array.from(empty), one.subarray(2));
    expect(() => lookAtPicture(endless)).toThrow(expect.objectContaining({ code: "formats.limit" }));
  });

  it("throws our errors alone, whatever is cut off or changed", () => {
    const made = fc.constantFrom(jpeg, png, gif, webp);
    const change = fc.record({ at: fc.nat(), to: fc.nat(255), length: fc.nat() });
    fc.assert(
      fc.property(made, change, (whole, { at, to, length }) => {
        const bytes = whole.slice(0, 1 + (length % whole.length));
        bytes[at % bytes.length] = to;
        expect(errorOf(() => lookAtPicture(bytes))).toSatisfy(
          (error) => error === null || error instanceof FormatError,
        );
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

function errorOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}
