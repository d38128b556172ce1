import { encodeUtf8 } from "@tocsin/core";
import { createRecoverySecret } from "@tocsin/crypto";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { describe, expect, it } from "vitest";
import { createVault } from "./create-vault.ts";
import { copyMemoryStores, createMemoryStores, type MemoryStores } from "./memory-stores.fake.ts";
import { openVault } from "./open-vault.ts";
import { recoverVault } from "./recover-vault.ts";
import { codeOf, kindsOf, passphrase, portsOver, textsOf } from "./small-vault.fake.ts";
import type { Vault } from "./types.ts";

const cost = { memoryKib: 8, passes: 1, lanes: 1 };

function sheet(seed = "sheet") {
  return createRecoverySecret(createFakePrimitives(seed));
}

async function createWithSheet(stores = createMemoryStores()): Promise<Vault> {
  const ports = portsOver(stores, "vault");
  return createVault(ports, { passphrase, deviceName: "office", cost, recovery: sheet() });
}

function recover(stores: MemoryStores, seed = "second", secret = sheet()): Promise<Vault> {
  const options = { recovery: secret, passphrase: "a new sentence", deviceName: "new laptop", cost };
  return recoverVault(portsOver(stores, seed), options);
}

async function write(vault: Vault, ...texts: readonly string[]): Promise<void> {
  await vault.commit(texts.map((text) => encodeUtf8(text)));
}

describe("recovery", () => {
  it("opens a vault whose device file is lost, and goes on in a new chain under a new epoch", async () => {
    const stores = createMemoryStores();
    const first = await createWithSheet(stores);
    await write(first, "one", "two");
    await first.close();
    stores.remove("device");
    const second = await recover(stores);
    expect(second.id).toBe(first.id);
    expect(second.device).toMatchObject({ name: "new laptop", newChain: "recovered" });
    expect(await textsOf(second)).toEqual(["one", "two"]);
    await write(second, "three");
    await second.close();
    const again = await openVault(portsOver(stores, "third"), "a new sentence");
    expect(await textsOf(again)).toEqual(["one", "two", "three"]);
    expect(again.device.newChain).toBeNull();
    expect(again.problems()).toEqual([]);
    expect(again.hasRecovery()).toBe(true);
  });

  it("works where the passphrase alone was forgotten, and again with the same sheet", async () => {
    const stores = createMemoryStores();
    await write(await createWithSheet(stores), "one");
    await write(await recover(stores), "two");
    const third = await recover(stores, "third");
    expect(await textsOf(third)).toEqual(["one", "two"]);
    await write(third, "three");
    expect(third.problems()).toEqual([]);
    expect(kindsOf((await third.verify()).problems)).toEqual([]);
  });

  it("keeps new content from the lost device, sets apart what it writes later, and tells it so", async () => {
    const stores = createMemoryStores();
    const first = await createWithSheet(stores);
    await write(first, "before");
    await first.close();
    const lost = copyMemoryStores(stores);
    const second = await recover(stores);
    await write(second, "secret of the new device");
    await second.close();
    // The lost device goes on by itself, and both logs meet.
    const thief = await openVault(portsOver(lost, "thief"), passphrase);
    await write(thief, "written by a thief");
    await thief.close();
    for (const [path, bytes] of lost.files()) if (path.startsWith("chains/")) stores.replace(path, bytes);
    const owner = await openVault(portsOver(stores, "owner"), "a new sentence");
    expect(await textsOf(owner)).toEqual(["before", "secret of the new device"]);
    expect(kindsOf(owner.problems())).toEqual(["after-removal"]);
    // And the other way: the lost device receives the owner's chain.
    for (const [path, bytes] of stores.files()) if (path.startsWith("chains/")) lost.replace(path, bytes);
    const caught = await openVault(portsOver(lost, "caught"), passphrase);
    expect(await textsOf(caught)).toEqual(["before"]);
    expect(await codeOf(() => write(caught, "more"))).toBe("vault.removed");
  });

  it("refuses another sheet, a vault without one, and a folder without a log", async () => {
    const stores = createMemoryStores();
    await createWithSheet(stores);
    const before = stores.files();
    expect(await codeOf(() => recover(stores, "x", sheet("another")))).toBe("vault.wrong-recovery");
    expect(stores.files()).toEqual(before);
    const plain = createMemoryStores();
    const vault = await createVault(portsOver(plain), { passphrase, deviceName: "office", cost });
    expect(vault.hasRecovery()).toBe(false);
    expect(await codeOf(() => recover(plain))).toBe("vault.wrong-recovery");
    expect(await codeOf(() => recover(createMemoryStores()))).toBe("vault.missing");
  });

  it("gives no admission to a device that the recovery identity did not sign", async () => {
    const stores = createMemoryStores();
    await write(await createWithSheet(stores), "one");
    const other = createMemoryStores();
    const stranger = await createVault(portsOver(other, "stranger"), {
      passphrase: "of a stranger",
      deviceName: "d",
      cost,
    });
    await write(stranger, "planted");
    for (const [path, bytes] of other.files()) if (path.startsWith("chains/")) stores.replace(path, bytes);
    const opened = await openVault(portsOver(stores, "again"), passphrase);
    expect(await textsOf(opened)).toEqual(["one"]);
    expect(kindsOf(opened.problems())).toContain("unknown-device");
  });
});

