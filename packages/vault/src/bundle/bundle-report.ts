// What a check of a bundle found: every failure with its place, and what holds and what nobody can know from it.
import type { Json } from "@tocsin/core";
import type { ChainId, CommitHash, DeviceId, VaultId } from "../types.ts";
import type { BundleDocument, Exhibit, OperationPlace } from "./document.ts";

export type BundleFailureKind =
  /** A file that a bundle must have, or that a manifest names. */
  | "missing-file"
  /** A file that no manifest names, or that no bundle has. */
  | "unexpected-file"
  /** A file, line or list beyond its limit: not read. */
  | "too-large"
  /** Bytes other than those that the manifest names. */
  | "hash-differs"
  /** Not written as the format says. */
  | "malformed"
  /** The vault's first commit is not here, or does not give the vault's id. */
  | "no-founding"
  /** The bytes of a commit's header do not give its hash. */
  | "commit-hash-differs"
  /** A second line about one commit or operation. */
  | "twice"
  /** The path does not lead to the chain root that the last commit of the chain names. */
  | "not-in-chain"
  /** A chain whose first commit is not here, or names another vault. */
  | "other-vault"
  | "unknown-device"
  | "bad-signature"
  /** A commit of a removed device, behind the last one that counts. */
  | "after-removal"
  /** Content, salt and path do not lead to the leaf root of the commit. */
  | "not-in-commit"
  /** An operation whose commit is not here. */
  | "no-commit"
  /** An operation that bundle.json names and that is not here, or the other way round. */
  | "selection-differs"
  /** No operation of the release names the hash of bundle.json. */
  | "not-released"
  /** The operation of an exhibit does not name this file with this hash and size. */
  | "exhibit-not-named"
  /** Sealed bytes that do not open, or only in part. */
  | "exhibit-damaged"
  /** Opened bytes with another hash or size than the operation names. */
  | "exhibit-differs"
  /** A checkpoint that the chain's device did not sign, or that does not cover a commit that it is said to cover. */
  | "bad-checkpoint";

export interface BundleFailure {
  readonly kind: BundleFailureKind;
  readonly path: string | null;
  /** From 1. */
  readonly line: number | null;
  readonly commit: CommitHash | null;
  readonly index: number | null;
}

export interface CheckedCommit {
  readonly hash: CommitHash;
  readonly chain: ChainId;
  readonly sequence: number;
  readonly device: DeviceId;
  /** Signed by a device that may write, and in its place in a chain of this vault. */
  readonly holds: boolean;
}

export interface CheckedOperation extends OperationPlace {
  readonly type: number;
  /** Milliseconds since 1970, as the writer claimed. */
  readonly at: number;
  /** Null where it is not canonical JSON. */
  readonly payload: Json | null;
  /** In its commit, and the commit holds. */
  readonly holds: boolean;
}

export type ExhibitState =
  /** Opened, and its bytes are those that the signed operation names. */
  | "fits"
  /** Opened, and its bytes are others. */
  | "differs"
  /** Does not open, or only in part. */
  | "damaged"
  /** Sealed to somebody whose identity was not given: neither opened nor compared. */
  | "not-opened"
  | "missing";

export interface CheckedExhibit {
  readonly exhibit: Exhibit;
  readonly state: ExhibitState;
  /** Whether the operation that is said to name it does, and holds. */
  readonly isNamed: boolean;
}

/** A note that the device of a chain signed. Its timestamp is not checked here. */
export interface CheckedCheckpoint {
  /** Names its files: `data/checkpoints/<id>.note`. */
  readonly id: string;
  readonly chain: ChainId;
  /** Commits that its root covers. */
  readonly size: number;
  /** Commits of this bundle that are proved to be among them. */
  readonly covers: number;
  /** Whether an answer of a time-stamping authority lies beside it. */
  readonly hasTimestamp: boolean;
}

/** Sentences of the catalogue: `bundle.proved.<key>`. */
export type ProvedKey = "files" | "entries" | "chains" | "signatures" | "exhibits" | "release";
/** Sentences of the catalogue: `bundle.unproved.<key>`. */
export type UnprovedKey =
  | "person"
  | "times"
  | "complete"
  | "true"
  | "key"
  | "vault"
  | "history"
  | "removals"
  | "pages"
  | "recipients";

export interface BundleReport {
  readonly vault: VaultId;
  readonly document: BundleDocument;
  /** Files and bytes that were read. */
  readonly files: number;
  readonly bytes: number;
  readonly commits: readonly CheckedCommit[];
  readonly operations: readonly CheckedOperation[];
  readonly exhibits: readonly CheckedExhibit[];
  readonly checkpoints: readonly CheckedCheckpoint[];
  /** Devices whose signatures were checked. */
  readonly devices: readonly DeviceId[];
  readonly failures: readonly BundleFailure[];
  /** Failures beyond those that are listed. */
  readonly moreFailures: number;
  readonly proved: readonly ProvedKey[];
  readonly unproved: readonly UnprovedKey[];
}

export interface FailureBook {
  note(kind: BundleFailureKind, place?: Partial<Omit<BundleFailure, "kind">>): void;
  all(): readonly BundleFailure[];
  more(): number;
  has(...kinds: readonly BundleFailureKind[]): boolean;
}

const mostListed = 1_000;

export function createFailureBook(): FailureBook {
  const failures: BundleFailure[] = [];
  const kinds = new Set<BundleFailureKind>();
  let more = 0;
  return {
    note(kind, { path = null, line = null, commit = null, index = null } = {}) {
      kinds.add(kind);
      if (failures.length < mostListed) failures.push({ kind, path, line, commit, index });
      else more += 1;
    },
    all: () => failures,
    more: () => more,
    has: (...some) => some.some((kind) => kinds.has(kind)),
  };
}
