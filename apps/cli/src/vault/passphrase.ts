// Where a passphrase may come from: a file, the environment, or somebody at a terminal. Never from the arguments, which
// every program of the computer can read.
import { readFile } from "node:fs/promises";
import { stringOption, type Call } from "../call.ts";
import { CliError } from "../errors.ts";

/** Throws `cli.no-passphrase` where nobody can be asked. */
export async function passphraseOf(call: Call): Promise<string> {
  return (await givenPassphrase(call)) ?? (await askPassphrase(call, "cli.ask.passphrase"));
}

/** Asks twice. Throws `cli.passphrases-differ` too. */
export async function newPassphraseOf(call: Call): Promise<string> {
  return (await givenPassphrase(call)) ?? askTwice(call);
}

/** From the file at `path`, or from a person. */
export async function newPassphraseFrom(call: Call, path: string | undefined): Promise<string> {
  return path === undefined ? askTwice(call) : readPassphrase(path);
}

async function askTwice(call: Call): Promise<string> {
  const first = await askPassphrase(call, "cli.ask.new-passphrase");
  if (first !== (await askPassphrase(call, "cli.ask.again")))
    throw new CliError("cli.passphrases-differ", "Cannot take passphrase: the two differ");
  return first;
}

/** Undefined where somebody must be asked. */
async function givenPassphrase(call: Call): Promise<string | undefined> {
  const path = stringOption(call, "passphraseFile");
  if (path !== undefined) return readPassphrase(path);
  const set = call.parts.environment["TOCSIN_PASSPHRASE"];
  return set === undefined || set === "" ? undefined : set;
}

/** Editors end a file with a line feed, which nobody means. */
async function readPassphrase(path: string): Promise<string> {
  return (await readFile(path, "utf8")).replace(/\r?\n$/, "");
}

async function askPassphrase({ parts, translator, signal }: Call, key: string): Promise<string> {
  if (!parts.terminal.isInteractive)
    throw new CliError(
      "cli.no-passphrase",
      "Cannot open vault: no passphrase was given, and nobody can be asked",
    );
  return parts.terminal.askSecret(`${translator.t(key)} `, signal);
}
