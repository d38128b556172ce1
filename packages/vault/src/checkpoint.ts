// Checkpoints (c2sp.org/tlog-checkpoint): how many commits a chain has and the root of their tree, as a note that its
// device signed. Format: docs/formats/checkpoint.md.
import { encodeBase64, encodeUtf8, parseBase64 } from "@tocsin/core";
import type { Primitives, SigningKeyPair } from "@tocsin/crypto";
import {
  keyIdOf,
  encodeNote,
  readNote,
  type SignatureProblem,
  type SignedNote,
  verifyNote,
} from "./signed-note.ts";
import type { Checkpoint, CheckpointProblem } from "./checkpoint-types.ts";
import type { ChainId, VaultId } from "./ids.ts";

export type CheckpointReading =
  | { readonly checkpoint: Checkpoint; readonly note: SignedNote; readonly problem: null }
  | { readonly checkpoint: null; readonly note: null; readonly problem: CheckpointProblem };

/** Reads, and believes nothing: see `verifyCheckpoint`. What is wrong is in the result. */
export function parseCheckpoint(source: Uint8Array | string): CheckpointReading {
  const { note, problem } = readNote(source);
  if (note === null) return refused(problem);
  const [origin = "", size = "", root = "", ...rest] = note.text.slice(0, -1).split("\n");
  if (rest.length > 0 || root === "") return refused("bad-lines");
  const named = originToNames(origin);
  if (named === null) return refused("bad-origin");
  const count = /^[1-9][0-9]{0,15}$/.test(size) ? Number(size) : Number.NaN;
  if (!Number.isSafeInteger(count)) return refused("bad-size");
  const hash = rootOf(root);
  if (hash === null) return refused("bad-root");
  return { checkpoint: { origin, ...named, size: count, root: hash }, note, problem: null };
}

export type CheckpointVerdict =
  /** The text is signed by the key. Whether the log agrees is another question: `Vault.verifyCheckpoint`. */
  | { readonly state: "signed"; readonly checkpoint: Checkpoint; readonly problem: null }
  | { readonly state: "not-signed"; readonly checkpoint: Checkpoint; readonly problem: SignatureProblem }
  | { readonly state: "unreadable"; readonly checkpoint: null; readonly problem: CheckpointProblem };

/** Whether the holder of this Ed25519 key signed the note as the device of its chain. */
export function verifyCheckpoint(
  primitives: Primitives,
  source: Uint8Array | string,
  publicKey: Uint8Array,
): CheckpointVerdict {
  const { checkpoint, note, problem } = parseCheckpoint(source);
  if (checkpoint === null) return { state: "unreadable", checkpoint, problem };
  const unsigned = verifyNote(primitives, note, { name: checkpoint.origin, publicKey });
  return unsigned === null
    ? { state: "signed", checkpoint, problem: null }
    : { state: "not-signed", checkpoint, problem: unsigned };
}

export type CheckpointClaim = Pick<Checkpoint, "vault" | "chain" | "size" | "root">;

/** The note, with one line of signature by the device of the chain. */
export function signCheckpoint(
  primitives: Primitives,
  keys: SigningKeyPair,
  { vault, chain, size, root }: CheckpointClaim,
): string {
  const name = originOf(vault, chain);
  const text = `${name}\n${size}\n${encodeBase64(root)}\n`;
  const bytes = primitives.ed25519.sign(keys.secret.expose(), encodeUtf8(text));
  const keyId = keyIdOf(primitives, { name, publicKey: keys.publicKey });
  return encodeNote({ text, signatures: [{ name, keyId, bytes }] });
}

export function originOf(vault: VaultId, chain: ChainId): string {
  return `tocsin/${vault}/${chain}`;
}

function originToNames(origin: string): Pick<Checkpoint, "vault" | "chain"> | null {
  const [, vault, chain] = /^tocsin\/([0-9a-f]{64})\/([0-9a-f]{32})$/.exec(origin) ?? [];
  if (vault === undefined || chain === undefined) return null;
  return { vault: vault as VaultId, chain: chain as ChainId };
}

function rootOf(text: string): Uint8Array | null {
  try {
    const bytes = parseBase64(text);
    return bytes.length === 32 ? bytes : null;
  } catch {
    return null;
  }
}

function refused(problem: CheckpointProblem): CheckpointReading {
  return { checkpoint: null, note: null, problem };
}
