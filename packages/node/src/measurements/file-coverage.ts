// Keeps what is said about a file as a whole: rows of each test, and what was refused with its place.
import type { Coverage, ExaminerOutput } from "@tocsin/core";
import type { RefusalReason } from "@tocsin/formats";
import type { BytesProblem } from "./compressed-bytes.ts";

export type FileProblem = RefusalReason | BytesProblem | "cannot-read" | "missing";

export interface FileCoverage {
  count(testName: string): void;
  /** Named one by one up to the limit, and counted from there. */
  refuse(problem: FileProblem, line: number): void;
  finish(): { readonly measurements: number; readonly refused: number };
}

export interface FileCoverageOptions {
  readonly file: string;
  readonly maximumRefusals: number;
  readonly onOutput: (output: ExaminerOutput) => void;
}

const unknownTest = "ooni.measurement";
const maximumTests = 1_000;

export function createFileCoverage({ file, maximumRefusals, onOutput }: FileCoverageOptions): FileCoverage {
  const rowsByArtifact = new Map<string, number>();
  let measurements = 0;
  let refused = 0;
  const cover = (coverage: Pick<Coverage, "status" | "note">, artifact = unknownTest, rows = 0): void => {
    onOutput({ kind: "coverage", coverage: { acquisition: file, artifact, rows, file, ...coverage } });
  };
  return {
    count(testName) {
      measurements += 1;
      const artifact = artifactOf(testName);
      if (rowsByArtifact.has(artifact) || rowsByArtifact.size < maximumTests)
        rowsByArtifact.set(artifact, (rowsByArtifact.get(artifact) ?? 0) + 1);
    },
    refuse(problem, line) {
      refused += 1;
      if (refused > maximumRefusals) return;
      const status = problem === "missing" ? "missing" : "unreadable";
      cover({ status, note: { key: `network.coverage.${problem}`, values: { line } } });
    },
    finish() {
      for (const [artifact, rows] of rowsByArtifact) cover({ status: "read" }, artifact, rows);
      const count = refused - maximumRefusals;
      if (count > 0)
        cover({ status: "unreadable", note: { key: "network.coverage.more-refused", values: { count } } });
      if (measurements + refused === 0) cover({ status: "empty" });
      return { measurements, refused };
    },
  };
}

/** The test's name comes from the data: only one that looks like a test's is used. */
function artifactOf(testName: string): string {
  return /^[a-z][a-z0-9_]{0,63}$/.test(testName) ? `ooni.${testName}` : unknownTest;
}
