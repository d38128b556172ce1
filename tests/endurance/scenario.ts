// What a fault is injected into, and what must hold afterwards: each scenario runs any number of rounds from a seed. The
// tests run 10 of each, `npm run endure` 200.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";

export interface Round {
  /** Of its own, removed afterwards. */
  readonly folder: string;
  readonly seed: number;
  /** From 0 to 1, the same for the same seed. */
  readonly random: () => number;
  /** A whole number below `limit`. */
  readonly below: (limit: number) => number;
}

export interface Scenario {
  readonly name: string;
  /** What is held against what after each round. */
  readonly checks: string;
  /** Why it cannot run here; null where it can. */
  readonly obstacle?: () => Promise<string | null>;
  /** Throws when something does not hold. `shared` is a folder for all its rounds, with the programs in it. */
  run(round: Round, shared: string): Promise<void>;
}

export interface Endured {
  readonly name: string;
  readonly checks: string;
  readonly rounds: number;
  readonly failures: readonly string[];
  readonly skipped: string | null;
}

export const passphrase = "a long sentence that nobody guesses";
export const options = {
  passphrase,
  deviceName: "office",
  cost: { memoryKib: 8, passes: 1, lanes: 1 },
} as const;

/** One round after the other; a failure is kept with its seed, and the others go on. */
export async function endure(scenario: Scenario, rounds: number, seed = 1): Promise<Endured> {
  const { name, checks } = scenario;
  const skipped = (await scenario.obstacle?.()) ?? null;
  if (skipped !== null) return { name, checks, rounds: 0, failures: [], skipped };
  // Below the project, so that the program finds its packages.
  const shared = await mkdtemp(resolve("node_modules", ".tocsin-endure-"));
  const failures: string[] = [];
  try {
    for (let at = 0; at < rounds; at += 1) {
      const folder = await mkdtemp(join(shared, "round-"));
      try {
        await scenario.run(roundOf(folder, seed + at), shared);
      } catch (error) {
        failures.push(`seed ${seed + at}: ${error instanceof Error ? error.message : String(error)}`);
      }
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    await rm(shared, { recursive: true, force: true });
  }
  return { name, checks, rounds, failures, skipped: null };
}

function roundOf(folder: string, seed: number): Round {
  const random = seededRandom(seed);
  return { folder, seed, random, below: (limit) => Math.floor(random() * limit) };
}

/** mulberry32: enough to choose places by. */
function seededRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Bundles the program that is killed, once for all rounds. */
export async function programIn(shared: string): Promise<string> {
  const outfile = join(shared, "program.mjs");
  if ((await readdir(shared)).includes("program.mjs")) return outfile;
  await build({
    entryPoints: [resolve("tests/endurance/program.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["@journeyapps/wa-sqlite", "@myriaddreamin/*", "@expo-google-fonts/*"],
    banner: {
      js: 'import { createRequire as createRequireForGuests } from "node:module";\nconst require = createRequireForGuests(import.meta.url);',
    },
    logLevel: "error",
  });
  return outfile;
}

export interface Ended {
  /** Lines that it had said. */
  readonly said: readonly string[];
  readonly code: number | null;
  readonly errors: string;
}

/** Runs the program with these words until it ends, or until it has said `lines` lines and a while more: then it is killed. */
export function runProgram(
  command: readonly string[],
  until: { readonly lines: number; readonly more: number } | null,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((settle, fail) => {
    const [first = "", ...rest] = command;
    const child = spawn(first, rest, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_PATH: resolve("node_modules"), ...environment },
    });
    let said = "";
    let errors = "";
    let isDoomed = false;
    child.stdout.on("data", (data) => {
      said += String(data);
      if (until === null || isDoomed || said.split("\n").length <= until.lines) return;
      isDoomed = true;
      setTimeout(() => child.kill("SIGKILL"), until.more);
    });
    child.stderr.on("data", (data) => void (errors += String(data)));
    child.once("error", fail);
    child.once("close", (code) => settle({ said: said.split("\n").slice(0, -1), code, errors }));
  });
}

/** Every file under a folder, by path. */
export async function filesUnder(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path, await readFile(path));
  }
  return files;
}

/** Paths of files that hold any of the words as UTF-8 or UTF-16. */
export async function filesWith(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const forms = words.flatMap((word) => [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")]);
  return [...(await filesUnder(folder))]
    .filter(([path, bytes]) => forms.some((form) => bytes.includes(form) || path.includes(form.toString())))
    .map(([path]) => path);
}

/** Every file that belongs to a log, sorted. */
export async function segmentsOf(vault: string): Promise<readonly string[]> {
  return [...(await filesUnder(join(vault, "chains"))).keys()].filter((path) => path.endsWith(".seg")).sort();
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
