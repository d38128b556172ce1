// What a vault offers and what it is made of, as seen from outside. Format: docs/formats/vault.md.
import type { Clock } from "@tocsin/core";
import type { Primitives, RangeReader, SecretKey } from "@tocsin/crypto";
import type { Proof, ProveOptions } from "./bundle/proof.ts";
import type { Checkpoints } from "./checkpoint-types.ts";
import type { ChainId, CommitHash, DeviceId, EvidenceName, VaultId } from "./ids.ts";
import type { CreateSealer } from "./evidence-sealer.ts";
import type { BlobStore, DeviceStore, IndexStore, LogStore } from "./ports.ts";

export type { ChainId, CommitHash, DeviceId, EvidenceName, VaultId } from "./ids.ts";

/** Everything that a vault needs from its surroundings. */
export interface VaultPorts {
  readonly primitives: Primitives;
  readonly clock: Clock;
  readonly log: LogStore;
  readonly blobs: BlobStore;
  readonly device: DeviceStore;
  /** Without it, every opening reads the whole log. */
  readonly index?: IndexStore;
  /** Hashes and seals evidence elsewhere than in the calling thread, where that is to be had. */
  readonly createSealer?: CreateSealer;
  /**
   * Called before the projection's key is replaced, which waits for it: for what is sealed under a key that follows from it.
   * A program that ends meanwhile opens under `old` again, or under `next`. The keys are the vault's: they are not kept.
   */
  readonly beforeRenewal?: (renewal: ProjectionRenewal) => Promise<void>;
}

export interface ProjectionRenewal {
  readonly vault: VaultId;
  readonly old: SecretKey<"projection">;
  readonly next: SecretKey<"projection">;
}

/** Cost of Argon2id. Reading refuses what exceeds `passphraseLimits`. */
export interface PassphraseCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

export interface CreateVaultOptions {
  readonly passphrase: string;
  /** Shown to people; kept sealed in the device file only. */
  readonly deviceName: string;
  /** 64 MiB, 3 passes, 1 lane unless told. Lower only in tests. */
  readonly cost?: PassphraseCost;
  /** Makes a recovery identity. The caller shows the secret to a person, and wipes it; nothing of it is stored. */
  readonly recovery?: SecretKey<"recovery">;
}

export interface RecoverVaultOptions extends Omit<CreateVaultOptions, "recovery"> {
  readonly recovery: SecretKey<"recovery">;
}

/** Why this device went on in a new chain when the vault was opened. */
export type NewChainReason =
  /** The folder is not where the device file was written: it was copied or restored. */
  | "copied"
  /** The log ends before, or beside, where this device had closed it: an older copy was put in its place. */
  | "rolled-back"
  /** A commit of the device's own chain is missing or does not link. */
  | "damaged"
  /** The device was admitted by the recovery identity just now. */
  | "recovered";

export const erasureGrounds = ["consent", "retention", "mistake"] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

export interface ErasureRequest {
  readonly operations: readonly Position[];
  readonly evidence: readonly EvidenceName[];
  readonly ground: ErasureGround;
  /** What people write about it, sealed, in the same act. */
  readonly payloads?: readonly Uint8Array[];
}

export interface ErasureProgress {
  /** Bytes of segments done and to do. */
  readonly done: number;
  readonly total: number;
}

