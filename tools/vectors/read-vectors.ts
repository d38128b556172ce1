// Gives the committed vectors to the tests, and brings what was said of them into one form to compare.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canonical, type Json } from "./bytes.ts";
import type { Expected, ExpectedFinding } from "./vector.ts";

export interface CommittedVector {
  readonly name: string;
  /** The vault's folder. */
  readonly folder: string;
  readonly expected: Expected;
}

export function committedVectors(root: string): readonly CommittedVector[] {
  return readdirSync(join(root, "vault"))
    .sort()
    .map((name) => {
      const place = join(root, "vault", name);
      const expected = JSON.parse(readFileSync(join(place, "expected.json"), "utf8")) as Expected;
      return { name, folder: join(place, "vault"), expected };
    });
}

/** Findings as sorted lines: their order means nothing. */
export function findingLines(findings: readonly ExpectedFinding[]): readonly string[] {
  return findings
    .map(({ finding, chain, segment, offset, sequence, index, count }) =>
      [finding, chain, segment ?? "-", offset ?? "-", sequence ?? "-", index ?? "-", count ?? 1].join(" "),
    )
    .sort();
}

export const operationLines = (operations: readonly Json[]): readonly string[] => operations.map(canonical);
