// The places that later work builds on: what can be dropped, added or unknown without breaking what is there.
import { concatBytes, encodeHex, encodeUtf8 } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { describe, expect, it } from "vitest";
import { type CommitHeader, encodeCommit, encodeHeader, hashHeader, parseCommit } from "./commit.ts";
import { encodeContents, parseContents, type SealedOperation } from "./contents.ts";
import { openDeviceFile } from "./device-file.ts";
import { encodeFrame, type Frame, frameTypes, openingLength, scanSegment } from "./frame.ts";
import { createLogGraph } from "./graph.ts";
import { openFrom } from "./open-vault.ts";
import { clearOperation, type Content, openOperation, sealOperation } from "./operation.ts";
import { createKey } from "@tocsin/crypto";
import { createProblemBook } from "./problems.ts";
import {
  createSmallVault,
  kindsOf,
  operationsOf,
  passphrase,
  reopen,
  segmentPathOf,
  type SmallVault,
  textsOf,
} from "./small-vault.fake.ts";
import type { FoundCommit } from "./found-commit.ts";
import type { ChainId, CommitHash, DeviceId, Vault } from "./types.ts";

const primitives = createFakePrimitives("seams");

async function createPair(): Promise<SmallVault> {
  const small = await createSmallVault();
  await small.vault.commit([encodeUtf8("to be dropped"), encodeUtf8("to stay")]);
  await small.vault.commit([encodeUtf8("later")]);
  return small;
}

/** Writes every frame of the first segment anew and opens the vault again. */
async function rewrite({ vault, stores }: SmallVault, change: (frame: Frame) => Uint8Array): Promise<Vault> {
  const path = segmentPathOf(vault);
  const bytes = stores.files().get(path) ?? new Uint8Array(0);
  const { frames } = scanSegment(primitives, { chain: vault.device.chain, number: 1 }, bytes);
  const written = frames.map((frame) => encodeFrame(primitives, frame.type, change(frame)));
  stores.replace(path, concatBytes(bytes.subarray(0, openingLength), ...written));
  return reopen(stores);
}

function changeOperations(
  change: (operation: SealedOperation, index: number, sequence: number) => SealedOperation,
): (frame: Frame) => Uint8Array {
  return (frame) => {
    if (frame.type !== frameTypes.contents) return frame.payload;
    const contents = parseContents(frame.payload);
    const operations = contents.operations.map((one, index) => change(one, index, contents.sequence));
    return encodeContents({ ...contents, operations });
  };
}

const nothing = new Uint8Array(0);

describe("slots and bodies", () => {
  it("can be dropped: the log still verifies, and says what is missing", async () => {
    const small = await createPair();
    for (const dropped of [{ slot: nothing, body: nothing }, { slot: nothing }, { body: nothing }]) {
      const opened = await rewrite(
        small,
        changeOperations((one, index, sequence) =>
          sequence === 2 && index === 0 ? { ...one, ...dropped } : one,
        ),
      );
      expect((await operationsOf(opened)).map(({ state }) => state)).toEqual(["missing", "open", "open"]);
      expect(opened.problems()).toEqual([]);
      expect(opened.heads()).toEqual(small.vault.heads());
    }
  });

  it("of another place or another operation are noticed", async () => {
    const small = await createPair();
    const first: SealedOperation[] = [];
    const opened = await rewrite(
      small,
      changeOperations((one, index, sequence) => {
        if (sequence === 2) first.push(one);
        return sequence === 2 && index === 1 ? { ...one, slot: first[0]?.slot ?? nothing } : one;
      }),
    );
    expect((await operationsOf(opened)).map(({ state }) => state)).toEqual(["open", "damaged", "open"]);
    expect(kindsOf(opened.problems())).toEqual(["damaged-operation"]);
  });
});

