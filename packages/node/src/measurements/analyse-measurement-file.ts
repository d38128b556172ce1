// Analyses a file of measurements: JSON, JSONL, or gzip of these, read as a stream, one measurement in memory at a time.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { ExaminerOutput } from "@tocsin/core";
import { parseMeasurement } from "@tocsin/formats";
import { analyseMeasurement, type FingerprintMatcher } from "@tocsin/network";
import { type ByteSource, BytesEnd, unpackBytes } from "./compressed-bytes.ts";
import { createDocumentAssembler, type MeasurementDocument } from "./document-assembler.ts";
import { createFileCoverage, type FileProblem } from "./file-coverage.ts";
import { defaultMeasurementFileLimits, type MeasurementFileLimits } from "./limits.ts";
import { createLineSplitter } from "./line-splitter.ts";

export interface MeasurementFileOptions {
  readonly onOutput: (output: ExaminerOutput) => void;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<MeasurementFileLimits>;
  readonly fingerprints?: FingerprintMatcher | null;
  /** What verdicts and coverage call the file; the path when it is left out. */
  readonly name?: string;
}

export interface MeasurementFileSummary {
  readonly measurements: number;
  readonly refused: number;
}

/**
 * Gives a verdict for each measurement as it comes, and coverage for each test and each refused line.
 * A file that is missing, broken or over a limit is coverage too. Throws only the reason of `signal`.
 */
export async function analyseMeasurementFile(
  source: string | ByteSource,
  options: MeasurementFileOptions,
): Promise<MeasurementFileSummary> {
  const { onOutput, signal, fingerprints = null } = options;
  const limits = { ...defaultMeasurementFileLimits, ...options.limits };
  const file = options.name ?? (typeof source === "string" ? source : "-");
  const coverage = createFileCoverage({ file, maximumRefusals: limits.maximumRefusals, onOutput });
  let reached = 0;

  const takeDocument = ({ line, text }: MeasurementDocument): void => {
    signal?.throwIfAborted();
    reached = line;
    const parsed = text === null ? null : parseMeasurement(text, limits);
    if (parsed === null || parsed.kind === "refused") {
      coverage.refuse(parsed?.reason ?? "too-large", line);
      return;
    }
    coverage.count(parsed.measurement.testName);
    onOutput({
      kind: "verdict",
      verdict: analyseMeasurement(parsed.measurement, { file, line, fingerprints }),
    });
  };

  const assembler = createDocumentAssembler(limits.maximumSize, takeDocument);
  const splitter = createLineSplitter(limits.maximumSize, assembler.push);
  try {
    const bytes = typeof source === "string" ? await openFile(source, options) : source;
    for await (const chunk of unpackBytes(bytes, limits)) {
      signal?.throwIfAborted();
      splitter.push(chunk);
    }
    splitter.end();
    assembler.end();
  } catch (error) {
    signal?.throwIfAborted();
    coverage.refuse(problemOf(error), reached + 1);
  }
  return coverage.finish();
}

/** Throws on what is no trouble with the file. */
function problemOf(error: unknown): FileProblem {
  if (error instanceof BytesEnd) return error.problem;
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) throw error;
  return error.code === "ENOENT" ? "missing" : "cannot-read";
}

const progressStep = 4 * 1024 * 1024;

async function openFile(path: string, options: MeasurementFileOptions): Promise<ByteSource> {
  const { size } = await stat(path);
  return readWithProgress(path, (done) => {
    options.onOutput({
      kind: "progress",
      progress: { done, total: size, unit: "bytes", at: options.name ?? path },
    });
  });
}

async function* readWithProgress(path: string, onRead: (done: number) => void): AsyncGenerator<Uint8Array> {
  let done = 0;
  let told = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!(chunk instanceof Uint8Array)) continue;
    done += chunk.length;
    yield chunk;
    if (done - told < progressStep) continue;
    told = done;
    onRead(done);
  }
  onRead(done);
}
