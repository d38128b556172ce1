// Brings the copy of a vault in another place up to date. Until the new list is durable, the last whole backup stays as
// it is (docs/formats/backup.md).
import { randomBytes } from "node:crypto";
import { realpath, rename, stat, statfs } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { Heads, VaultId } from "@tocsin/vault";
import { createFolder, syncFolder } from "../files/durable.ts";
import {
  copyFolderName,
  dropOldList,
  filesIn,
  leftoversIn,
  promoteList,
  readList,
  removeFiles,
  replaceList,
  settleWaiting,
} from "./copy-folder.ts";
import { type BackupProgress, copyTail, copyWhole, createWatches, hashStart, type Watch } from "./copying.ts";
import { atPlace, atSource, BackupError } from "./errors.ts";
import { examineFiles } from "./examine.ts";
import { type BackupList, commitsIn, headsToList, type ListedFile } from "./list.ts";
import { leftoverOf, partialOf, sortOf, waitingOf } from "./paths.ts";
import { type BackupPlan, type CopyProblem, pathOf, planBackup, type Step } from "./plan.ts";
import { type BackupSource, readSource, sizeAt } from "./source.ts";

export interface BackupInput {
  /** Folder of the vault; nobody else may open it meanwhile. */
  readonly folder: string;
  /** A folder that is there, such as a stick; the copy gets a folder of its own in it. */
  readonly to: string;
  /** Of the open vault; without it the log itself must tell. */
  readonly vault?: VaultId;
  /** The heads of the open vault, asked for anew whenever the log is looked at. */
  readonly heads?: () => Heads;
  /** Whether a file that the vault no longer has, and that no erasure names, may go: it never counted. */
  readonly mayGo?: (path: string) => boolean;
  /** Sealed files that were copied before are not hashed again, if their size fits. */
  readonly quick?: boolean;
  readonly clock: () => number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BackupProgress) => void;
}

export interface BackupReport {
  /** Folder of the copy. */
  readonly folder: string;
  readonly vault: string;
  readonly copy: string;
  readonly made: string;
  readonly heads: BackupList["heads"];
  readonly commits: number;
  readonly files: number;
  readonly bytes: number;
  /** What this run wrote, its list left out. */
  readonly written: { readonly files: number; readonly bytes: number };
  readonly removed: number;
  readonly problems: readonly CopyProblem[];
  /** Every file that the list names was read from the place in this run, and fits. */
  readonly verified: boolean;
}

/** A vault that changes under the copy is looked at again so often. */
const attempts = 3;

/** Throws `BackupError`, or the reason of `signal`; the last whole backup stays valid in either case. */
export async function backUpFolder(input: BackupInput): Promise<BackupReport> {
  await checkPlaces(input);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await backUpOnce(input);
    } catch (cause) {
      const hasChanged = cause instanceof BackupError && cause.code === "backup.changed";
      if (!hasChanged || attempt === attempts) throw cause;
    }
  }
}

async function checkPlaces({ folder, to }: BackupInput): Promise<void> {
  const place = await stat(to).catch(() => null);
  if (place?.isDirectory() !== true)
    throw new BackupError("backup.no-place", "Cannot back up: no folder is where the copy was to go");
  const [vault, target] = [await realpath(resolve(folder)), await realpath(resolve(to))];
  if (isWithin(target, vault)) throw placedInside();
}

function isWithin(inner: string, outer: string): boolean {
  return `${inner}${sep}`.startsWith(`${outer}${sep}`);
}

function placedInside(): BackupError {
  return new BackupError("backup.inside", "Cannot back up: the copy would lie in the vault's own folder");
}

async function backUpOnce(input: BackupInput): Promise<BackupReport> {
  const upTo = input.heads?.();
  const { folder, vault } = input;
  const source = await readSource({ folder, ...(vault ? { vault } : {}), ...(upTo ? { upTo } : {}) });
  const target = join(input.to, copyFolderName(source.vault));
  // A vault that is worked with in the folder of its own copy would be copied onto itself.
  const there = await realpath(target).catch(() => null);
  if (there !== null && isWithin(await realpath(folder), there)) throw placedInside();
  const copy = await openCopy(target, source);
  const watchAt = createBackupWatch(input, source, copy.list.files);
  const listed = new Map(copy.list.files.map((file) => [file.path, file]));
  const facts = await examineFiles({
    source: folder,
    copy: copy.folder,
    files: source.files,
    listed,
    quick: input.quick === true,
    watch: watchAt,
  });
  const mayGo = (path: string): boolean => source.erased.has(path) || input.mayGo?.(path) === true;
  const plan = planBackup({ source: source.files, listed, facts, mayGo });
  await checkRoom(copy.folder, plan);
  const files: ListedFile[] = [];
  for (const step of plan.steps) files.push(await take({ folder, copy: copy.folder, watchAt }, step));
  await syncPlaces(copy.folder, plan);
  await checkUnchanged(input, plan, files);
  const list: BackupList = {
    ...copy.list,
    made: new Date(input.clock()).toISOString(),
    heads: headsToList(source.heads),
    files,
    lacks: lacking(plan, files),
    finished: true,
  };
  // From here on the rest is done whatever is asked: the new list counts.
  await replaceList(copy.folder, list);
  await settleWaiting(copy.folder, list);
  const removed = await removeOthers(copy.folder, plan, { files, mayGo });
  await dropOldList(copy.folder);
  return toReport({ folder: copy.folder, list, plan, removed, quick: input.quick === true });
}

interface OpenedCopy {
  readonly folder: string;
  readonly list: BackupList;
}

