import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const folders: string[] = [];

/** Runs the real test program over `tests` with our reporter; gives its last line and its exit code. */
function runTests(
  tests: Readonly<Record<string, string>>,
  settings = "",
): { readonly last: string; readonly code: number } {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-closing-"));
  folders.push(folder);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, "t"));
  writeFileSync(
    join(folder, "vitest.config.ts"),
    `import { ClosingLineReporter } from ${JSON.stringify(join(root, "tools/closing-line.ts"))};
     export default { test: { ${settings}include: ["t/*.test.ts"], reporters: ["default", new ClosingLineReporter()] } };`,
  );
  writeFileSync(join(folder, "t/setup.ts"), `export function setup() { throw new Error("no setup"); }`);
  for (const [name, code] of Object.entries(tests)) {
    writeFileSync(join(folder, "t", name), `import { it, expect } from "vitest";\n${code}\n`);
  }
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, "node_modules/vitest/vitest.mjs"), "run"],
    { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"] } },
  );
  return { last: stdout.trimEnd().split("\n").at(-1) ?? "", code: status ?? -1 };
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe("the closing line", { timeout: 30_000 }, () => {
  it("counts what passed and what was skipped, and stands last", () => {
    const tests = { "a.test.ts": `it("x", () => {});\nit("y", () => {});\nit.skip("z", () => {});` };
    expect(runTests(tests)).toEqual({ last: "2 passed, 0 failed, 1 skipped", code: 0 });
  });

  it("counts failures and a file that breaks at import, and the run fails", () => {
    const tests = {
      "a.test.ts": `it("x", () => {});\nit("y", () => { expect(1).toBe(2); });`,
      "b.test.ts": `import "./missing.ts";\nit("z", () => {});`,
    };
    expect(runTests(tests)).toEqual({ last: "1 passed, 2 failed, 0 skipped", code: 1 });
  });

  it("counts an error that no test awaited as a failure", () => {
    const tests = {
      "a.test.ts": `it("x", async () => { Promise.reject(new Error("stray")); await new Promise((r) => setTimeout(r, 20)); });`,
    };
    expect(runTests(tests)).toEqual({ last: "1 passed, 1 failed, 0 skipped", code: 1 });
  });

  it("stands at the end of a run that could not begin", () => {
    const tests = { "a.test.ts": `it("x", () => {});` };
    expect(runTests(tests, `globalSetup: "./t/setup.ts", `)).toEqual({
      last: "0 passed, 1 failed, 0 skipped",
      code: 1,
    });
  });

  it("fails a run without tests", () => {
    expect(runTests({})).toEqual({ last: "0 passed, 1 failed, 0 skipped", code: 1 });
  });

  it("fails a run whose only file has no test", () => {
    expect(runTests({ "a.test.ts": "expect(1).toBe(1);" })).toEqual({
      last: "0 passed, 1 failed, 0 skipped",
      code: 1,
    });
  });
});
