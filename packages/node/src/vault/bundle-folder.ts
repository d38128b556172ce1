// A bundle as a folder: regular files only, no link is followed.
import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type BundleFile, type BundleSource, VaultError } from "@tocsin/vault";

/** Deeper and longer than any bundle; a stranger's folder may be anything. */
const deepest = 4;
const mostFiles = 50_000;

export function openBundleFolder(folder: string): BundleSource {
  return {
    list: () => filesIn(folder),
    async *open(path) {
      for await (const piece of createReadStream(join(folder, path), { highWaterMark: 1_048_576 }))
        yield piece as Uint8Array;
    },
  };
}

/** A link or a device counts as a file of no bundle. Throws `vault.not-a-bundle` where there is no folder. */
async function filesIn(folder: string): Promise<readonly BundleFile[]> {
  const files: BundleFile[] = [];
  const walk = async (place: string, depth: number): Promise<void> => {
    for (const entry of await entriesOf(folder, place)) {
      const path = place === "" ? entry.name : `${place}/${entry.name}`;
      if (files.length >= mostFiles || depth > deepest) throw notABundle("it holds too much");
      if (entry.isDirectory()) await walk(path, depth + 1);
      else if (entry.isFile()) files.push({ path, size: (await lstat(join(folder, path))).size });
      else files.push({ path: `${path} `, size: 0 });
    }
  };
  await walk("", 1);
  return files;
}

async function entriesOf(folder: string, place: string): ReturnType<typeof readFolder> {
  try {
    return await readFolder(join(folder, place));
  } catch (cause) {
    throw notABundle("it cannot be read as a folder", cause);
  }
}

function readFolder(path: string): Promise<import("node:fs").Dirent[]> {
  return readdir(path, { withFileTypes: true });
}

function notABundle(state: string, cause?: unknown): VaultError {
  return new VaultError("vault.not-a-bundle", `Cannot verify bundle: ${state}`, { cause });
}
