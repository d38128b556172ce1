// What proves operations without any key: their contents and salts, and the signed headers that they lead to
// (docs/formats/bundle.md, sections 4 and 5).
import type { ChainId, CommitHash, DeviceId, VaultId } from "../ids.ts";

/** A commit's header as it was hashed and signed, without its leaves. */
export interface ProvedCommit {
  readonly hash: CommitHash;
  readonly header: Uint8Array;
  readonly signatures: readonly {
    readonly kind: number;
    readonly device: DeviceId;
    readonly bytes: Uint8Array;
  }[];
  /** To the chain root of the last commit of its chain that is here; null for that one itself. */
  readonly path: readonly Uint8Array[] | null;
}

/** With what its header says about its place. */
export interface LocatedCommit extends ProvedCommit {
  readonly chain: ChainId;
  readonly sequence: number;
}

export interface ProvedOperation {
  readonly commit: CommitHash;
  readonly index: number;
  /** 32 bytes; none for an operation about devices and keys. */
  readonly salt: Uint8Array;
  /** As it was sealed: type, flags, claimed time, bytes. */
  readonly content: Uint8Array;
  /** SHA-256 of its sealed body, which stays behind. */
  readonly body: Uint8Array;
  /** To the leaf root of its commit. */
  readonly path: readonly Uint8Array[];
}

export interface Proof {
  readonly vault: VaultId;
  /** By chain, then sequence. */
  readonly commits: readonly LocatedCommit[];
  /** Those about devices first, then in the order in which they were asked for. */
  readonly operations: readonly ProvedOperation[];
}

export interface ProveOptions {
  /** Operations done and to do. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}
