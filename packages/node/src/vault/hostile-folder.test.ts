// Folders that somebody prepared to stop a reader, or to fill its memory: each is answered in bounds, by an error of ours
// or by a finding.
import { execFileSync } from "node:child_process";
import { access, mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeUtf8, isTocsinError } from "@tocsin/core";
import type { EvidenceName } from "@tocsin/vault";
import { describe, expect, it } from "vitest";
import { openFolderBlobs } from "../files/blob-store.ts";
import { createVaultFolder, openVaultFolder } from "./folder.ts";

const passphrase = "a long sentence that nobody guesses";
const options = { passphrase, deviceName: "office", cost: { memoryKib: 8, passes: 1, lanes: 1 } };
const gib = 2 ** 30;

/** A closed vault with one text kept and one erased. */
async function created(): Promise<{ readonly folder: string; readonly chain: string }> {
  const folder = join(await mkdtemp(join(tmpdir(), "tocsin-hostile-")), "vault");
  const { vault, close } = await createVaultFolder(folder, options);
  const { stamps } = await vault.commit([encodeUtf8("kept"), encodeUtf8("erased")]);
  await vault.erase({ operations: stamps.slice(1), evidence: [], ground: "consent" });
  await close();
  return { folder, chain: join(folder, "chains", vault.device.chain) };
}

/** A file of so many bytes that takes no room. */
async function writeHuge(path: string, size: number): Promise<void> {
  await writeFile(path, "");
  await truncate(path, size);
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "opened",
    (error: unknown) => (isTocsinError(error) ? error.code : error),
  );

describe("a folder that was prepared", () => {
  const noDeviceFile: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
    "a device file of 8 GiB": (path) => writeHuge(path, 8 * gib),
    "a device file without end": (path) => symlink("/dev/zero", path),
    "a folder for a device file": (path) => mkdir(path),
    "a pipe for a device file": async (path) => execFileSync("sh", ["-c", `mkfifo "$0"`, path]),
  };
  it.each(Object.entries(noDeviceFile))("is damaged: %s", async (_, put) => {
    const { folder } = await created();
    const path = join(folder, "device.json");
    await rm(path);
    await put(path);
    expect(await codeOf(openVaultFolder(folder, passphrase))).toBe("vault.damaged");
  });

  it("is opened over a lock of 8 GiB, which says nothing", async () => {
    const { folder } = await created();
    await writeHuge(join(folder, "vault.lock"), 8 * gib);
    const { vault, close } = await openVaultFolder(folder, passphrase);
    expect(vault.problems()).toEqual([]);
    await close();
  });

  it("is read beside a segment of 8 GiB, verified, and erased in again", async () => {
    const { folder, chain } = await created();
    await writeHuge(join(chain, "000007.seg"), 8 * gib);
    const { vault, close } = await openVaultFolder(folder, passphrase);
    const found = { kind: "damaged-frame", segment: 7, offset: 0, count: 8 * gib };
    expect(vault.problems()).toMatchObject([found]);
    expect(await vault.verify()).toMatchObject({ problems: [found], operations: { open: 1, erased: 1 } });
    expect(await vault.finishErasure({ again: true })).toBe(true);
    await vault.commit([encodeUtf8("after")]);
    await close();
  });

  it("says that a draft of 8 GiB is none", async () => {
    const { folder } = await created();
    const name = "0".repeat(32);
    await mkdir(join(folder, "evidence"));
    await writeFile(join(folder, "evidence", `${name}.partial`), "sealed");
    await writeHuge(join(folder, "evidence", `${name}.draft`), 8 * gib);
    const { vault, close } = await openVaultFolder(folder, passphrase);
    expect(await vault.evidenceDrafts()).toEqual([{ name, hint: null, size: 6 }]);
    await vault.discardEvidence(name as EvidenceName);
    await close();
    expect(await readdir(join(folder, "evidence"))).toEqual([]);
  });
});

it("leaves no draft behind that a killed process had not yet named", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-drafts-"));
  const blobs = openFolderBlobs(folder);
  const left = (name: string): string => join(folder, "evidence", `${name}.draft.new`);
  const ends = {
    ["1".repeat(32)]: "finish",
    ["2".repeat(32)]: "discard",
    ["3".repeat(32)]: "remove",
  } as const;
  for (const [name, end] of Object.entries(ends)) {
    const writer = await blobs.create(name);
    await writer.write(encodeUtf8("sealed"));
    await writeFile(left(name), "a passphrase, sealed to this device");
    await (end === "remove" ? blobs.remove(name) : writer[end]());
    await expect(access(left(name))).rejects.toThrow("ENOENT");
  }
});
