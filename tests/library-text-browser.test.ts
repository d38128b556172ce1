// A public library in a browser that shows text alone, as over a slow line or on an old machine: everything is there, in an
// order that can be read.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kindsOfPages, writeLibrary } from "./browser/library-folder.ts";

const w3m = "/usr/bin/w3m";
let folder: string;

async function textOf(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(w3m, [
    "-dump",
    "-cols",
    "80",
    "-I",
    "UTF-8",
    "-O",
    "UTF-8",
    "-T",
    "text/html",
    join(folder, path),
  ]);
  return stdout;
}

describe.skipIf(!existsSync(w3m))("a public library in a text browser", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tocsin-text-"));
    await writeLibrary(folder, ["en", "ar"]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("says on every kind of page where one is, in which ways one can go, and what it is about", async () => {
    for (const locale of ["en", "ar"]) {
      for (const path of kindsOfPages) {
        const text = await textOf(`${locale}/${path}`);
        const at = (word: string): number => text.indexOf(word);
        const [skip, parts] =
          locale === "en" ? ["Skip to the content", "Commitments"] : ["انتقل إلى المحتوى", "الالتزامات"];
        expect(at(skip), path).toBeGreaterThanOrEqual(0);
        expect(at(parts), path).toBeGreaterThan(at(skip));
        expect(text.length, path).toBeGreaterThan(400);
      }
    }
  });

  it("gives a table its rows, a chart its numbers and an item its facts", async () => {
    expect(await textOf("en/numbers/acts-by-quarter.html")).toMatch(/South Korea.*1,234/);
    expect(await textOf("en/timeline.html")).toMatch(/2024[^\n]*\d/);
    const item = await textOf("en/items/long.html");
    expect(item).toContain("Example account of what happened at the river.");
    expect(item).toContain("SHA-256");
    expect(item).toContain("The date was put right.");
  });
});
