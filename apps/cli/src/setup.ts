// What the tree of commands is made with.
import type { Command } from "commander";
import type { Call } from "./call.ts";
import type { CommandLineParts } from "./parts.ts";
import type { HelpWords } from "./words.ts";

/** Runs one command; gives an exit code, or nothing for "done". */
export type Act = (call: Call) => Promise<number | undefined>;

export interface Setup {
  readonly parts: CommandLineParts;
  /** Texts of help. */
  readonly t: HelpWords;
  /** Makes `act` what the command does. */
  readonly does: (command: Command, act: Act) => void;
}

/** For options that can be given more than once. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
