// What an opening found in the log, for the next one: which commits each segment holds, and the tree behind its last.
// Sealed to this device, so that nobody else can put another in its place; it says nothing that the log's own headers do
// not say, and can be thrown away.
import { encodeHex, encodeUtf8, isTocsinError, parseHex, parseUtf8 } from "@tocsin/core";
import {
  createKey,
  labelled,
  openWithNonce,
  type Primitives,
  sealWithNonce,
  type SecretKey,
} from "@tocsin/crypto";
import { type ByteReader, type ByteWriter, createByteReader, createByteWriter } from "./binary.ts";
import type { CommitHeader } from "./commit.ts";
import { labels, noBytes } from "./format.ts";
import type { FoundCommit } from "./found-commit.ts";
import type { ChainId, CommitHash, DeviceId, VaultId } from "./types.ts";

export interface IndexedSegment {
  readonly number: number;
  readonly size: number;
  /** `LogStore.stampOf` of the segment, as these commits were found in it. */
  readonly stamp: string;
  readonly commits: readonly FoundCommit[];
  /** Peaks of the chain's tree behind the last of them. */
  readonly peaks: readonly Uint8Array[];
}

/** The segments of an intact chain from its first on: sequences go up by one from 1, and every link was checked. */
export interface IndexedChain {
  readonly chain: ChainId;
  readonly segments: readonly IndexedSegment[];
}

export type IndexKey = SecretKey<"log-index">;

const version = 1;
const fixedLength = 126;
const frontierLength = 56;

export function createIndexKey(primitives: Primitives, device: SecretKey<"device">): IndexKey {
  const info = labelled(labels.logIndex);
  const key = primitives.hkdfSha256({ key: device.expose(), salt: noBytes, info, length: 32 });
  return createKey("log-index", key);
}

interface IndexPlace {
  readonly key: IndexKey;
  readonly vault: VaultId;
}

export function sealLogIndex(
  primitives: Primitives,
  { key, vault }: IndexPlace,
  chains: readonly IndexedChain[],
): Uint8Array {
  return sealWithNonce(primitives, { key, bytes: encodeIndex(chains), context: contextOf(vault) });
}

/** Empty for anything but an index of this version that this device sealed for this vault. */
export function openLogIndex(
  primitives: Primitives,
  { key, vault }: IndexPlace,
  sealed: Uint8Array,
): ReadonlyMap<ChainId, IndexedChain> {
  const bytes = openWithNonce(primitives, { key, bytes: sealed, context: contextOf(vault) });
  if (bytes === null || bytes[0] !== version) return new Map();
  try {
    return new Map(readIndex(bytes).map((chain) => [chain.chain, chain]));
  } catch (cause) {
    if (isTocsinError(cause)) return new Map();
    throw cause;
  }
}

function contextOf(vault: VaultId): Uint8Array {
  return labelled(labels.logIndex, parseHex(vault));
}

/** Ids come up again and again: each is written once, and named by its number. */
function createIdTable(): { numberOf(id: string | null): number; ids(): readonly string[] } {
  const numbers = new Map<string, number>();
  return {
    numberOf(id) {
      if (id === null) return 0;
      const known = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, known);
      return known;
    },
    ids: () => [...numbers.keys()],
  };
}

function encodeIndex(chains: readonly IndexedChain[]): Uint8Array {
  const table = createIdTable();
  for (const { segments } of chains)
    for (const { commits } of segments)
      for (const { header } of commits)
        for (const id of [header.device, header.epoch, header.step]) table.numberOf(id);
  const ids = table.ids().map((id) => parseHex(id));
  const length = ids.reduce((sum, id) => sum + 1 + id.length, 9) + lengthOf(chains);
  const writer = createByteWriter(length).u8(version).u32(ids.length).u32(chains.length);
  for (const id of ids) writer.u8(id.length).put(id);
  for (const { chain, segments } of chains) {
    writer
      .hex(chain)
      .hex(segments[0]?.commits[0]?.header.previous ?? "0".repeat(64))
      .u32(segments.length);
    for (const segment of segments) writeSegment(writer, segment, table.numberOf);
  }
  return writer.done();
}