describe("signatures", () => {
  it("of other kinds can be added without changing the commit", async () => {
    const small = await createPair();
    const added = { kind: 9, device: "ab".repeat(32) as DeviceId, bytes: new Uint8Array(70) };
    const opened = await rewrite(small, (frame) => {
      if (frame.type !== frameTypes.commit) return frame.payload;
      const { header, leaves, signatures } = parseCommit(primitives, frame.payload);
      return encodeCommit(encodeHeader(header), leaves, [added, ...signatures]);
    });
    expect(await textsOf(opened)).toEqual(["to be dropped", "to stay", "later"]);
    expect(opened.problems()).toEqual([]);
    expect(opened.heads()).toEqual(small.vault.heads());
  });

  it("that are gone leave the commit unapplied, and named", async () => {
    const opened = await rewrite(await createPair(), (frame) => {
      if (frame.type !== frameTypes.commit) return frame.payload;
      const { header, leaves, signatures } = parseCommit(primitives, frame.payload);
      return encodeCommit(encodeHeader(header), leaves, header.sequence === 2 ? [] : signatures);
    });
    expect(await textsOf(opened)).toEqual(["later"]);
    expect(opened.problems()).toEqual([
      expect.objectContaining({ kind: "bad-signature", sequence: 2, count: 2 }),
    ]);
  });
});

describe("frames of a later version", () => {
  it("are kept and named, and what is around them is read", async () => {
    const small = await createPair();
    const path = segmentPathOf(small.vault);
    const snapshot = encodeFrame(primitives, frameTypes.snapshot, encodeUtf8("of tomorrow"));
    const bytes = concatBytes(small.stores.files().get(path) ?? nothing, snapshot);
    small.stores.replace(path, bytes);
    const opened = await reopen(small.stores);
    expect(kindsOf(opened.problems())).toEqual(["unknown-frame"]);
    await opened.commit([encodeUtf8("behind it")]);
    expect(small.stores.files().get(path)?.subarray(0, bytes.length)).toEqual(bytes);
    expect(await textsOf(await reopen(small.stores))).toEqual([
      "to be dropped",
      "to stay",
      "later",
      "behind it",
    ]);
  });
});

describe("an epoch", () => {
  it("is opened from the wrap in the log alone, when the device file does not hold its key", async () => {
    const { stores, ports } = await createPair();
    const file = await openDeviceFile(primitives, stores.files().get("device") ?? nothing, passphrase);
    const opened = await openFrom(ports, { ...file, secrets: { ...file.secrets, epochs: [] } });
    expect(await textsOf(opened)).toEqual(["to be dropped", "to stay", "later"]);
  });
});

describe("an operation", () => {
  const epoch = { id: "01".repeat(16), key: createKey("epoch", primitives.random(32)) };
  const position = { chain: "02".repeat(16) as ChainId, sequence: 3, index: 1 };
  const content: Content = { type: 1, isCritical: false, at: 5, bytes: encodeUtf8("words") };
  const seal = (one: Content) => sealOperation(primitives, one, { position, epoch });
  const open = (operation: SealedOperation, leaf: ReturnType<typeof seal>["leaf"], at = position) =>
    openOperation(primitives, {
      operation,
      leaf,
      position: at,
      epochKey: (id) => (id === epoch.id ? epoch.key : undefined),
    });

  it("of an unknown type is opened and kept; of an unknown flag or slot, it is unknown", () => {
    const unknown = seal({ ...content, type: 77 });
    expect(open(unknown, unknown.leaf)).toMatchObject({ state: "open", content: { type: 77 } });
    const other = seal(content);
    expect(open({ ...other, slot: Uint8Array.of(2, 1, 1) }, other.leaf)).toEqual({ state: "unknown" });
  });

  it("sealed to an epoch that is not held is told from damage", () => {
    const sealed = seal(content);
    const input = { operation: sealed, leaf: sealed.leaf, position, epochKey: () => undefined };
    expect(openOperation(primitives, input)).toEqual({ state: "no-key" });
  });

  it("opens at its own place only, and with the content that its leaf commits to", () => {
    const [sealed, forged] = [seal(content), seal({ ...content, bytes: encodeUtf8("other words") })];
    expect(open(sealed, sealed.leaf)).toMatchObject({ state: "open", content });
    expect(open(sealed, sealed.leaf, { ...position, index: 2 })).toEqual({ state: "damaged" });
    // A body with a second meaning: all that the leaf says of the body fits, the content does not.
    expect(open(forged, { ...forged.leaf, content: sealed.leaf.content })).toEqual({ state: "damaged" });
  });

  it("about devices or keys counts in the clear only, and all others sealed only", () => {
    const clear = clearOperation(primitives, content);
    expect(open(clear, clear.leaf)).toEqual({ state: "damaged" });
    const control = seal({ ...content, type: 0x80 });
    expect(open(control, control.leaf)).toEqual({ state: "damaged" });
  });
});

