import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runBenchmarks, tableOf } from "./bench.mjs";

const folders: string[] = [];

function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "tocsin-bench-"));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  mkdirSync(join(root, "tools"));
  cpSync(resolve(import.meta.dirname, "bench-one.mjs"), join(root, "tools/bench-one.mjs"));
  return root;
}

const result = (name: string): string =>
  `export const bench = async () => ({ name: "${name}", figures: [{ label: "x", value: process.pid, unit: "ms", met: true }] });`;

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe("the benchmarks", { timeout: 30_000 }, () => {
  it("run in a process each, and what they share is not one of them", async () => {
    const root = project({
      "bench/a.ts": result("a"),
      "bench/b.ts": `import { median } from "./median.ts"; export const x: number = median; ${result("b")}`,
      "bench/median.ts": "export const median = 1;",
    });
    const { results, broken } = await runBenchmarks(root, []);
    expect(broken).toEqual([]);
    expect(results.map(({ name }) => name)).toEqual(["a", "b"]);
    const processes = results.map(({ figures }) => figures[0].value);
    expect(new Set([...processes, process.pid]).size).toBe(3);
  });

  it("go on when one breaks, and name it", async () => {
    const root = project({
      "bench/a.ts": `export const bench = async () => process.exit(3);`,
      "bench/b.ts": result("b"),
    });
    const { results, broken } = await runBenchmarks(root, []);
    expect(results.map(({ name }) => name)).toEqual(["b"]);
    expect(broken).toEqual([{ name: "a", reason: expect.stringContaining("code 3 and no result") }]);
  });

  it("refuse a name that is not there", async () => {
    const root = project({ "bench/a.ts": result("a") });
    await expect(runBenchmarks(root, ["c"])).rejects.toThrow('Cannot run benchmark "c": there are a');
  });

  it("show what was missed", () => {
    const figure = {
      label: "start",
      value: 61.24,
      unit: "ms",
      ratio: 1.6,
      target: "at most 1.5",
      met: false,
    };
    const against = { label: "node -e 0", value: 40, unit: "ms" };
    const text = tableOf([{ name: "start-up", figures: [{ ...figure, against }] }]);
    expect(text.split("\n").at(-1)).toBe("| start | 61.2 ms | node -e 0: 40 ms | 1.6 | at most 1.5 | NO |");
  });

  it.each([
    [6880.4, "6880 ms"],
    [100.02, "100 ms"],
    [123_456.7, "123500 ms"],
    [12.3, "12.3 ms"],
    [0.5, "0.5 ms"],
    [3000, "3000 ms"],
  ])("write %d as %s", (value, expected) => {
    const text = tableOf([{ name: "x", figures: [{ label: "y", value, unit: "ms", met: true }] }]);
    expect(text).toContain(`| ${expected} |`);
  });
});
