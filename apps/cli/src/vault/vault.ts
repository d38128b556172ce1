// `tocsin vault`: make one, look at one, take everything out in the open form, bring it back.
import { hostname } from "node:os";
import { resolve } from "node:path";
import { createRecoverySecret, type SecretKey } from "@tocsin/crypto";
import {
  createNodePrimitives,
  createProgram,
  createVaultFolder,
  exportFromFolder,
  exportToFolder,
  recoverySheetOf,
  secondReader,
} from "@tocsin/node";
import { exportOpen, importOpen, type Problem, type Vault } from "@tocsin/vault";
import type { UnreadCounts } from "@tocsin/workspace";
import { stringOption, wordOf, type Call } from "../call.ts";
import { withProgram, withVault } from "./open.ts";
import { newPassphraseOf } from "./passphrase.ts";
import { tellSheet } from "./recovery.ts";

const shortPassphrase = 20;

export async function createVault(call: Call): Promise<undefined> {
  const folder = resolve(wordOf(call, 0));
  const passphrase = await newPassphraseOf(call);
  if (passphrase.length < shortPassphrase) call.talk(call.translator.t("cli.vault.short"));
  const { cost } = call.parts;
  const recovery = call.options["recovery"] === false ? null : createRecoverySecret(createNodePrimitives());
  const settings = {
    passphrase,
    deviceName: stringOption(call, "device") ?? hostname(),
    ...(cost ? { cost } : {}),
    ...(recovery ? { recovery } : {}),
  };
  const made =
    call.options["empty"] === true
      ? await createVaultFolder(folder, settings)
      : await createProgram(folder, { ...settings, registry: await call.parts.registry() });
  const vault = "workspace" in made ? made.workspace.vault : made.vault;
  const { id, device } = vault;
  await made.close();
  if (call.json)
    await call.give({
      vault: id,
      folder,
      device: device.name,
      recovery: recovery && recoverySheetOf(recovery).words,
    });
  else await call.say(folder);
  call.talk(call.translator.t("cli.vault.created"));
  tellRecovery(call, recovery);
}

function tellRecovery(call: Call, recovery: SecretKey<"recovery"> | null): void {
  if (recovery === null) call.talk(call.translator.t("cli.vault.no-sheet"));
  else if (!call.json) tellSheet(call, recovery);
  recovery?.wipe();
}

export async function showStatus(call: Call): Promise<undefined> {
  await withProgram(call, async ({ workspace, folder, rebuilt }) => {
    const { vault, view, registry } = workspace;
    const records: Record<string, number> = {};
    for (const kind of registry.kinds.keys()) records[kind] = await view.count(kind);
    const problems = await problemsIn(vault, call);
    const status = {
      vault: vault.id,
      folder,
      device: { id: vault.device.id, name: vault.device.name },
      counts: vault.counts(),
      records,
      rebuilt,
      problems,
      unread: await workspace.unread(),
    };
    if (call.json) await call.give(status);
    else await tellStatus(call, status);
  });
}

/** Reading everything finds what is broken. */
async function problemsIn(vault: Vault, { signal, progress }: Call): Promise<readonly Problem[]> {
  const replay = vault.replay({ signal, onProgress: (state) => progress.show({ ...state, unit: "steps" }) });
  for await (const commit of replay) void commit;
  progress.end();
  return vault.problems();
}

async function tellStatus(
  { say, translator: { t, has } }: Call,
  status: {
    readonly vault: string;
    readonly folder: string;
    readonly device: { readonly name: string };
    readonly counts: { readonly commits: number; readonly operations: number };
    readonly records: Readonly<Record<string, number>>;
    readonly problems: readonly Problem[];
    readonly unread: UnreadCounts;
  },
): Promise<void> {
  const { vault, folder, device, counts, records, problems, unread } = status;
  await say(`${t("cli.vault.folder")}: ${folder}`);
  await say(`${t("cli.vault.id")}: ${vault}`);
  await say(`${t("cli.vault.device")}: ${device.name}`);
  await say(t("cli.vault.counts", { commits: counts.commits, operations: counts.operations }));
  for (const [kind, count] of Object.entries(records)) if (count > 0) await say(`  ${kind}: ${count}`);
  await say(
    problems.length === 0 ? t("cli.vault.no-problems") : t("cli.vault.problems", { count: problems.length }),
  );
  for (const { kind, chain, sequence, offset } of problems)
    await say(`  ${kind}: ${chain} · ${sequence ?? "?"} · ${offset ?? "?"}`);
  const all = Object.values(unread).reduce((sum, count) => sum + count, 0);
  if (all > 0) await say(t("cli.vault.unread", { count: all }));
  for (const [reason, count] of Object.entries(unread))
    await say(`  ${count}: ${has(`cli.vault.unread.${reason}`) ? t(`cli.vault.unread.${reason}`) : reason}`);
}

export async function exportVault(call: Call): Promise<undefined> {
  const folder = resolve(wordOf(call, 0));
  await withVault(call, async ({ vault, ports }) => {
    const manifest = await exportOpen(vault, exportToFolder(folder), {
      ports,
      extras: [await secondReader()],
      signal: call.signal,
      onProgress: ({ bytes }) => call.progress.show({ done: bytes, total: null, unit: "bytes" }),
    });
    call.progress.end();
    if (call.json) await call.give({ folder, ...manifest });
    else await call.say(folder);
    call.talk(call.translator.t("cli.vault.exported", { folder }));
  });
}

export async function importVault(call: Call): Promise<undefined> {
  const folder = resolve(wordOf(call, 0));
  await withVault(call, async ({ vault, ports }) => {
    const report = await importOpen(vault, exportFromFolder(folder), {
      ports,
      signal: call.signal,
      onProgress: (done) => call.progress.show({ done, total: null, unit: "rows" }),
    });
    call.progress.end();
    const { operations, skipped, evidence } = report;
    if (call.json) await call.give({ operations, skipped, evidence });
    else await call.say(call.translator.t("cli.vault.imported", { operations, evidence, skipped }));
  });
}
