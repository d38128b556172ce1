import { concatBytes, encodeHex } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeCommit, encodeHeader, hashHeader, parseCommit } from "./commit.ts";
import { encodeContents, parseContents } from "./contents.ts";
import { encodeFrame, encodeOpening, frameTypes, openingLength, scanSegment } from "./frame.ts";
import { parseCommitFrame } from "./segments.ts";
import type { ChainId, CommitHash, DeviceId } from "./types.ts";

const primitives = createFakePrimitives();
const bytesOf = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });
const hex = (length: number): fc.Arbitrary<string> => bytesOf(length).map(encodeHex);
const sequences = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

const frontier = fc.uniqueArray(fc.record({ chain: hex(16), sequence: sequences, hash: hex(32) }), {
  selector: ({ chain }) => chain,
  maxLength: 4,
});
const header = fc
  .record({
    chain: hex(16),
    sequence: sequences,
    device: hex(32),
    epoch: hex(16),
    step: fc.option(hex(16).filter((id) => !/^0*$/.test(id))),
    isLastOfStep: fc.boolean(),
    numberInStep: fc.integer({ min: 1, max: 1000 }),
    previous: hex(32),
    leafRoot: bytesOf(32),
    chainRoot: bytesOf(32),
    frontier,
  })
  .map((one) => ({
    ...one,
    chain: one.chain as ChainId,
    device: one.device as DeviceId,
    previous: one.previous as CommitHash,
    isLastOfStep: one.step !== null && one.isLastOfStep,
    numberInStep: one.step === null ? 0 : one.numberInStep,
    frontier: one.frontier
      .filter(({ chain }) => chain !== one.chain)
      .sort((a, b) => (a.chain < b.chain ? -1 : 1))
      .map((seen) => ({ ...seen, chain: seen.chain as ChainId, hash: seen.hash as CommitHash })),
  }));
const leaves = fc.array(fc.record({ content: bytesOf(32), body: bytesOf(32) }), {
  minLength: 1,
  maxLength: 4,
});
const signatures = fc.array(
  fc.record({
    kind: fc.nat({ max: 255 }),
    device: hex(32).map((id) => id as DeviceId),
    bytes: fc.uint8Array({ maxLength: 80 }),
  }),
  { maxLength: 3 },
);

describe("a commit", () => {
  it("reads back as it was written, with signatures of unknown kinds, which its hash does not cover", () => {
    fc.assert(
      fc.property(header, leaves, signatures, (fields, itsLeaves, itsSignatures) => {
        const whole = { ...fields, count: itsLeaves.length };
        const encoded = encodeHeader(whole);
        const parsed = parseCommit(primitives, encodeCommit(encoded, itsLeaves, itsSignatures));
        expect(parsed).toEqual({
          header: whole,
          hash: hashHeader(primitives, encoded),
          leaves: itsLeaves,
          signatures: itsSignatures,
        });
        expect(parseCommit(primitives, encodeCommit(encoded, itsLeaves, [])).hash).toBe(parsed.hash);
      }),
      { numRuns: 60 },
    );
  });

  it("is refused, and never anything worse, in any other form", () => {
    fc.assert(
      fc.property(
        header,
        leaves,
        fc.nat(),
        fc.uint8Array({ maxLength: 300 }),
        (fields, itsLeaves, cut, noise) => {
          const whole = encodeCommit(encodeHeader({ ...fields, count: itsLeaves.length }), itsLeaves, []);
          expect(parseCommitFrame(primitives, whole.subarray(0, cut % whole.length))).toBeNull();
          expect(parseCommitFrame(primitives, concatBytes(whole, Uint8Array.of(0)))).toBeNull();
          expect(parseCommitFrame(primitives, concatBytes(Uint8Array.of(2), whole.subarray(1)))).toBeNull();
          expect(parseCommitFrame(primitives, noise)).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("contents", () => {
  const sealed = fc.record({
    slot: fc.uint8Array({ maxLength: 20 }),
    body: fc.uint8Array({ maxLength: 30 }),
  });
  it("read back as they were written, dropped slots and bodies included", () => {
    fc.assert(
      fc.property(hex(16), sequences, fc.array(sealed, { maxLength: 5 }), (chain, sequence, operations) => {
        const contents = { chain: chain as ChainId, sequence, operations };
        expect(parseContents(encodeContents(contents))).toEqual(contents);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a segment", () => {
  const segment = { chain: "00112233445566778899aabbccddeeff", number: 1 };
  const payloads = fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 5 });
  const write = (all: readonly Uint8Array[]): Uint8Array =>
    concatBytes(
      encodeOpening(segment),
      ...all.map((payload) => encodeFrame(primitives, frameTypes.commit, payload)),
    );

  it("gives every frame, and every frame but one when a byte of that one is altered", () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (all, place) => {
        const bytes = write(all);
        expect(scanSegment(primitives, segment, bytes).frames.map(({ payload }) => payload)).toEqual(all);
        const at = openingLength + (place % (bytes.length - openingLength));
        const altered = bytes.slice();
        altered[at] = (altered[at] ?? 0) ^ 1;
        const scanned = scanSegment(primitives, segment, altered);
        expect(scanned.frames).toHaveLength(all.length - 1);
        const places = [...scanned.damage, scanned.tail].filter(({ length }) => length > 0);
        expect(places).toHaveLength(1);
        expect(places[0]?.offset).toBeLessThanOrEqual(at);
      }),
      { numRuns: 60 },
    );
  });

  it("of any bytes at all is scanned to its end", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        const { frames, damage, tail } = scanSegment(primitives, segment, noise);
        const covered = [...damage, tail].reduce((sum, { length }) => sum + length, 0);
        expect(frames).toEqual([]);
        expect(covered).toBe(noise.length);
      }),
      { numRuns: 100 },
    );
  });
});