describe("several chains", () => {
  const [a, b] = ["aa".repeat(16) as ChainId, "bb".repeat(16) as ChainId];
  const commit = (chain: ChainId, sequence: number, past: Partial<CommitHeader>): FoundCommit => {
    const header: CommitHeader = {
      chain,
      sequence,
      device: "dd".repeat(32) as DeviceId,
      epoch: "ee".repeat(16),
      step: null,
      numberInStep: 0,
      isLastOfStep: false,
      previous: "00".repeat(32) as CommitHash,
      count: 1,
      leafRoot: new Uint8Array(32),
      chainRoot: primitives.sha256(),
      frontier: [],
      ...past,
    };
    const hash = hashHeader(primitives, encodeHeader(header));
    return {
      header,
      hash,
      place: { segment: 1, offset: sequence * 100, length: 1 },
      hasControl: false,
      signatures: 1,
    };
  };
  const headOf = ({ header, hash }: FoundCommit) => ({
    chain: header.chain,
    sequence: header.sequence,
    hash,
  });

  it("are one order by depth, and each commit knows what it had seen through others", () => {
    const a1 = commit(a, 1, {});
    const a2 = commit(a, 2, { previous: a1.hash });
    const b1 = commit(b, 1, { previous: a1.hash, frontier: [headOf(a2)] });
    const a3 = commit(a, 3, { previous: a2.hash });
    const a4 = commit(a, 4, { previous: a3.hash, frontier: [headOf(b1)] });
    const found = (chain: ChainId, commits: readonly FoundCommit[]) => ({
      chain,
      commits,
      end: null,
      lastSegment: 1,
    });
    const chains = [found(b, [b1]), found(a, [a1, a2, a3, a4])];
    const problems = createProblemBook();
    const graph = createLogGraph({ primitives, problems, vault: a1.hash, chains });
    expect(graph.ordered().map(({ hash, depth }) => [hash, depth])).toEqual([
      [a1.hash, 1],
      [a2.hash, 2],
      [a3.hash, 3],
      [b1.hash, 3],
      [a4.hash, 4],
    ]);
    expect(graph.entryAt(a, 4)?.others).toEqual(new Map([[b, 1]]));
    expect(graph.entryAt(b, 1)?.others).toEqual(new Map([[a, 2]]));
    expect(graph.entryAt(a, 3)?.others).toEqual(new Map());
    expect(graph.frontierFor(b)).toEqual([headOf(a4)]);
  });

  it("name what a frontier speaks of and nobody holds", () => {
    const a1 = commit(a, 1, {});
    const unseen = { chain: b, sequence: 7, hash: encodeHex(new Uint8Array(32).fill(1)) as CommitHash };
    const a2 = commit(a, 2, { previous: a1.hash, frontier: [unseen] });
    const problems = createProblemBook();
    const chains = [{ chain: a, commits: [a1, a2], end: null, lastSegment: 1 }];
    const graph = createLogGraph({ primitives, problems, vault: a1.hash, chains });
    expect(kindsOf(problems.all())).toContain("unseen-frontier");
    expect(graph.entryAt(a, 2)?.depth).toBe(8);
  });
});
