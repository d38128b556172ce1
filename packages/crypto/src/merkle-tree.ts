// A whole Merkle tree of RFC 6962 in memory, for many inclusion proofs over the same leaves: two hashes a leaf once,
// and then no more.
import { CryptoError } from "./errors.ts";
import type { Primitives } from "./primitives.ts";
import { nodeHash } from "./merkle.ts";

export interface MerkleTree {
  root(): Uint8Array;
  /** Hashes beside the way from leaf `index` to the root, lowest first. Throws `crypto.limit` outside the tree. */
  proofOf(index: number): readonly Uint8Array[];
}

/** Over leaf hashes. A node without a neighbour goes up as it is, which gives the same tree as section 2.1. */
export function createMerkleTree(
  hashing: Pick<Primitives, "sha256">,
  leaves: readonly Uint8Array[],
): MerkleTree {
  const levels: (readonly Uint8Array[])[] = [leaves];
  for (let level = leaves; level.length > 1;) {
    level = pairsOf(hashing, level);
    levels.push(level);
  }
  return {
    root: () => levels.at(-1)?.[0] ?? hashing.sha256(),
    proofOf(index) {
      if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
        throw new CryptoError("crypto.limit", `Cannot prove entry ${index}: the tree has ${leaves.length}`);
      let at = index;
      return levels.flatMap((level) => {
        const beside = level[at % 2 === 0 ? at + 1 : at - 1];
        at = Math.floor(at / 2);
        return beside === undefined ? [] : [beside];
      });
    },
  };
}

function pairsOf(hashing: Pick<Primitives, "sha256">, level: readonly Uint8Array[]): readonly Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at], level[at + 1]];
    if (left !== undefined) above.push(right === undefined ? left : nodeHash(hashing, left, right));
  }
  return above;
}