function lengthOf(chains: readonly IndexedChain[]): number {
  let length = 0;
  for (const { segments } of chains) {
    length += 52;
    for (const { commits, peaks, stamp } of segments) {
      length += 19 + encodeUtf8(stamp).length + 32 * peaks.length;
      for (const { header } of commits) length += fixedLength + frontierLength * header.frontier.length;
    }
  }
  return length;
}

function writeSegment(
  writer: ByteWriter,
  { number, size, stamp, commits, peaks }: IndexedSegment,
  numberOf: (id: string | null) => number,
): void {
  const name = encodeUtf8(stamp);
  writer.u32(number).u64(size).u16(name.length).put(name).u8(peaks.length);
  for (const peak of peaks) writer.put(peak);
  writer.u32(commits.length);
  for (const { header, hash, place, hasControl, signatures } of commits) {
    writer
      .u8((header.isLastOfStep ? 1 : 0) | (hasControl ? 2 : 0))
      .u8(signatures)
      .u16(header.count)
      .u32(header.numberInStep)
      .u32(numberOf(header.device))
      .u32(numberOf(header.epoch))
      .u32(numberOf(header.step))
      .u32(place.offset)
      .u32(place.length)
      .hex(hash)
      .put(header.leafRoot)
      .put(header.chainRoot)
      .u16(header.frontier.length);
    for (const seen of header.frontier) writer.hex(seen.chain).u64(seen.sequence).hex(seen.hash);
  }
}

function readIndex(bytes: Uint8Array): readonly IndexedChain[] {
  const reader = createByteReader(bytes);
  reader.u8();
  const [idCount, chainCount] = [reader.u32(), reader.u32()];
  const ids = repeat(idCount, () => encodeHex(reader.take(reader.u8())));
  return repeat(chainCount, () => readChain(reader, ids));
}

function readChain(reader: ByteReader, ids: readonly string[]): IndexedChain {
  const chain = encodeHex(reader.take(16)) as ChainId;
  const before = { hash: encodeHex(reader.take(32)) as CommitHash, sequence: 0 };
  const segments = repeat(reader.u32(), () => readSegment(reader, { chain, ids, before }));
  return { chain, segments };
}

interface SegmentContext {
  readonly chain: ChainId;
  readonly ids: readonly string[];
  /** The commit before the next one; goes on with each. */
  readonly before: { hash: CommitHash; sequence: number };
}

function readSegment(reader: ByteReader, context: SegmentContext): IndexedSegment {
  const [number, size] = [reader.u32(), reader.u64()];
  const stamp = parseUtf8(reader.take(reader.u16()));
  const peaks = repeat(reader.u8(), () => reader.take(32));
  const commits = repeat(reader.u32(), () => readCommit(reader, number, context));
  return { number, size, stamp, peaks, commits };
}

function readCommit(
  reader: ByteReader,
  segment: number,
  { chain, ids, before }: SegmentContext,
): FoundCommit {
  const flags = reader.u8();
  const signatures = reader.u8();
  const [count, numberInStep] = [reader.u16(), reader.u32()];
  const [device, epoch, step] = [reader.u32(), reader.u32(), reader.u32()];
  const place = { segment, offset: reader.u32(), length: reader.u32() };
  const hash = encodeHex(reader.take(32)) as CommitHash;
  const header: CommitHeader = {
    chain,
    sequence: before.sequence + 1,
    device: (ids[device - 1] ?? "") as DeviceId,
    epoch: ids[epoch - 1] ?? "",
    step: ids[step - 1] ?? null,
    numberInStep,
    isLastOfStep: (flags & 1) !== 0,
    previous: before.hash,
    leafRoot: reader.take(32),
    chainRoot: reader.take(32),
    count,
    frontier: repeat(reader.u16(), () => ({
      chain: encodeHex(reader.take(16)) as ChainId,
      sequence: reader.u64(),
      hash: encodeHex(reader.take(32)) as CommitHash,
    })),
  };
  before.hash = hash;
  before.sequence += 1;
  return { header, hash, place, hasControl: (flags & 2) !== 0, signatures };
}

function repeat<Item>(count: number, read: () => Item): readonly Item[] {
  const items: Item[] = [];
  for (let at = 0; at < count; at += 1) items.push(read());
  return items;
}
