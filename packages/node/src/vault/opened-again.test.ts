// Opening with what an earlier opening found gives the same vault as reading everything; what has changed is read again.
import { encodeUtf8, parseUtf8 } from "@tocsin/core";
import { openVault, type Vault } from "@tocsin/vault";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { access, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createVaultFolder, folderPorts } from "./folder.ts";

const passphrase = "a long sentence that nobody guesses";
const cost = { memoryKib: 8, passes: 1, lanes: 1 };

/** A copy of the folder counts as another place, so that its device opens a chain of its own; that is not looked at here. */
const place = { place: async () => null };

interface Opened {
  readonly vault: Vault;
  /** Bytes of whole segments that were read. */
  readonly read: number;
}

async function open(folder: string): Promise<Opened> {
  const ports = folderPorts(folder);
  let read = 0;
  const log: typeof ports.log = {
    ...ports.log,
    async read(segment, offset, length) {
      const bytes = await ports.log.read(segment, offset, length);
      if (offset === 0) read += bytes.length;
      return bytes;
    },
  };
  const vault = await openVault({ ...ports, log, device: { ...ports.device, ...place } }, passphrase);
  return { vault, read };
}

const scratch = mkdtempSync(join(tmpdir(), "opened-again-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Three segments of one chain, closed. */
const original = (async () => {
  const folder = join(scratch, "original");
  const ports = { ...folderPorts(folder) };
  const { close } = await createVaultFolder(folder, { passphrase, deviceName: "laptop", cost });
  await close();
  const device = { ...ports.device, ...place };
  const vault = await openVault({ ...ports, device }, passphrase);
  const text = encodeUtf8(JSON.stringify({ text: "x".repeat(60_000) }));
  for (let count = 0; count < 17; count += 1) await vault.commit(Array.from({ length: 32 }, () => text));
  await vault.commit([encodeUtf8("the last")]);
  const { chain } = vault.device;
  await vault.close();
  return { folder, chain };
})();

/** The folder's files as they were left, in a folder of their own, opened and closed once there. */
async function copied(): Promise<{ folder: string; segment(number: number): string }> {
  const { folder: from, chain } = await original;
  const folder = await mkdtemp(join(scratch, "copy-"));
  await cp(from, folder, { recursive: true });
  await (await open(folder)).vault.close();
  return { folder, segment: (number) => join(folder, "chains", chain, `00000${number}.seg`) };
}

function kindsOf(vault: Vault): readonly string[] {
  return vault.problems().map(({ kind }) => kind);
}

async function textsOf(vault: Vault): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const operation of vault.allOperations())
    if (operation.state === "open") texts.push(parseUtf8(operation.payload));
  return texts;
}

describe("opening again", () => {
  it("reads no segment that is as it was left, and gives the same log and no problem", async () => {
    const { folder } = await copied();
    const { vault, read } = await open(folder);
    const [counts, heads, texts] = [vault.counts(), vault.heads(), await textsOf(vault)];
    expect(kindsOf(vault)).toEqual([]);
    await vault.close();
    await rm(join(folder, "log.index"));
    const plain = await open(folder);
    expect([read < 2_000_000, plain.read > 30_000_000]).toEqual([true, true]);
    expect([plain.vault.counts(), plain.vault.heads(), await textsOf(plain.vault)]).toEqual([
      counts,
      heads,
      texts,
    ]);
    expect(kindsOf(plain.vault)).toEqual([]);
    await plain.vault.close();
  });

  it("goes on in the chain: what is written then is verified by whoever knows nothing", async () => {
    const { folder } = await copied();
    for (const text of ["one more", "and another"]) {
      const { vault } = await open(folder);
      await vault.commit([encodeUtf8(text)]);
      expect((await vault.verify()).problems).toEqual([]);
      await vault.close();
    }
    await rm(join(folder, "log.index"));
    const { vault } = await open(folder);
    expect(kindsOf(vault)).toEqual([]);
    expect(vault.counts().chains).toBe(1);
    expect((await textsOf(vault)).slice(-3)).toEqual(["the last", "one more", "and another"]);
    await vault.close();
  });

  it("reads a segment that was changed and those behind it, and says what is wrong each time", async () => {
    const { folder, segment } = await copied();
    const bytes = readFileSync(segment(2));
    bytes[9_000] = (bytes[9_000] ?? 0) ^ 1;
    writeFileSync(segment(2), bytes);
    for (let round = 0; round < 2; round += 1) {
      const { vault, read } = await open(folder);
      expect(kindsOf(vault)).toContain("damaged-frame");
      expect(read).toBeGreaterThan(bytes.length);
      await vault.close();
    }
  });

  it("notices a segment that is gone, and an older state of one", async () => {
    const { folder, segment } = await copied();
    const whole = readFileSync(segment(2));
    await rm(segment(2));
    const gone = await open(folder);
    expect(kindsOf(gone.vault)).toContain("missing-commits");
    await gone.vault.close();
    writeFileSync(segment(2), whole.subarray(0, 5_000_000));
    const older = await open(folder);
    expect(kindsOf(older.vault)).toContain("missing-commits");
    await older.vault.close();
  });

  it("does without an index that is damaged", async () => {
    const { folder } = await copied();
    const bytes = readFileSync(join(folder, "log.index"));
    bytes[50] = (bytes[50] ?? 0) ^ 1;
    writeFileSync(join(folder, "log.index"), bytes);
    const { vault, read } = await open(folder);
    expect([kindsOf(vault), read > 30_000_000]).toEqual([[], true]);
    await vault.close();
  });

  it("is spared the reading even when the session before never closed", async () => {
    const { folder } = await copied();
    await rm(join(folder, "log.index"));
    const killed = await open(folder);
    const { vault, read } = await open(folder);
    expect(read).toBeLessThan(2_000_000);
    await vault.close();
    await killed.vault.close();
  });

  it("keeps nothing once it was locked", async () => {
    const folder = join(scratch, "locked");
    const { vault, close } = await createVaultFolder(folder, { passphrase, deviceName: "laptop", cost });
    vault.lock();
    await close();
    await expect(access(join(folder, "log.index"))).rejects.toThrow("ENOENT");
  });
});
