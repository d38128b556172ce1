// How fast measurements become verdicts, against bare JSON.parse of the same lines in the same run: in memory, with
// a list of fingerprints, and on the whole road from a file. Invented measurements of about 37 KiB, one core.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseMeasurement } from "@tocsin/formats";
import { analyseMeasurement, type FingerprintMatcher, loadFingerprints } from "@tocsin/network";
import { analyseMeasurementFile } from "@tocsin/node";
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
  const bareFile: number[] = [];
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
        await bareFileRate(path),
      ];
      if (round > 0)
        [bare, ours, matched, fromFile, bareFile].forEach((list, at) => list.push(rates[at] ?? 0));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  const size = lines.reduce((sum, line) => sum + line.length, 0) / lines.length / 1024;
  const inMemory = { label: "JSON.parse alone", value: Math.round(median(bare)), unit };
  const onDisk = {
    label: "reading, splitting and JSON.parse alone",
    value: Math.round(median(bareFile)),
    unit,
  };
  return {
    name: `Network measurements (${count} of ${size.toFixed(0)} KiB, median of ${rounds} rounds, one core)`,
    figures: [
      figureOf("text in memory to verdict", ours, inMemory),
      figureOf("file on disk to verdict", fromFile, onDisk),
      // No target: the rival neither reads nor decodes.
      {
        ...figureOf("the same, beside texts that are in memory already", fromFile, null),
        ...besides(fromFile, inMemory),
      },
      figureOf("text in memory to verdict with 2,000 fingerprints", matched, null),
    ],
  };
}

const unit = "measurements/s";

interface Rival {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
}

function figureOf(label: string, rates: readonly number[], against: Rival | null) {
  const value = Math.round(median(rates));
  const plain = { label, value, unit, target: `at least ${leastRate}/s`, met: value >= leastRate };
  if (against === null) return plain;
  const ratio = value / against.value;
  const target = `${plain.target}, and a third of the bare rate`;
  return { ...plain, against, ratio, target, met: plain.met && ratio >= leastShare };
}

function besides(rates: readonly number[], against: Rival) {
  return { against, ratio: median(rates) / against.value };
}

async function bareFileRate(path: string): Promise<number> {
  const start = performance.now();
  const text = await readFile(path, "utf8");
  for (const line of text.split("\n")) if (line !== "") JSON.parse(line);
  return (count * 1_000) / (performance.now() - start);
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
