import { encodeHex, parseHex } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  consistencyProof,
  createGrowingTree,
  restoreGrowingTree,
  inclusionProof,
  leafHash,
  merkleRoot,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";
import { createFakePrimitives } from "./primitives.fake.ts";

const primitives = createFakePrimitives();

// Entries and roots that implementations of Certificate Transparency share.
const entries = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

function leavesOf(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) => leafHash(primitives, Uint8Array.of(index)));
}

const sizes = fc.integer({ min: 1, max: 40 });
const sizeAndIndex = sizes.chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 })));

describe("a Merkle tree", () => {
  it("has the roots of RFC 6962 for no to eight entries", () => {
    const leaves = entries.map((entry) => leafHash(primitives, parseHex(entry)));
    const computed = roots.map((_, size) => encodeHex(merkleRoot(primitives, leaves.slice(0, size))));
    expect(computed).toEqual(roots);
  });

  it("keeps the same root while it grows, and a copy grows on its own", () => {
    const tree = createGrowingTree(primitives);
    const leaves = leavesOf(20);
    for (const [index, leaf] of leaves.entries()) {
      const copy = tree.copy();
      tree.append(leaf);
      expect(copy.size).toBe(index);
      expect(tree.root()).toEqual(merkleRoot(primitives, leaves.slice(0, index + 1)));
    }
  });

  it("proves each entry, and nothing else", () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat({ max: 39 }), ([size, index], other) => {
        const leaves = leavesOf(size);
        const proof = inclusionProof(primitives, leaves, index);
        const leaf = leaves[index] ?? new Uint8Array(0);
        const claim = { leaf, index, size, proof, root: merkleRoot(primitives, leaves) };
        expect(verifyInclusion(primitives, claim)).toBe(true);
        expect(verifyInclusion(primitives, { ...claim, index: other })).toBe(other === index);
        expect(verifyInclusion(primitives, { ...claim, leaf: leafHash(primitives, leaf) })).toBe(false);
        expect(verifyInclusion(primitives, { ...claim, proof: [...proof, leaf] })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("proves that it continues a smaller one, and refuses one that it does not continue", () => {
    fc.assert(
      fc.property(sizeAndIndex, ([size, index]) => {
        const oldSize = index + 1;
        const leaves = leavesOf(size);
        const oldRoot = merkleRoot(primitives, leaves.slice(0, oldSize));
        const proof = consistencyProof(primitives, leaves, oldSize);
        const claim = { oldSize, oldRoot, size, root: merkleRoot(primitives, leaves), proof };
        expect(verifyConsistency(primitives, claim)).toBe(true);
        const forged = leafHash(primitives, oldRoot);
        expect(verifyConsistency(primitives, { ...claim, oldRoot: forged })).toBe(false);
        expect(verifyConsistency(primitives, { ...claim, root: forged })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a growing tree put back from its peaks", () => {
  it("grows on as the one that they were taken from", () => {
    const tree = createGrowingTree(primitives);
    for (let size = 0; size < 40; size += 1) {
      const restored = restoreGrowingTree(primitives, size, tree.peaks());
      const leaf = leafHash(primitives, Uint8Array.of(size));
      for (const each of [tree, restored]) each.append(leaf);
      expect(restored.size).toBe(size + 1);
      expect(restored.root()).toEqual(tree.root());
    }
  });

  it("refuses peaks that do not fit its size", () => {
    expect(() => restoreGrowingTree(primitives, 3, [new Uint8Array(32)])).toThrow("Cannot restore tree");
  });
});
