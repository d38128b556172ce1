// The folder in which a library lies: written beside it under another name, and put in its place when it is whole. What is
// not ours is neither read nor deleted.
import { constants, createReadStream } from "node:fs";
import {
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  unlink,
  writeFile,
} from "node:fs/promises";
import { createHash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { ShelfError } from "./errors.ts";
import { manifestName, ownNames, parseManifest, type LibraryManifest } from "./manifest.ts";

export interface SiteFolder {
  /** The library that lies there; null where nothing does, or an empty folder. */
  readonly before: LibraryManifest | null;
  /** Writes a page of the new one. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Takes a page of the old one over, unread. */
  keep(path: string): Promise<void>;
  /** Puts the new one in the place of the old one; says which files that are not ours were found. */
  finish(): Promise<SiteFinished>;
  /** Takes away what was written; the old one stays as it is. */
  giveUp(): Promise<void>;
}

export interface SiteFinished {
  /** Files that are not ours: they lie in the folder as before. */
  readonly foreign: readonly string[];
  /** Where those lie that a page of ours took the place of; null where there are none. */
  readonly aside: string | null;
}

/** Says that what lies in the folder was left by a build that did not end. */
const marker = ".tocsin-building";

/** Throws `shelf.not-ours` where something else lies there. */
export async function openSiteFolder(folder: string): Promise<SiteFolder> {
  const target = resolve(folder);
  const [building, old] = [besides(target, "building"), besides(target, "old")];
  await mkdir(dirname(target), { recursive: true });
  // Ended between the two names: the old one is whole, and comes back.
  if ((await kindAt(target)) === null && (await kindAt(old)) === "folder") await rename(old, target);
  const before = await libraryIn(target);
  await removeUnfinished(building);
  await mkdir(building);
  await writeFile(join(building, marker), "");
  const made = new Set<string>([""]);
  const place = async (path: string): Promise<string> => {
    const at = dirname(path) === "." ? "" : dirname(path);
    if (!made.has(at)) await mkdir(join(building, at), { recursive: true });
    made.add(at);
    return join(building, path);
  };
  return {
    before,
    write: async (path, bytes) => writeFile(await place(path), bytes, { flag: "wx" }),
    keep: async (path) => linkOrCopy(join(target, path), await place(path)),
    finish: () => swap({ target, building, old, before }),
    giveUp: () => rm(building, { recursive: true, force: true }),
  };
}

function besides(target: string, what: string): string {
  return join(dirname(target), `.${basename(target)}.${what}`);
}

async function kindAt(path: string): Promise<"folder" | "file" | "other" | null> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? "folder" : found.isFile() ? "file" : "other";
}

async function libraryIn(target: string): Promise<LibraryManifest | null> {
  const kind = await kindAt(target);
  if (kind === null) return null;
  if (kind !== "folder") throw notOurs(target);
  if ((await kindAt(join(target, manifestName))) === "file") {
    try {
      return parseManifest(await readFile(join(target, manifestName)));
    } catch (cause) {
      throw notOurs(target, cause);
    }
  }
  if ((await readdir(target)).length > 0) throw notOurs(target);
  return null;
}

async function removeUnfinished(building: string): Promise<void> {
  const kind = await kindAt(building);
  if (kind === null) return;
  if (kind !== "folder" || (await kindAt(join(building, marker))) !== "file") throw notOurs(building);
  await rm(building, { recursive: true });
}

function notOurs(path: string, cause?: unknown): ShelfError {
  return new ShelfError("shelf.not-ours", `Cannot write library: ${path} holds something else`, { cause });
}

/** The same bytes under a second name; where the file system has no such thing, once more. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

interface Swap {
  readonly target: string;
  readonly building: string;
  readonly old: string;
  readonly before: LibraryManifest | null;
}

async function swap({ target, building, old, before }: Swap): Promise<SiteFinished> {
  await unlink(join(building, marker));
  if ((await kindAt(old)) !== null) await clear(old, target, null);
  if ((await kindAt(target)) !== null) await rename(target, old);
  await rename(building, target);
  return (await kindAt(old)) === null ? { foreign: [], aside: null } : clear(old, target, before);
}

/** Takes what is ours out of the old folder, and what is not into the new one. */
async function clear(old: string, target: string, before: LibraryManifest | null): Promise<SiteFinished> {
  const known = before ?? (await libraryIn(old).catch(() => null));
  const own = new Set([...(known?.files ?? []).map(({ path }) => path), ...ownNames]);
  const foreign: string[] = [];
  await sweep("");
  const rest = await kindAt(old);
  return { foreign, aside: rest === null ? null : old };

  async function sweep(at: string): Promise<void> {
    for (const entry of await readdir(join(old, at), { withFileTypes: true })) {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) await sweep(path);
      else if (own.has(path) && entry.isFile()) await unlink(join(old, path));
      else {
        foreign.push(path);
        await moveBack(path);
      }
    }
    // One that still holds something stays.
    await rmdir(join(old, at)).catch(() => undefined);
  }

  async function moveBack(path: string): Promise<void> {
    if ((await kindAt(join(target, path))) !== null) return;
    await mkdir(dirname(join(target, path)), { recursive: true });
    await rename(join(old, path), join(target, path));
  }
}

/** Lower-case hexadecimal; null where no plain file lies there. No link is followed. */
export async function hashOfFile(path: string): Promise<string | null> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(() => null);
  if (handle === null) return null;
  const hash = createHash("sha256");
  try {
    if (!(await handle.stat()).isFile()) return null;
    const stream = createReadStream("", { fd: handle.fd, autoClose: false });
    for await (const piece of stream as AsyncIterable<Uint8Array>) hash.update(piece);
    return hash.digest("hex");
  } finally {
    await handle.close();
  }
}
