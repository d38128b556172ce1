import { concatBytes, encodeUtf8 } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { describe, expect, it } from "vitest";
import { frameTypes, scanSegment } from "./frame.ts";
import { copyMemoryStores, type MemoryStores } from "./memory-stores.fake.ts";
import {
  codeOf,
  collect,
  createSmallVault,
  kindsOf,
  operationsOf,
  reopen,
  segmentPathOf,
  textsOf,
} from "./small-vault.fake.ts";
import type { Vault } from "./types.ts";

const words = ["one", "two", "three", "four"];

/** Commits 2 to 5 hold one word each; every change is made on a copy. */
async function createWords(): Promise<{
  vault: Vault;
  stores: MemoryStores;
  path: string;
  bytes: Uint8Array;
}> {
  const { vault, stores } = await createSmallVault();
  for (const word of words) await vault.commit([encodeUtf8(word)]);
  const path = segmentPathOf(vault);
  return { vault, stores, path, bytes: stores.files().get(path) ?? new Uint8Array(0) };
}

/** Frames of a segment by pairs: contents and commit of sequence 1, 2, ... */
function pairsOf(
  vault: Vault,
  bytes: Uint8Array,
): readonly { contents: [number, number]; commit: [number, number] }[] {
  const segment = { chain: vault.device.chain, number: 1 };
  const { frames } = scanSegment(createFakePrimitives(), segment, bytes);
  const ranges = frames.map(({ type, offset, length }) => ({
    type,
    range: [offset, offset + length] as [number, number],
  }));
  const contents = ranges.filter(({ type }) => type === frameTypes.contents);
  const commits = ranges.filter(({ type }) => type === frameTypes.commit);
  return commits.map(({ range }, index) => ({ contents: contents[index]?.range ?? [0, 0], commit: range }));
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const altered = bytes.slice();
  altered[at] = (altered[at] ?? 0) ^ 1;
  return altered;
}

async function reopenWith(stores: MemoryStores, path: string, bytes: Uint8Array): Promise<Vault> {
  const copy = copyMemoryStores(stores);
  copy.replace(path, bytes);
  return reopen(copy);
}

describe("damage in the log", () => {
  it("of any byte is found, with its place, and everything else stays readable", async () => {
    const { vault, stores, path, bytes } = await createWords();
    const pairs = pairsOf(vault, bytes);
    const third = pairs[2];
    if (third === undefined) throw new Error("no third commit");
    // Sequence 3 holds "two". Every 11th byte of its frames, and the edges.
    const [from, to] = [third.contents[0], third.commit[1]];
    for (let at = from; at < to; at += at < from + 20 ? 1 : 11) {
      const opened = await reopenWith(stores, path, flip(bytes, at));
      const read = await textsOf(opened);
      const problems = opened.problems();
      expect(problems, `byte ${at - from}`).not.toEqual([]);
      expect(
        problems.some(
          ({ segment, offset }) => segment === 1 && offset !== null && offset >= from - 1 && offset < to + 1,
        ),
      ).toBe(true);
      expect(read.filter((word) => word !== "two")).toEqual(["one", "three", "four"]);
      expect(read).not.toContain("tvo");
    }
  });

  it("of one body in a commit of several leaves the others readable", async () => {
    const { vault, stores } = await createSmallVault();
    await vault.commit(words.map(encodeUtf8));
    await vault.commit([encodeUtf8("last")]);
    const path = segmentPathOf(vault);
    const bytes = stores.files().get(path) ?? new Uint8Array(0);
    const second = pairsOf(vault, bytes)[1];
    const at = (second?.contents[0] ?? 0) + 300;
    const opened = await reopenWith(stores, path, flip(bytes, at));
    expect((await operationsOf(opened)).map(({ state }) => state)).toEqual([
      "damaged",
      "open",
      "open",
      "open",
      "open",
    ]);
    expect(opened.problems()).toContainEqual(
      expect.objectContaining({ kind: "damaged-operation", sequence: 2, index: 0, segment: 1 }),
    );
  });

  it("shows as missing commits when one is taken out, and the rest is read", async () => {
    const { vault, stores, path, bytes } = await createWords();
    const third = pairsOf(vault, bytes)[2];
    const without = concatBytes(bytes.subarray(0, third?.contents[0]), bytes.subarray(third?.commit[1]));
    const opened = await reopenWith(stores, path, without);
    expect(opened.problems()).toContainEqual(
      expect.objectContaining({ kind: "missing-commits", sequence: 3, count: 1 }),
    );
    expect(await textsOf(opened)).toEqual(["one", "three", "four"]);
  });

  it("shows when two commits changed places", async () => {
    const { vault, stores, path, bytes } = await createWords();
    const [, , third, fourth] = pairsOf(vault, bytes);
    const swapped = concatBytes(
      bytes.subarray(0, third?.contents[0]),
      bytes.subarray(fourth?.contents[0], fourth?.commit[1]),
      bytes.subarray(third?.contents[0], third?.commit[1]),
      bytes.subarray(fourth?.commit[1]),
    );
    const opened = await reopenWith(stores, path, swapped);
    expect(opened.problems()).toContainEqual(expect.objectContaining({ kind: "out-of-place", sequence: 3 }));
    expect(await textsOf(opened)).toEqual(words);
  });

  it("shows a second commit with a taken sequence as a fork, set apart", async () => {
    const { vault, stores, path, bytes } = await createWords();
    const fork = copyMemoryStores(stores);
    const earlier = pairsOf(vault, bytes)[4];
    fork.replace(path, bytes.slice(0, earlier?.contents[0]));
    const branch = await reopen(fork, "branch");
    await branch.commit([encodeUtf8("another four")]);
    const other = fork.files().get(path)?.subarray(earlier?.contents[0]) ?? new Uint8Array(0);
    const opened = await reopenWith(stores, path, concatBytes(bytes, other));
    expect(kindsOf(opened.problems())).toEqual(["fork"]);
    expect(await textsOf(opened)).toEqual(words);
  });

  it("shows a commit of another device that nobody admitted, and applies none of it", async () => {
    const { stores } = await createWords();
    const stranger = await createSmallVault("stranger");
    await stranger.vault.commit([encodeUtf8("forged")]);
    const copy = copyMemoryStores(stores);
    const path = segmentPathOf(stranger.vault);
    copy.replace(path, stranger.stores.files().get(path) ?? new Uint8Array(0));
    const opened = await reopen(copy);
    expect(await textsOf(opened)).toEqual(words);
    expect(kindsOf(opened.problems())).toContain("unknown-device");
  });

  it("opens a new chain when the old one is broken, and both are replayed in order", async () => {
    const { vault, stores, path, bytes } = await createWords();
    const third = pairsOf(vault, bytes)[2];
    const copy = copyMemoryStores(stores);
    copy.replace(path, flip(bytes, (third?.commit[0] ?? 0) + 30));
    const opened = await reopen(copy);
    expect(opened.device.chain).not.toBe(vault.device.chain);
    const { stamps } = await opened.commit([encodeUtf8("five")]);
    expect(stamps[0]).toMatchObject({ sequence: 1, depth: 6 });
    expect(stamps[0]?.seen).toEqual(
      new Map([
        [vault.device.chain, 5],
        [opened.device.chain, 1],
      ]),
    );
    const again = await reopen(copy, "third");
    expect(again.device.chain).toBe(opened.device.chain);
    await again.commit([encodeUtf8("six")]);
    expect(await textsOf(again)).toEqual(["one", "three", "four", "five", "six"]);
    expect((await collect(again.replay())).map(({ depth }) => depth)).toEqual([1, 2, 4, 5, 6, 7]);
    expect(again.counts().chains).toBe(2);
  });
});

