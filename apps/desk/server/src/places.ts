// The picker of files and folders: what lies in a folder of this computer, by name, type and size only.
import { readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { DeskError } from "./errors.ts";

export interface PlaceEntry {
  readonly name: string;
  readonly path: string;
  readonly type: "folder" | "file";
  readonly size: number;
}

export interface PlacesPage {
  readonly path: string;
  readonly parent: string | null;
  readonly entries: readonly PlaceEntry[];
  /** More entries than are shown. */
  readonly more: number;
}

const maximumEntries = 2000;

/** In the order of a language, numbers by their worth; hidden entries are left out. Throws `desk.no-such-folder`. */
export async function listPlaces(path: string | undefined, locale: string): Promise<PlacesPage> {
  const folder = path === undefined || path === "" ? homedir() : path;
  if (!isAbsolute(folder))
    throw new DeskError("desk.no-such-folder", "Cannot list folder: its path is not absolute");
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new DeskError("desk.no-such-folder", "Cannot list folder: it is not there, or may not be read", {
      cause,
    });
  });
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const visible = names.filter((name) => !name.startsWith(".")).sort(compare);
  const entries = await Promise.all(visible.slice(0, maximumEntries).map((name) => entryOf(folder, name)));
  const parent = dirname(resolve(folder));
  return {
    path: resolve(folder),
    parent: parent === resolve(folder) ? null : parent,
    entries: entries.flatMap((entry) => entry ?? []),
    more: Math.max(0, visible.length - maximumEntries),
  };
}

async function entryOf(folder: string, name: string): Promise<PlaceEntry | undefined> {
  const path = join(folder, name);
  const info = await stat(path).catch(() => undefined);
  if (!info || (!info.isFile() && !info.isDirectory())) return undefined;
  return { name, path, type: info.isDirectory() ? "folder" : "file", size: info.isFile() ? info.size : 0 };
}
