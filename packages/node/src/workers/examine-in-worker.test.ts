import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Coverage, ExaminerFinding, ExaminerOutput } from "@tocsin/core";
import { build } from "esbuild";
import type { BuildResult } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeIndicators } from "../../../../tools/ios-backup/indicators-writer.ts";
import { makeIosBackup } from "../../../../tools/make-ios-backup.ts";
import type { InventedBackup } from "../../../../tools/make-ios-backup.ts";
import { examineInWorker } from "./examine-in-worker.ts";

const root = resolve(import.meta.dirname, "../../../..");
const folder = mkdtempSync(join(tmpdir(), "tocsin-worker-"));
// Under the project, so that the bundle finds the packages that stay outside of it.
const programs = mkdtempSync(join(root, "node_modules", ".tocsin-worker-"));
const worker = pathToFileURL(join(programs, "examine-worker.mjs"));
let made: InventedBackup;
let indicatorFile: string;

function bundle(external: string[]): Promise<BuildResult<{ metafile: true; write: boolean }>> {
  return build({
    entryPoints: [join(root, "packages/node/src/workers/examine-worker.ts")],
    outfile: join(programs, external.length > 0 ? "examine-worker.mjs" : "whole.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    metafile: true,
    external,
    logLevel: "error",
  });
}

beforeAll(async () => {
  await bundle(["@journeyapps/wa-sqlite"]);
  made = await makeIosBackup(join(folder, "backup"), { messages: 300 });
  indicatorFile = join(folder, "example.stix2");
  writeFileSync(indicatorFile, made.indicators);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(programs, { recursive: true, force: true });
});

interface Examined {
  readonly findings: ExaminerFinding[];
  readonly coverage: Coverage[];
}

async function examine(paths: string[], indicatorPaths: string[]): Promise<Examined> {
  const examined: Examined = { findings: [], coverage: [] };
  const onOutput = (output: ExaminerOutput): void => {
    if (output.kind === "finding") examined.findings.push(output.finding);
    if (output.kind === "coverage") examined.coverage.push(output.coverage);
  };
  await examineInWorker({ paths, indicatorPaths }, { onOutput, worker });
  return examined;
}

describe("the examining worker", () => {
  it("finds what was planted, and says which indicators were used", async () => {
    const { findings, coverage } = await examine([made.folder], [indicatorFile]);
    expect(findings).toHaveLength(made.truth.length);
    expect(coverage[0]).toMatchObject({ artifact: "indicators", status: "read", rows: 13 });
  });

  it("uses what it can of a set, and goes on without a set that it cannot read", async () => {
    const sets = join(folder, "sets");
    mkdirSync(sets);
    writeFileSync(join(sets, "broken.json"), "{");
    const patterns = ["[a:b='1'] FOLLOWEDBY [a:b='2']", "[domain-name:value='example-bad.test']"];
    writeFileSync(
      join(sets, "mixed.stix2"),
      writeIndicators(patterns.map((pattern) => ({ campaign: "Example", pattern }))),
    );
    const { findings, coverage } = await examine([made.folder], [sets, join(folder, "none.stix2")]);
    expect(findings.length).toBeGreaterThan(5);
    expect(coverage.slice(0, 4).map((one) => `${one.artifact} ${one.status} ${one.note?.key}`)).toEqual([
      "indicators unreadable phone.coverage.bad-stix",
      "indicators read phone.coverage.patterns-refused",
      "indicators.pattern unreadable phone.coverage.pattern-composite",
      "indicators unreadable phone.coverage.unreadable-file",
    ]);
  });

  it("says so when nobody knows what a path is", async () => {
    const { coverage } = await examine([indicatorFile, join(folder, "none")], []);
    expect(coverage.map((one) => one.note?.key)).toEqual([
      "phone.coverage.not-recognised",
      "phone.coverage.not-recognised",
    ]);
  });

  it("ends when it is cancelled, with the reason", async () => {
    const large = await makeIosBackup(join(folder, "large"), { messages: 60_000 });
    const stop = new AbortController();
    let seen = 0;
    const examining = examineInWorker(
      { paths: [large.folder], indicatorPaths: [indicatorFile] },
      {
        worker,
        signal: stop.signal,
        onOutput: (output) => {
          seen += 1;
          if (output.kind === "progress") stop.abort(new Error("stopped by the test"));
        },
      },
    );
    await expect(examining).rejects.toThrow("stopped by the test");
    const atTheEnd = seen;
    await new Promise((settle) => setImmediate(settle));
    expect(seen).toBe(atTheEnd);
    const before = examineInWorker(
      { paths: [], indicatorPaths: [] },
      { worker, onOutput: () => undefined, signal: stop.signal },
    );
    await expect(before).rejects.toThrow("stopped by the test");
  });

  it("says that it failed when it cannot start", async () => {
    const nowhere = pathToFileURL(join(folder, "none.mjs"));
    const examining = examineInWorker(
      { paths: [], indicatorPaths: [] },
      { worker: nowhere, onOutput: () => undefined },
    );
    await expect(examining).rejects.toMatchObject({ code: "node.examiner-failed" });
  });

  it("holds no module of the network", async () => {
    const { metafile } = await bundle([]);
    const imported = Object.values(metafile.inputs).flatMap((input) => input.imports.map((one) => one.path));
    const builtIn = new Set(
      imported.map((path) => path.replace(/^node:/, "")).filter((path) => builtinModules.includes(path)),
    );
    expect(builtIn).toContain("worker_threads");
    const reaching = [
      "net",
      "http",
      "https",
      "http2",
      "tls",
      "dgram",
      "dns",
      "dns/promises",
      "child_process",
      "cluster",
    ];
    expect(reaching.filter((name) => builtIn.has(name))).toEqual([]);
  });
});
