// `tocsin vault recover` and `tocsin vault passphrase`: the way in when something was lost, and another sentence to type.
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { resolve } from "node:path";
import type { SecretKey } from "@tocsin/crypto";
import { parseRecoverySheet, recoverProgram, recoveryCodeOf, recoverySheetOf } from "@tocsin/node";
import { requiredOption, stringOption, wordOf, type Call } from "../call.ts";
import { CliError } from "../errors.ts";
import { withVault } from "./open.ts";
import { newPassphraseFrom, newPassphraseOf, passphraseOf } from "./passphrase.ts";

const wordsInLine = 4;

/** Said once, beside the results: it is for paper, and kept nowhere. */
export function tellSheet({ talk, translator: { t } }: Call, secret: SecretKey<"recovery">): void {
  const { words } = recoverySheetOf(secret);
  talk(`\n${t("cli.vault.sheet.title")}\n`);
  for (let at = 0; at < words.length; at += wordsInLine) {
    const line = words.slice(at, at + wordsInLine);
    talk(line.map((word, place) => `${String(at + place + 1).padStart(4)}. ${word.padEnd(10)}`).join(""));
  }
  talk(`\n${recoveryCodeOf(secret)}`);
  talk(t("cli.vault.sheet.keep"));
}

/** The words come from a file or a person, never from the arguments, which every program of the computer can read. */
export async function recover(call: Call): Promise<undefined> {
  const folder = resolve(wordOf(call, 0));
  const recovery = parseRecoverySheet(await wordsOf(call));
  try {
    const passphrase = await newPassphraseOf(call);
    const { cost, registry } = call.parts;
    const program = await recoverProgram(folder, {
      recovery,
      passphrase,
      deviceName: stringOption(call, "device") ?? hostname(),
      registry: await registry(),
      signal: call.signal,
      onProgress: (state) => call.progress.show({ ...state, unit: "steps" }),
      ...(cost ? { cost } : {}),
    }).finally(call.progress.end);
    const { id, device } = program.workspace.vault;
    await program.close();
    if (call.json) await call.give({ vault: id, folder, device: device.name });
    else await call.say(folder);
    call.talk(call.translator.t("cli.vault.recovered"));
  } finally {
    recovery.wipe();
  }
}

async function wordsOf(call: Call): Promise<string> {
  const path = stringOption(call, "wordsFile");
  if (path !== undefined) return readFile(path, "utf8");
  const { terminal } = call.parts;
  if (!terminal.isInteractive)
    throw new CliError(
      "cli.no-passphrase",
      "Cannot recover vault: no words were given, and nobody can be asked",
    );
  return terminal.askSecret(`${call.translator.t("cli.ask.recovery-words")} `, call.signal);
}

export async function changePassphrase(call: Call): Promise<undefined> {
  const current = await passphraseOf(call);
  const path = call.parts.terminal.isInteractive
    ? stringOption(call, "newPassphraseFile")
    : requiredOption(call, "newPassphraseFile", "--new-passphrase-file PATH");
  const next = await newPassphraseFrom(call, path);
  await withVault(call, ({ vault }) => vault.changePassphrase(current, next, call.parts.cost), current);
  if (call.json) await call.give({ changed: true });
  call.talk(call.translator.t("cli.vault.passphrase.changed"));
}
