// Indicator sets from disk: files, or folders with files whose names end as STIX bundles do. A set that cannot be
// read, and each pattern that cannot be used, becomes a line of coverage; the others are used.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { isTocsinError } from "@tocsin/core";
import type { ExaminerOutput, Note } from "@tocsin/core";
import { parseIndicators } from "@tocsin/phone";
import type { IndicatorRefusal, Indicators } from "@tocsin/phone";

export interface LoadedIndicators {
  readonly sets: readonly Indicators[];
  readonly outputs: readonly ExaminerOutput[];
}

const endings = [".stix2", ".stix", ".json"];
/** Of each set; the rest is counted. */
const mostRefusals = 100;

/** Never throws for a bad set. Order: as named, folders by name. */
export function loadIndicatorFiles(paths: readonly string[]): LoadedIndicators {
  const sets: Indicators[] = [];
  const outputs: ExaminerOutput[] = [];
  for (const path of paths) {
    const files = listSetFiles(path);
    // A folder without sets must not look like a folder whose sets matched nothing.
    if (files.length === 0)
      outputs.push(coverage({ path, status: "empty", rows: 0, note: { key: "phone.coverage.no-sets" } }));
    loadFiles(files, sets, outputs);
  }
  return { sets, outputs };
}

function loadFiles(paths: readonly string[], sets: Indicators[], outputs: ExaminerOutput[]): void {
  for (const path of paths) {
    const read = readSet(path);
    if ("key" in read) outputs.push(coverage({ path, status: "unreadable", rows: 0, note: read }));
    else {
      sets.push(read);
      outputs.push(...describeSet(path, read));
    }
  }
}

function listSetFiles(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) =>
      endings.some((ending) => name.toLowerCase().endsWith(ending)),
    );
    return names.toSorted().map((name) => join(path, name));
  } catch {
    return [path];
  }
}

function readSet(path: string): Indicators | Note {
  try {
    return parseIndicators(readFileSync(path), basename(path));
  } catch (error) {
    return {
      key: isTocsinError(error) ? `phone.coverage.${stateOf(error.code)}` : "phone.coverage.unreadable-file",
    };
  }
}

/** `bad-stix` of `formats.bad-stix`. */
function stateOf(code: string): string {
  return code.slice(code.indexOf(".") + 1);
}

function describeSet(path: string, set: Indicators): readonly ExaminerOutput[] {
  const { refused } = set;
  const note = { key: "phone.coverage.patterns-refused", values: { count: refused.length } };
  const whole = {
    path,
    status: set.patterns === 0 ? "empty" : "read",
    rows: set.patterns,
    ...(refused.length > 0 ? { note } : set.patterns === 0 ? { note: nothingUsable } : {}),
  } as const;
  return [
    coverage(whole),
    ...refused.slice(0, mostRefusals).map((refusal) => describeRefusal(path, refusal)),
  ];
}

function describeRefusal(path: string, refusal: IndicatorRefusal): ExaminerOutput {
  const { place, position, reason } = refusal;
  const pattern = refusal.pattern.slice(0, 200);
  const note = { key: `phone.coverage.pattern-${reason}`, values: { place, position, pattern } };
  return coverage({ path, artifact: "indicators.pattern", status: "unreadable", rows: 0, note });
}

const nothingUsable = { key: "phone.coverage.no-patterns" };

interface Line {
  readonly path: string;
  readonly artifact?: string;
  readonly status: "read" | "empty" | "unreadable";
  readonly rows: number;
  readonly note?: Note;
}

function coverage({ path, artifact = "indicators", ...line }: Line): ExaminerOutput {
  return { kind: "coverage", coverage: { acquisition: path, artifact, ...line } };
}
