// Gathers what examiners say, so that coverage can come first. Findings and verdicts wait as bytes outside the heap:
// a million of them must not stop the program.
import type { Coverage, ExaminerFinding, ExaminerOutput, Verdict, VerdictState } from "@tocsin/core";
import type { ProgressState } from "../progress.ts";

export interface Collector {
  take(output: ExaminerOutput): void;
  readonly coverage: readonly Coverage[];
  readonly findings: Gathered<ExaminerFinding>;
  /** All verdicts. */
  readonly verdicts: Gathered<Verdict>;
  readonly states: ReadonlyMap<VerdictState, number>;
}

export interface Gathered<T> {
  readonly count: number;
  /** JSON of one a piece, in the order of coming. */
  pieces(): Iterable<string>;
  read(): Iterable<T>;
}

/** Sets of indicators and fingerprints are read anew for each path, and said once. */
const saidOnce = /^(?:indicators|fingerprints)(?:\.|$)/;

export function createCollector(onProgress: (state: ProgressState) => void): Collector {
  const coverage: Coverage[] = [];
  const said = new Set<string>();
  const findings = createGathered<ExaminerFinding>();
  const verdicts = createGathered<Verdict>();
  const states = new Map<VerdictState, number>();
  const take = (output: ExaminerOutput): void => {
    switch (output.kind) {
      case "coverage": {
        const key = JSON.stringify(output.coverage);
        if (saidOnce.test(output.coverage.artifact) && said.has(key)) return;
        said.add(key);
        coverage.push(output.coverage);
        return;
      }
      case "finding":
        findings.add(output.finding);
        return;
      case "verdict":
        verdicts.add(output.verdict);
        states.set(output.verdict.state, (states.get(output.verdict.state) ?? 0) + 1);
        return;
      case "progress":
        onProgress(output.progress);
        return;
      default:
        output satisfies never;
    }
  };
  return { take, coverage, findings, verdicts, states };
}

const lotLength = 1024;

interface Filling<T> extends Gathered<T> {
  add(value: T): void;
}

function createGathered<T>(): Filling<T> {
  const lots: Buffer[] = [];
  let lot: string[] = [];
  let count = 0;
  function* pieces(): Generator<string> {
    for (const bytes of lots) yield* bytes.toString("utf8").split("\n");
    yield* lot;
  }
  return {
    get count() {
      return count;
    },
    add: (value) => {
      count += 1;
      // JSON holds no line feed of its own.
      lot.push(JSON.stringify(value));
      if (lot.length < lotLength) return;
      lots.push(Buffer.from(lot.join("\n"), "utf8"));
      lot = [];
    },
    pieces,
    *read() {
      for (const piece of pieces()) {
        // Written by `add`, three lines above.
        const value: T = JSON.parse(piece);
        yield value;
      }
    },
  };
}
