import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseListing } from "../acquisition/sealed.ts";
import { createIntake } from "./intake-source.ts";
import { openPathSource } from "./path-source.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tocsin-source-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

function makeTree(): ReadonlyMap<string, Buffer> {
  const files = new Map([
    ["a.txt", Buffer.from("first")],
    ["empty", Buffer.alloc(0)],
    [`${"deep/".repeat(30)}ü ${"x".repeat(120)}.bin`, Buffer.alloc(3_000_000, 7)],
  ]);
  for (const [path, content] of files) {
    mkdirSync(join(folder, "tree", path, ".."), { recursive: true });
    writeFileSync(join(folder, "tree", path), content);
  }
  symlinkSync("/etc/hostname", join(folder, "tree", "link"));
  return files;
}

describe("a folder as evidence", () => {
  it("becomes an archive that tar opens, whose listing finds each file by range", async () => {
    const files = makeTree();
    const source = await openPathSource(join(folder, "tree"));
    const archive = await collect(source.stream());
    const listing = parseListing(source.listing()?.text ?? "");
    expect(listing).toHaveLength(files.size);
    for (const { path, offset, size, sha256 } of listing) {
      const content = archive.subarray(offset, offset + size);
      expect(content.equals(files.get(path) ?? Buffer.from("missing"))).toBe(true);
      expect(sha256).toBe(createHash("sha256").update(content).digest("hex"));
    }
    writeFileSync(join(folder, "x.tar"), archive);
    mkdirSync(join(folder, "out"));
    execFileSync("tar", ["xf", join(folder, "x.tar"), "-C", join(folder, "out")]);
    for (const [path, content] of files)
      expect(readFileSync(join(folder, "out", path)).equals(content)).toBe(true);
  });

  it("is looked at file by file: a picture that is a page is named", async () => {
    mkdirSync(join(folder, "tree", "deep"), { recursive: true });
    writeFileSync(join(folder, "tree", "deep", "photo.jpg"), "<!doctype html><script>x</script>");
    writeFileSync(join(folder, "tree", "notes.txt"), "plain");
    const source = await openPathSource(join(folder, "tree"));
    await collect(source.stream());
    expect(source.look?.()).toEqual({
      looksLike: null,
      signs: ["differs", "active"],
      signedFiles: ["deep/photo.jpg"],
    });
  });

  it("leaves links out and counts them", async () => {
    makeTree();
    const source = await openPathSource(join(folder, "tree"));
    expect(source).toMatchObject({ files: 3, skipped: 1, mediaType: "application/x-tar" });
  });

  it("says that nothing lies at a path", async () => {
    await expect(openPathSource(join(folder, "nowhere"))).rejects.toMatchObject({ code: "files.missing" });
  });
});

describe("a drop from a browser", () => {
  async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }

  it("takes files one after the other into one archive", async () => {
    const intake = createIntake({ single: false, firstName: "b/x" });
    const archive = collect(intake.source.stream());
    await intake.put({ path: "b/x", size: 3, content: bytesOf("abc") });
    await intake.put({ path: "b/y", size: 2, content: bytesOf("de") });
    intake.finish();
    const bytes = await archive;
    const listing = parseListing(intake.source.listing()?.text ?? "");
    expect(
      listing.map(({ path, offset, size }) => [path, bytes.subarray(offset, offset + size).toString()]),
    ).toEqual([
      ["b/x", "abc"],
      ["b/y", "de"],
    ]);
  });

  it("looks at one file that a browser hands over, and keeps its bytes as they are", async () => {
    const intake = createIntake({ single: true, firstName: "photo.jpg.exe" });
    const bytes = collect(intake.source.stream());
    await intake.put({ path: "photo.jpg.exe", size: 4, content: bytesOf("MZ\u0003\0") });
    intake.finish();
    expect((await bytes).toString()).toBe("MZ\u0003\0");
    expect(intake.source.look?.()).toEqual({
      looksLike: "application/x-msdownload",
      signs: ["program", "double-ending"],
      signedFiles: [],
    });
  });

  it.each(["../x", "/x", "a//b", "a\\b", "a\0b", "."])("refuses the name %j", async (path) => {
    const intake = createIntake({ single: false, firstName: "x" });
    await expect(intake.put({ path, size: 0, content: bytesOf("") })).rejects.toMatchObject({
      code: "files.bad-path",
    });
  });

  it("keeps nothing of a file that is not as long as was said", async () => {
    const intake = createIntake({ single: false, firstName: "x" });
    const archive = collect(intake.source.stream());
    const put = intake.put({ path: "x", size: 9, content: bytesOf("abc") });
    await expect(put).rejects.toMatchObject({ code: "files.changed" });
    await expect(archive).rejects.toMatchObject({ code: "files.changed" });
  });
});
