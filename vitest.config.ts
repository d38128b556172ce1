// One run for the whole house, in projects: pure code in threads; then adapters and browser journeys in processes. What
// one file has imported the next finds there. One run gives one closing line.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { ClosingLineReporter } from "./tools/closing-line.ts";
import { LongestFirst } from "./tools/longest-first.ts";
import { mocking } from "./tools/mocking.ts";

const away = ["**/node_modules/**", "**/dist/**"];

// Left to itself, the runner keeps one core free, and of two uses one.
const cores = availableParallelism();
// Programs and browsers under test wait for disks, keys and pictures in more than half of their time.
const waiting = 2 * cores;

export default defineConfig({
  test: {
    reporters: [["default", { summary: false }], new ClosingLineReporter()],
    passWithNoTests: false,
    sequence: { sequencer: LongestFirst },
    // Files share a process: what one of them puts in the place of something is taken back before the next.
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.ts",
            "apps/desk/screen/src/**/*.test.{ts,tsx}",
            "tools/**/*.test.ts",
          ],
          exclude: [...away, "packages/node/**", "packages/web/**"],
          pool: "threads",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: cores,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: [
            "packages/node/src/**/*.test.ts",
            "packages/web/src/**/*.test.ts",
            "apps/cli/src/**/*.test.ts",
            "apps/desk/server/src/**/*.test.ts",
            "tests/*.test.ts",
          ],
          exclude: [...away, ...mocking],
          pool: "forks",
          globalSetup: "tools/fresh-build.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: waiting,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "alone",
          include: [...mocking],
          exclude: away,
          pool: "forks",
          isolate: true,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: waiting,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/browser/**/*.test.ts"],
          exclude: away,
          pool: "forks",
          globalSetup: "tools/fresh-build.ts",
          maxWorkers: waiting,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // What a page must come to show may take a while on a busy machine; unset it is one second.
          expect: { poll: { timeout: 120_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
