// The layout of an iOS backup folder: four files at its top, and every stored file under the first two digits of its
// name, which is the SHA-1 of its domain and path.
import { encodeUtf8, isTocsinError } from "@tocsin/core";
import { isDictionary, parsePropertyList } from "@tocsin/formats";
import type { PropertyListDictionary } from "@tocsin/formats";
import type { Acquisition } from "../acquisition.ts";

export interface Backup {
  readonly acquisition: Acquisition;
  /** What stands before the paths of the backup inside the acquisition: empty, or a folder with its slash. */
  readonly root: string;
}

const markers = ["Manifest.db", "Manifest.plist", "Info.plist"];
/** Names of stored files; nothing else is ever made into a path. */
const fileIdPattern = /^[0-9a-f]{40}$/;
const databaseHeader = "SQLite format 3\0";
const largestList = 64 * 1024 * 1024;

export function isFileId(text: string): boolean {
  return fileIdPattern.test(text);
}

/** The backup at the top of the acquisition, or else those one folder down, as `MobileSync/Backup` has them. */
export function* findBackups(acquisition: Acquisition): Generator<Backup> {
  if (hasMarkers(acquisition, "")) {
    yield { acquisition, root: "" };
    return;
  }
  const tried = new Set<string>();
  for (const path of acquisition.list(1)) {
    const slash = path.indexOf("/");
    const root = path.slice(0, slash + 1);
    if (slash < 0 || tried.has(root) || path.indexOf("/", slash + 1) >= 0) continue;
    if (!markers.includes(path.slice(slash + 1))) continue;
    tried.add(root);
    if (hasMarkers(acquisition, root)) yield { acquisition, root };
  }
}

/** A list of files, and one other top file or the folders that backups have: a lone database is not a backup. */
function hasMarkers(acquisition: Acquisition, root: string): boolean {
  const present = markers.filter((name) => mayBeThere(acquisition, root + name));
  return present.includes("Manifest.db") || present.length >= 2;
}

/** Also where the system does not let us look: whoever reads it then says so. */
export function mayBeThere(acquisition: Acquisition, path: string): boolean {
  try {
    return acquisition.size(path) !== null;
  } catch (error) {
    if (isTocsinError(error)) return true;
    throw error;
  }
}

export function fileIdOf(backup: Backup, domain: string, relativePath: string): string {
  return backup.acquisition.sha1(encodeUtf8(`${domain}-${relativePath}`));
}

/** Path inside the acquisition of the stored file with this name. */
export function storedPathOf(backup: Backup, fileId: string): string {
  return `${backup.root}${fileId.slice(0, 2)}/${fileId}`;
}

export type ListState =
  | { readonly state: "read"; readonly values: PropertyListDictionary }
  | { readonly state: "missing" | "unreadable" };

/** Info.plist and Manifest.plist. */
export function readTopList(backup: Backup, name: string): ListState {
  const path = backup.root + name;
  try {
    const size = backup.acquisition.size(path);
    if (size === null) return { state: "missing" };
    if (size > largestList) return { state: "unreadable" };
    const values = parsePropertyList(backup.acquisition.read(path, 0, size));
    return isDictionary(values) ? { state: "read", values } : { state: "unreadable" };
  } catch (error) {
    if (isTocsinError(error)) return { state: "unreadable" };
    throw error;
  }
}

export interface DevicePlace {
  readonly domain: string;
  readonly path: string;
}

/**
 * The headers decide: tools that decrypt a backup leave the flag in Manifest.plist as it was, and some leave the list
 * of files encrypted too. One of `places` that can be read is enough.
 */
export function isEncryptedBackup(backup: Backup, places: readonly DevicePlace[]): boolean {
  const stored = places.map(({ domain, path }) => storedPathOf(backup, fileIdOf(backup, domain, path)));
  if ([`${backup.root}Manifest.db`, ...stored].some((path) => hasDatabaseHeader(backup, path))) return false;
  const list = readTopList(backup, "Manifest.plist");
  return list.state === "read" && list.values.get("IsEncrypted") === true;
}

function hasDatabaseHeader({ acquisition }: Backup, path: string): boolean {
  try {
    return (
      acquisition.size(path) !== null && isDatabaseHeader(acquisition.read(path, 0, databaseHeader.length))
    );
  } catch (error) {
    if (isTocsinError(error)) return false;
    throw error;
  }
}

function isDatabaseHeader(bytes: Uint8Array): boolean {
  if (bytes.length < databaseHeader.length) return false;
  return bytes.every((byte, i) => byte === databaseHeader.charCodeAt(i));
}
