// A picture leaves the built program as a redacted copy: every byte of what leaves is searched for what the original carries,
// and the same search finds it where the original leaves.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bytesOf, joined, makeExif, makeGif, makeJpeg, makePdf, makeWebp } from "@tocsin/formats/fakes";
import { decode } from "jpeg-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlace, type Ended, type Place } from "./cli-process.ts";

const words = ["Markercamera", "Markerauthor", "Markerbehind", "Markersmall"];
const number = "+99970123456";
const secret = 250;
let place: Place;
const ids: Record<string, string> = {};
const at = (...names: readonly string[]): string => join(place.folder, ...names);

const tocsin = (...args: readonly string[]): Promise<Ended> =>
  place.run(args, { TOCSIN_VAULT: at("vault"), TOCSIN_PASSPHRASE: "a sentence for these pictures alone" });

async function done(...args: readonly string[]): Promise<string> {
  const { code, out, said } = await tocsin(...args);
  if (code !== 0) throw new Error(said);
  return out.trim();
}

/** A dark picture with one bright part, of blocks 1 and 2 of its second row. */
function photo(): Uint8Array {
  return makeJpeg({
    across: 4,
    down: 3,
    grey: (x, y) => (y === 1 && (x === 1 || x === 2) ? secret : 40),
    segments: [
      [
        0xe1,
        joined(bytesOf("Exif\0\0"), makeExif({ camera: "Markercamera", thumbnail: bytesOf("Markersmall") })),
      ],
      [0xfe, bytesOf("Markerauthor")],
    ],
    trailing: bytesOf("Markerbehind"),
  });
}

const others: Readonly<Record<string, Uint8Array>> = {
  "letter.pdf": makePdf({
    words: ["Markercamera", "Markersmall"],
    author: "Markerauthor",
    file: "Markersmall",
    note: "Markerauthor",
    trailing: "Markerbehind",
  }),
  "moving.gif": makeGif({
    width: 9,
    height: 9,
    grey: () => 40,
    extensions: [[0xfe, bytesOf("Markerauthor")]],
    trailing: bytesOf("Markerbehind"),
  }),
  "small.webp": makeWebp({
    width: 9,
    height: 9,
    greys: [40, 60],
    isBright: (x) => x > 4,
    chunks: [["EXIF", makeExif({ camera: "Markercamera", thumbnail: bytesOf("Markersmall") })]],
  }),
};

function brightIn(bytes: Uint8Array): number {
  const { data } = decode(bytes);
  return data.filter((value, index) => index % 4 === 0 && value > 128).length;
}

/** Names and bytes of all files under a folder, and of sealed ones what they hold. */
function everythingIn(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Buffer.concat(
    files.flatMap((each) => [Buffer.from(each.name), readFileSync(join(each.parentPath, each.name))]),
  );
}

async function taken(id: string, name: string): Promise<Uint8Array> {
  await done("evidence", "extract", id, "--to", at(name), "--purpose", "a look");
  return readFileSync(at(name));
}

beforeAll(async () => {
  place = createPlace();
  const name = `Photo of ${number}.jpg`;
  writeFileSync(at(name), photo());
  await done("vault", "create", at("vault"), "--device", "test");
  ids["original"] = await done("evidence", "add", at(name));
  const cover = ["--cover", "8,8,16,8", "--why", "A face", "--by", "Kim Approver"];
  ids["copy"] = await done("evidence", "redact", ids["original"], ...cover);
}, 120_000);
afterAll(() => place.remove());

