import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const project = resolve(import.meta.dirname, "..");
const root = mkdtempSync(join(tmpdir(), "tocsin-dead-"));

const files: Readonly<Record<string, string>> = {
  "package.json": `{"name":"tocsin","workspaces":["packages/*"]}`,
  "packages/core/package.json": `{"name":"@tocsin/core","exports":{".":"./src/index.ts"},"dependencies":{"unused-guest":"1.0.0"}}`,
  "packages/core/src/index.ts": `export { used } from "./alive.ts";`,
  "packages/core/src/alive.ts": `export const used = 1;\nexport const forgotten = 2;`,
  "packages/core/src/alive.test.ts": `import { used } from "./alive.ts";\nused.toFixed();`,
  "packages/core/src/orphan.ts": `export const orphan = 1;`,
};

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the search for dead code", () => {
  it(
    "finds the file, the export and the dependency that nobody uses, and no other",
    { timeout: 30_000 },
    () => {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, name)), { recursive: true });
        writeFileSync(join(root, name), `${text}\n`);
      }
      cpSync(join(project, "knip.json"), join(root, "knip.json"));
      symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
      const knip = join(project, "node_modules/knip/bin/knip.js");
      const words = [knip, "--no-config-hints", "--no-progress", "--reporter", "compact"];
      const { stdout, status } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
      expect(status).toBe(1);
      expect(stdout).toContain("packages/core/src/orphan.ts");
      expect(stdout).toContain("packages/core/src/alive.ts: forgotten");
      expect(stdout).toContain("unused-guest");
      expect(stdout).not.toMatch(/\bused\b(?!-)/);
    },
  );
});
