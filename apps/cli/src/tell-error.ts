// What stopped the work, in the person's language, with what to do about it.
import { isTocsinError } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { CliError } from "./errors.ts";
import { exitCodes, exitMeanings, type ExitMeaning } from "./exit-codes.ts";
import type { Terminal } from "./parts.ts";
import { showable, showableJson } from "./showable.ts";

export interface ToldError {
  readonly code: string;
  /** What happened, translated. */
  readonly text: string;
  /** The error's own sentence, in English, with the place. */
  readonly message: string;
  /** What to do, where there is something to do. */
  readonly advice: string | null;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface TellOptions {
  readonly terminal: Terminal;
  readonly translator: Translator;
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/** Says it on stderr, as JSON when results are JSON, and gives the exit code. */
export function tellError(error: unknown, { terminal, translator, json, signal }: TellOptions): number {
  if (signal.aborted) {
    terminal.talk(`${translator.t("cli.stopped")}\n`);
    return exitCodes.stopped;
  }
  const known = knownError(error);
  const told = describeError(known, translator);
  terminal.talk(json ? `${showableJson(JSON.stringify({ error: told }))}\n` : textOf(told));
  return exitCodeOf(known);
}

export function describeError(error: CliError | Error, translator: Translator): ToldError {
  const { code, details } = isTocsinError(error) ? error : { code: "cli.unexpected", details: {} };
  const [key, advice] = [`error.${code}`, `cli.advice.${code}`];
  return {
    code,
    text: translator.has(key) ? translator.t(key) : error.message,
    message: error.message,
    advice: translator.has(advice) ? translator.t(advice) : null,
    details,
  };
}

function textOf({ text, message, advice }: ToldError): string {
  const lines = [
    `tocsin: ${text}`,
    ...(message === text ? [] : [message]),
    ...(advice === null ? [] : [advice]),
  ];
  return showable(`${lines.join("\n  ")}\n`);
}

function knownError(error: unknown): Error {
  if (isTocsinError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  const isOfSystem = error instanceof Error && "syscall" in error;
  return new CliError(isOfSystem ? "cli.system" : "cli.unexpected", message, { cause: error });
}

const meaningsByCode: ReadonlyMap<string, ExitMeaning> = new Map(Object.entries(exitMeanings));

/** What is not in the table was not foreseen. */
export function exitCodeOf(error: unknown): number {
  const meaning = isTocsinError(error) ? meaningsByCode.get(error.code) : undefined;
  return exitCodes[meaning ?? "unexpected"];
}
