// `tocsin vault backup` and `tocsin vault restore`: a copy of the vault in another place, and the way back.
import { resolve } from "node:path";
import {
  backUpLocked,
  backUpProgram,
  type BackupReport,
  checkBackup,
  type DamagedFile,
  nameOfPlace,
  restoreBackup,
  type RestoreReport,
} from "@tocsin/node";
import { stringOption, usage, wordOf, type Call } from "../call.ts";
import { exitCodes } from "../exit-codes.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { sizeText } from "../sizes.ts";
import { vaultPathOf, withProgram } from "./open.ts";

/** 10 where the copy keeps or lacks something that the vault no longer has whole. */
export async function backUp(call: Call): Promise<number> {
  const to = resolve(wordOf(call, 0));
  const isLocked = call.options["locked"] === true;
  const report = isLocked ? await backUpWithoutKeys(call, to) : await backUpOpen(call, to);
  await tellBackup(call, report);
  if (isLocked) call.talk(call.translator.t("cli.vault.backup.not-noted"));
  return report.problems.length > 0 ? exitCodes.found : exitCodes.done;
}

function backUpWithoutKeys(call: Call, to: string): Promise<BackupReport> {
  if (stringOption(call, "label") !== undefined)
    throw usage("--locked writes nothing into the vault, so that --label has no use");
  const { parts } = call;
  const folder = resolve(vaultPathOf(call));
  return backUpLocked({ ...settingsOf(call), folder, to, clock: parts.clock }).finally(call.progress.end);
}

function backUpOpen(call: Call, to: string): Promise<BackupReport> {
  const given = stringOption(call, "label");
  const label =
    given === undefined
      ? { text: nameOfPlace(to), lang: "zxx" }
      : { text: given, lang: textLanguageOf(call) };
  return withProgram(call, (program) => backUpProgram(program, { ...settingsOf(call), to, label }));
}

function settingsOf(call: Call): {
  readonly quick: boolean;
} & ReturnType<typeof watch> {
  return { quick: call.options["quick"] === true, ...watch(call) };
}

function watch({ progress, signal }: Call): {
  readonly signal: AbortSignal;
  readonly onProgress: (state: { done: number; total: number; at: string }) => void;
} {
  return { signal, onProgress: (state) => progress.show({ ...state, unit: "bytes" }) };
}

async function tellBackup(call: Call, report: BackupReport): Promise<void> {
  const { translator, say, talk } = call;
  const { t } = translator;
  if (call.json) await call.give(report);
  else {
    const { folder, files, bytes, written } = report;
    await say(folder);
    const amounts = { size: sizeText(bytes, translator), written: sizeText(written.bytes, translator) };
    await say(t("cli.vault.backup.done", { files, ...amounts }));
    for (const { path, what } of report.problems)
      await say(`  ${path}: ${t(`cli.vault.backup.problem.${what}`)}`);
  }
  talk(t(report.verified ? "cli.vault.backup.verified" : "cli.vault.backup.quick-done"));
}

/** 65 where files of the backup are damaged, whether the rest was restored or not; 10 where the backup lacked some. */
export async function restore(call: Call): Promise<number> {
  const backup = resolve(wordOf(call, 0));
  const target = wordOf(call, 1);
  if (call.options["check"] === true) return check(call, backup);
  if (target === "") throw usage("the folder to restore into is missing");
  const isPartial = call.options["partial"] === true;
  const report = await restoreBackup({
    backup,
    folder: resolve(target),
    partial: isPartial,
    ...watch(call),
  }).finally(call.progress.end);
  await tellRestore(call, report);
  return codeOf(report);
}

async function check(call: Call, backup: string): Promise<number> {
  const report = await checkBackup({ backup, ...watch(call) }).finally(call.progress.end);
  if (call.json) await call.give(report);
  else await tellDamaged(call, report);
  const { made, commits } = report;
  const isWhole = report.damaged.length === 0;
  const { t } = call.translator;
  const text = isWhole ? t("cli.vault.restore.whole", { made, commits }) : t("cli.vault.restore.broken");
  call.talk(text);
  return codeOf(report);
}

async function tellRestore(call: Call, report: RestoreReport): Promise<void> {
  const { folder, made, commits, restored } = report;
  const { t } = call.translator;
  if (call.json) await call.give(report);
  else {
    if (restored) await call.say(folder);
    await tellDamaged(call, report);
  }
  if (!restored) call.talk(t("cli.vault.restore.not-done"));
  else if (report.damaged.length > 0) call.talk(t("cli.vault.restore.partly", { made }));
  else call.talk(t("cli.vault.restore.done", { made, commits }));
}

interface Damage {
  readonly damaged: readonly DamagedFile[];
  readonly lacks: readonly string[];
}

async function tellDamaged({ say, translator: { t } }: Call, { damaged, lacks }: Damage): Promise<void> {
  for (const { path, what } of damaged) await say(`  ${path}: ${t(`cli.vault.restore.damaged.${what}`)}`);
  for (const path of lacks) await say(`  ${path}: ${t("cli.vault.restore.damaged.lacking")}`);
}

function codeOf({ damaged, lacks }: Damage): number {
  if (damaged.length > 0) return exitCodes.badData;
  return lacks.length > 0 ? exitCodes.found : exitCodes.done;
}
