// Reads operations.jsonl and commits.jsonl of a bundle. A line that cannot be read is a failure with its number; the
// others count.
import { isTocsinError } from "@tocsin/core";
import type { Primitives } from "@tocsin/crypto";
import { type CommitHeader, hashHeader, parseHeader } from "../commit.ts";
import { bundleLimits, bundlePaths } from "./bundle-format.ts";
import type { BundleFiles } from "./bundle-files.ts";
import type { FailureBook } from "./bundle-report.ts";
import { linesOf, parseCommitLine, parseOperationLine } from "./proof-lines.ts";
import type { ProvedCommit, ProvedOperation } from "./proof.ts";

export interface ReadCommit extends ProvedCommit {
  readonly parsed: CommitHeader;
}

interface LinesInput<Value> {
  readonly files: BundleFiles;
  readonly failures: FailureBook;
  readonly path: string;
  readonly most: number;
  readonly parse: (line: Uint8Array) => Value;
}

async function readLines<Value>(input: LinesInput<Value>): Promise<readonly Value[]> {
  const { files, failures, path, most, parse } = input;
  const values: Value[] = [];
  if (!files.has(path)) return values;
  let at = 0;
  try {
    for await (const { line, number } of linesOf(files.stream(path))) {
      at = number;
      if (number > most) {
        failures.note("too-large", { path, line: number });
        break;
      }
      const value = attempt(() => parse(line));
      if (value === null) failures.note("malformed", { path, line: number });
      else values.push(value);
    }
  } catch (cause) {
    if (!isTocsinError(cause)) throw cause;
    failures.note("malformed", { path, line: at + 1 });
  }
  return values;
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (cause) {
    if (isTocsinError(cause)) return null;
    throw cause;
  }
}

/** By hash. A line whose header does not give its hash does not count. */
export async function readBundleCommits(
  primitives: Primitives,
  files: BundleFiles,
  failures: FailureBook,
): Promise<ReadonlyMap<string, ReadCommit>> {
  const path = bundlePaths.commits;
  const parse = (line: Uint8Array): ReadCommit => {
    const commit = parseCommitLine(line);
    return { ...commit, parsed: parseHeader(commit.header) };
  };
  const lines = await readLines({ files, failures, path, most: bundleLimits.commits, parse });
  const commits = new Map<string, ReadCommit>();
  for (const commit of lines) {
    const { hash } = commit;
    if (hashHeader(primitives, commit.header) !== hash)
      failures.note("commit-hash-differs", { path, commit: hash });
    else if (commits.has(hash)) failures.note("twice", { path, commit: hash });
    else commits.set(hash, commit);
  }
  return commits;
}

export async function readBundleOperations(
  files: BundleFiles,
  failures: FailureBook,
): Promise<readonly ProvedOperation[]> {
  const path = bundlePaths.operations;
  const lines = await readLines({
    files,
    failures,
    path,
    most: bundleLimits.operations,
    parse: parseOperationLine,
  });
  const seen = new Set<string>();
  return lines.filter(({ commit, index }) => {
    const key = `${commit} ${index}`;
    if (seen.has(key)) failures.note("twice", { path, commit, index });
    return !seen.has(key) && seen.add(key);
  });
}
