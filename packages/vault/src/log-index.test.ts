// What an opening leaves for the next one: the same commits and trees, for this device and vault alone.
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { createKey } from "@tocsin/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIndexKey, type IndexedChain, openLogIndex, sealLogIndex } from "./log-index.ts";
import type { FoundCommit } from "./found-commit.ts";
import type { ChainId, CommitHash, DeviceId, VaultId } from "./types.ts";

const primitives = createFakePrimitives("log-index");
const vault = "5".repeat(64) as VaultId;
const newKey = (byte: number) =>
  createIndexKey(primitives, createKey("device", new Uint8Array(32).fill(byte)));
const key = newKey(1);

const hexOf = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((value) => Buffer.from(value).toString("hex"));
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const commitParts = fc.record({
  device: fc.constantFrom("a".repeat(64), "b".repeat(64)),
  epoch: fc.constantFrom("1".repeat(32), "2".repeat(32)),
  step: fc.option(hexOf(16)),
  numberInStep: fc.nat(),
  isLastOfStep: fc.boolean(),
  hash: hexOf(32),
  leafRoot: bytesOf(32),
  chainRoot: bytesOf(32),
  count: fc.integer({ min: 1, max: 64 }),
  frontier: fc.array(fc.record({ chain: hexOf(16), sequence: fc.nat(), hash: hexOf(32) }), { maxLength: 3 }),
  offset: fc.nat(),
  length: fc.nat(),
  hasControl: fc.boolean(),
  signatures: fc.integer({ min: 0, max: 16 }),
});

const segmentParts = fc.record({
  size: fc.nat(),
  stamp: fc.string(),
  peaks: fc.array(bytesOf(32), { maxLength: 4 }),
  commits: fc.array(commitParts, { minLength: 1, maxLength: 5 }),
});

const chains: fc.Arbitrary<readonly IndexedChain[]> = fc
  .uniqueArray(hexOf(16), { maxLength: 3 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.tuple(fc.constant(id), hexOf(32), fc.array(segmentParts, { minLength: 1, maxLength: 3 })),
      ),
    ),
  )
  .map((all) => all.map(([chain, first, segments]) => chainOf(chain, first, segments)));

type Parts = typeof segmentParts extends fc.Arbitrary<infer Value> ? Value : never;

function chainOf(id: string, first: string, parts: readonly Parts[]): IndexedChain {
  const chain = id as ChainId;
  let [previous, sequence] = [first as CommitHash, 0];
  const segments = parts.map(({ size, stamp, peaks, commits }, at) => ({
    number: at + 1,
    size,
    stamp,
    peaks,
    commits: commits.map(({ hash, offset, length, hasControl, signatures, ...header }): FoundCommit => {
      const found: FoundCommit = {
        header: {
          ...header,
          frontier: header.frontier.map(({ chain: id, hash: head, sequence: at }) => ({
            chain: id as ChainId,
            hash: head as CommitHash,
            sequence: at,
          })),
          chain,
          device: header.device as DeviceId,
          sequence: (sequence += 1),
          previous,
        },
        hash: hash as CommitHash,
        place: { segment: at + 1, offset, length },
        hasControl,
        signatures,
      };
      previous = found.hash;
      return found;
    }),
  }));
  return { chain, segments };
}

describe("the index of a log", () => {
  it("gives back every commit and tree", () => {
    fc.assert(
      fc.property(chains, (all) => {
        const opened = openLogIndex(
          primitives,
          { key, vault },
          sealLogIndex(primitives, { key, vault }, all),
        );
        expect([...opened.values()]).toEqual(all);
      }),
      { numRuns: 100, seed: 17 },
    );
  });

  it("is of no use to another device or vault, nor when a byte is flipped, and then says nothing", () => {
    const sealed = sealLogIndex(primitives, { key, vault }, [chainOf("0".repeat(32), "1".repeat(64), [])]);
    expect(openLogIndex(primitives, { key, vault }, sealed).size).toBe(1);
    expect(openLogIndex(primitives, { key: newKey(2), vault }, sealed).size).toBe(0);
    expect(openLogIndex(primitives, { key, vault: "6".repeat(64) as VaultId }, sealed).size).toBe(0);
    for (const at of [0, 12, sealed.length - 1]) {
      const altered = sealed.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(openLogIndex(primitives, { key, vault }, altered).size).toBe(0);
    }
    expect(openLogIndex(primitives, { key, vault }, sealed.subarray(0, 9)).size).toBe(0);
  });
});
