// What lies at a path that a person named: names and first bytes only, before anything is examined.
import { lstat, realpath, stat } from "node:fs/promises";
import { holdsMeasurements, openFolderAcquisition } from "@tocsin/node";
import { isPhoneAcquisition } from "@tocsin/phone";

export interface NamedInput {
  /** As the person named it; where that is a link, what it leads to. */
  readonly path: string;
  readonly kind: "phone" | "measurements" | "unknown" | "missing";
}

export async function recogniseInput(named: string): Promise<NamedInput> {
  const place = await followed(named);
  if (place === null) return { path: named, kind: "missing" };
  const { path, isFolder } = place;
  if (isFolder && isPhone(path)) return { path, kind: "phone" };
  return { path, kind: (await holdsMeasurements(path)) ? "measurements" : "unknown" };
}

/** Inside evidence no link is followed; the one that the person typed is. */
async function followed(named: string): Promise<{ path: string; isFolder: boolean } | null> {
  try {
    // With a slash at its end, the system itself would follow a link, here and nowhere else.
    const isLink = (await lstat(withoutSlash(named))).isSymbolicLink();
    const path = isLink ? await realpath(named) : named;
    return { path, isFolder: (await stat(path)).isDirectory() };
  } catch {
    return null;
  }
}

function withoutSlash(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

function isPhone(path: string): boolean {
  const acquisition = openFolderAcquisition(path);
  try {
    return isPhoneAcquisition(acquisition);
  } finally {
    acquisition.close();
  }
}
