// How fast an iOS backup is examined: 300,000 invented messages (150 MB) against 11,846 invented indicators, beside
// the bare rate at which the same engine reads the same columns of the same file in the same process.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { makeIosBackup } from "../tools/make-ios-backup.ts";
import { writeIndicators } from "../tools/ios-backup/indicators-writer.ts";
import { plantedIndicators } from "../tools/ios-backup/planted.table.ts";
import { measure } from "./phone-measure.ts";
import type { PhoneMeasure } from "./phone-measure.ts";

export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly against?: { readonly label: string; readonly value: number; readonly unit: string };
  readonly ratio?: number;
  readonly target?: string;
  readonly met: boolean;
}

export interface BenchResult {
  readonly name: string;
  readonly figures: readonly Figure[];
}

const measureWord = "measure-phone";
/** Processes that measure; figures are medians. */
const runs = 3;
const messageCount = 300_000;
/** As many as the published sets hold together. */
const indicatorCount = 11_846;

export async function bench(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-bench-"));
  try {
    const backup = join(folder, "backup");
    const made = await makeIosBackup(backup, { messages: messageCount, every: 100, logged: 0 });
    const indicators = join(folder, "example.stix2");
    await writeFile(indicators, inventIndicators());
    // This file once more, in a process that has not made anything.
    const words = [fileURLToPath(import.meta.url), measureWord, backup, indicators, made.files.sms];
    const measured: PhoneMeasure[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { stdout } = await promisify(execFile)(process.execPath, words);
      measured.push(JSON.parse(stdout));
    }
    return { name: "Phone", figures: figuresOf(measured, made.truth.length) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function inventIndicators(): Uint8Array {
  const invented = Array.from({ length: indicatorCount - plantedIndicators.length }, (_, i) => ({
    campaign: `Example Campaign ${i % 100}`,
    pattern: `[domain-name:value='example-${i}.invented-host.test']`,
  }));
  return writeIndicators([...plantedIndicators, ...invented]);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function figuresOf(measured: readonly PhoneMeasure[], planted: number): readonly Figure[] {
  const rate = Math.round(median(measured.map((one) => one.messages / one.examineSeconds)));
  const bare = Math.round(median(measured.map((one) => one.messages / one.bareSeconds)));
  const ratio = median(measured.map((one) => one.bareSeconds / one.examineSeconds));
  const peak = Math.round(median(measured.map((one) => one.peakMiB)));
  const loading = Math.round(median(measured.map((one) => one.indicatorSeconds * 1000)));
  const found = Math.min(...measured.map((one) => one.findings));
  const label = `${messageCount} messages, file hashed before and after`;
  return [
    {
      label,
      value: rate,
      unit: "messages/s",
      against: {
        label: "bare reading by the same engine, same file and columns",
        value: bare,
        unit: "messages/s",
      },
      ratio,
      target: "60,000 or more, and a quarter of bare reading",
      met: rate >= 60_000 && ratio >= 0.25,
    },
    { label: "peak memory", value: peak, unit: "MiB", target: "under 250", met: peak < 250 },
    {
      label: `${indicatorCount} indicators loaded, first time in a process`,
      value: loading,
      unit: "ms",
      target: "250 or less",
      met: loading <= 250,
    },
    {
      label: "planted traces found",
      value: found,
      unit: `of ${planted}`,
      target: "all",
      met: found === planted,
    },
  ];
}

const [, , word, backup, indicators, file] = process.argv;
if (word === measureWord && backup !== undefined && indicators !== undefined && file !== undefined)
  process.stdout.write(JSON.stringify(await measure(backup, indicators, file)));
