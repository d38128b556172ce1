// Reads one commit from its segment and checks it: signature, leaves, and each operation against its leaf.
import { isEqualBytes, isTocsinError, parseHex } from "@tocsin/core";
import { type Primitives, verifyMessage } from "@tocsin/crypto";
import { type Commit, leafRootOf, signatureKinds } from "./commit.ts";
import type { Contents } from "./contents.ts";
import { labels } from "./format.ts";
import { frameTypes, uncheckedFrameAt } from "./frame.ts";
import type { Entry } from "./graph.ts";
import type { Keyring } from "./keyring.ts";
import { controlOrUnknown } from "./control-parsing.ts";
import { keyInControls } from "./members.ts";
import { type Content, createSlotContext, isClear, openOperation, type SlotContext } from "./operation.ts";
import { contentToPayload } from "./origin.ts";
import type { LogStore, SegmentName } from "./ports.ts";
import type { ProblemBook, ProblemPlace } from "./problems.ts";
import { parseCommitFrame, parseContentsFrame } from "./segments.ts";
import type { ProblemKind, ReplayedOperation, Stamp } from "./types.ts";

/** Bytes of a segment; may read ahead. */
export type RangeSource = (segment: SegmentName, offset: number, length: number) => Promise<Uint8Array>;

export interface CommitReading {
  readonly primitives: Primitives;
  readonly keyring: Keyring;
  readonly problems: ProblemBook;
}

export interface VerifiedCommit {
  readonly commit: Commit;
  readonly contents: Contents | null;
  readonly slotContext: SlotContext;
}

/** Null, with the finding noted, for a commit that does not verify or does not count: nothing of it is applied. */
export async function readVerified(
  reading: CommitReading,
  entry: Entry,
  source: RangeSource,
): Promise<VerifiedCommit | null> {
  const before = entry.place;
  const verified = await readFrames(reading, entry, source);
  // An erasure can have written the segment anew while it was read.
  const read =
    verified === null && entry.place !== before ? await readFrames(reading, entry, source) : verified;
  if (read === null) return refuse(reading, entry, "damaged-frame");
  const problem = findProblem(reading, read);
  return problem === null ? read : refuse(reading, entry, problem);
}

/** Null where the bytes are not those of the commit. */
async function readFrames(
  { primitives }: CommitReading,
  entry: Entry,
  source: RangeSource,
): Promise<VerifiedCommit | null> {
  const { segment, offset, length } = entry.place;
  const bytes = await source({ chain: entry.header.chain, number: segment }, offset, length);
  // The frames' own checks were held when the log was opened; hash, signature and digests say more.
  const first = uncheckedFrameAt(bytes, 0);
  const isPair = first?.type === frameTypes.contents;
  const frame = isPair ? uncheckedFrameAt(bytes, first.length) : first;
  const commit = frame === null ? null : parseCommitFrame(primitives, frame.payload);
  if (commit === null || commit.hash !== entry.hash) return null;
  const contents = isPair ? parseContentsFrame(first, commit) : null;
  return { commit, contents, slotContext: createSlotContext(commit.header) };
}

function refuse(reading: CommitReading, entry: Entry, kind: ProblemKind): null {
  reading.problems.note(kind, { ...placeOf(entry), count: entry.header.count });
  return null;
}

function placeOf({ header, place }: Entry): ProblemPlace {
  return { chain: header.chain, segment: place.segment, offset: place.offset, sequence: header.sequence };
}

function findProblem(reading: CommitReading, verified: VerifiedCommit): ProblemKind | null {
  const { primitives, keyring } = reading;
  const { header, hash, leaves, signatures } = verified.commit;
  const publicKey = keyring.members.verifyingKey(header.device) ?? keyOfNewcomer(reading, verified);
  if (publicKey === undefined) return "unknown-device";
  const message = parseHex(hash);
  const isSigned = signatures.some(
    ({ kind, device, bytes }) =>
      kind === signatureKinds.ed25519 &&
      device === header.device &&
      verifyMessage(primitives, { publicKey, label: labels.commit, message, signature: bytes }),
  );
  if (!isSigned) return "bad-signature";
  if (!isEqualBytes(leafRootOf(primitives, leaves), header.leafRoot)) return "bad-leaf-root";
  return keyring.members.counts(header) ? null : "after-removal";
}

/**
 * A device that nobody knows may write the vault's first commit, which names it, and one that admits it, if the recovery
 * identity signed that too.
 */
