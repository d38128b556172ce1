// The examiner of measurements as the worker runs it: a file, or a folder in which files are told by their content.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExaminerOutput, Note } from "@tocsin/core";
import { loadFingerprints, type FingerprintMatcher } from "@tocsin/network";
import { readMeasurementFile } from "../measurements/analyse-measurement-file.ts";
import { isMeasurementFile } from "../measurements/is-measurement-file.ts";
import type { WorkerTask } from "./messages.ts";
import type { WorkerExaminer } from "./worker-examiner.ts";

/** Paths of lists of fingerprints, under this name in the task's settings. */
export const fingerprintsSetting = "fingerprints";

export function createMeasurementExaminer(task: WorkerTask): WorkerExaminer {
  let loaded: LoadedLists | undefined;
  return {
    name: "measurements",
    knows: holdsMeasurements,
    async *examine(path): AsyncGenerator<ExaminerOutput> {
      if (loaded === undefined) {
        loaded = loadLists(pathsIn(task.settings[fingerprintsSetting]));
        yield* loaded.outputs;
      }
      const { fingerprints } = loaded;
      for (const file of filesUnder(path))
        if (await isMeasurementFile(file)) yield* readMeasurementFile(file, { fingerprints });
        else yield otherFile(file);
    },
  };
}

/** Looks at names and the first bytes of files, until one is a measurement. */
export async function holdsMeasurements(path: string): Promise<boolean> {
  for (const file of filesUnder(path)) if (await isMeasurementFile(file)) return true;
  return false;
}

const mostLevels = 16;

/** The file itself, or every regular file below the folder, by name; links are not followed. */
function* filesUnder(path: string, level = 0): Generator<string> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isFile() === true) yield path;
  if (found?.isDirectory() !== true || level > mostLevels) return;
  for (const name of namesIn(path)) yield* filesUnder(join(path, name), level + 1);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function otherFile(file: string): ExaminerOutput {
  const note = { key: "phone.coverage.not-recognised" };
  return {
    kind: "coverage",
    coverage: { acquisition: file, artifact: "file", status: "out-of-scope", rows: 0, file, note },
  };
}

interface LoadedLists {
  readonly fingerprints: FingerprintMatcher | null;
  readonly outputs: readonly ExaminerOutput[];
}

/** A list that cannot be read is said, and the others are used. */
function loadLists(paths: readonly string[]): LoadedLists {
  const texts: string[] = [];
  const outputs = paths.map((path) => {
    try {
      const text = readFileSync(path, "utf8");
      const { count, skipped } = loadFingerprints([text]);
      texts.push(text);
      const note = { key: "cli.coverage.fingerprints-skipped", values: { count: skipped } };
      return listCoverage(path, { status: "read", rows: count, ...(skipped === 0 ? {} : { note }) });
    } catch {
      return listCoverage(path, {
        status: "unreadable",
        rows: 0,
        note: { key: "cli.coverage.fingerprints-unreadable" },
      });
    }
  });
  return { fingerprints: texts.length === 0 ? null : loadFingerprints(texts).matcher, outputs };
}

function listCoverage(
  path: string,
  state: { readonly status: "read" | "unreadable"; readonly rows: number; readonly note?: Note },
): ExaminerOutput {
  return { kind: "coverage", coverage: { acquisition: path, artifact: "fingerprints", ...state } };
}

function pathsIn(setting: unknown): readonly string[] {
  return Array.isArray(setting) ? setting.filter((path) => typeof path === "string") : [];
}
