// What lies in a folder: names, and small files that are never read beyond a bound.
import { constants } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Sorted; none for a folder that is not there. Of one sort only, where that is asked: a link counts as what it leads to. */
export async function namesIn(folder: string, sort?: "files" | "folders"): Promise<readonly string[]> {
  let names: readonly string[];
  try {
    names = (await readdir(folder)).sort();
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
  if (sort === undefined) return names;
  const found = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => null)));
  return names.filter((_, at) => (sort === "files" ? found[at]?.isFile() : found[at]?.isDirectory()));
}

export function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}

/**
 * The first `most` bytes of a file: whoever reads them asks for one more than it takes. Null for what is no file; a pipe
 * does not keep it waiting.
 */
export async function readAtMost(path: string, most: number): Promise<Uint8Array | null> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await handle.stat();
    if (!found.isFile()) return null;
    const bytes = new Uint8Array(Math.min(found.size, most));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
