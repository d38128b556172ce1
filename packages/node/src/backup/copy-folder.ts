// The folder of a copy: its lists, the names that are in use, and the order in which a new list takes the old one's place.
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createFolder, privateFile, syncFolder } from "../files/durable.ts";
import { isMissing, namesIn } from "../files/names.ts";
import { atPlace, atSource, BackupError } from "./errors.ts";
import {
  type BackupList,
  encodeList,
  type ListedFile,
  listLimit,
  listName,
  nextListName,
  oldListName,
  parseList,
} from "./list.ts";
import { leftoverOf, sortOf, waitingOf } from "./paths.ts";
import { sizeAt } from "./source.ts";

const folderPattern = /^tocsin-[0-9a-f]{12}$/;

export function copyFolderName(vault: string): string {
  return `tocsin-${vault.slice(0, 12)}`;
}

export interface FoundList {
  readonly list: BackupList;
  /** The name under which it lies. */
  readonly name: string;
}

/**
 * The list that counts: the present one, else the next one, which is whole before it takes that place, else the last
 * one. Null where there is none; throws `backup.damaged` where there are lists and none can be read.
 */
export async function readList(folder: string): Promise<FoundList | null> {
  let failure: BackupError | null = null;
  for (const name of [listName, nextListName, oldListName]) {
    const bytes = await readSmall(join(folder, name));
    if (bytes === null) continue;
    try {
      return { list: parseList(bytes), name };
    } catch (cause) {
      if (!(cause instanceof BackupError) || cause.code === "backup.unsupported") throw cause;
      // The next list is torn whenever a run ends while it is written: that says nothing about the backup.
      if (name !== nextListName) failure = cause;
    }
  }
  if (failure !== null) throw failure;
  return null;
}

async function readSmall(path: string): Promise<Uint8Array | null> {
  const size = await sizeAt(path);
  if (size === null) return null;
  if (size > listLimit)
    throw new BackupError("backup.damaged", `Cannot read list of backup: it has ${size} bytes`);
  return new Uint8Array(await readFile(path));
}

/**
 * Folder of the backup that `place` is or holds. Throws `backup.missing`, or `backup.several` where it holds more than
 * one.
 */
export async function findBackup(place: string): Promise<string> {
  const found = await stat(place).catch(() => null);
  if (found?.isDirectory() !== true)
    throw new BackupError("backup.missing", "Cannot find backup: no folder is there");
  if (await atSource(() => hasList(place))) return place;
  const inside: string[] = [];
  for (const name of (await atSource(() => namesIn(place))).filter((each) => folderPattern.test(each)))
    if (await atSource(() => hasList(join(place, name)))) inside.push(name);
  const [only] = inside;
  if (only === undefined) throw new BackupError("backup.missing", "Cannot find backup: there is none here");
  if (inside.length > 1)
    throw new BackupError("backup.several", `Cannot choose backup: ${inside.join(", ")} lie here`, {
      details: { count: inside.length },
    });
  return join(place, only);
}

async function hasList(folder: string): Promise<boolean> {
  for (const name of [listName, nextListName, oldListName])
    if ((await sizeAt(join(folder, name))) !== null) return true;
  return false;
}

/** Makes a list the one that counts. At every instant one whole list is there, and everything that it names. */
export async function replaceList(folder: string, list: BackupList): Promise<void> {
  const next = join(folder, nextListName);
  await atPlace(async () => {
    await createFolder(folder);
    const handle = await open(next, "w", privateFile);
    try {
      await handle.writeFile(encodeList(list));
      await handle.sync();
    } finally {
      await handle.close();
    }
    parseList(new Uint8Array(await readFile(next)));
  });
  await promoteList(folder, nextListName);
}

/** Gives a list that counts the name of the present one; the one before stays until `dropOldList`. */
export async function promoteList(folder: string, name: string): Promise<void> {
  if (name === listName) return;
  await atPlace(async () => {
    const present = join(folder, listName);
    if (name === nextListName && (await sizeAt(present)) !== null) {
      await rename(present, join(folder, oldListName));
      await syncFolder(folder);
    }
    await rename(join(folder, name), present);
    await syncFolder(folder);
  });
}

export async function dropOldList(folder: string): Promise<void> {
  await atPlace(async () => {
    await rm(join(folder, oldListName), { force: true });
    await rm(join(folder, nextListName), { force: true });
    await syncFolder(folder);
  });
}

/** The list of a backup that somebody wants to read. Throws `backup.missing`, `backup.damaged`, `backup.unsupported`. */
export async function readFoundList(folder: string): Promise<BackupList> {
  const found = await atSource(() => readList(folder));
  if (found === null) throw new BackupError("backup.missing", "Cannot read backup: there is no list");
  return found.list;
}

export interface FoundBytes {
  readonly from: string;
  readonly size: number;
  /** Null where a file of at least this size is there. */
  readonly what: "missing" | "unreadable" | null;
}

/** Where the bytes of a listed file lie: waiting, where its list is new and the old bytes still have the name. */
export async function findBytes(folder: string, { path, sha256 }: ListedFile): Promise<FoundBytes> {
  const plain = join(folder, path);
  try {
    for (const from of [join(folder, waitingOf(path, sha256)), plain]) {
      const size = await sizeAt(from);
      if (size !== null) return { from, size, what: null };
    }
  } catch {
    return { from: plain, size: 0, what: "unreadable" };
  }
  return { from: plain, size: 0, what: "missing" };
}

/** Gives waiting bytes of listed files their names, over the old ones, which no list names any more. */
export async function settleWaiting(folder: string, list: BackupList): Promise<void> {
  const present = new Set(await leftoversIn(folder));
  for (const { path, sha256 } of list.files)
    if (present.has(waitingOf(path, sha256)))
      await atPlace(async () => {
        await rename(join(folder, waitingOf(path, sha256)), join(folder, path));
        await syncFolder(dirname(join(folder, path)));
      });
}

/** Paths of what interrupted runs left under names that no list uses. */
export async function leftoversIn(folder: string): Promise<readonly string[]> {
  return (await pathsIn(folder)).filter((path) => leftoverOf(path) !== null);
}

/** Paths of files under names that a list could use. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  return (await pathsIn(folder)).filter((path) => sortOf(path) !== null);
}

async function pathsIn(folder: string): Promise<readonly string[]> {
  const paths = (await namesIn(folder)).filter((name) => name.includes("."));
  for (const place of ["evidence", "aside"])
    paths.push(...(await namesIn(join(folder, place))).map((name) => `${place}/${name}`));
  for (const chain of await namesIn(join(folder, "chains")))
    paths.push(
      ...(await namesInFolder(join(folder, "chains", chain))).map((name) => `chains/${chain}/${name}`),
    );
  return paths;
}

async function namesInFolder(folder: string): Promise<readonly string[]> {
  try {
    return await namesIn(folder);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOTDIR") return [];
    throw cause;
  }
}

/** Removes files durably; nothing happens for those that are not there. */
export async function removeFiles(folder: string, paths: Iterable<string>): Promise<void> {
  const places = new Set<string>();
  for (const path of paths) {
    const target = join(folder, path);
    await atPlace(() => rm(target, { force: true }));
    places.add(dirname(target));
  }
  for (const place of places)
    await atPlace(() => syncFolder(place)).catch((cause: unknown) => {
      if (!(cause instanceof BackupError) || !isMissing(cause.cause)) throw cause;
    });
}

/** The name by which people know a place that they gave no label. */
export function nameOfPlace(place: string): string {
  return basename(place) || place;
}
