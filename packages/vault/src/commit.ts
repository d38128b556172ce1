// A commit: header of fixed layout, leaves, signatures (docs/formats/vault.md, section 4). Its hash covers the
// header alone, which names the leaves by their root; the signatures stand outside.
import { encodeHex } from "@tocsin/core";
import { labelled, leafHash, merkleRoot, type Primitives } from "@tocsin/crypto";
import { createByteReader, createByteWriter, damaged, type ByteReader } from "./binary.ts";
import { labels, limits, suite, zeroId } from "./format.ts";
import type { ChainId, CommitHash, DeviceId } from "./types.ts";

type Hashing = Pick<Primitives, "sha256">;

const hashLabel = labelled(labels.commit);

export interface FrontierEntry {
  readonly chain: ChainId;
  readonly sequence: number;
  readonly hash: CommitHash;
}

export interface CommitHeader {
  readonly chain: ChainId;
  readonly sequence: number;
  readonly device: DeviceId;
  /** Hexadecimal id of the epoch that the writer used. */
  readonly epoch: string;
  /** Hexadecimal; null outside a step. */
  readonly step: string | null;
  /** From 1 within a step; 0 outside. */
  readonly numberInStep: number;
  readonly isLastOfStep: boolean;
  /** Hash of the commit before; of the first commit of a chain, the vault id; of the vault's first, zeros. */
  readonly previous: CommitHash;
  readonly leafRoot: Uint8Array;
  /** RFC 6962 root over the hashes of the chain's commits before this one. */
  readonly chainRoot: Uint8Array;
  readonly count: number;
  /** Heads of the other chains, sorted by chain. */
  readonly frontier: readonly FrontierEntry[];
}

export interface Leaf {
  /** SHA-256 of salt and content. */
  readonly content: Uint8Array;
  /** SHA-256 of the sealed body. */
  readonly body: Uint8Array;
}

export interface CommitSignature {
  readonly kind: number;
  readonly device: DeviceId;
  readonly bytes: Uint8Array;
}

/** By the device that writes, and by the recovery identity that admits it. */
export const signatureKinds = { ed25519: 1, recovery: 2 } as const;

export interface Commit {
  readonly header: CommitHeader;
  readonly hash: CommitHash;
  readonly leaves: readonly Leaf[];
  readonly signatures: readonly CommitSignature[];
}

const headerLength = 194;
const frontierEntryLength = 56;
const leafLength = 64;

export function encodeHeader(header: CommitHeader): Uint8Array {
  const writer = createByteWriter(headerLength + frontierEntryLength * header.frontier.length)
    .u8(suite)
    .u8(header.isLastOfStep ? 1 : 0)
    .u16(header.count)
    .u32(header.numberInStep)
    .u64(header.sequence)
    .hex(header.chain)
    .hex(header.epoch)
    .hex(header.step ?? zeroId)
    .hex(header.device)
    .hex(header.previous)
    .put(header.leafRoot)
    .put(header.chainRoot)
    .u16(header.frontier.length);
  for (const entry of header.frontier) writer.hex(entry.chain).u64(entry.sequence).hex(entry.hash);
  return writer.done();
}

export function hashHeader(hashing: Hashing, header: Uint8Array): CommitHash {
  return encodeHex(hashing.sha256(hashLabel, header)) as CommitHash;
}

export function encodeCommit(
  header: Uint8Array,
  leaves: readonly Leaf[],
  signatures: readonly CommitSignature[],
): Uint8Array {
  const signed = signatures.reduce((sum, { bytes }) => sum + 35 + bytes.length, 1);
  const writer = createByteWriter(header.length + leafLength * leaves.length + signed).put(header);
  for (const leaf of leaves) writer.put(leaf.content).put(leaf.body);
  writer.u8(signatures.length);
  for (const { kind, device, bytes } of signatures) writer.u8(kind).hex(device).u16(bytes.length).put(bytes);
  return writer.done();
}

/** Throws `vault.damaged` on anything but one commit of this suite and no more. */
export function parseCommit(hashing: Hashing, bytes: Uint8Array): Commit {
  const reader = createByteReader(bytes);
  const header = readHeader(reader);
  const hash = hashHeader(hashing, bytes.subarray(0, reader.offset));
  const leaves = Array.from({ length: header.count }, () => ({
    content: reader.take(32),
    body: reader.take(32),
  }));
  const count = reader.u8();
  if (count > limits.signatures) throw damaged("commit has too many signatures");
  const signatures = Array.from({ length: count }, () => readSignature(reader));
  if (reader.left > 0) throw damaged("commit has bytes behind its end");
  return { header, hash, leaves, signatures };
}

/** Throws `vault.damaged` on anything but one header of this suite and no more. */
export function parseHeader(bytes: Uint8Array): CommitHeader {
  const reader = createByteReader(bytes);
  const header = readHeader(reader);
  if (reader.left > 0) throw damaged("commit header has bytes behind its end");
  return header;
}

function readHeader(reader: ByteReader): CommitHeader {
  if (reader.u8() !== suite) throw damaged("commit has an unknown suite");
  const flags = reader.u8();
  const count = reader.u16();
  const numberInStep = reader.u32();
  const sequence = reader.u64();
  const chain = encodeHex(reader.take(16)) as ChainId;
  const epoch = encodeHex(reader.take(16));
  const stepId = encodeHex(reader.take(16));
  const step = stepId === zeroId ? null : stepId;
  const device = encodeHex(reader.take(32)) as DeviceId;
  const previous = encodeHex(reader.take(32)) as CommitHash;
  const leafRoot = reader.take(32);
  const chainRoot = reader.take(32);
  if (flags > 1 || sequence < 1 || count < 1 || count > limits.operations)
    throw damaged("commit header breaks a limit");
  if ((step === null) !== (numberInStep === 0) || (step === null && flags !== 0))
    throw damaged("commit header contradicts itself about its step");
  const frontier = readFrontier(reader, chain);
  return {
    chain,
    sequence,
    device,
    epoch,
    step,
    numberInStep,
    isLastOfStep: flags === 1,
    previous,
    leafRoot,
    chainRoot,
    count,
    frontier,
  };
}

function readFrontier(reader: ByteReader, own: ChainId): readonly FrontierEntry[] {
  const count = reader.u16();
  if (count > limits.frontier) throw damaged("frontier has too many chains");
  let last = "";
  return Array.from({ length: count }, () => {
    const chain = encodeHex(reader.take(16)) as ChainId;
    const sequence = reader.u64();
    const hash = encodeHex(reader.take(32)) as CommitHash;
    if (chain <= last || chain === own || sequence < 1) throw damaged("frontier is not in order");
    last = chain;
    return { chain, sequence, hash };
  });
}

function readSignature(reader: ByteReader): CommitSignature {
  const kind = reader.u8();
  const device = encodeHex(reader.take(32)) as DeviceId;
  const length = reader.u16();
  if (length > limits.signature) throw damaged("signature is too long");
  return { kind, device, bytes: reader.take(length) };
}

export function leafRootOf(hashing: Hashing, leaves: readonly Leaf[]): Uint8Array {
  return merkleRoot(
    hashing,
    leaves.map((leaf) => leafHash(hashing, leaf.content, leaf.body)),
  );
}
