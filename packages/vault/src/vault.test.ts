import { encodeUtf8 } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import {
  codeOf,
  collect,
  createSmallVault,
  now,
  openOperationsOf,
  operationsOf,
  passphrase,
  portsOver,
  reopen,
  textsOf,
} from "./small-vault.fake.ts";
import { createVault } from "./create-vault.ts";
import { createMemoryStores } from "./memory-stores.fake.ts";
import { openVault } from "./open-vault.ts";
import type { ReplayProgress } from "./types.ts";

const texts = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `payload ${index}`);

describe("a vault", () => {
  it("gives back what was committed, now and after opening again", async () => {
    const { vault, stores } = await createSmallVault();
    const info = await vault.commit([encodeUtf8("one"), encodeUtf8("two")]);
    await vault.commit(texts(40).map(encodeUtf8));
    expect(await textsOf(vault)).toEqual(["one", "two", ...texts(40)]);
    expect(vault.counts()).toEqual({ chains: 1, commits: 4, operations: 45 });

    const again = await reopen(stores);
    expect([again.id, again.device]).toEqual([vault.id, vault.device]);
    expect(await textsOf(again)).toEqual(["one", "two", ...texts(40)]);
    expect(again.problems()).toEqual([]);
    expect(again.heads()).toEqual(vault.heads());
    const [first] = info.stamps;
    expect(first && (await again.read(first))).toEqual(encodeUtf8("one"));
    await again.commit([encodeUtf8("three")]);
    expect(await textsOf(again)).toEqual(["one", "two", ...texts(40), "three"]);
  });

  it("stamps each operation with its place, depth, claims and what had been seen", async () => {
    const { vault, stores } = await createSmallVault();
    const { stamps, step } = await vault.commit([encodeUtf8("one"), encodeUtf8("two")]);
    const { chain, id } = vault.device;
    const commit = vault.heads().get(chain)?.hash;
    const shared = { chain, sequence: 2, depth: 2, commit, device: id, at: now, seen: new Map([[chain, 2]]) };
    expect(stamps).toEqual([
      { ...shared, index: 0 },
      { ...shared, index: 1 },
    ]);
    expect(step).toBeNull();
    const replayed = await openOperationsOf(await reopen(stores));
    expect(replayed.map(({ stamp }) => stamp)).toEqual(stamps);
  });

  it("splits a long act into commits of 32 that share a step", async () => {
    const { vault } = await createSmallVault();
    const done: number[] = [];
    const info = await vault.commit(texts(70).map(encodeUtf8), { onProgress: (count) => done.push(count) });
    expect(info.commits).toBe(3);
    expect(info.stamps).toHaveLength(70);
    expect(info.stamps[69]).toMatchObject({ sequence: 4, index: 5 });
    expect(done).toEqual([32, 64, 70]);
    const commits = await collect(vault.replay());
    expect(commits.map(({ step, operations }) => [step, operations.length])).toEqual([
      [null, 0],
      [info.step, 32],
      [info.step, 32],
      [info.step, 6],
    ]);
  });

  it("replays only what came after given heads, tells its progress, and stops when told", async () => {
    const { vault } = await createSmallVault();
    await vault.commit([encodeUtf8("before")]);
    const after = vault.heads();
    await vault.commit([encodeUtf8("after")]);
    const progress: ReplayProgress[] = [];
    const operations = await collect(vault.allOperations({ after, onProgress: (one) => progress.push(one) }));
    expect(operations).toHaveLength(1);
    expect(operations[0]).toMatchObject({ payload: encodeUtf8("after") });
    expect(progress).toEqual([{ done: 1, total: 1 }]);
    const stopping = collect(vault.replay({ signal: AbortSignal.abort(new Error("enough")) }));
    await expect(stopping).rejects.toThrow("enough");
  });

  it("keeps the mark of a critical operation", async () => {
    const { vault } = await createSmallVault();
    await vault.commit([encodeUtf8("plain")]);
    await vault.commit([encodeUtf8("critical")], { critical: true });
    expect((await openOperationsOf(vault)).map(({ critical }) => critical)).toEqual([false, true]);
  });

  it("queues callers that come at once and keeps their order", async () => {
    const { vault, stores } = await createSmallVault();
    await Promise.all(texts(20).map((text) => vault.commit([encodeUtf8(text)])));
    expect(await textsOf(vault)).toEqual(texts(20));
    expect((await reopen(stores)).problems()).toEqual([]);
  });

  it("takes payloads of any bytes up to 65,536, and refuses a longer one, or none", async () => {
    const { vault } = await createSmallVault();
    const largest = new Uint8Array(65_536).fill(0);
    await vault.commit([largest, new Uint8Array(0)]);
    expect((await openOperationsOf(vault)).map(({ payload }) => payload.length)).toEqual([65_536, 0]);
    expect(await codeOf(() => vault.commit([new Uint8Array(65_537)]))).toBe("vault.too-large");
    expect(await codeOf(() => vault.commit([]))).toBe("vault.limit");
    expect(await codeOf(() => vault.commitStep([]))).toBe("vault.limit");
    expect(await operationsOf(vault)).toHaveLength(2);
  });

  it("hides lengths in buckets: one byte and two hundred take the same room", async () => {
    const { vault, stores } = await createSmallVault();
    const sizeOf = (): number => [...stores.files().values()].reduce((sum, { length }) => sum + length, 0);
    const start = sizeOf();
    await vault.commit([encodeUtf8("x")]);
    const short = sizeOf();
    await vault.commit([new Uint8Array(200).fill(1)]);
    expect(sizeOf() - short).toBe(short - start);
  });

  it("refuses to read what is not there, and control operations", async () => {
    const { vault } = await createSmallVault();
    const { chain } = vault.device;
    expect(await codeOf(() => vault.read({ chain, sequence: 9, index: 0 }))).toBe("vault.not-found");
    expect(await codeOf(() => vault.read({ chain, sequence: 1, index: 7 }))).toBe("vault.not-found");
    expect(await codeOf(() => vault.read({ chain, sequence: 1, index: 0 }))).toBe("vault.unreadable");
  });

  it("gives the projection one key until it is renewed", async () => {
    const { vault, stores } = await createSmallVault();
    const first = vault.projectionKey().expose().slice();
    expect((await reopen(stores)).projectionKey().expose()).toEqual(first);
    const old = vault.projectionKey();
    const renewed = (await vault.renewProjectionKey()).expose().slice();
    expect(renewed).not.toEqual(first);
    expect(() => old.expose()).toThrow("wiped");
    expect((await reopen(stores)).projectionKey().expose()).toEqual(renewed);
  });
});

