// Backs up the vault that is open, and writes down in it that the copy was made.
import type { LanguageText } from "@tocsin/records";
import type { RecordId } from "@tocsin/core";
import { namedSealedFiles, noteCopy } from "@tocsin/workspace";
import { backUpFolder, type BackupInput, type BackupReport } from "../backup/back-up.ts";
import type { OpenProgram } from "./open-program.ts";

export interface ProgramBackupOptions extends Pick<BackupInput, "to" | "quick" | "signal" | "onProgress"> {
  /** The place, as people call it. */
  readonly label: LanguageText;
}

export interface ProgramBackup extends BackupReport {
  /** The record of the copy. */
  readonly record: RecordId;
}

/** Throws what `backUpFolder` throws. People can go on working: the copy has what was durable when it began. */
export async function backUpProgram(
  { workspace, folder }: OpenProgram,
  { label, ...options }: ProgramBackupOptions,
): Promise<ProgramBackup> {
  const { vault, context } = workspace;
  const named = await namedSealedFiles(workspace);
  const report = await backUpFolder({
    ...options,
    folder,
    vault: vault.id,
    heads: () => vault.heads(),
    mayGo: (path) => named !== null && isSealedFile(path) && !named.has(nameIn(path)),
    clock: context.now,
  });
  return { ...report, record: await noteCopy(workspace, report, label) };
}

function isSealedFile(path: string): boolean {
  return path.startsWith("evidence/");
}

function nameIn(path: string): string {
  return path.slice("evidence/".length).replace(/\.age$/, "");
}
