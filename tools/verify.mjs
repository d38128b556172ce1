// Everything that must be green before a change is done, in one command. It goes on after a failure, so that one run
// shows all of them. `--skip <step>` leaves a step out.
import { spawn } from "node:child_process";
import { setPriority } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What is built, tested and then measured: one after the other. Some tests start what the build makes, and build anew. */
const building = ["build", "test", "sizes"];
/** What only reads the sources: one after the other too, beside the others, where tests leave a processor idle. */
const reading = ["types", "lint", "format:check", "floors", "dead", "licences"];

/** Names of scripts in package.json. */
export const steps = [...building, ...reading];

/**
 * @typedef {{ readonly step: string, readonly state: "ok" | "FAILED" | "skipped", readonly seconds: number }} Result
 * @typedef {{ readonly run: (step: string, isBeside: boolean) => Promise<boolean>, readonly now: () => number }} Around
 */

/**
 * Runs each step that is not skipped and says what came of it.
 * @param {readonly string[]} skipped
 * @param {Around} around `run` tells whether a step is green, and `now` milliseconds; beside others a step must not
 *   write between their lines
 * @returns {Promise<readonly Result[]>} in the order of `steps`
 */
export async function runSteps(skipped, { run, now }) {
  const unknown = skipped.find((step) => !steps.includes(step));
  if (unknown !== undefined) throw new Error(`Cannot skip "${unknown}": expected one of ${steps.join(", ")}`);
  /** @returns {Promise<readonly Result[]>} */
  const inTurn = async (names, isBeside) => {
    const results = [];
    for (const step of names) {
      if (skipped.includes(step)) {
        results.push({ step, state: "skipped", seconds: 0 });
        continue;
      }
      const start = now();
      const state = (await run(step, isBeside)) ? "ok" : "FAILED";
      results.push({ step, state, seconds: (now() - start) / 1000 });
    }
    return results;
  };
  return (await Promise.all([inTurn(building, false), inTurn(reading, true)])).flat();
}

const cwd = resolve(import.meta.dirname, "..");

/**
 * Runs a script of package.json. One that runs beside others gives way to them, and keeps what it writes.
 * @returns {Promise<{ readonly isGreen: boolean, readonly written: string }>}
 */
function runScript(step, isBeside) {
  return new Promise((settle) => {
    const stdio = isBeside ? ["ignore", "pipe", "pipe"] : "inherit";
    const child = spawn("npm", ["run", "--silent", step], { cwd, stdio });
    if (isBeside && child.pid !== undefined) setPriority(child.pid, 5);
    let written = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text) => (written += text));
    child.once("error", (error) => settle({ isGreen: false, written: `${written}${error.message}\n` }));
    child.once("close", (code) => settle({ isGreen: code === 0, written }));
  });
}

async function verify(skipped) {
  const kept = [];
  const run = async (step, isBeside) => {
    const title = `\n== ${step}\n`;
    if (!isBeside) process.stderr.write(title);
    const { isGreen, written } = await runScript(step, isBeside);
    if (isBeside) kept.push(title, written);
    return isGreen;
  };
  const results = await runSteps(skipped, { run, now: () => performance.now() });
  process.stderr.write(`${kept.join("")}\n`);
  for (const { step, state, seconds } of results) {
    console.error(`${state.padEnd(8)}${step.padEnd(14)}${seconds.toFixed(1).padStart(7)} s`);
  }
  if (results.some(({ state }) => state === "FAILED")) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  await verify(words.filter((word, at) => words[at - 1] === "--skip"));
}