describe("the chain of a device", () => {
  it("goes on where it was, without a word", async () => {
    const stores = createMemoryStores();
    const first = await createWithSheet(stores);
    await write(first, "one");
    await first.close();
    const again = await openVault(portsOver(stores, "again"), passphrase);
    expect(again.device).toMatchObject({ chain: first.device.chain, newChain: null });
  });

  it("begins anew in a copied folder, once", async () => {
    const stores = createMemoryStores();
    const first = await createWithSheet(stores);
    await write(first, "one");
    await first.close();
    const copy = copyMemoryStores(stores, "elsewhere");
    const opened = await openVault(portsOver(copy, "copy"), passphrase);
    expect(opened.device.newChain).toBe("copied");
    expect(opened.device.chain).not.toBe(first.device.chain);
    await write(opened, "two");
    await opened.close();
    const again = await openVault(portsOver(copy, "more"), passphrase);
    expect(again.device).toMatchObject({ chain: opened.device.chain, newChain: null });
    expect(await textsOf(again)).toEqual(["one", "two"]);
    expect(again.problems()).toEqual([]);
  });

  it("begins anew where an older log was put in its place", async () => {
    const stores = createMemoryStores();
    const first = await createWithSheet(stores);
    await write(first, "one");
    const older = copyMemoryStores(stores).files();
    await write(first, "two");
    await first.close();
    for (const [path, bytes] of older) if (path.startsWith("chains/")) stores.replace(path, bytes);
    const opened = await openVault(portsOver(stores, "again"), passphrase);
    expect(opened.device.newChain).toBe("rolled-back");
    expect(await textsOf(opened)).toEqual(["one"]);
  });
});

describe("a log that was taken away", () => {
  it("is noticed, also where the vault was never closed", async () => {
    const stores = createMemoryStores();
    await write(await createWithSheet(stores), "one");
    for (const path of stores.files().keys()) if (path.startsWith("chains/")) stores.remove(path);
    const opened = await openVault(portsOver(stores, "again"), passphrase);
    expect(opened.device.newChain).toBe("rolled-back");
  });
});

describe("a passphrase", () => {
  it("can be changed, after which only the new one opens the file", async () => {
    const stores = createMemoryStores();
    const vault = await createWithSheet(stores);
    await write(vault, "one");
    const old = copyMemoryStores(stores);
    expect(await codeOf(() => vault.changePassphrase("wrong", "next"))).toBe("vault.wrong-passphrase");
    await vault.changePassphrase(passphrase, "the next sentence");
    await write(vault, "two");
    await vault.close();
    expect(await codeOf(() => openVault(portsOver(stores, "a"), passphrase))).toBe("vault.wrong-passphrase");
    expect(await textsOf(await openVault(portsOver(stores, "b"), "the next sentence"))).toEqual([
      "one",
      "two",
    ]);
    // What was copied before still opens with the old one: changing it revokes nothing.
    expect(await textsOf(await openVault(portsOver(old, "c"), passphrase))).toEqual(["one"]);
  });
});