describe("a redacted copy", { timeout: 120_000 }, () => {
  it("holds neither the words nor the pixels that the original does", async () => {
    const [original, copy] = [
      await taken(ids["original"] ?? "", "original.jpg"),
      await taken(ids["copy"] ?? "", "copy.jpg"),
    ];
    expect(words.filter((word) => Buffer.from(original).includes(word))).toEqual(words);
    expect(brightIn(original)).toBe(16 * 8);
    expect(words.filter((word) => Buffer.from(copy).includes(word))).toEqual([]);
    expect(Buffer.from(copy).includes("Exif")).toBe(false);
    expect(brightIn(copy)).toBe(0);
    expect(Buffer.from(original).equals(Buffer.from(photo()))).toBe(true);
  });

  it("says beforehand what a picture carries", async () => {
    const look = JSON.parse(await done("evidence", "redact", ids["original"] ?? "", "--look", "--json"));
    expect(look).toMatchObject({ format: "jpeg", width: 32, height: 24 });
    expect(look.extras.map(({ kind }: { kind: string }) => kind)).toEqual([
      "position",
      "camera",
      "thumbnail",
      "text",
      "trailing",
    ]);
  });

  it("is refused, with what can be done instead, for a sound", async () => {
    writeFileSync(at("said.mp3"), "ID3 and so on");
    const sound = await done("evidence", "add", at("said.mp3"));
    const { code, said } = await tocsin("evidence", "redact", sound, "--why", "x", "--by", "y");
    expect(code).toBe(65);
    expect(said).toContain("From a film");
  });

  it("of a PDF, a GIF and a WebP has none of the words of the original in any byte", async () => {
    for (const [name, bytes] of Object.entries(others)) {
      writeFileSync(at(name), bytes);
      const original = await done("evidence", "add", at(name));
      ids[name] = original;
      const copy = await done("evidence", "redact", original, "--why", "A number", "--by", "Sam Maker");
      const left = await taken(copy, `copy-${name}`);
      expect(
        words.filter((word) => Buffer.from(bytes).includes(word)),
        name,
      ).not.toEqual([]);
      expect(
        words.filter((word) => Buffer.from(left).includes(word)),
        name,
      ).toEqual([]);
    }
    const look = await done("evidence", "redact", ids["letter.pdf"] ?? "", "--look");
    expect(look).toContain("Page 2 begins 150 pixels from the top");
  });
});

describe("a bundle", { timeout: 120_000 }, () => {
  const order = ["--audience", "court", "--approved-by", "Kim Approver"];

  it("of the original leaves only where a person lets it out, and holds everything then", async () => {
    const about = ["--evidence", ids["original"] ?? "", ...order];
    const refused = await tocsin("bundle", "make", ...about, "--out", at("refused"));
    expect(refused.code).toBe(77);
    const plan = await tocsin("bundle", "plan", ...about.slice(0, 4));
    expect(plan.said).toContain("There is a redacted copy of it");
    await done("bundle", "make", ...about, "--acknowledge", ids["original"] ?? "", "--out", at("original"));
    expect(everythingIn(at("original")).includes(number)).toBe(true);
  });

  it("of a PDF that says more than it shows leaves only where a person lets it out, who is told what it carries", async () => {
    writeFileSync(at("second.pdf"), others["letter.pdf"] ?? "");
    const second = await done("evidence", "add", at("second.pdf"));
    const about = ["--evidence", second, ...order];
    const plan = await tocsin("bundle", "plan", ...about.slice(0, 4));
    for (const told of [
      "A PDF that says more than it shows",
      "who wrote it, with what program",
      "Files within it",
    ])
      expect(plan.said).toContain(told);
    expect((await tocsin("bundle", "make", ...about, "--out", at("held"))).code).toBe(77);
    await done("bundle", "make", ...about, "--acknowledge", second, "--out", at("let-out"));
    const copy = await done("evidence", "redact", second, "--why", "A name", "--by", "Sam Maker");
    const after = await tocsin("bundle", "plan", "--evidence", copy, "--audience", "court");
    expect(after.said).not.toContain("Files within it");
  });

  it("of the copy has no number in any name or byte", async () => {
    const about = ["--evidence", ids["copy"] ?? "", ...order, "--acknowledge", ids["copy"] ?? ""];
    await done("bundle", "make", ...about, "--out", at("bundle"));
    const bytes = everythingIn(at("bundle"));
    for (const word of [...words, number]) expect(bytes.includes(word), word).toBe(false);
    const { code } = await tocsin("bundle", "verify", at("bundle"));
    expect(code).toBe(0);
  });
});

describe("a release that left", { timeout: 120_000 }, () => {
  it("is withdrawn, says so in every list, and stands again when that is taken back", async () => {
    const [release] = JSON.parse(await done("record", "list", "release", "--json")).rows;
    const said = ["--why", "It shows a street", "--by", "Kim Approver"];
    const withdrawn = await tocsin("release", "withdraw", "--release", release.id, ...said);
    expect(withdrawn.code).toBe(0);
    expect(withdrawn.said).toContain("Copies that others hold");
    const page = JSON.parse(await done("output", "page", "--release", release.id, "--json"));
    expect(page.withdrawn).toMatchObject({ why: "It shows a street", by: "Kim Approver" });
    expect(await done("record", "list", "release")).toContain("withdrawn");
    await done("record", "undo", "--record", release.id);
    const again = JSON.parse(await done("output", "page", "--release", release.id, "--json"));
    expect(again.withdrawn).toBeNull();
  });
});
