// Every picture that a guide speaks of lies beside the screen, in each language that has its own, and no other does.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { guides } from "./guides.ts";
import { picturedLocales, pictureFileName, pictureSize } from "./picture-file.ts";

const folder = join(import.meta.dirname, "../../public/manual");
const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

/** All of them travel with the program. */
const bytesAtMost = 1_200_000;

/** Width and height of a lossy WebP file (RFC 9649, section 2.5); null for any other file. */
function sizeOf(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  const isLossy = bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 16) === "WEBPVP8 ";
  return isLossy ? { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff } : null;
}

describe("the pictures of the manual", () => {
  it("are there for every guide, in each of their languages, and there is none that no guide shows", () => {
    const spoken = guides.flatMap(({ name: guide, steps }) =>
      steps.flatMap(({ picture }) => (picture === undefined ? [] : [{ guide, picture }])),
    );
    const wanted = picturedLocales.flatMap((locale) =>
      spoken.map((each) => pictureFileName({ ...each, locale })),
    );
    expect(files.map(({ name }) => name).sort()).toEqual(wanted.sort());
    expect(guides.filter(({ name }) => !spoken.some(({ guide }) => guide === name))).toEqual([]);
  });

  it("are small, of one size, and carry nothing but the picture", () => {
    expect(files.filter(({ bytes }) => !sameSize(sizeOf(bytes))).map(({ name }) => name)).toEqual([]);
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(bytesAtMost);
  });

  it("are in English where a language has none of its own", () => {
    const nameIn = (locale: string): string =>
      pictureFileName({ guide: "make-copy", picture: "copy", locale });
    expect(["ar", "fr", "ko"].map(nameIn)).toEqual([
      "make-copy.copy.ar.webp",
      "make-copy.copy.en.webp",
      "make-copy.copy.en.webp",
    ]);
  });
});

function sameSize(size: ReturnType<typeof sizeOf>): boolean {
  return size?.width === pictureSize.width && size.height === pictureSize.height;
}
