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
    const { stdout } = await promisify(execFile)(process.execPath, words);
    const measured: PhoneMeasure = JSON.parse(stdout);
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

function figuresOf(measured: PhoneMeasure, planted: number): readonly Figure[] {
  const rate = Math.round(measured.messages / measured.examineSeconds);
  const bare = Math.round(measured.messages / measured.bareSeconds);
  const ratio = rate / bare;
  return [
    {
      label: "messages examined",
      value: rate,
      unit: "messages/s",
      target: "60,000 or more",
      met: rate >= 60_000,
    },
    {
      label: "beside bare reading",
      value: rate,
      unit: "messages/s",
      against: { label: "same engine, same columns, nothing done", value: bare, unit: "messages/s" },
      ratio,
      target: "a quarter or more",
      met: ratio >= 0.25,
    },
    {
      label: "peak memory",
      value: Math.round(measured.peakMiB),
      unit: "MiB",
      target: "under 250",
      met: measured.peakMiB < 250,
    },
    {
      label: "indicators loaded",
      value: Math.round(measured.indicatorSeconds * 1000),
      unit: "ms",
      target: "250 or less",
      met: measured.indicatorSeconds <= 0.25,
    },
    {
      label: "planted traces found",
      value: measured.findings,
      unit: `of ${planted}`,
      met: measured.findings === planted,
    },
  ];
}

const [, , word, backup, indicators, file] = process.argv;
if (word === measureWord && backup !== undefined && indicators !== undefined && file !== undefined)
  process.stdout.write(JSON.stringify(await measure(backup, indicators, file)));
