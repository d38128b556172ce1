// Merkle trees of RFC 6962, section 2.1: roots, and proofs that an entry is in, or that one tree continues another.
import { isEqualBytes } from "@tocsin/core";
import { CryptoError } from "./errors.ts";
import type { Primitives } from "./primitives.ts";

type Hashing = Pick<Primitives, "sha256">;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** Hash of one entry, given as parts that follow each other. */
export function leafHash(hashing: Hashing, ...entry: readonly Uint8Array[]): Uint8Array {
  return hashing.sha256(leafPrefix, ...entry);
}

export function nodeHash(hashing: Hashing, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hashing.sha256(nodePrefix, left, right);
}

/** A tree that grows and keeps only what its root needs: one hash per bit of its size. */
export interface GrowingTree {
  readonly size: number;
  append(leaf: Uint8Array): void;
  root(): Uint8Array;
  copy(): GrowingTree;
  /** Roots of the whole subtrees that it stands for, from the left: one for each bit of its size. */
  peaks(): readonly Uint8Array[];
}

interface Peak {
  readonly hash: Uint8Array;
  readonly size: number;
}

export function createGrowingTree(hashing: Hashing): GrowingTree {
  return growFrom(hashing, []);
}

/** A tree of `size` leaves from its `peaks`. Throws `crypto.limit` where there are more or fewer than its size has bits. */
export function restoreGrowingTree(
  hashing: Hashing,
  size: number,
  peaks: readonly Uint8Array[],
): GrowingTree {
  const sizes = bitsOf(size);
  if (sizes.length !== peaks.length)
    throw new CryptoError("crypto.limit", `Cannot restore tree of ${size} leaves: ${peaks.length} peaks`);
  return growFrom(
    hashing,
    peaks.map((hash, at) => ({ hash, size: sizes[at] ?? 0 })),
  );
}

/** Powers of two that add up to `size`, the greatest first. */
function bitsOf(size: number): readonly number[] {
  const bits: number[] = [];
  for (let bit = 1, left = size; left > 0; bit *= 2, left = Math.floor(left / 2))
    if (left % 2 === 1) bits.unshift(bit);
  return bits;
}

function growFrom(hashing: Hashing, start: readonly Peak[]): GrowingTree {
  const peaks = [...start];
  return {
    get size() {
      return peaks.reduce((sum, peak) => sum + peak.size, 0);
    },
    append(leaf) {
      let peak: Peak = { hash: leaf, size: 1 };
      for (let left = peaks.at(-1); left !== undefined && left.size === peak.size; left = peaks.at(-1)) {
        peak = { hash: nodeHash(hashing, left.hash, peak.hash), size: 2 * peak.size };
        peaks.pop();
      }
      peaks.push(peak);
    },
    root() {
      const hashes = peaks.map((peak) => peak.hash);
      if (hashes.length === 0) return hashing.sha256();
      return hashes.reduceRight((right, left) => nodeHash(hashing, left, right));
    },
    copy: () => growFrom(hashing, peaks),
    peaks: () => peaks.map(({ hash }) => hash),
  };
}

/** Root over leaf hashes; of none, the hash of nothing. */
export function merkleRoot(hashing: Hashing, leaves: readonly Uint8Array[]): Uint8Array {
  const tree = createGrowingTree(hashing);
  for (const leaf of leaves) tree.append(leaf);
  return tree.root();
}

/** Hashes beside the way from leaf `index` to the root, lowest first. Throws `crypto.limit` outside the tree. */
export function inclusionProof(
  hashing: Hashing,
  leaves: readonly Uint8Array[],
  index: number,
): readonly Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new CryptoError("crypto.limit", `Cannot prove entry ${index}: the tree has ${leaves.length}`);
  if (leaves.length === 1) return [];
  const middle = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return index < middle
    ? [...inclusionProof(hashing, left, index), merkleRoot(hashing, right)]
    : [...inclusionProof(hashing, right, index - middle), merkleRoot(hashing, left)];
}

export interface InclusionClaim {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** RFC 9162, section 2.1.3.2, on the trees of RFC 6962. */
export function verifyInclusion(hashing: Hashing, claim: InclusionClaim): boolean {
  const { leaf, index, size, proof, root } = claim;
  if (index < 0 || index >= size) return false;
  let hash = leaf;
  let [node, last] = [index, size - 1];
  for (const beside of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(hashing, beside, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hashing, hash, beside);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isEqualBytes(hash, root);
}

/** Hashes that show that the first `size` leaves are how the whole tree begins. */
export function consistencyProof(
  hashing: Hashing,
  leaves: readonly Uint8Array[],
  size: number,
): readonly Uint8Array[] {
  if (!Number.isInteger(size) || size < 1 || size > leaves.length)
    throw new CryptoError("crypto.limit", `Cannot prove size ${size}: the tree has ${leaves.length}`);
  return subProof(hashing, leaves, { size, isWhole: true });
}

function subProof(
  hashing: Hashing,
  leaves: readonly Uint8Array[],
  old: { readonly size: number; readonly isWhole: boolean },
): readonly Uint8Array[] {
  const { size, isWhole } = old;
  if (size === leaves.length) return isWhole ? [] : [merkleRoot(hashing, leaves)];
  const middle = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return size <= middle
    ? [...subProof(hashing, left, { size, isWhole }), merkleRoot(hashing, right)]
    : [...subProof(hashing, right, { size: size - middle, isWhole: false }), merkleRoot(hashing, left)];
}

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** RFC 9162, section 2.1.4.2, on the trees of RFC 6962. */
export function verifyConsistency(hashing: Hashing, claim: ConsistencyClaim): boolean {
  const { oldSize, oldRoot, size, root } = claim;
  if (oldSize < 1 || oldSize > size) return false;
  if (oldSize === size) return claim.proof.length === 0 && isEqualBytes(oldRoot, root);
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...claim.proof] : claim.proof;
  if (first === undefined) return false;
  const roots = climb(hashing, { node: oldSize - 1, last: size - 1, hash: first, proof: rest });
  return roots !== null && isEqualBytes(roots.oldHash, oldRoot) && isEqualBytes(roots.hash, root);
}

interface Climb {
  readonly node: number;
  readonly last: number;
  readonly hash: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Both roots that a proof leads to; null when it does not end at the top. */
function climb(
  hashing: Hashing,
  start: Climb,
): { readonly oldHash: Uint8Array; readonly hash: Uint8Array } | null {
  let { node, last } = start;
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [oldHash, hash] = [start.hash, start.hash];
  for (const beside of start.proof) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(hashing, beside, oldHash);
      hash = nodeHash(hashing, beside, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hashing, hash, beside);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? { oldHash, hash } : null;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (2 * split < size) split *= 2;
  return split;
}
