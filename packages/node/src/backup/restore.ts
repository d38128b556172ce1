// Makes a vault's folder from a backup: every file is held against the list while it is copied, and the device file,
// without which nothing opens, comes last.
import { createHash } from "node:crypto";
import { readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { encodeCanonical } from "@tocsin/core";
import { createFolder, replaceFile, syncFolder } from "../files/durable.ts";
import { namesIn } from "../files/names.ts";
import { findBackup, findBytes, readFoundList } from "./copy-folder.ts";
import { type BackupProgress, copyWhole, createWatches, hashStart, type Watch } from "./copying.ts";
import { atPlace, BackupError } from "./errors.ts";
import { type BackupList, commitsIn, encodeList, type ListedFile } from "./list.ts";
import { compareForCopying, partialOf, restoreMark } from "./paths.ts";
import { sizeAt } from "./source.ts";

export interface RestoreInput {
  /** Folder of the backup, or the place that holds it alone. */
  readonly backup: string;
  /** New, empty, or left by a restore of this very backup that was interrupted. */
  readonly folder: string;
  /** Damaged files are taken as they are, and what cannot be read is left out. */
  readonly partial?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BackupProgress) => void;
}

export interface DamagedFile {
  readonly path: string;
  /** `altered`: other bytes than the list says; `missing`; `unreadable`: the system refuses. */
  readonly what: "altered" | "missing" | "unreadable";
}

export interface RestoreReport {
  readonly folder: string;
  readonly vault: string;
  /** When the backup was made. */
  readonly made: string;
  readonly commits: number;
  readonly files: number;
  readonly bytes: number;
  readonly damaged: readonly DamagedFile[];
  /** Files that the backup lacked already when it was made. */
  readonly lacks: readonly string[];
  /** False where something is damaged and nothing was said of taking the rest: then no vault can be opened yet. */
  readonly restored: boolean;
}

/** Throws `BackupError`, or the reason of `signal`; running it again goes on. */
export async function restoreBackup(input: RestoreInput): Promise<RestoreReport> {
  const isPartial = input.partial === true;
  const backup = await findBackup(input.backup);
  const list = await readFoundList(backup);
  if (!list.finished && !isPartial)
    throw new BackupError("backup.unfinished", "Cannot restore: the first backup was never finished");
  const folder = resolve(input.folder);
  if (`${folder}${sep}`.startsWith(`${resolve(backup)}${sep}`))
    throw new BackupError("backup.inside", "Cannot restore: the vault would lie in its own backup");
  await prepareFolder(folder, list);
  const watchAt = createRestoreWatch(input, list, 2);
  const { taken, damaged } = await restoreFiles({ backup, folder, isPartial, watchAt }, list.files);
  const isRestored = damaged.length === 0 || isPartial;
  if (isRestored) await finishFolder(folder, list.files);
  const { vault, made, heads, lacks } = list;
  const bytes = taken.reduce((sum, { size }) => sum + size, 0);
  const about = { folder, vault, made, commits: commitsIn(heads), files: taken.length, bytes };
  return { ...about, damaged, lacks, restored: isRestored };
}

const deviceFile = "device.json";

interface RestoredFiles {
  readonly taken: readonly ListedFile[];
  readonly damaged: readonly DamagedFile[];
}

/** The device file comes last, and only when what it opens is there. */
async function restoreFiles(restoring: Restoring, files: readonly ListedFile[]): Promise<RestoredFiles> {
  const taken: ListedFile[] = [];
  const damaged: DamagedFile[] = [];
  const others = files.filter(({ path }) => path !== deviceFile);
  const device = files.filter(({ path }) => path === deviceFile);
  for (const file of [...others.toSorted((a, b) => compareForCopying(a.path, b.path)), ...device]) {
    if (file.path === deviceFile && damaged.length > 0 && !restoring.isPartial) continue;
    const what = await restoreFile(restoring, file);
    if (what === null) taken.push(file);
    else damaged.push({ path: file.path, what });
  }
  return { taken, damaged };
}

/** Throws `backup.not-empty`. */
async function prepareFolder(folder: string, list: BackupList): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found !== null && !found.isDirectory()) throw notEmpty();
  const names = await atPlace(() => namesIn(folder));
  const mark = join(folder, restoreMark);
  const own = encodeCanonical({
    format: "tocsin-restore",
    list: createHash("sha256").update(encodeList(list)).digest("hex"),
  });
  const isFree = names.every((name) => name === `${restoreMark}.new`);
  if (isFree)
    return atPlace(async () => {
      await createFolder(folder);
      await replaceFile(mark, own);
    });
  if (!names.includes(restoreMark) || !(await isSame(mark, own))) throw notEmpty();
}

async function isSame(path: string, bytes: Uint8Array): Promise<boolean> {
  return Buffer.from(bytes).equals(await atPlace(() => readFile(path)));
}

function notEmpty(): BackupError {
  return new BackupError("backup.not-empty", "Cannot restore: there is something in the folder already");
}

interface Restoring {
  readonly backup: string;
  readonly folder: string;
  readonly isPartial: boolean;
  readonly watchAt: (path: string) => Watch;
}

/** Null once the file is there whole. */
async function restoreFile(restoring: Restoring, file: ListedFile): Promise<DamagedFile["what"] | null> {
  const { path, size, sha256 } = file;
  const target = join(restoring.folder, path);
  const watch = restoring.watchAt(path);
  if ((await atPlace(() => sizeAt(target))) === size)
    if ((await atPlace(() => hashStart(target, size, watch))) === sha256) return null;
  const { from, size: there, what } = await findBytes(restoring.backup, file);
  return what ?? copyFile(restoring, file, { from, target, there });
}

async function copyFile(
  { isPartial, watchAt }: Restoring,
  { path, size, sha256 }: ListedFile,
  place: { readonly from: string; readonly target: string; readonly there: number },
): Promise<DamagedFile["what"] | null> {
  const { from, target, there } = place;
  const partial = partialOf(target);
  await atPlace(() => createFolder(dirname(target)));
  const copied = await copyWhole({ from, size: Math.min(size, there), to: partial }, watchAt(path)).catch(
    (cause: unknown) => {
      if (cause instanceof BackupError && (cause.code === "backup.source" || cause.code === "backup.changed"))
        return null;
      throw cause;
    },
  );
  const what = copied === null ? "unreadable" : copied === sha256 && there >= size ? null : "altered";
  await atPlace(async () => {
    if (what === null || (isPartial && copied !== null)) await rename(partial, target);
    else await rm(partial, { force: true });
  });
  return what;
}

/** The names become durable, and then the mark goes. */
async function finishFolder(folder: string, files: readonly ListedFile[]): Promise<void> {
  const places = new Set(files.map(({ path }) => dirname(join(folder, path))));
  await atPlace(async () => {
    for (const place of places) if ((await stat(place).catch(() => null)) !== null) await syncFolder(place);
    await rm(join(folder, restoreMark), { force: true });
    await syncFolder(folder);
  });
}

/** `passes`: how often each byte is read. */
export function createRestoreWatch(
  input: Pick<RestoreInput, "signal" | "onProgress">,
  { files }: BackupList,
  passes: number,
): (path: string) => Watch {
  const estimated = files.reduce((sum, { size }) => sum + passes * size, 0);
  return createWatches(input, estimated);
}
