// The order of test files in a run: those that take minutes first, so that no core waits at the end for one that began
// last. The runner knows how long a file takes only after its first run, which a fresh checkout never had.
import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Longest first of those that wait, then of those that only reckon. A name that is no longer there does no harm. */
const minutesLong: readonly string[] = [
  "tests/endurance.test.ts",
  "tests/browser/desk-screens.test.ts",
  "tests/browser/manual-en.test.ts",
  "tests/browser/manual-ar.test.ts",
  "tests/browser/stories-of-attacks.test.ts",
  "tests/browser/stories-of-pressure.test.ts",
  "tests/browser/walk.test.ts",
  "tests/browser/vault-walk.test.ts",
  "tests/browser/desk-locks.test.ts",
  "tests/cli.test.ts",
  "tests/leftovers.test.ts",
  "packages/node/src/backup/power-cut.test.ts",
  "packages/node/src/backup/killed.test.ts",
  "apps/cli/src/records/import-killed.test.ts",
  "tools/make-dirty-workbook.test.ts",
  "tools/vault-read.test.ts",
  "packages/workspace/src/imports/hard-tables.test.ts",
  "packages/workspace/src/imports/library.test.ts",
  "packages/workspace/src/protection/protection.test.ts",
];

/** Files of a run by name, from the folder of the project. */
export function longestFirst<File>(files: readonly File[], nameOf: (file: File) => string): readonly File[] {
  const placeOf = (file: File): number => {
    const place = minutesLong.indexOf(nameOf(file));
    return place === -1 ? minutesLong.length : place;
  };
  return files.toSorted((one, other) => placeOf(one) - placeOf(other));
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...longestFirst(sorted, ({ moduleId }) => relative(this.ctx.config.root, moduleId))];
  }
}
