// Writes commits at the end of one chain. Nothing counts as written before `sync` has returned.
import { concatBytes, encodeHex, parseHex } from "@tocsin/core";
import { type GrowingTree, leafHash, type Primitives, type SecretKey, signMessage } from "@tocsin/crypto";
import {
  type CommitHeader,
  type CommitSignature,
  encodeCommit,
  encodeHeader,
  type FrontierEntry,
  hashHeader,
  leafRootOf,
  signatureKinds,
} from "./commit.ts";
import { createRoom } from "./binary.ts";
import { encodeContents } from "./contents.ts";
import { VaultError } from "./errors.ts";
import { labels, limits, noBytes } from "./format.ts";
import { encodeFrame, encodeOpening, frameTypes } from "./frame.ts";
import type { OwnKeys } from "./keyring.ts";
import {
  clearOperation,
  type Content,
  contentTypes,
  createSlotContext,
  type EpochKey,
  sealOperation,
} from "./operation.ts";
import type { LogStore } from "./ports.ts";
import type { CommitPlace, FoundCommit } from "./found-commit.ts";
import type { ChainId, CommitHash, DeviceId } from "./types.ts";

/** Where a chain goes on. */
export interface ChainEnd {
  readonly chain: ChainId;
  /** Of the last commit; 0 when there is none. */
  readonly sequence: number;
  /** Hash of the last commit, or what the first must name. */
  readonly previous: CommitHash;
  readonly tree: GrowingTree;
  /** Segment to append to, and its bytes so far: 0 for one that is yet to be made. */
  readonly segment: number;
  readonly size: number;
}

/** Signs beside the device, under a label of its own. */
export interface Cosigner {
  readonly kind: number;
  readonly id: DeviceId;
  readonly secret: SecretKey<"ed25519">;
  readonly label: string;
}

export interface CommitDraft {
  readonly contents: readonly Content[];
  readonly epoch: EpochKey;
  readonly frontier: readonly FrontierEntry[];
  readonly step: { readonly id: string; readonly number: number; readonly isLast: boolean } | null;
  readonly cosigner?: Cosigner;
}

export interface ChainWriter {
  readonly chain: ChainId;
  /** Appends a commit; not durable yet. */
  append(draft: CommitDraft): Promise<FoundCommit>;
  /** Makes every commit appended so far durable. Both throw `vault.not-durable`. */
  sync(): Promise<void>;
  /** Takes in the size of a segment that was written anew. */
  resized(segment: number, size: number): void;
}

export interface WriterInput {
  readonly primitives: Primitives;
  readonly log: LogStore;
  readonly own: OwnKeys;
  readonly end: ChainEnd;
}

/** Bytes that wait for one write. */
const writeLength = 262_144;
/** For what is sealed of one commit, before it goes into its frame. */
const roomLength = 16_384;

export function createChainWriter(input: WriterInput): ChainWriter {
  const { primitives, own } = input;
  const { chain } = input.end;
  const tree = input.end.tree.copy();
  const segments = createSegmentWriter(input);
  let { sequence, previous } = input.end;

  return {
    chain,
    async append(draft) {
      const position = { chain, sequence: sequence + 1, previous, chainRoot: tree.root() };
      const { header, hash, bytes } = composeCommit(primitives, own, { draft, position });
      const place = await segments.store(bytes);
      sequence += 1;
      previous = hash;
      tree.append(leafHash(primitives, parseHex(hash)));
      const hasControl = draft.contents.some(({ type }) => type >= contentTypes.control);
      const signatures = draft.cosigner === undefined ? 1 : 2;
      return { header, hash, place, hasControl, signatures };
    },
    sync: segments.sync,
    resized: segments.resized,
  };
}

interface SegmentWriter extends Pick<ChainWriter, "sync" | "resized"> {
  /** Puts both frames of a commit in line; tells where they will stand. */
  store(bytes: Uint8Array): Promise<CommitPlace>;
}

