// Analyses a file of measurements: JSON, JSONL, or gzip of these, read as a stream, one measurement in memory at a time.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { isTocsinError, type ExaminerOutput } from "@tocsin/core";
import { parseMeasurement } from "@tocsin/formats";
import { analyseMeasurement, type FingerprintMatcher } from "@tocsin/network";
import { type ByteSource, BytesEnd, unpackBytes } from "./compressed-bytes.ts";
import type { MeasurementDocument } from "./document-assembler.ts";
import { createDocumentReader } from "./document-reader.ts";
import { createFileCoverage, type FileCoverage, type FileProblem } from "./file-coverage.ts";
import { defaultMeasurementFileLimits, type MeasurementFileLimits } from "./limits.ts";

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
 * A file that is missing, broken or over a limit is coverage too. Throws only the reason of `signal`, and what
 * `onOutput` throws.
 */
export async function analyseMeasurementFile(
  source: string | ByteSource,
  options: MeasurementFileOptions,
): Promise<MeasurementFileSummary> {
  const outputs = readMeasurementFile(source, options);
  for (;;) {
    const next = await outputs.next();
    if (next.done === true) return next.value;
    options.onOutput(next.value);
  }
}

/** The same for one who pulls: outputs come when they are asked for, chunk by chunk of the file. */
export async function* readMeasurementFile(
  source: string | ByteSource,
  options: Omit<MeasurementFileOptions, "onOutput">,
): AsyncGenerator<ExaminerOutput, MeasurementFileSummary> {
  const { signal, fingerprints = null } = options;
  const limits = { ...defaultMeasurementFileLimits, ...options.limits };
  const file = options.name ?? (typeof source === "string" ? source : "-");
  let outputs: ExaminerOutput[] = [];
  const onOutput = (output: ExaminerOutput): void => void outputs.push(output);
  const coverage = createFileCoverage({ file, maximumRefusals: limits.maximumRefusals, onOutput });
  const read = createAnalysis({ file, limits, fingerprints, coverage, onOutput });
  const chunks = unpackBytes(
    typeof source === "string" ? readFileChunks(source, file, onOutput) : source,
    limits,
  );
  for (let isOpen = true; isOpen;) {
    try {
      signal?.throwIfAborted();
      const next = await chunks.next();
      signal?.throwIfAborted();
      if (next.done === true) read.end();
      else read.push(next.value);
      isOpen = next.done !== true;
    } catch (error) {
      signal?.throwIfAborted();
      coverage.refuse(problemOf(error), read.line() + 1);
      isOpen = false;
    }
    yield* outputs;
    outputs = [];
  }
  const summary = coverage.finish();
  yield* outputs;
  return summary;
}

interface Analysis {
  push(chunk: Uint8Array): void;
  end(): void;
  /** Line of the last document. */
  line(): number;
}

interface AnalysisParts {
  readonly file: string;
  readonly limits: MeasurementFileLimits;
  readonly fingerprints: FingerprintMatcher | null;
  readonly coverage: FileCoverage;
  readonly onOutput: (output: ExaminerOutput) => void;
}

function createAnalysis({ file, limits, fingerprints, coverage, onOutput }: AnalysisParts): Analysis {
  let reached = 0;
  const takeDocument = ({ line, text }: MeasurementDocument): void => {
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
  const reader = createDocumentReader(limits.maximumSize, takeDocument);
  return { push: reader.push, end: reader.end, line: () => reached };
}

/** Throws on what is no trouble with the file. */
function problemOf(error: unknown): FileProblem {
  if (error instanceof BytesEnd) return error.problem;
  // Sealed bytes that no longer open.
  if (isTocsinError(error)) return "cannot-read";
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) throw error;
  return error.code === "ENOENT" ? "missing" : "cannot-read";
}

const progressStep = 4 * 1024 * 1024;

async function* readFileChunks(
  path: string,
  name: string,
  onOutput: (output: ExaminerOutput) => void,
): AsyncGenerator<Uint8Array> {
  const { size: total } = await stat(path);
  let done = 0;
  let told = 0;
  const tell = (): void => onOutput({ kind: "progress", progress: { done, total, unit: "bytes", at: name } });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!(chunk instanceof Uint8Array)) continue;
    done += chunk.length;
    yield chunk;
    if (done - told < progressStep) continue;
    told = done;
    tell();
  }
  tell();
}
