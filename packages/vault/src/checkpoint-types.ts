// What a checkpoint says, and what an open vault does with it. Format: docs/formats/checkpoint.md.
import type { ChainId, CommitHash, DeviceId, VaultId } from "./ids.ts";
import type { NoteProblem, SignatureProblem } from "./signed-note.ts";
import type { MadeStatement, StatementAbout } from "./statement.ts";

/** What a checkpoint says. */
export interface Checkpoint {
  /** `tocsin/<vault>/<chain>`: the first line, and the name of the key that signs. */
  readonly origin: string;
  readonly vault: VaultId;
  readonly chain: ChainId;
  /** Commits that the root covers, from the chain's first; 1 or more. */
  readonly size: number;
  /** RFC 6962 root over the hashes of these commits. */
  readonly root: Uint8Array;
}

export type CheckpointProblem =
  | NoteProblem
  /** The first line is not `tocsin/<vault>/<chain>`. */
  | "bad-origin"
  /** Not a whole number from 1 to 2^53 - 1 as it would be written. */
  | "bad-size"
  /** Not 32 bytes in base64. */
  | "bad-root"
  /** More or fewer than three lines. */
  | "bad-lines";

export interface MadeCheckpoint extends Checkpoint {
  /** The checkpoint itself: what is kept, printed, timestamped. */
  readonly note: string;
  /** Hash of the newest commit that it covers. */
  readonly commit: CommitHash;
  readonly device: DeviceId;
  /** Ed25519 key of the device, 32 bytes. */
  readonly publicKey: Uint8Array;
}

export type HeldCheckpointState =
  /** Signed by the chain's device, and the log has the same commits. */
  | "confirmed"
  /** Signed by the chain's device, and the log has other commits: something was exchanged. */
  | "contradicted"
  /** Signed by the chain's device, and covers commits that the log does not hold: something is gone. */
  | "ahead"
  /** The log holds nothing to compare with: a commit before the checkpoint's end is missing or does not link. */
  | "broken-chain"
  | "not-signed"
  | "unreadable"
  | "other-vault"
  | "unknown-chain";

/** A checkpoint held against the log of this vault. */
export interface HeldCheckpoint {
  readonly state: HeldCheckpointState;
  readonly checkpoint: Checkpoint | null;
  readonly problem: CheckpointProblem | SignatureProblem | null;
}

/** Ties one commit to a checkpoint. Leaf: SHA-256(0x00, commit hash). */
export interface CommitProof {
  readonly chain: ChainId;
  readonly sequence: number;
  readonly commit: CommitHash;
  /** Of the leaf: sequence - 1. */
  readonly index: number;
  readonly size: number;
  /** Hashes of RFC 6962, lowest first; `verifyInclusion` takes them. */
  readonly proof: readonly Uint8Array[];
}

export interface Checkpoints {
  /**
   * Signs lines about bytes outside the log with the device's key, under an origin that no checkpoint has. Throws
   * `RangeError` on a line that is empty or holds a control character.
   */
  signStatement(about: StatementAbout, lines: readonly string[]): MadeStatement;
  /**
   * Signs the present root of a chain that this device writes or wrote: its own unless told. Throws `vault.not-found`
   * for a chain without commits, `vault.unreadable` for one with a gap or of another device.
   */
  checkpoint(chain?: ChainId): MadeCheckpoint;
  /** Never throws for what the note is: that is in the result. */
  verifyCheckpoint(note: Uint8Array | string): HeldCheckpoint;
  /** Throws `vault.not-found` where the commit or the size is not held, `vault.unreadable` behind a gap. */
  proveCommit(commit: { readonly chain: ChainId; readonly sequence: number }, size: number): CommitProof;
}
