// Test vectors mutated by seed: neither the program nor the second reader may crash, hang, or throw anything but its own
// errors, and both must read the same operations.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isTocsinError } from "@tocsin/core";
import { openVaultFolder } from "@tocsin/node";
import { exportOpen } from "@tocsin/vault";
import { expect, it } from "vitest";
import { lineOf, openDevice, openVault, operationsOf, Refusal } from "../tools/vault-read.mjs";
import { seeded } from "../tools/vectors/bytes.ts";
import { committedVectors } from "../tools/vectors/read-vectors.ts";

const vectors = committedVectors(resolve(import.meta.dirname, "../vectors")).filter(
  // Their erasures are carried out when the program opens them, and its folder is then another one.
  ({ name }) => !["not-carried-out", "control-stays"].includes(name),
);
const seed = process.env["TOCSIN_SEED"] ?? "1";
/** Milliseconds; at least `least` vaults are read however slow the machine is. */
const timeBox = Number(process.env["TOCSIN_MALFORMED_MS"] ?? 4_000);
const least = 20;

type Draw = (below: number) => number;

function drawing(from: string): Draw {
  const random = seeded(from);
  return (below) => random(6).readUIntBE(0, 6) % Math.max(1, below);
}

/** Flips, cuts, exchanges, repeats, or writes a length anew. */
function mutate(bytes: Buffer, draw: Draw): Buffer {
  const at = draw(bytes.length);
  const length = 1 + draw(400);
  const [before, piece, behind] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  switch (draw(6)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([before, behind]);
    case 2:
      return Buffer.concat([before, piece, piece, behind]);
    case 3:
      return Buffer.concat([behind, piece, before]);
    case 4: {
      const copy = Buffer.from(bytes);
      copy.fill(draw(2) * 255, at, at + 4);
      return copy;
    }
    default: {
      const copy = Buffer.from(bytes);
      if (copy.length > 0) copy.writeUInt8(copy.readUInt8(at) ^ (1 << draw(8)), at);
      return copy;
    }
  }
}

function mutateFolder(folder: string, draw: Draw): void {
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.seg$|device\.json$/.test(path) && statSync(join(folder, path)).isFile())
    .sort();
  // Mostly the log: a device file that was touched opens no more.
  const logs = all.filter((path) => path.endsWith(".seg"));
  const path = (draw(8) === 0 ? all : logs)[draw(logs.length)];
  if (path === undefined) return;
  let bytes: Buffer = readFileSync(join(folder, path));
  for (let times = 1 + draw(3); times > 0; times -= 1) bytes = mutate(bytes, draw);
  writeFileSync(join(folder, path), bytes);
}

async function byReader(folder: string, passphrase: string): Promise<readonly string[] | string> {
  try {
    const vault = openVault(folder, await openDevice(folder, () => passphrase));
    return [...operationsOf(vault)].map(lineOf).filter((line) => line !== undefined);
  } catch (error) {
    if (error instanceof Refusal) return error.kind;
    throw error;
  }
}

async function byProgram(folder: string, passphrase: string): Promise<readonly string[] | string> {
  try {
    const { vault, ports, close } = await openVaultFolder(folder, passphrase);
    const pieces: Uint8Array[] = [];
    const ignore = { write: async () => {}, finish: async () => {}, discard: async () => {} };
    const keep = { ...ignore, write: async (bytes: Uint8Array) => void pieces.push(bytes.slice()) };
    const sink = { create: async (path: string) => (path === "operations.jsonl" ? keep : ignore) };
    await exportOpen(vault, sink, { ports, evidence: [] });
    await close();
    return Buffer.concat(pieces).toString("utf8").split("\n").slice(0, -1);
  } catch (error) {
    if (isTocsinError(error) && error.code.startsWith("vault.")) return error.code.slice("vault.".length);
    throw error;
  }
}

it(
  "reads the same of mutated vaults by the program and by the second reader",
  { timeout: 120_000 },
  async () => {
    const scratch = mkdtempSync(join(tmpdir(), "vault-malformed-"));
    const end = performance.now() + timeBox;
    try {
      for (let round = 0; round < least || performance.now() < end; round += 1) {
        const draw = drawing(`malformed ${seed} ${round}`);
        const vector = vectors[draw(vectors.length)];
        if (vector === undefined) throw new Error("Cannot test: there are no vectors");
        const folder = join(scratch, String(round));
        cpSync(vector.folder, folder, { recursive: true });
        mutateFolder(folder, draw);
        const { passphrase } = vector.expected;
        const told = await byReader(folder, passphrase);
        expect([vector.name, round, await byProgram(folder, passphrase)]).toEqual([vector.name, round, told]);
        rmSync(folder, { recursive: true, force: true });
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
);
