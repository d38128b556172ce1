// Everything that must be green before a change is done, in one command. It goes on after a failure, so that one run
// shows all of them. `--skip <step>` leaves a step out.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Names of scripts in package.json. The build comes before the tests, because some of them start what it makes. */
export const steps = [
  "types",
  "lint",
  "format:check",
  "floors",
  "dead",
  "build",
  "test",
  "sizes",
  "licences",
];

/**
 * Runs each step that is not skipped and says what came of it.
 * @param {readonly string[]} skipped
 * @param {(step: string) => boolean} run whether the step is green
 * @param {() => number} now milliseconds
 * @returns {readonly { readonly step: string, readonly state: "ok" | "FAILED" | "skipped", readonly seconds: number }[]}
 */
export function runSteps(skipped, run, now) {
  const unknown = skipped.find((step) => !steps.includes(step));
  if (unknown !== undefined) throw new Error(`Cannot skip "${unknown}": expected one of ${steps.join(", ")}`);
  return steps.map((step) => {
    if (skipped.includes(step)) return { step, state: "skipped", seconds: 0 };
    const start = now();
    const state = run(step) ? "ok" : "FAILED";
    return { step, state, seconds: (now() - start) / 1000 };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const skipped = words.filter((word, at) => words[at - 1] === "--skip");
  const cwd = resolve(import.meta.dirname, "..");
  const runScript = (step) => {
    console.error(`\n== ${step}`);
    return spawnSync("npm", ["run", "--silent", step], { cwd, stdio: "inherit" }).status === 0;
  };
  const results = runSteps(skipped, runScript, () => performance.now());
  console.error("");
  for (const { step, state, seconds } of results) {
    console.error(`${state.padEnd(8)}${step.padEnd(14)}${seconds.toFixed(1).padStart(7)} s`);
  }
  if (results.some(({ state }) => state === "FAILED")) process.exitCode = 1;
}
