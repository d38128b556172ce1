import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMerkleTree } from "./merkle-tree.ts";
import { inclusionProof, leafHash, merkleRoot, verifyInclusion } from "./merkle.ts";
import { createFakePrimitives } from "./primitives.fake.ts";

const hashing = createFakePrimitives();
const leavesOf = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, index) => leafHash(hashing, Uint8Array.of(index)));

describe("a whole Merkle tree", () => {
  it("has the root and the proofs of RFC 6962, whatever its size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 39 }), (size, at) => {
        const leaves = leavesOf(size);
        const index = at % size;
        const tree = createMerkleTree(hashing, leaves);
        const proof = tree.proofOf(index);
        expect(tree.root()).toEqual(merkleRoot(hashing, leaves));
        expect(proof).toEqual(inclusionProof(hashing, leaves, index));
        const leaf = leaves[index] ?? new Uint8Array(0);
        expect(verifyInclusion(hashing, { leaf, index, size, proof, root: tree.root() })).toBe(true);
      }),
    );
  });

  it("is the hash of nothing when it is empty, and proves nothing outside itself", () => {
    expect(createMerkleTree(hashing, []).root()).toEqual(hashing.sha256());
    for (const index of [-1, 3, 0.5])
      expect(() => createMerkleTree(hashing, leavesOf(3)).proofOf(index)).toThrow(
        expect.objectContaining({ code: "crypto.limit" }),
      );
  });
});