export interface WorkOptions<Progress> {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface FinishErasureOptions extends WorkOptions<ErasureProgress> {
  /** Also what was carried out before: for segments that came back from an older copy. */
  readonly again?: boolean;
}

export interface ErasureReport {
  readonly operations: number;
  readonly evidence: number;
  /** Stamps of the payloads that were written with it. */
  readonly stamps: readonly Stamp[];
}

/** Where an operation stands in the log. */
export interface Position {
  readonly chain: ChainId;
  /** From 1. */
  readonly sequence: number;
  /** Within its commit, from 0. */
  readonly index: number;
}

/** Position, order and claims of one operation. */
export interface Stamp extends Position {
  /** Longest way back to the vault's first commit, which has depth 1. */
  readonly depth: number;
  readonly commit: CommitHash;
  readonly device: DeviceId;
  /** Milliseconds since 1970, as the writer claimed: a claim, never an order. */
  readonly at: number;
  /** The highest sequence of each chain that this commit had seen, through others too, its own included. */
  readonly seen: ReadonlyMap<ChainId, number>;
}

export interface CommitInfo {
  readonly chain: ChainId;
  readonly device: DeviceId;
  /** Stamps of the payloads, in the order in which they were given. */
  readonly stamps: readonly Stamp[];
  /** How many commits it took: more than one share a step. */
  readonly commits: number;
  /** 32 hexadecimal characters, or null for an act that fits in one commit. */
  readonly step: string | null;
}

export interface StepInfo {
  readonly chain: ChainId;
  readonly step: string;
  readonly commits: number;
  readonly operations: number;
  /** Sequence of the first and of the last commit of the step. */
  readonly from: number;
  readonly to: number;
}

/** A payload with what was kept of its life in another vault, when it was imported. */
export interface OpenOperation {
  readonly state: "open";
  readonly stamp: Stamp;
  readonly payload: Uint8Array;
  /** The stamp that it had in the vault that it comes from; null for an operation written here. */
  readonly origin: Stamp | null;
  /** A reader that does not understand this payload must not publish what it belongs to. */
  readonly critical: boolean;
}

/** An operation whose content is out of reach. `at` of its stamp is 0: the claim is sealed with it. */
export interface ClosedOperation {
  /**
   * `erased`: by an erasure that the log names; `missing`: slot or body is not here; `no-key`: sealed to others;
   * `damaged`: it does not match its digest; `unknown`: a type of a later version, kept as it is.
   */
  readonly state: "erased" | "missing" | "no-key" | "damaged" | "unknown";
  readonly stamp: Stamp;
}

export type ReplayedOperation = OpenOperation | ClosedOperation;

export interface ReplayedCommit {
  readonly chain: ChainId;
  readonly sequence: number;
  readonly commit: CommitHash;
  readonly depth: number;
  readonly device: DeviceId;
  readonly step: string | null;
  /** Operations of people only; those about devices and keys stay inside the vault. */
  readonly operations: readonly ReplayedOperation[];
}

export type ProblemKind =
  /** Bytes that are no frame, with valid frames after them. */
  | "damaged-frame"
  /** Bytes at the end of a chain that never became a commit: cut, and kept aside. */
  | "torn-tail"
  /** A frame or suite of a later version, kept unread. */
  | "unknown-frame"
  /** A frame that claims to be of another chain, or breaks a limit. */
  | "bad-header"
  /** Sequence numbers that nobody holds. */
  | "missing-commits"
  /** A commit that stands behind a later one in its file: read all the same. */
  | "out-of-place"
  /** The previous hash is not that of the commit before. */
  | "broken-link"
  /** A second commit with a sequence that is taken: set apart. */
  | "fork"
  /** A frontier that names a commit that is not held. */
  | "unseen-frontier"
  | "unknown-device"
  | "bad-signature"
  | "bad-leaf-root"
  | "bad-chain-root"
  /** A slot or body that does not match its digest, or does not open. */
  | "damaged-operation"
  /** A step without its end: none of it is applied. */
  | "incomplete-step"
  /** What a removed device wrote behind the last commit of it that counts: set apart. */
  | "after-removal"
  /** An erasure whose operations, or the keys under which they lay, are still there. */
  | "not-carried-out";

/** Something that the log is not as it should be in, with its place. Data, not an error. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly chain: ChainId;
  readonly segment: number | null;
  /** Byte offset in the segment file. */
  readonly offset: number | null;
  readonly sequence: number | null;
  readonly index: number | null;
  /** Bytes, commits or operations concerned, as the kind has it. */
  readonly count: number;
}

