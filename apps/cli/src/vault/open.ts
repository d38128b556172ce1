// Opens the vault that a command works on, and closes it whatever happens.
import { openProgram, openVaultFolder, type OpenProgram, type VaultFolder } from "@tocsin/node";
import type { Vault } from "@tocsin/vault";
import { stringOption, type Call } from "../call.ts";
import { CliError } from "../errors.ts";
import { passphraseOf } from "./passphrase.ts";

/** Throws `cli.no-vault`. */
export function vaultPathOf(call: Call): string {
  const path = givenVaultPath(call);
  if (path === undefined) throw new CliError("cli.no-vault", "Cannot open vault: none is named");
  return path;
}

export function givenVaultPath(call: Call): string | undefined {
  return stringOption(call, "vault") ?? (call.parts.environment["TOCSIN_VAULT"] || undefined);
}

/** With records: the projection is brought up to date, with progress. */
export async function withProgram<T>(call: Call, work: (program: OpenProgram) => Promise<T>): Promise<T> {
  const { parts, progress, signal, translator } = call;
  const folder = vaultPathOf(call);
  const passphrase = await passphraseOf(call);
  const erasing = watchErasure(call);
  const program = await openProgram(folder, {
    passphrase,
    registry: await parts.registry(),
    onProgress: (state) =>
      progress.show({ ...state, unit: "steps", at: translator.t("cli.progress.records") }),
    onErase: erasing.onProgress,
    signal,
  }).finally(progress.end);
  try {
    erasing.say();
    sayNewChain(call, program.workspace.vault);
    return await work(program);
  } finally {
    progress.end();
    await program.close();
  }
}

/** The log alone, for what concerns the vault as a whole. */
export async function withVault<T>(
  call: Call,
  work: (opened: VaultFolder) => Promise<T>,
  passphrase?: string,
): Promise<T> {
  const { signal } = call;
  const erasing = watchErasure(call);
  const opened = await openVaultFolder(vaultPathOf(call), passphrase ?? (await passphraseOf(call)), {
    onProgress: erasing.onProgress,
    signal,
  }).finally(call.progress.end);
  try {
    erasing.say();
    sayNewChain(call, opened.vault);
    return await work(opened);
  } finally {
    call.progress.end();
    await opened.close();
  }
}

/** An erasure that was broken off is gone on with whenever the vault is opened; that is shown, and said. */
function watchErasure({ progress, talk, translator: { t } }: Call): {
  readonly onProgress: (state: { readonly done: number; readonly total: number }) => void;
  readonly say: () => void;
} {
  let isSeen = false;
  return {
    onProgress: (state) => {
      isSeen = true;
      progress.show({ ...state, unit: "bytes", at: t("desk.erase.at.log") });
    },
    say: () => {
      if (isSeen) talk(t("cli.vault.erasure-finished"));
    },
  };
}

/** Said once: the next time the device knows its place. */
function sayNewChain({ talk, translator }: Call, { device }: Vault): void {
  const { newChain } = device;
  if (newChain !== null && newChain !== "recovered") talk(translator.t(`cli.vault.new-chain.${newChain}`));
}
