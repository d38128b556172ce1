// A vault in memory for tests: cheap passphrase, seeded keys, a clock that stands still.
import { parseUtf8 } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { createVault } from "./create-vault.ts";
import { createMemoryStores, type MemoryStores } from "./memory-stores.fake.ts";
import { openVault } from "./open-vault.ts";
import type { OpenOperation, Problem, ReplayedOperation, Vault, VaultPorts } from "./types.ts";

export const passphrase = "a long sentence that nobody guesses";
export const now = 1_795_000_000_000;

export function portsOver(stores: MemoryStores, seed = "vault"): VaultPorts {
  return { primitives: createFakePrimitives(seed), clock: () => now, ...stores };
}

export interface SmallVault {
  readonly vault: Vault;
  readonly stores: MemoryStores;
  readonly ports: VaultPorts;
}

export async function createSmallVault(seed = "vault", stores = createMemoryStores()): Promise<SmallVault> {
  const ports = portsOver(stores, seed);
  const cost = { memoryKib: 8, passes: 1, lanes: 1 };
  const vault = await createVault(ports, { passphrase, deviceName: "laptop of the office", cost });
  return { vault, stores, ports };
}

/** Opens what lies in `stores`, as another process would. */
export function reopen(stores: MemoryStores, seed = "again"): Promise<Vault> {
  return openVault(portsOver(stores, seed), passphrase);
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all = [];
  for await (const item of items) all.push(item);
  return all;
}

export function operationsOf(vault: Vault): Promise<readonly ReplayedOperation[]> {
  return collect(vault.allOperations());
}

export async function openOperationsOf(vault: Vault): Promise<readonly OpenOperation[]> {
  return (await operationsOf(vault)).filter((operation) => operation.state === "open");
}

export async function textsOf(vault: Vault): Promise<readonly string[]> {
  return (await openOperationsOf(vault)).map(({ payload }) => parseUtf8(payload));
}

/** The path of a chain's segment among the stores' files. */
export function segmentPathOf(vault: Vault, number = 1): string {
  return `chains/${vault.device.chain}/${String(number).padStart(6, "0")}.seg`;
}

export function kindsOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ kind }) => kind);
}

/** The code of the error that `work` ends with. */
export async function codeOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
  return "nothing thrown";
}
