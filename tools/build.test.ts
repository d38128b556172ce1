import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildAll } from "./build.mjs";

const project = resolve(import.meta.dirname, "..");
const folders: string[] = [];

/** A project in miniature with the real starter. */
function outline(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "tocsin-build-"));
  folders.push(root);
  cpSync(join(project, "bin"), join(root, "bin"), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
  for (const [name, text] of Object.entries({ "package.json": `{"type":"module"}`, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

function start(root: string, ...words: string[]) {
  return spawnSync(process.execPath, [join(root, "bin/tocsin.mjs"), ...words], { encoding: "utf8" });
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe("the build", { timeout: 60_000 }, () => {
  it("makes a program that starts, loads its parts late and finds modules of Node", async () => {
    const root = outline({
      "apps/cli/src/main.ts": `const say: string = process.argv[2] ?? ""; if (say === "late") await import("./late.ts"); else console.log("start", say);`,
      "apps/cli/src/late.ts": `import guest from "./guest.cjs"; console.log("late", guest.sep);`,
      "apps/cli/src/guest.cjs": `module.exports = require("path");`,
      "packages/node/src/workers/examine-worker.ts": `export const worker: number = 1;`,
    });
    expect(await buildAll(root)).toEqual({
      built: ["command line"],
      missing: ["pages (packages/web/src/verify-page/main.ts)", "desk (apps/desk/screen/index.html)"],
    });
    expect(start(root, "now").stdout).toBe("start now\n");
    expect(start(root, "late").stdout).toBe("late /\n");
    expect(existsSync(join(root, "dist/cli/examine-worker.mjs"))).toBe(true);
  });

  it("makes the desk's screen", async () => {
    const root = outline({
      "apps/desk/screen/index.html": `<!doctype html><script type="module" src="/src/main.tsx"></script>`,
      "apps/desk/screen/src/main.tsx": `document.title = "desk";`,
    });
    expect((await buildAll(root)).built).toEqual(["desk"]);
    expect(existsSync(join(root, "dist/desk/index.html"))).toBe(true);
  });

  it("leaves what was built of these very sources, and builds anew after any change of them", async () => {
    const root = outline({
      "apps/cli/src/main.ts": `import { word } from "../../../packages/core/src/word.ts"; console.log(word);`,
      "packages/core/src/word.ts": `export const word: string = "one";`,
      "packages/core/src/word.test.ts": "",
    });
    const builtUnforced = async () => (await buildAll(root, ["command line"], { isForced: false })).built;
    expect(await builtUnforced()).toEqual(["command line"]);
    expect(await builtUnforced()).toEqual([]);
    writeFileSync(join(root, "packages/core/src/word.test.ts"), "// No program is made of its tests.");
    expect(await builtUnforced()).toEqual([]);
    writeFileSync(join(root, "packages/core/src/word.ts"), `export const word: string = "two";`);
    expect(await builtUnforced()).toEqual(["command line"]);
    expect(start(root).stdout).toBe("two\n");
    rmSync(join(root, "dist/cli"), { recursive: true });
    expect(await builtUnforced()).toEqual(["command line"]);
    writeFileSync(join(root, "apps/cli/src/main.ts"), `import "./missing.ts";`);
    for (const _ of ["at once", "and again"]) await expect(builtUnforced()).rejects.toThrow("missing.ts");
    expect((await buildAll(outline({}), [], { isForced: false })).built).toEqual([]);
  });

  it("fails on broken source and keeps the program that was there", async () => {
    const root = outline({ "apps/cli/src/main.ts": `console.log("good");` });
    await buildAll(root);
    writeFileSync(join(root, "apps/cli/src/main.ts"), `import "./missing.ts";`);
    await expect(buildAll(root)).rejects.toThrow("missing.ts");
    expect(start(root).stdout).toBe("good\n");
  });
});

describe("the starter", () => {
  it("says so and exits 70 when the program is not built", () => {
    const { status, stderr } = start(outline({}));
    expect(stderr).toBe(
      "Cannot start Tocsin: the program is not built. Run npm install in the project folder.\n",
    );
    expect(status).toBe(70);
  });

  it("does not hide an error of the program itself", () => {
    const { status, stderr } = start(outline({ "dist/cli/main.js": `import "./not-there.js";` }));
    expect(stderr).toContain("not-there.js");
    expect(status).toBe(1);
  });
});
