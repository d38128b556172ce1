import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeUtf8 } from "@tocsin/core";
import { createRecoverySecret } from "@tocsin/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { createVaultFolder, openVaultFolder, recoverVaultFolder } from "./folder.ts";

const passphrase = "a long sentence that nobody guesses";
const options = { passphrase, deviceName: "office", cost: { memoryKib: 8, passes: 1, lanes: 1 } };
let place = "";

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "tocsin-recovery-"));
});

afterAll(() => rm(place, { recursive: true, force: true }));

describe("a vault folder and its recovery sheet", () => {
  const recovery = () =>
    createRecoverySecret(createNodePrimitives({ random: (length) => new Uint8Array(length).fill(3) }));

  it("is opened by the sheet when the device file is gone, and noticed when it was copied", async () => {
    const folder = join(place, "recovered");
    const first = await createVaultFolder(folder, { ...options, recovery: recovery() });
    await first.vault.commit([encodeUtf8("one")]);
    await first.close();
    const copy = join(place, "recovered-copy");
    await cp(folder, copy, { recursive: true, preserveTimestamps: true });
    const opened = await openVaultFolder(copy, passphrase);
    expect(opened.vault.device.newChain).toBe("copied");
    await opened.close();
    const again = await openVaultFolder(folder, passphrase);
    expect(again.vault.device.newChain).toBeNull();
    await again.close();
    await rm(join(folder, "device.json"));
    const second = await recoverVaultFolder(folder, {
      ...options,
      passphrase: "another sentence",
      recovery: recovery(),
    });
    expect(second.vault.device.newChain).toBe("recovered");
    expect((await second.vault.verify()).problems).toEqual([]);
    await second.close();
    const third = await openVaultFolder(folder, "another sentence");
    expect(third.vault.device.newChain).toBeNull();
    await third.close();
  });

  it("is made where an earlier creation was broken off, and never over anything that was written", async () => {
    const folder = join(place, "broken-off");
    const first = await createVaultFolder(folder, options);
    await first.close();
    await rm(join(folder, "device.json"));
    const second = await createVaultFolder(folder, options);
    expect(second.vault.id).not.toBe(first.vault.id);
    await second.vault.commit([encodeUtf8("one")]);
    await second.close();
    await rm(join(folder, "device.json"));
    await expect(createVaultFolder(folder, options)).rejects.toMatchObject({ code: "vault.exists" });
  });
});
