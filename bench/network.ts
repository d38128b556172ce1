// How fast measurements become verdicts, against bare JSON.parse of the same lines in the same run: in memory, with
// a list of fingerprints, and on the whole road from a file. Invented measurements of about 37 KiB, one core.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseMeasurement } from "@tocsin/formats";
import { analyseMeasurement, type FingerprintMatcher, loadFingerprints } from "@tocsin/network";
import { analyseMeasurementFile } from "../packages/node/src/measurements/analyse-measurement-file.ts";
import { makeMeasurements } from "../tools/make-measurements.ts";

const count = 1_500;
const rounds = 5;
const leastRate = 1_500;
const leastShare = 1 / 3;

export async function bench() {
  const lines = Array.from(makeMeasurements(count, 7), ({ line }) => line);
  const fingerprints = inventedFingerprints(2_000);
  const bare: number[] = [];
  const ours: number[] = [];
  const matched: number[] = [];
  const fromFile: number[] = [];
  const folder = await mkdtemp(join(tmpdir(), "bench-network-"));
  try {
    const path = join(folder, "measurements.jsonl");
    await writeFile(path, `${lines.join("\n")}\n`);
    // The first round warms up and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const rates = [
        rateOf(() => lines.forEach((line) => void JSON.parse(line))),
        rateOf(() => lines.forEach((line, at) => analyse(line, at, null))),
        rateOf(() => lines.forEach((line, at) => analyse(line, at, fingerprints))),
        await fileRate(path),
      ];
      if (round > 0) [bare, ours, matched, fromFile].forEach((list, at) => list.push(rates[at] ?? 0));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  const size = lines.reduce((sum, line) => sum + line.length, 0) / lines.length / 1024;
  const against = { label: "JSON.parse alone", value: median(bare), unit: "measurements/s" };
  const figure = (label: string, rates: readonly number[], share: number) => {
    const value = median(rates);
    const ratio = value / against.value;
    const target = `at least ${leastRate}/s${share > 0 ? ", and a third of JSON.parse" : ""}`;
    const met = value >= leastRate && ratio >= share;
    return { label, value, unit: "measurements/s", against, ratio, target, met };
  };
  return {
    name: `Network measurements (${count} of ${size.toFixed(0)} KiB, median of ${rounds} rounds, one core)`,
    figures: [
      figure("text in memory to verdict", ours, leastShare),
      figure("the same with 2,000 fingerprints", matched, 0),
      figure("file on disk to verdict", fromFile, leastShare),
    ],
  };
}

function analyse(line: string, at: number, fingerprints: FingerprintMatcher | null): void {
  const parsed = parseMeasurement(line);
  if (parsed.kind === "refused") throw new Error("Cannot measure: an invented measurement was refused");
  analyseMeasurement(parsed.measurement, { file: "bench", line: at + 1, fingerprints });
}

function rateOf(work: () => void): number {
  const start = performance.now();
  work();
  return (count * 1_000) / (performance.now() - start);
}

async function fileRate(path: string): Promise<number> {
  const start = performance.now();
  let verdicts = 0;
  await analyseMeasurementFile(path, {
    onOutput: (output) => {
      if (output.kind === "verdict") verdicts += 1;
    },
  });
  if (verdicts !== count) throw new Error(`Cannot measure: ${verdicts} verdicts for ${count} measurements`);
  return (count * 1_000) / (performance.now() - start);
}

function inventedFingerprints(rows: number): FingerprintMatcher {
  const header = "name,scope,location_found,pattern_type,pattern,expected_countries";
  const table = Array.from(
    { length: rows },
    (_, at) => `n${at},nat,body,contains,<p>Notice ${at} of order</p>,QQ`,
  );
  return loadFingerprints([[header, ...table].join("\n")]).matcher;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