/** Commits are written together, while the next ones are being composed. */
function createSegmentWriter({ log, end }: Pick<WriterInput, "log" | "end">): SegmentWriter {
  const { chain } = end;
  let { segment, size } = end;
  let waiting: Uint8Array[] = [];
  let waitingLength = 0;
  let writing: Promise<void> = Promise.resolve();
  const unsynced = new Set<number>();
  let isBroken = false;

  // After one failure nothing says what the disk holds: syncing again could succeed and still have lost bytes.
  const durably = async (work: () => Promise<void>): Promise<void> => {
    try {
      if (isBroken) throw new Error("An earlier write failed");
      await work();
    } catch (cause) {
      isBroken = true;
      throw new VaultError("vault.not-durable", "Cannot write log: its bytes may not be on the disk", {
        cause,
      });
    }
  };
  /** Starts the next write once the one before has ended. */
  const flush = async (): Promise<void> => {
    await writing;
    if (waitingLength === 0) return;
    const name = { chain, number: segment };
    const bytes = concatBytes(...waiting);
    [waiting, waitingLength] = [[], 0];
    unsynced.add(segment);
    writing = durably(() => log.append(name, bytes));
    // A failure shows at the next flush; until then it must not count as unhandled.
    writing.catch(() => {});
  };

  return {
    async store(bytes) {
      if (size >= limits.segment) {
        await flush();
        [segment, size] = [segment + 1, 0];
      }
      const start = size === 0 ? encodeOpening({ chain, number: segment }) : noBytes;
      const place = { segment, offset: size + start.length, length: bytes.length };
      waiting.push(start, bytes);
      waitingLength += start.length + bytes.length;
      size = place.offset + bytes.length;
      if (waitingLength >= writeLength) await flush();
      return place;
    },
    async sync() {
      await flush();
      await writing;
      for (const number of unsynced) await durably(() => log.sync({ chain, number }));
      unsynced.clear();
    },
    resized(changed, bytes) {
      if (changed === segment) size = bytes;
    },
  };
}

interface ComposeInput {
  readonly draft: CommitDraft;
  readonly position: {
    readonly chain: ChainId;
    readonly sequence: number;
    readonly previous: CommitHash;
    readonly chainRoot: Uint8Array;
  };
}

interface Composed {
  readonly header: CommitHeader;
  readonly hash: CommitHash;
  /** Both frames: contents, then commit. */
  readonly bytes: Uint8Array;
}

function composeCommit(primitives: Primitives, own: OwnKeys, input: ComposeInput): Composed {
  const { draft, position } = input;
  const { chain, sequence } = position;
  const slotContext = createSlotContext(position);
  const shared = { epoch: draft.epoch, slotContext, room: createRoom(roomLength) };
  const operations = draft.contents.map((content, index) =>
    content.type >= contentTypes.control
      ? clearOperation(primitives, content)
      : sealOperation(primitives, content, { ...shared, position: { chain, sequence, index } }),
  );
  const leaves = operations.map(({ leaf }) => leaf);
  const header: CommitHeader = {
    ...position,
    device: own.id,
    epoch: draft.epoch.id,
    step: draft.step?.id ?? null,
    numberInStep: draft.step?.number ?? 0,
    isLastOfStep: draft.step?.isLast ?? false,
    leafRoot: leafRootOf(primitives, leaves),
    count: operations.length,
    frontier: draft.frontier,
  };
  const encoded = encodeHeader(header);
  const hash = hashHeader(primitives, encoded);
  const signatures = signaturesOf(primitives, own, { hash, cosigner: draft.cosigner });
  const contents = encodeContents({ chain, sequence, operations });
  const bytes = concatBytes(
    encodeFrame(primitives, frameTypes.contents, contents),
    encodeFrame(primitives, frameTypes.commit, encodeCommit(encoded, leaves, signatures)),
  );
  return { header, hash, bytes };
}

function signaturesOf(
  primitives: Primitives,
  own: OwnKeys,
  { hash, cosigner }: { readonly hash: CommitHash; readonly cosigner: Cosigner | undefined },
): readonly CommitSignature[] {
  const message = parseHex(hash);
  const writer = signMessage(primitives, own.signing.secret, { label: labels.commit, message });
  const first = { kind: signatureKinds.ed25519, device: own.id, bytes: writer };
  if (cosigner === undefined) return [first];
  const { kind, id, secret, label } = cosigner;
  return [first, { kind, device: id, bytes: signMessage(primitives, secret, { label, message }) }];
}

export function createChainId(primitives: Primitives): ChainId {
  return encodeHex(primitives.random(16)) as ChainId;
}
