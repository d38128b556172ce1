// Checkpoints of an open vault: made over what is durable, held against what the log has, with the proofs that tie a
// commit to one. Format: docs/formats/checkpoint.md.
import { isEqualBytes, parseHex } from "@tocsin/core";
import { inclusionProof, leafHash, type Primitives } from "@tocsin/crypto";
import { parseCheckpoint, signCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
import type {
  Checkpoints,
  CommitProof,
  HeldCheckpoint,
  HeldCheckpointState,
  MadeCheckpoint,
} from "./checkpoint-types.ts";
import { VaultError } from "./errors.ts";
import type { ChainState, LogGraph } from "./graph.ts";
import type { OwnKeys } from "./keyring.ts";
import type { ChainId, DeviceId, VaultId } from "./ids.ts";
import { signStatement } from "./statement.ts";

export interface CheckpointParts {
  readonly primitives: Primitives;
  readonly graph: LogGraph;
  readonly vault: VaultId;
  readonly own: OwnKeys;
  /** The chain that this device writes. */
  readonly ownChain: ChainId;
  readonly verifyingKey: (device: DeviceId) => Uint8Array | undefined;
  readonly checkOpen: () => void;
}

export function createCheckpoints(parts: CheckpointParts): Checkpoints {
  return {
    signStatement(about, lines) {
      parts.checkOpen();
      const { primitives, own, vault, ownChain: chain } = parts;
      const said = { about, vault, chain, lines };
      return {
        ...said,
        note: signStatement(primitives, own.signing, said),
        publicKey: own.signing.publicKey,
      };
    },
    checkpoint(chain = parts.ownChain) {
      parts.checkOpen();
      return make(parts, chain);
    },
    verifyCheckpoint(note) {
      parts.checkOpen();
      return hold(parts, note);
    },
    proveCommit({ chain, sequence }, size) {
      parts.checkOpen();
      return prove(parts, { chain, sequence, size });
    },
  };
}

function make({ primitives, own, graph, vault }: CheckpointParts, chain: ChainId): MadeCheckpoint {
  const state = graph.chainState(chain);
  if (state === undefined || state.head === null)
    throw new VaultError("vault.not-found", "Cannot make checkpoint: the chain has no commit");
  const { header, hash } = state.head;
  if (!state.isIntact || state.tree.size !== header.sequence) throw unprovable("make checkpoint");
  if (header.device !== own.id)
    throw new VaultError("vault.unreadable", "Cannot make checkpoint: another device holds the chain's key");
  const claim = { vault, chain, size: header.sequence, root: state.tree.root() };
  const note = signCheckpoint(primitives, own.signing, claim);
  const { publicKey } = own.signing;
  const origin = note.slice(0, note.indexOf("\n"));
  return { ...claim, origin, note, commit: hash, device: header.device, publicKey };
}

function hold(parts: CheckpointParts, source: Uint8Array | string): HeldCheckpoint {
  const { primitives, graph, vault } = parts;
  const { checkpoint, problem } = parseCheckpoint(source);
  if (checkpoint === null) return { state: "unreadable", checkpoint, problem };
  const verdict = (state: HeldCheckpointState): HeldCheckpoint => ({ state, checkpoint, problem: null });
  if (checkpoint.vault !== vault) return verdict("other-vault");
  const chain = graph.chainState(checkpoint.chain);
  const device = chain?.head?.header.device;
  const publicKey = device === undefined ? undefined : parts.verifyingKey(device);
  if (chain === undefined || publicKey === undefined) return verdict("unknown-chain");
  const { state, problem: unsigned } = verifyCheckpoint(primitives, source, publicKey);
  if (state !== "signed") return { state, checkpoint, problem: unsigned };
  const root = rootAt(chain, checkpoint.size);
  if (root === null) return verdict(chain.isIntact ? "ahead" : "broken-chain");
  return verdict(isEqualBytes(root, checkpoint.root) ? "confirmed" : "contradicted");
}

/** The root over the first `size` commits; null where they are not all held and linked. */
function rootAt(chain: ChainState, size: number): Uint8Array | null {
  if (size === chain.tree.size) return chain.tree.root();
  // The next commit carries the root over those before it, and was checked against them when it was appended.
  return size < chain.tree.size ? (chain.entries.get(size + 1)?.header.chainRoot ?? null) : null;
}

interface ProofInput {
  readonly chain: ChainId;
  readonly sequence: number;
  readonly size: number;
}

function prove({ primitives, graph }: CheckpointParts, { chain, sequence, size }: ProofInput): CommitProof {
  const state = graph.chainState(chain);
  const commit = state?.entries.get(sequence)?.hash;
  if (state === undefined || commit === undefined || sequence > size || !state.entries.has(size))
    throw new VaultError("vault.not-found", "Cannot prove commit: the log has none there, or not so many");
  if (size > state.tree.size) throw unprovable("prove commit");
  const leaves = Array.from({ length: size }, (_, index) =>
    leafHash(primitives, parseHex(state.entries.get(index + 1)?.hash ?? "")),
  );
  const index = sequence - 1;
  return { chain, sequence, commit, index, size, proof: inclusionProof(primitives, leaves, index) };
}

function unprovable(action: string): VaultError {
  return new VaultError("vault.unreadable", `Cannot ${action}: a commit before is missing or does not link`);
}
