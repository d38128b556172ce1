// The last line of a test run, alone on its line: "N passed, N failed, N skipped". People and machines read it.
// A file that breaks before its tests can be collected counts as one failure, and so does an empty run.
import type { Reporter, SerializedError, TestModule } from "vitest/node";

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts tests; a broken file, an error outside any test and a run without tests count as one failure each. */
function tallyModules(modules: readonly TestModule[], strayErrors: number): Tally {
  let passed = 0;
  let failed = strayErrors;
  let skipped = 0;
  for (const module of modules) {
    const before = failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") passed += 1;
      else if (state === "failed") failed += 1;
      // A test still pending when the run has ended was never run: a skip would hide that.
      else if (state === "pending") failed += 1;
      else skipped += 1;
    }
    if (module.state() === "failed" && failed === before) failed += 1;
  }
  const nothingRan = passed + failed + skipped === 0;
  return { passed, failed: nothingRan ? 1 : failed, skipped };
}

function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Prints the closing line when everything else has been printed, and makes sure that a failure is an exit code. */
export class ClosingLineReporter implements Reporter {
  /** A run that never comes to its end has failed. */
  private tally: Tally = { passed: 0, failed: 1, skipped: 0 };

  onInit(): void {
    // The other reporters print when the run ends; the end of the process is after all of them.
    process.once("exit", () => {
      if (this.tally.failed > 0) process.exitCode ||= 1;
      process.stdout.write(`${closingLine(this.tally)}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    this.tally = tallyModules(modules, strayErrors.length);
    if (this.tally.failed > 0) process.exitCode = 1;
  }
}
