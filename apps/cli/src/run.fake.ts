// Runs commands in the process of a test: over a terminal in memory, with a passphrase that costs little to try.
import { join, resolve } from "node:path";
import { createBuiltInRegistry } from "@tocsin/workspace";
import { createCommandLine } from "./command-line.ts";
import type { CommandLineParts } from "./parts.ts";
import { createFakeTerminal, type FakeTerminal, type FakeTerminalOptions } from "./terminal.fake.ts";

const passphrase = "a sentence for tests and nothing else";
const cost = { memoryKib: 8, passes: 1, lanes: 1 };
export const root = resolve(import.meta.dirname, "../../..");
/** Where the built parts lie. */
export const places = { examples: join(root, "examples"), screen: join(root, "dist/desk") };

export interface Ran {
  readonly code: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly said: string;
  readonly terminal: FakeTerminal;
}

export type RunOptions = FakeTerminalOptions & Partial<CommandLineParts>;
export type Run = (args: readonly string[], options?: RunOptions) => Promise<Ran>;

/** `settings` are asked for at each run: folders are made after this. */
export function createRun(settings: () => { readonly vault: string } & Partial<CommandLineParts>): Run {
  return async (args, options = {}) => {
    const { vault, ...parts } = settings();
    const terminal = createFakeTerminal(options);
    const code = await createCommandLine({
      version: "0.0.0",
      registry: () => Promise.resolve(createBuiltInRegistry()),
      terminal,
      environment: { TOCSIN_VAULT: vault, TOCSIN_PASSPHRASE: passphrase },
      signal: new AbortController().signal,
      clock: () => Date.now(),
      places,
      cost,
      ...parts,
      ...options,
    }).run(args);
    return { code, out: terminal.written(), said: terminal.said(), terminal };
  };
}
