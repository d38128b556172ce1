// One call of a command: what was typed, and the ways to answer.
import type { Command } from "commander";
import type { Translator } from "@tocsin/language";
import { CliError } from "./errors.ts";
import type { CommandLineParts } from "./parts.ts";
import { createProgress, type Progress } from "./progress.ts";
import { showable, showableJson } from "./showable.ts";

export type Given = Readonly<Record<string, unknown>>;

export interface Call {
  readonly parts: CommandLineParts;
  readonly translator: Translator;
  /** Words behind the command. */
  readonly args: readonly string[];
  /** Options by the names that commander gives them: `--approved-by` is `approvedBy`. */
  readonly options: Given;
  /** Results as JSON. */
  readonly json: boolean;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Results for people, a line or more. */
  say(text: string): Promise<void>;
  /** Results for scripts: one JSON document. */
  give(value: unknown): Promise<void>;
  /** Everything that is not a result. */
  talk(text: string): void;
}

export function createCall(command: Command, parts: CommandLineParts, translator: Translator): Call {
  const { terminal, clock, signal } = parts;
  const options: Given = command.optsWithGlobals();
  return {
    parts,
    translator,
    args: command.args,
    options,
    json: options["json"] === true,
    signal,
    progress: createProgress({ terminal, translator, clock }),
    say: (text) => terminal.out(showable(`${text}\n`)),
    give: (value) => terminal.out(`${showableJson(JSON.stringify(value, withoutSecrets, 2))}\n`),
    talk: (text) => terminal.talk(showable(`${text}\n`)),
  };
}

/** A record of evidence holds the passphrase of its sealed file, that of a questionnaire the key of its answers: not for a screen or a log. */
export function withoutSecrets(name: string, value: unknown): unknown {
  return name === "passphrase" || name === "identity" ? undefined : value;
}

export function stringOption({ options }: Call, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

export function listOption({ options }: Call, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** Throws `cli.usage`. */
export function requiredOption(call: Call, name: string, typed: string): string {
  const value = stringOption(call, name);
  if (value === undefined || value.trim() === "") throw usage(`${typed} is required`);
  return value;
}

/** The word at `index`; commander has seen to it that it is there. */
export function wordOf({ args }: Call, index: number): string {
  return args[index] ?? "";
}

export function usage(state: string): CliError {
  return new CliError("cli.usage", `Cannot run command: ${state}`);
}