describe("creating and opening", () => {
  it("is refused where there is a vault already, or none", async () => {
    const { stores } = await createSmallVault();
    expect(await codeOf(() => createSmallVault("vault", stores))).toBe("vault.exists");
    expect(await codeOf(() => reopen(createMemoryStores()))).toBe("vault.missing");
  });

  it("tells a wrong passphrase, and takes the same characters in another normal form", async () => {
    const stores = createMemoryStores();
    const cost = { memoryKib: 8, passes: 1, lanes: 1 };
    await createVault(portsOver(stores), { passphrase: "cafe\u0301", deviceName: "d", cost });
    expect((await openVault(portsOver(stores), "caf\u00e9")).device.name).toBe("d");
    expect(await codeOf(() => openVault(portsOver(stores), "cafe"))).toBe("vault.wrong-passphrase");
    expect(await codeOf(() => openVault(portsOver(stores), ""))).toBe("vault.wrong-passphrase");
  });

  it("refuses a cost that no computer should be asked for", async () => {
    const options = { passphrase: "p", deviceName: "d", cost: { memoryKib: 2_000_000, passes: 1, lanes: 1 } };
    expect(await codeOf(() => createVault(portsOver(createMemoryStores()), options))).toBe("vault.limit");
  });

  it("is named after its first commit", async () => {
    const { vault } = await createSmallVault();
    const [first] = await collect(vault.replay());
    expect(first?.commit).toBe(vault.id);
    expect((await createSmallVault("another")).vault.id).not.toBe(vault.id);
  });
});

describe("a locked vault", () => {
  it("refuses every call, and drops its keys", async () => {
    const { vault } = await createSmallVault();
    const { stamps } = await vault.commit([encodeUtf8("one")]);
    const evidence = await vault.addEvidence(
      (async function* () {
        yield encodeUtf8("bytes");
      })(),
    );
    const reader = await vault.openEvidence(evidence);
    const key = vault.projectionKey();
    const replay = vault.replay()[Symbol.asyncIterator]();
    await replay.next();
    vault.lock();
    const [position] = stamps;
    const calls: readonly (() => unknown)[] = [
      () => vault.commit([encodeUtf8("two")]),
      () => vault.commitStep([]),
      () => replay.next(),
      () => collect(vault.replay()),
      () => operationsOf(vault),
      () => position && vault.read(position),
      () => position && vault.readOperation(position),
      () => vault.heads(),
      () => vault.counts(),
      () => vault.problems(),
      () => vault.projectionKey(),
      () => vault.renewProjectionKey(),
      () => vault.addEvidence((async function* () {})()),
      () => vault.openEvidence(evidence),
      () => vault.orphans([]),
      () => reader.read(0, 1),
    ];
    expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => "vault.locked"));
    expect(() => key.expose()).toThrow("wiped");
    expect(vault.id).toHaveLength(64);
  });

  it("has the adapter drop what it keeps of secrets between calls", async () => {
    const { stores, ports } = await createSmallVault();
    let forgotten = 0;
    const ed25519 = { ...ports.primitives.ed25519, forget: () => void (forgotten += 1) };
    const vault = await openVault({ ...ports, primitives: { ...ports.primitives, ed25519 } }, passphrase);
    await vault.commit([encodeUtf8("one")]);
    expect(forgotten).toBe(0);
    vault.lock();
    expect(forgotten).toBeGreaterThan(0);
    expect(await textsOf(await reopen(stores))).toEqual(["one"]);
  });

  it("refuses what waited for its turn", async () => {
    const { vault, stores } = await createSmallVault();
    const waiting = texts(5).map((text) => codeOf(() => vault.commit([encodeUtf8(text)])));
    vault.lock();
    const codes = await Promise.all(waiting);
    expect(codes.slice(1)).toEqual(["vault.locked", "vault.locked", "vault.locked", "vault.locked"]);
    const kept = codes[0] === "nothing thrown" ? ["payload 0"] : [];
    expect(await textsOf(await reopen(stores))).toEqual(kept);
  });
});