/** The newest commit of each chain. */
export type Heads = ReadonlyMap<ChainId, { readonly sequence: number; readonly hash: CommitHash }>;

export interface ReplayProgress {
  /** Commits done and to do. */
  readonly done: number;
  readonly total: number;
}

export interface ReplayOptions {
  /** Only what came after these. */
  readonly after?: Heads;
  readonly onProgress?: (progress: ReplayProgress) => void;
  readonly signal?: AbortSignal;
}

export interface CommitOptions {
  /** Payloads written so far. */
  readonly onProgress?: (done: number) => void;
  /** Aborting leaves a step without its end, which is never applied. */
  readonly signal?: AbortSignal;
  /** Marks every payload: a reader that does not understand it must not publish. */
  readonly critical?: boolean;
}

export interface EvidenceOptions {
  /** Plain bytes taken in so far. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
  /** Keeps a draft, so that the work can go on after the process was killed. */
  readonly draft?: DraftOptions;
  /** Goes on with this unfinished file. The source is read from its start and held against what is sealed already. */
  readonly resume?: EvidenceName;
}

export interface DraftOptions {
  /** What the caller will know the source by; kept sealed. */
  readonly hint: string;
  /** Plain bytes after which a draft is worth its two fsyncs; 16 MiB unless told. */
  readonly from?: number;
}

/** A sealed file that was not finished. */
export interface EvidenceDraft {
  readonly name: EvidenceName;
  /** Null when this device cannot go on with it: then it can only be discarded. */
  readonly hint: string | null;
  /** Bytes that are sealed so far. */
  readonly size: number;
}

/** What a commit must keep to find, open and check a sealed file. The passphrase is a secret. */
export interface EvidenceInfo {
  readonly name: EvidenceName;
  /** Of the plain bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Plain bytes. */
  readonly size: number;
  /** 43 characters; opens the file with the standard `age` tool. */
  readonly passphrase: string;
}

/** Random access to the plain bytes of a sealed file. Reads are synchronous. */
export interface EvidenceReader extends RangeReader {
  /** The whole file in pieces of 64 KiB. */
  stream(): Iterable<Uint8Array>;
  close(): void;
}

export interface VaultCounts {
  readonly chains: number;
  readonly commits: number;
  /** All operations, those about devices and keys included. */
  readonly operations: number;
}

export interface VaultDevice {
  readonly id: DeviceId;
  readonly name: string;
  /** The chain that this device writes. */
  readonly chain: ChainId;
  /** Null where the device goes on in the chain that it wrote before. */
  readonly newChain: NewChainReason | null;
}

/** What a check of everything found; the log is read anew from the disk for it. */
export interface LogReport {
  readonly chains: number;
  readonly commits: number;
  /** Operations by what became of them. */
  readonly operations: Readonly<Record<ReplayedOperation["state"], number>>;
  readonly problems: readonly Problem[];
  /** Whether the log on the disk still ends where this session left it. */
  readonly isCurrent: boolean;
}

