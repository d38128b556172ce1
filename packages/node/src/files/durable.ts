// Makes files and folders durable: what was written, and the names under which it can be found.
import { mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** Readable and writable by this user only. */
export const privateFile = 0o600;
const privateFolder = 0o700;

/** Makes the names in a folder durable. Nothing to do on Windows, which cannot open folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Creates a folder and those above it that are missing, durably. */
export async function createFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: privateFolder });
  if (first === undefined) return;
  for (let at = folder; ; at = dirname(at)) {
    await syncFolder(dirname(at));
    if (at === first) return;
  }
}

/** Where the next bytes of a file are written before they take its place. */
export function freshOf(path: string): string {
  return `${path}.new`;
}

/** Writes a whole file under another name and renames it: after a crash the old or the new one is there. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const fresh = freshOf(path);
  const handle = await open(fresh, "w", privateFile);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, path);
  await syncFolder(dirname(path));
}
