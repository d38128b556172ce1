import { encodeUtf8 } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { describe, expect, it } from "vitest";
import { createVault } from "./create-vault.ts";
import { createMemoryStores, type MemoryStores } from "./memory-stores.fake.ts";
import { openVault } from "./open-vault.ts";
import type { OpenOperation, ReplayedOperation, Vault, VaultPorts } from "./types.ts";

const cost = { memoryKib: 8, passes: 1, lanes: 1 };
const passphrase = "a long sentence that nobody guesses";

function portsOver(stores: MemoryStores, seed = "vault"): VaultPorts {
  return { primitives: createFakePrimitives(seed), clock: () => 1_795_000_000_000, ...stores };
}

async function create(stores = createMemoryStores()): Promise<{ vault: Vault; stores: MemoryStores }> {
  const vault = await createVault(portsOver(stores), {
    passphrase,
    deviceName: "laptop of the office",
    cost,
  });
  return { vault, stores };
}

async function operationsOf(vault: Vault): Promise<readonly ReplayedOperation[]> {
  const operations = [];
  for await (const operation of vault.allOperations()) operations.push(operation);
  return operations;
}

async function payloadsOf(vault: Vault): Promise<readonly string[]> {
  const operations = await operationsOf(vault);
  const open = operations.filter((operation): operation is OpenOperation => operation.state === "open");
  return open.map(({ payload }) => new TextDecoder().decode(payload));
}

const texts = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `payload ${index}`);

describe("a vault", () => {
  it("gives back what was committed, now and after opening again", async () => {
    const { vault, stores } = await create();
    const info = await vault.commit([encodeUtf8("one"), encodeUtf8("two")]);
    expect(info.stamps.map(({ sequence, index, depth }) => [sequence, index, depth])).toEqual([
      [2, 0, 2],
      [2, 1, 2],
    ]);
    await vault.commit(texts(40).map(encodeUtf8));
    expect(await payloadsOf(vault)).toEqual(["one", "two", ...texts(40)]);
    expect(vault.counts()).toEqual({ chains: 1, commits: 4, operations: 45 });

    const again = await openVault(portsOver(stores, "again"), passphrase);
    expect(again.id).toBe(vault.id);
    expect(again.device).toEqual(vault.device);
    expect(await payloadsOf(again)).toEqual(["one", "two", ...texts(40)]);
    expect(again.problems()).toEqual([]);
    expect(again.heads()).toEqual(vault.heads());
    const [first] = info.stamps;
    expect(first && (await again.read(first))).toEqual(encodeUtf8("one"));
    await again.commit([encodeUtf8("three")]);
    expect(await payloadsOf(again)).toEqual(["one", "two", ...texts(40), "three"]);
  });
});