/** An open vault. After `lock()` every call throws `vault.locked`; `id` and `device` stay. */
export interface Vault extends Checkpoints {
  readonly id: VaultId;
  readonly device: VaultDevice;
  /**
   * Writes one act and returns when it is durable. Up to 32 payloads are one commit; more share a step, which
   * applies whole. Concurrent calls queue and share their fsync.
   * Throws `vault.too-large` for a payload over 65,536 bytes, `vault.not-durable`, `vault.locked`.
   */
  commit(payloads: readonly Uint8Array[], options?: CommitOptions): Promise<CommitInfo>;
  /** As `commit`, for a source too long to hold. The source is read once; its failure leaves nothing applied. */
  commitStep(source: PayloadSource, options?: CommitOptions): Promise<StepInfo>;
  /** Every commit in the order of the log: depth, then chain, then hash. Findings go to `problems()`. */
  replay(options?: ReplayOptions): AsyncIterable<ReplayedCommit>;
  /** All operations of complete acts, in order. */
  allOperations(options?: ReplayOptions): AsyncIterable<ReplayedOperation>;
  /** One payload, read and checked anew. Throws `vault.not-found` or `vault.unreadable`. */
  read(position: Position): Promise<Uint8Array>;
  /** As `read`, with the stamp of the operation, what its writer had seen included. */
  readOperation(position: Position): Promise<OpenOperation>;
  /** What proves operations to somebody without keys: see docs/formats/bundle.md. Throws as `read` does. */
  prove(positions: readonly Position[], options?: ProveOptions): Promise<Proof>;
  heads(): Heads;
  counts(): VaultCounts;
  /** What opening, replaying and reading have found so far. */
  problems(): readonly Problem[];
  /** The key of the projection's present generation. */
  projectionKey(): SecretKey<"projection">;
  /** A fresh key for a projection that is built anew; the old one is gone when this returns. */
  renewProjectionKey(): Promise<SecretKey<"projection">>;
  /**
   * Seals a stream into a file, read once. Nothing is left behind when it fails. When it resumes, it throws
   * `vault.source-changed` for a source that is not what was sealed before, `vault.not-found` without a draft, and
   * `vault.in-use` for one that is being written.
   */
  addEvidence(source: AsyncIterable<Uint8Array>, options?: EvidenceOptions): Promise<EvidenceInfo>;
  /** Throws `vault.evidence-missing`, or `vault.evidence-damaged` with the offset. */
  openEvidence(evidence: Pick<EvidenceInfo, "name" | "passphrase">): Promise<EvidenceReader>;
  /** The bytes of a sealed file as they lie there. Throws `vault.evidence-missing`. */
  sealedEvidence(name: EvidenceName): AsyncIterable<Uint8Array>;
  /** Files that a process left unfinished; what is being written now is none. */
  evidenceDrafts(): Promise<readonly EvidenceDraft[]>;
  /** Removes a sealed file that no commit names; nothing happens when there is none. */
  discardEvidence(name: EvidenceName): Promise<void>;
  /** Sealed files, finished or not, whose names are not among `known`. */
  orphans(known: Iterable<string>): Promise<readonly string[]>;
  /**
   * Erases operations and sealed files for good: written as one act, then carried out, with the epochs' keys before it.
   * Throws `vault.not-found` for a position that the log has not, `vault.limit` for one about devices and keys. Stopped
   * on its way it counts all the same, and is gone on with when the vault is opened again, or by `finishErasure`.
   */
  erase(request: ErasureRequest, options?: WorkOptions<ErasureProgress>): Promise<ErasureReport>;
  /** Carries out what an erasure that was stopped has left. False when there was nothing. */
  finishErasure(options?: FinishErasureOptions): Promise<boolean>;
  /** Whether the vault has a recovery identity. */
  hasRecovery(): boolean;
  /** Reads the whole log from the disk again and checks everything in it. */
  verify(options?: WorkOptions<ReplayProgress>): Promise<LogReport>;
  /**
   * Throws `vault.wrong-passphrase` unless `current` opens the device file. Copies of the old file still open with the old
   * passphrase.
   */
  changePassphrase(current: string, next: string, cost?: PassphraseCost): Promise<void>;
  /** Drops the keys. What waits is refused; open evidence closes. */
  lock(): void;
  /** Locks, lets what is being written become durable, and closes the files. */
  close(): Promise<void>;
}

/** Payloads in order, each with the stamp it had elsewhere when it is imported. */
export type PayloadSource = AsyncIterable<ImportedPayload> | Iterable<ImportedPayload>;

export interface ImportedPayload {
  readonly payload: Uint8Array;
  readonly origin?: Stamp;
  readonly critical?: boolean;
}
