import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { spawnSync } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { measureSizes } from "./sizes.mjs";

const folders: string[] = [];

function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "tocsin-sizes-"));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const desk = (atStart: string, later = "") => ({
  "apps/desk/screen/index.html": "",
  "dist/desk/index.html": '<script type="module" src="./assets/a.js"></script>',
  "dist/desk/assets/a.js": atStart,
  "dist/desk/assets/b.js": later,
});
const commandLine = (startBytes: number) => ({
  "apps/cli/src/main.ts": "",
  "dist/cli/meta.json": JSON.stringify({
    outputs: {
      "dist/cli/main.js": {
        bytes: 100,
        imports: [
          { path: "dist/cli/chunk-a.js", kind: "import-statement" },
          { path: "dist/cli/late.js", kind: "dynamic-import" },
          { path: "node:fs", kind: "import-statement", external: true },
        ],
      },
      "dist/cli/chunk-a.js": {
        bytes: startBytes - 100,
        imports: [{ path: "dist/cli/main.js", kind: "import-statement" }],
      },
      "dist/cli/late.js": { bytes: 9_000_000, imports: [] },
    },
  }),
});

const verifier = (bytes: number) => ({
  "packages/web/src/verify-page/main.ts": "",
  "dist/web/verify.html": "x".repeat(bytes),
});

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe("the sizes", () => {
  it("count what a start loads and not what comes later", async () => {
    expect(await measureSizes(project(commandLine(1234)))).toEqual([
      { name: "command line, loaded at start", bytes: 1234, limit: 160_000, met: true },
    ]);
  });

  it("refuse a start that loads too much", async () => {
    expect((await measureSizes(project(commandLine(160_001))))[0]?.met).toBe(false);
  });

  it("refuse an offline verifier over the limit", async () => {
    expect((await measureSizes(project(verifier(300_000))))[0]?.met).toBe(true);
    expect((await measureSizes(project(verifier(300_001))))[0]?.met).toBe(false);
  });

  it("refuse a desk whose compressed script is over the limit", async () => {
    const small = await measureSizes(project(desk("let x = 1;".repeat(100_000))));
    expect(small.every(({ met }) => met)).toBe(true);
    // Random bytes as hexadecimal compress to about half.
    const random = (bytes: number): string => randomBytes(bytes).toString("hex");
    const large = await measureSizes(project(desk(random(240_000))));
    expect(large.map(({ met }) => met)).toEqual([false, true]);
    // What comes later does not keep the first screen back, and has a limit of its own.
    const late = await measureSizes(project(desk("let x = 1;", random(240_000))));
    expect(late.map(({ met }) => met)).toEqual([true, true]);
    const heavy = await measureSizes(project(desk("let x = 1;", random(440_000))));
    expect(heavy.map(({ met }) => met)).toEqual([true, false]);
  });

  it("refuse a desk without any script", async () => {
    const empty = { "apps/desk/screen/index.html": "", "dist/desk/index.html": "" };
    expect((await measureSizes(project(empty)))[0]?.met).toBe(false);
  });

  it("fail when a part was not built", async () => {
    await expect(measureSizes(project({ "apps/cli/src/main.ts": "" }))).rejects.toThrow("meta.json");
  });
});

describe("`npm run sizes -- --library`, as it is run", { timeout: 120_000 }, () => {
  const page = (bytes: number): string =>
    `<!doctype html><title>x</title>${"<p>same</p>".repeat(bytes / 11)}`;
  const sizes = (root: string) => {
    const script = join(import.meta.dirname, "sizes.mjs");
    return spawnSync(process.execPath, [script, "--library", join(root, "built")], { encoding: "utf8" });
  };
  const light = { "built/index.html": page(2_000), "built/en/items/light.html": page(40_000) };

  it("ends with a fault for a page of 60 kB and names it, and with none without it", () => {
    const without = sizes(project(light));
    expect([without.status, without.stderr.includes("TOO LARGE")]).toEqual([0, false]);
    const planted = sizes(project({ ...light, "built/en/items/planted.html": page(60_000) }));
    expect(planted.status).toBe(1);
    expect(planted.stderr).toMatch(/en\/items\/planted\.html: 60\.0 kB, limit 46 kB: TOO LARGE/);
    expect(planted.stderr).not.toContain("light.html");
  });

  it("fails for a folder that has no page", () => {
    expect(sizes(project({ "built/notes.txt": "x" })).status).not.toBe(0);
  });
});