/** Throws `backup.other-vault`, `backup.newer`. A fresh copy says at once whose it is. */
async function openCopy(folder: string, { vault, heads }: BackupSource): Promise<OpenedCopy> {
  const found = await atPlace(() => readList(folder));
  if (found === null) {
    const copy = randomBytes(16).toString("hex");
    const list = {
      vault,
      copy,
      made: new Date(0).toISOString(),
      heads: {},
      files: [],
      lacks: [],
      finished: false,
    };
    await replaceList(folder, list);
    return { folder, list };
  }
  const { list, name } = found;
  if (list.vault !== vault)
    throw new BackupError("backup.other-vault", "Cannot back up: the copy here is of another vault");
  for (const [chain, { sequence, hash }] of Object.entries(list.heads)) {
    const head = new Map<string, { sequence: number; hash: string }>(heads).get(chain);
    if (head === undefined || head.sequence < sequence || (head.sequence === sequence && head.hash !== hash))
      throw new BackupError(
        "backup.newer",
        "Cannot back up: the copy here holds commits that this vault lacks",
      );
  }
  await promoteList(folder, name);
  await settleWaiting(folder, list);
  return { folder, list };
}

/** Each file is read twice, here and there; what must be written anew is read twice more. */
function createBackupWatch(
  input: BackupInput,
  { files }: BackupSource,
  listed: readonly ListedFile[],
): (path: string) => Watch {
  const known = new Set(input.quick === true ? listed.map(({ path }) => path) : []);
  const isRead = (path: string): boolean => sortOf(path) !== "evidence" || !known.has(path);
  const estimated = files.reduce((sum, { path, size }) => sum + (isRead(path) ? 2 * size : 0), 0);
  return createWatches(input, estimated);
}

/** Said before anything is written, where the system tells. */
async function checkRoom(folder: string, { bytes }: BackupPlan): Promise<void> {
  const found = await statfs(folder).catch(() => null);
  if (found === null || found.blocks === 0) return;
  const free = found.bavail * found.bsize;
  if (free < bytes)
    throw new BackupError("backup.full", `Cannot back up: ${bytes} bytes are needed and ${free} are free`, {
      details: { needed: bytes, free },
    });
}

interface Taking {
  readonly folder: string;
  readonly copy: string;
  readonly watchAt: (path: string) => Watch;
}

async function take({ folder, copy, watchAt }: Taking, step: Step): Promise<ListedFile> {
  if (step.do === "keep" || step.do === "adopt") return step.file;
  const { path, size } = step;
  const [from, to] = [join(folder, path), join(copy, path)];
  const watch = watchAt(path);
  if (step.do === "continue") {
    const sha256 = await copyTail({ from, size, to, skip: step.from }, watch);
    return { path, size, sha256 };
  }
  await atPlace(() => createFolder(dirname(to)));
  const partial = partialOf(to);
  const sha256 = await copyWhole({ from, size, to: partial }, watch);
  await atPlace(() => rename(partial, step.isWaiting ? waitingOf(to, sha256) : to));
  return { path, size, sha256 };
}

/** Names become durable before a list uses them. */
async function syncPlaces(folder: string, { steps }: BackupPlan): Promise<void> {
  const written = steps.filter((step) => step.do !== "keep");
  for (const place of new Set(written.map((step) => dirname(join(folder, pathOf(step))))))
    await atPlace(() => syncFolder(place));
}

/** An erasure, or a change of the device file, while it was copied: then files of two moments would lie together. */
async function checkUnchanged(
  { folder, signal }: BackupInput,
  { problems }: BackupPlan,
  files: readonly ListedFile[],
): Promise<void> {
  const held = new Set(problems.map(({ path }) => path));
  const quiet: Watch = { ...(signal ? { signal } : {}), onBytes: () => undefined };
  const hashOf = (path: string, size: number): Promise<string | null> =>
    atSource(() => hashStart(join(folder, path), size, quiet)).catch((cause: unknown) => {
      if (cause instanceof BackupError) return null;
      throw cause;
    });
  for (const { path, size, sha256 } of files) {
    if (held.has(path)) continue;
    const sort = sortOf(path);
    const isSame =
      sort === "segment" || sort === "device"
        ? (await hashOf(path, size)) === sha256
        : (await atSource(() => sizeAt(join(folder, path)))) === size;
    if (!isSame) throw new BackupError("backup.changed", "Cannot back up: the vault changed under it");
  }
}

function lacking({ problems }: BackupPlan, files: readonly ListedFile[]): readonly string[] {
  const held = new Set(files.map(({ path }) => path));
  return problems.map(({ path }) => path).filter((path) => !held.has(path));
}

/** What the new list does not name, as far as it is ours and may go. */
async function removeOthers(
  folder: string,
  { removals }: BackupPlan,
  { files, mayGo }: { readonly files: readonly ListedFile[]; readonly mayGo: (path: string) => boolean },
): Promise<number> {
  const named = new Set(files.map(({ path }) => path));
  const leftovers = (await atPlace(() => leftoversIn(folder))).filter((path) => leftoverOf(path) !== null);
  const unnamed = (await atPlace(() => filesIn(folder))).filter((path) => !named.has(path) && mayGo(path));
  await removeFiles(folder, new Set([...removals, ...leftovers, ...unnamed]));
  return removals.length;
}

function toReport(input: {
  readonly folder: string;
  readonly list: BackupList;
  readonly plan: BackupPlan;
  readonly removed: number;
  readonly quick: boolean;
}): BackupReport {
  const { folder, list, plan, removed, quick } = input;
  const { vault, copy, made, heads, files } = list;
  const written = plan.steps.filter((step) => step.do === "copy" || step.do === "continue");
  return {
    folder,
    vault,
    copy,
    made,
    heads,
    commits: commitsIn(heads),
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    written: { files: written.length, bytes: plan.bytes },
    removed,
    problems: plan.problems,
    verified: !quick,
  };
}
