// How long a person waits for the command line to say anything, against the bare start of Node.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const runs = 21;
const warmUps = 3;
const largestRatio = 1.5;

function millisecondsOf(words: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, words, { stdio: "ignore" });
  if (status !== 0)
    throw new Error(`Cannot measure start-up: node ${words.join(" ")} ended with code ${status}`);
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export async function bench() {
  if (!existsSync("dist/cli/main.js")) throw new Error("Cannot measure start-up: the program is not built");
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = -warmUps; run < runs; run += 1) {
    const oneOfOurs = millisecondsOf(["bin/tocsin.mjs", "--help"]);
    const oneBare = millisecondsOf(["-e", "0"]);
    if (run < 0) continue;
    ours.push(oneOfOurs);
    bare.push(oneBare);
  }
  const ratio = median(ours) / median(bare);
  return {
    name: "Start-up",
    figures: [
      {
        label: `tocsin --help, median of ${runs} alternating runs`,
        value: median(ours),
        unit: "ms",
        against: { label: "node -e 0", value: median(bare), unit: "ms" },
        ratio,
        target: `at most ${largestRatio} times`,
        met: ratio <= largestRatio,
      },
    ],
  };
}
