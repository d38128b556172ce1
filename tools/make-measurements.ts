// Makes invented measurements with planted truth, one a line: `make-measurements.ts [count] [seed]` writes them on
// standard output. For tests, examples and benchmarks; the same seed gives the same bytes.
import { basename } from "node:path";
import { type Random, writeWebConnectivity } from "./measurements/plan.ts";
import { listScenarios } from "./measurements/scenarios.ts";
import type { Scenario, Truth } from "./measurements/site.ts";

export interface MadeMeasurement {
  readonly scenario: string;
  readonly truth: Truth;
  /** One line of JSON, without its end. */
  readonly line: string;
}

/** Each scenario once, in order, about a site of its own. */
export function makeEveryScenario(seed: number): readonly MadeMeasurement[] {
  const random = createRandom(seed);
  return scenariosFor(1, random).map(write);
}

/** `count` measurements: two of three are of sites that work, the rest goes through the other scenarios. */
export function* makeMeasurements(count: number, seed: number): Generator<MadeMeasurement> {
  const random = createRandom(seed);
  let scenarios = scenariosFor(0, random);
  for (let at = 0; at < count; at += 1) {
    // New words for every hundredth site keep the making fast and the lines different enough.
    if (at % 100 === 99) scenarios = scenariosFor(at, random);
    const isOk = random() < 2 / 3;
    const among = scenarios.filter((scenario) => (scenario.truth.state === "ok") === isOk);
    const chosen = among[Math.floor(random() * among.length)];
    if (chosen !== undefined) yield write(chosen);
  }
}

function write({ name, plan, truth }: Scenario): MadeMeasurement {
  return { scenario: name, truth, line: JSON.stringify(writeWebConnectivity(plan)) };
}

function scenariosFor(number: number, random: Random): readonly Scenario[] {
  return listScenarios(`garden-${number}.example`, (words) => makeText(words, random));
}

const syllables = [
  "ba",
  "den",
  "fi",
  "gor",
  "hal",
  "ki",
  "lum",
  "mo",
  "nar",
  "pe",
  "ris",
  "so",
  "tu",
  "vel",
  "zan",
];

function makeText(words: number, random: Random): string {
  const pick = (): string => syllables[Math.floor(random() * syllables.length)] ?? "";
  return Array.from({ length: words }, (_, at) => `${pick()}${pick()}${at % 12 === 11 ? '"\n' : ""}`).join(
    " ",
  );
}

/** mulberry32: small, seeded, and good enough for invented text. */
function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// Only when this very file was started: bundled into a benchmark it stays quiet.
const isStarted = [import.meta.url, process.argv[1] ?? ""].every((name) =>
  basename(name).startsWith("make-measurements."),
);
if (isStarted) {
  const [count = "1000", seed = "1"] = process.argv.slice(2);
  for (const { line } of makeMeasurements(Number(count), Number(seed))) process.stdout.write(`${line}\n`);
}
