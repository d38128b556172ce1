import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkLicences, isAllowed } from "./licences.mjs";

const folders: string[] = [];

function project(packages: Readonly<Record<string, object>>): string {
  const root = mkdtempSync(join(tmpdir(), "tocsin-licences-"));
  folders.push(root);
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
  return root;
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe("the licences", () => {
  it.each([
    ["MIT", true],
    ["GPL-3.0-only", false],
    ["GPL-3.0-only OR MIT", true],
    ["(MIT OR GPL-3.0-only) AND ISC", true],
    ["MIT AND GPL-3.0-only", false],
    ["GPL-3.0-only OR MIT AND GPL-2.0-only", false],
    ["MIT WITH something", false],
    ["", false],
    ["SEE LICENSE IN LICENSE.txt", false],
  ])("read the expression %j", (expression, expected) => {
    expect(isAllowed(expression, ["MIT", "ISC"])).toBe(expected);
  });

  it("refuse in the product what they allow for building", async () => {
    const entry = { version: "1.0.0", license: "MPL-2.0" };
    expect((await checkLicences(project({ "node_modules/a": { ...entry, dev: true } }))).complaints).toEqual(
      [],
    );
    expect((await checkLicences(project({ "node_modules/a": entry }))).complaints).toEqual([
      "node_modules/a 1.0.0 (ships): MPL-2.0",
    ]);
  });

  it("look into the package when the lock file is silent, and refuse silence", async () => {
    const root = project({
      "": { name: "own" },
      "packages/own": { version: "1.0.0" },
      "node_modules/own": { link: true },
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b": { version: "2.0.0" },
    });
    mkdirSync(join(root, "node_modules/a"), { recursive: true });
    writeFileSync(join(root, "node_modules/a/package.json"), `{"licenses":[{"type":"MIT"}]}`);
    expect(await checkLicences(root)).toEqual({
      complaints: ["node_modules/b 2.0.0 (ships): none stated"],
      checked: 2,
    });
  });

  it("refuse an empty check", async () => {
    expect((await checkLicences(project({}))).complaints).toHaveLength(1);
  });
});