describe("the end of a chain", () => {
  it("is cut wherever it tore, kept aside, said, and written on from there", async () => {
    const { vault, stores, path, bytes } = await createWords();
    const last = pairsOf(vault, bytes)[4];
    const start = last?.contents[0] ?? 0;
    for (const end of [start + 1, start + 16, start + 200, last?.commit[0] ?? 0, bytes.length - 1]) {
      const copy = copyMemoryStores(stores);
      copy.replace(path, bytes.slice(0, end));
      const opened = await reopen(copy);
      expect(opened.problems()).toEqual([
        expect.objectContaining({ kind: "torn-tail", segment: 1, offset: start, count: end - start }),
      ]);
      const aside = [...copy.files()].filter(([name]) => name.startsWith("aside/"));
      expect(aside.map(([, kept]) => kept)).toEqual([bytes.slice(start, end)]);
      await opened.commit([encodeUtf8("next")]);
      const again = await reopen(copy);
      expect(await textsOf(again)).toEqual(["one", "two", "three", "next"]);
      expect(again.problems()).toEqual([]);
    }
  });

  it("is not cut where something valid follows", async () => {
    const { vault, stores, path, bytes } = await createWords();
    const last = pairsOf(vault, bytes)[4];
    const torn = concatBytes(
      bytes.subarray(0, (last?.contents[0] ?? 0) - 20),
      bytes.subarray(last?.contents[0]),
    );
    const copy = copyMemoryStores(stores);
    copy.replace(path, torn);
    const opened = await reopen(copy);
    expect(kindsOf(opened.problems())).toEqual(["damaged-frame", "missing-commits"]);
    expect(copy.files().get(path)).toEqual(torn);
    expect(await textsOf(opened)).toEqual(["one", "two", "four"]);
    expect(vault.device.chain).not.toBe(opened.device.chain);
  });
});

describe("the device file", () => {
  it("tells every damaged byte from a wrong passphrase", async () => {
    const { stores } = await createSmallVault();
    const bytes = stores.files().get("device") ?? new Uint8Array(0);
    for (let at = 0; at < bytes.length; at += 5)
      expect(await codeOf(() => reopenWith(stores, "device", flip(bytes, at))), `byte ${at}`).toBe(
        "vault.damaged",
      );
    for (const end of [0, 10, bytes.length - 1])
      expect(await codeOf(() => reopenWith(stores, "device", bytes.slice(0, end)))).toBe("vault.damaged");
  });
});