function keyOfNewcomer(reading: CommitReading, verified: VerifiedCommit): Uint8Array | undefined {
  const { commit } = verified;
  const { members, vault } = reading.keyring;
  const type = commit.hash === vault ? "vault" : members.isRecoverySigned(commit) ? "admit" : null;
  if (type === null) return undefined;
  const controls = contentsOf(reading, verified)
    .map(controlOrUnknown)
    .filter((control) => control.type === type);
  return keyInControls(reading.primitives, commit.header.device, controls);
}

/** The control operations of a commit, opened. */
export function contentsOf(reading: CommitReading, verified: VerifiedCommit): readonly Content[] {
  const opened = verified.commit.leaves.map((_, index) => open(reading, { verified, index }));
  return opened.flatMap((result) =>
    result.state === "open" && result.content.type >= 0x80 ? [result.content] : [],
  );
}

interface OneOperation {
  readonly entry: Entry;
  readonly verified: VerifiedCommit;
  readonly index: number;
}

function open(
  reading: CommitReading,
  { verified, index }: Omit<OneOperation, "entry">,
): ReturnType<typeof openOperation> {
  const leaf = verified.commit.leaves[index];
  if (leaf === undefined) return { state: "missing" };
  const { chain, sequence } = verified.commit.header;
  const operation = verified.contents?.operations[index];
  // What an erasure says of control operations has no effect.
  const isControl = operation !== undefined && isClear(operation);
  if (!isControl && reading.keyring.erasures.isErased({ chain, sequence, index })) return { state: "erased" };
  return openOperation(reading.primitives, {
    operation,
    leaf,
    position: { chain, sequence, index },
    epochKey: reading.keyring.epochKey,
    slotContext: verified.slotContext,
  });
}

/** An operation of a commit with its salt, for proofs. */
export function openedAt(
  reading: CommitReading,
  one: Omit<OneOperation, "entry">,
): ReturnType<typeof openOperation> {
  return open(reading, one);
}

/** What people wrote in a commit, in order; control operations are left out. */
export function operationsOf(
  reading: CommitReading,
  entry: Entry,
  verified: VerifiedCommit,
): readonly ReplayedOperation[] {
  const seen = seenBy(entry);
  return verified.commit.leaves.flatMap((_, index) => {
    const operation = operationAt(reading, { entry, verified, index }, seen);
    return operation === null ? [] : [operation];
  });
}

/** Null for a control operation. */
export function operationAt(
  reading: CommitReading,
  one: OneOperation,
  seen: Stamp["seen"],
): ReplayedOperation | null {
  const result = open(reading, one);
  const stampWith = (at: number): Stamp => stampOf(one.entry, { index: one.index, at, seen });
  if (result.state === "ended") return null;
  if (result.state === "damaged") return damaged(reading, one, stampWith(0));
  if (result.state !== "open") return { state: result.state, stamp: stampWith(0) };
  const { content } = result;
  if (content.type >= 0x80) return null;
  try {
    const payload = contentToPayload(content);
    if (payload === null) return { state: "unknown", stamp: stampWith(0) };
    return { state: "open", stamp: stampWith(content.at), critical: content.isCritical, ...payload };
  } catch (cause) {
    if (isTocsinError(cause)) return damaged(reading, one, stampWith(0));
    throw cause;
  }
}

function damaged(reading: CommitReading, { entry, index }: OneOperation, stamp: Stamp): ReplayedOperation {
  reading.problems.note("damaged-operation", { ...placeOf(entry), index });
  return { state: "damaged", stamp };
}

export function seenBy(entry: Entry): Stamp["seen"] {
  return new Map(entry.others).set(entry.header.chain, entry.header.sequence);
}

export function stampOf(
  entry: Entry,
  operation: { readonly index: number; readonly at: number; readonly seen: Stamp["seen"] },
): Stamp {
  const { chain, sequence, device } = entry.header;
  return { chain, sequence, depth: entry.depth, commit: entry.hash, device, ...operation };
}

const aheadLength = 1_048_576;

/**
 * Reads segments of a log a stretch ahead: for callers that go on where they were, chain by chain. What was read before
 * the commits moved is read anew.
 */
export function createReadAhead(log: LogStore, generation: () => number): RangeSource {
  let read = generation();
  const held = new Map<
    string,
    { readonly segment: number; readonly offset: number; readonly bytes: Uint8Array }
  >();
  return async (segment, offset, length) => {
    if (generation() !== read) held.clear();
    read = generation();
    const window = held.get(segment.chain);
    const start = window === undefined ? -1 : offset - window.offset;
    if (window?.segment === segment.number && start >= 0 && start + length <= window.bytes.length)
      return window.bytes.subarray(start, start + length);
    const bytes = await log.read(segment, offset, Math.max(length, aheadLength));
    held.set(segment.chain, { segment: segment.number, offset, bytes });
    return bytes.subarray(0, length);
  };
}
