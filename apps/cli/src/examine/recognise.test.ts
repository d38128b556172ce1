import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { recogniseInput } from "./recognise.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "tocsin-recognise-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "a backup"));
writeFileSync(join(folder, "a backup", "Manifest.db"), "x");
symlinkSync(join(folder, "a backup"), join(folder, "link"));

describe("a phone", () => {
  it.each(["a backup", "a backup/", "a backup//", "link", "link/", "link//"])(
    "is known as %s",
    async (name) => {
      expect((await recogniseInput(`${folder}/${name}`)).kind).toBe("phone");
    },
  );

  it("is examined where a link leads", async () => {
    expect((await recogniseInput(`${folder}/link/`)).path).toBe(join(folder, "a backup"));
  });
});
