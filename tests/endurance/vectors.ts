// Every committed vector of a vault, changed by seed: whatever comes of it is a finding, or an error with a code of ours.
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isTocsinError } from "@tocsin/core";
import { openVaultFolder } from "@tocsin/node";
import { committedVectors, type CommittedVector } from "../../tools/vectors/read-vectors.ts";
import type { Round, Scenario } from "./scenario.ts";

const atMost = 10_000;
/** Vectors a round, so that the tests change each of them at least once. */
const atOnce = 6;

/** Up to eight bytes become others, and one in four files is cut. */
function changed(bytes: Uint8Array, { below }: Round): Uint8Array {
  const altered = Uint8Array.from(bytes);
  const changes = 1 + below(8);
  for (let count = 0; count < changes && altered.length > 0; count += 1)
    altered[below(altered.length)] = below(256);
  return below(4) === 0 ? altered.slice(0, below(altered.length + 1)) : altered;
}

const mutated: Scenario = {
  name: "every test vector, changed by seed",
  checks: "opening, reading and verifying end with findings or a code of ours, in under ten seconds",
  async run(round) {
    const vectors = committedVectors(resolve("vectors"));
    for (let at = 0; at < atOnce; at += 1) {
      const vector = vectors[(round.seed * atOnce + at) % vectors.length];
      if (vector === undefined) throw new Error("there are no vectors");
      await readChanged(vector, join(round.folder, String(at)), round);
    }
  },
};

async function readChanged(vector: CommittedVector, folder: string, round: Round): Promise<void> {
  await cp(vector.folder, folder, { recursive: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const path = files.sort()[round.below(files.length)];
  if (path !== undefined) await writeFile(path, changed(await readFile(path), round));
  const start = performance.now();
  try {
    await readWhole(folder, vector.expected.passphrase);
  } catch (error) {
    if (!isTocsinError(error)) throw new Error(`${vector.name}: ${String(error)}`, { cause: error });
  }
  if (performance.now() - start > atMost) throw new Error(`${vector.name}: it took too long`);
}

async function readWhole(folder: string, passphrase: string): Promise<void> {
  const { vault, close } = await openVaultFolder(folder, passphrase);
  try {
    let open = 0;
    for await (const { state } of vault.allOperations()) if (state === "open") open += 1;
    const { operations } = await vault.verify();
    if (operations.open < open) throw new Error("verifying found fewer readable operations than reading");
  } finally {
    await close();
  }
}

export const vectors: readonly Scenario[] = [mutated];
