// A vault in a folder for tests of backups: a cheap passphrase, a place for its copies, and ways to spoil files.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeUtf8 } from "@tocsin/core";
import { createVaultFolder, openVaultFolder, type VaultFolder } from "../vault/folder.ts";

export const passphrase = "a long sentence that nobody guesses";
const cost = { memoryKib: 8, passes: 1, lanes: 1 };

export interface SmallFolder {
  readonly root: string;
  readonly vault: string;
  readonly stick: string;
  /** Opens it, does some work, and closes it. */
  with<T>(work: (opened: VaultFolder) => Promise<T>): Promise<T>;
  /** Writes this many commits. */
  commit(...words: readonly string[]): Promise<void>;
  /** Seals bytes; gives the path of the sealed file. */
  seal(bytes: Uint8Array): Promise<string>;
  remove(): Promise<void>;
}

export async function createSmallFolder(): Promise<SmallFolder> {
  const root = await mkdtemp(join(tmpdir(), "tocsin-backup-"));
  const [vault, stick] = [join(root, "vault"), join(root, "stick")];
  await mkdir(stick);
  await (await createVaultFolder(vault, { passphrase, deviceName: "laptop", cost })).close();
  const withVault: SmallFolder["with"] = async (work) => {
    const opened = await openVaultFolder(vault, passphrase);
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  };
  return {
    root,
    vault,
    stick,
    with: withVault,
    commit: (...words) =>
      withVault(async ({ vault: open }) => {
        for (const word of words) await open.commit([encodeUtf8(word)]);
      }),
    seal: (bytes) =>
      withVault(async ({ vault: open }) => {
        const { name, passphrase: secret } = await open.addEvidence(once(bytes));
        await open.commit([encodeUtf8(JSON.stringify({ name, secret }))]);
        return `evidence/${name}.age`;
      }),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/**
 * Every file below a folder with its bytes in hexadecimal, by path; what `leave` matches is left out, and so is what a
 * device keeps of its log for itself, which no copy has.
 */
export async function filesBelow(folder: string, leave: RegExp = /^$/): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const walk = async (place: string): Promise<void> => {
    for (const name of (await readdir(join(folder, place))).sort()) {
      const path = place === "" ? name : `${place}/${name}`;
      if ((await stat(join(folder, path))).isDirectory()) await walk(path);
      else if (path !== "log.index" && !leave.test(path))
        found.set(path, (await readFile(join(folder, path))).toString("hex"));
    }
  };
  await walk("");
  return found;
}

/** Flips one bit in the middle of a file. */
export async function flipBit(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
