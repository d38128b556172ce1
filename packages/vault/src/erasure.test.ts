import { encodeUtf8 } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseContents } from "./contents.ts";
import { openDeviceFile } from "./device-file.ts";
import { frameTypes, scanSegment, uncheckedFrameAt } from "./frame.ts";
import { copyMemoryStores, type MemoryStores } from "./memory-stores.fake.ts";
import { openVault } from "./open-vault.ts";
import { slotEpochOf } from "./operation.ts";
import {
  codeOf,
  createSmallVault,
  kindsOf,
  operationsOf,
  passphrase,
  portsOver,
  reopen,
  segmentPathOf,
  textsOf,
} from "./small-vault.fake.ts";
import type { Position, Vault } from "./types.ts";

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield encodeUtf8(text);
}

async function write(vault: Vault, ...texts: readonly string[]): Promise<readonly Position[]> {
  return (await vault.commit(texts.map((text) => encodeUtf8(text)))).stamps;
}

function consentGround(operations: readonly Position[], evidence: readonly string[] = []) {
  return { operations, evidence: evidence as never, ground: "consent" as const };
}

/** Whether any slot of the log opens under an epoch that somebody held before: the keys of an older device file. */
async function textsWithOldKeys(erased: MemoryStores, old: MemoryStores): Promise<readonly string[]> {
  const mixed = copyMemoryStores(erased);
  const device = old.files().get("device");
  if (device !== undefined) mixed.replace("device", device);
  return textsOf(await openVault(portsOver(mixed, "old keys"), passphrase));
}

/** Epochs whose keys stand in the device file, or are wrapped in any frame of any file. */
async function epochsIn(stores: MemoryStores): Promise<readonly string[]> {
  const { primitives } = portsOver(stores);
  const device = stores.files().get("device") ?? new Uint8Array(0);
  const held = (await openDeviceFile(primitives, device, passphrase)).secrets.epochs.map(({ id }) => id);
  const wrapped = [...stores.files().values()].flatMap((file) => {
    const text = Buffer.from(file).toString("latin1");
    return [...text.matchAll(/"epoch":"([0-9a-f]{32})","type":"wraps"/g)].map(([, id = ""]) => id);
  });
  return [...held, ...wrapped];
}

describe("erasure", () => {
  it("drops operations for good and leaves everything else as it was", async () => {
    const { vault, stores } = await createSmallVault();
    const [first] = await write(vault, "keep one", "keep two");
    const [gone] = await write(vault, "a name that must go");
    await write(vault, "keep three");
    const roots = vault.heads();
    if (first === undefined || gone === undefined) throw new Error("nothing was written");
    const report = await vault.erase({ ...consentGround([gone]), payloads: [encodeUtf8("why")] });
    expect(report).toMatchObject({ operations: 1, evidence: 0 });
    expect(report.stamps).toHaveLength(1);
    expect(await textsOf(vault)).toEqual(["keep one", "keep two", "keep three", "why"]);
    expect((await operationsOf(vault)).map(({ state }) => state)).toEqual([
      "open",
      "open",
      "erased",
      "open",
      "open",
    ]);
    expect(await codeOf(() => vault.read(gone))).toBe("vault.unreadable");
    // The commits are those that were signed: hashes and links stay.
    for (const [chain, head] of roots) expect(vault.heads().get(chain)?.sequence).toBe(head.sequence + 1);
    await write(vault, "after");
    expect(vault.problems()).toEqual([]);
    const checked = await vault.verify();
    expect(checked).toMatchObject({ problems: [], isCurrent: true, operations: { erased: 1, missing: 0 } });
    await vault.close();
    const again = await reopen(stores);
    expect(await textsOf(again)).toEqual(["keep one", "keep two", "keep three", "why", "after"]);
    expect(again.problems()).toEqual([]);
    expect(again.device.newChain).toBeNull();
  });

  it("leaves commits that were written at the same time where readers find them", async () => {
    const { vault, stores } = await createSmallVault();
    const [gone] = await write(vault, "a name that must go");
    if (gone === undefined) throw new Error("nothing was written");
    const erased = vault.erase(consentGround([gone]));
    let isErasing = true;
    void erased.finally(() => (isErasing = false));
    const words: string[] = [];
    const writing: Promise<unknown>[] = [];
    while (isErasing) {
      words.push(`word ${words.length}`);
      writing.push(write(vault, words.at(-1) ?? ""));
      await Promise.resolve();
    }
    await Promise.all(writing);
    expect(await textsOf(vault)).toEqual(words);
    expect((await vault.verify()).problems).toEqual([]);
    await vault.close();
    const again = await reopen(stores);
    expect(await textsOf(again)).toEqual(words);
    expect(again.problems()).toEqual([]);
  });

  it("removes sealed files, and destroys the keys under which everything lay before", async () => {
    const { vault, stores } = await createSmallVault();
    const kept = await vault.addEvidence(bytesOf("kept bytes"));
    const erased = await vault.addEvidence(bytesOf("erased bytes"));
    await write(vault, kept.passphrase);
    const [position] = await write(vault, erased.passphrase);
    if (position === undefined) throw new Error("nothing was written");
    const before = copyMemoryStores(stores);
    const projection = vault.projectionKey();
    await vault.erase(consentGround([position], [erased.name]));
    expect(vault.projectionKey()).not.toBe(projection);
    expect([...stores.files().keys()].filter((path) => path.startsWith("evidence/"))).toEqual([
      `evidence/${kept.name}.age`,
    ]);
    await vault.close();
    // With the device file of before, slots under the new epoch still open by its wrap; but the erased body is gone.
    expect(await textsWithOldKeys(stores, before)).toEqual([kept.passphrase]);
    // Bodies stay byte for byte; slots under older epochs are nowhere left.
    const segment = [...stores.files()].find(([path]) => path.endsWith(".seg"))?.[1];
    const old = [...before.files()].find(([path]) => path.endsWith(".seg"))?.[1];
    expect(segment?.length).toBeLessThan((old?.length ?? 0) + 4000);
  });

  it("refuses what the log has not, what is about devices and keys, and nothing at all", async () => {
    const { vault } = await createSmallVault();
    const [position] = await write(vault, "one");
    if (position === undefined) throw new Error("nothing was written");
    const { chain } = position;
    expect(await codeOf(() => vault.erase(consentGround([{ chain, sequence: 9, index: 0 }])))).toBe(
      "vault.not-found",
    );
    expect(await codeOf(() => vault.erase(consentGround([{ chain, sequence: 1, index: 0 }])))).toBe(
      "vault.limit",
    );
    expect(await codeOf(() => vault.erase(consentGround([])))).toBe("vault.limit");
    expect(await textsOf(vault)).toEqual(["one"]);
  });

  it("is gone on with at the next opening when it was stopped at any of its writes", async () => {
    for (let stopAt = 0; stopAt < 6; stopAt += 1) {
      const { vault, stores } = await createSmallVault(`vault ${stopAt}`);
      const sealed = await vault.addEvidence(bytesOf("erased bytes"));
      const [gone] = await write(vault, `marker ${stopAt}`, "kept");
      if (gone === undefined) throw new Error("nothing was written");
      let writes = 0;
      const failing: MemoryStores = {
        ...stores,
        log: { ...stores.log, replace: (...given) => stopped() ?? stores.log.replace(...given) },
        blobs: { ...stores.blobs, remove: (...given) => stopped() ?? stores.blobs.remove(...given) },
        device: { ...stores.device, write: (...given) => stopped() ?? stores.device.write(...given) },
      };
      const stopped = (): Promise<never> | undefined => {
        writes += 1;
        return writes > stopAt ? Promise.reject(new Error("killed")) : undefined;
      };
      await vault.close();
      const second = await openVault(portsOver(failing, "second"), passphrase).catch(() => undefined);
      await second?.erase(consentGround([gone], [sealed.name])).catch(() => undefined);
      const told = await reopen(stores, "third");
      const states = (await operationsOf(told)).map(({ state }) => state);
      const isWritten = states.includes("erased");
      expect(states).toEqual([isWritten ? "erased" : "open", "open"]);
      expect(stores.files().has(`evidence/${sealed.name}.age`)).toBe(!isWritten);
      expect((await told.verify()).problems).toEqual([]);
      expect(await textsOf(told)).toContain("kept");
    }
  });

  it("says where an older copy brought erased bytes back, does not open them, and can be done again", async () => {
    const { vault, stores } = await createSmallVault();
    const [gone] = await write(vault, "a name that must go");
    if (gone === undefined) throw new Error("nothing was written");
    await vault.close();
    // In a copied folder the erasure stands in another chain than what it erases.
    const copy = copyMemoryStores(stores, "elsewhere");
    const second = await openVault(portsOver(copy, "second"), passphrase);
    await second.erase(consentGround([gone]));
    await second.close();
    const path = segmentPathOf(vault);
    copy.replace(path, stores.files().get(path)?.slice() ?? new Uint8Array(0));
    const third = await openVault(portsOver(copy, "third"), passphrase);
    expect((await operationsOf(third)).map(({ state }) => state)).toEqual(["erased"]);
    expect(kindsOf((await third.verify()).problems)).toEqual(["not-carried-out"]);
    expect(await third.finishErasure()).toBe(false);
    expect(await third.finishErasure({ again: true })).toBe(true);
    expect((await third.verify()).problems).toEqual([]);
  });

  it("keeps every other operation readable, whatever is erased", async () => {
    const act = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 3 }), fc.integer(), async (acts, seed) => {
        const { vault, stores } = await createSmallVault(`vault ${seed}`);
        const kept: string[] = [];
        for (const [round, goes] of acts.entries()) {
          const texts = goes.map((_, at) => `text ${round} ${at}`);
          const stamps = await write(vault, ...texts);
          kept.push(...texts.filter((_, at) => goes[at] !== true));
          const gone = stamps.filter((_, at) => goes[at] === true);
          if (gone.length > 0) await vault.erase(consentGround(gone));
        }
        expect(await textsOf(vault)).toEqual(kept);
        expect(kindsOf((await vault.verify()).problems)).toEqual([]);
        await vault.close();
        const again = await reopen(stores);
        expect(await textsOf(again)).toEqual(kept);
        expect(again.problems()).toEqual([]);
      }),
      { numRuns: 5, seed: 4 },
    );
  });

  it("leaves no byte of the erased content, of the keys to it, or of any slot of before in any file", async () => {
    const { vault, stores } = await createSmallVault();
    const { primitives } = portsOver(stores);
    const sealed = await vault.addEvidence(bytesOf("erased bytes"));
    await write(vault, "kept");
    const [gone] = await write(vault, `a name that must go ${sealed.passphrase}`);
    if (gone === undefined) throw new Error("nothing was written");
    const path = segmentPathOf(vault);
    const name = { chain: vault.device.chain, number: 1 };
    const { frames } = scanSegment(primitives, name, stores.files().get(path) ?? new Uint8Array(0));
    const operations = frames
      .filter(({ type }) => type === frameTypes.contents)
      .flatMap(({ payload }) => parseContents(payload.slice()).operations);
    const [, , wraps, kept, erased] = operations;
    const evidence = stores.files().get(`evidence/${sealed.name}.age`)?.slice();
    if (!wraps || !kept || !erased || !evidence) throw new Error("the log is not as it was written");
    await vault.erase(consentGround([gone], [sealed.name]));
    await vault.close();
    const holds = (bytes: Uint8Array): boolean =>
      [...stores.files().values()].some((file) => Buffer.from(file).includes(Buffer.from(bytes)));
    expect(holds(kept.body)).toBe(true);
    for (const [what, bytes] of [
      ["sealed body", erased.body],
      ["slot of what was erased", erased.slot],
      ["slot of what was kept, under the old epoch", kept.slot],
      ["wraps of the old epoch", wraps.body],
      ["start of the sealed file", evidence.subarray(0, 200)],
    ] as const)
      expect(holds(bytes), what).toBe(false);
  });

  it("leaves nowhere a key to what lies aside, a torn end that named the same person", async () => {
    const { vault, stores } = await createSmallVault();
    await write(vault, "kept");
    await write(vault, "a name that must go");
    const path = segmentPathOf(vault);
    await vault.close();
    const bytes = stores.files().get(path)?.slice() ?? new Uint8Array(0);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    stores.replace(path, bytes);
    const second = await reopen(stores);
    const aside = [...stores.files()].find(([name]) => name.startsWith("aside/"))?.[1];
    const contents = uncheckedFrameAt(aside ?? new Uint8Array(0), 0);
    const [torn] = contents === null ? [] : parseContents(contents.payload).operations;
    if (torn === undefined) throw new Error("nothing lies aside");
    const epoch = slotEpochOf(torn) ?? "";
    const [gone] = await write(second, "a name that must go");
    if (gone === undefined) throw new Error("nothing was written");
    expect(await epochsIn(stores)).toContain(epoch);
    await second.erase(consentGround([gone]));
    await second.close();
    expect(await epochsIn(stores)).not.toContain(epoch);
    expect([...stores.files()].find(([name]) => name.startsWith("aside/"))?.[1]).toEqual(aside);
  });

  it("can be read through while it is carried out", async () => {
    const { vault } = await createSmallVault();
    const texts = Array.from({ length: 200 }, (_, at) => `text ${at}`);
    const stamps = await write(vault, ...texts);
    const replay = vault.allOperations()[Symbol.asyncIterator]();
    const read: string[] = [];
    for (let at = 0; at < 50; at += 1) read.push((await replay.next()).value.state);
    await vault.erase(consentGround(stamps.slice(100)));
    for (let next = await replay.next(); next.done !== true; next = await replay.next())
      read.push(next.value.state);
    expect(read.filter((state) => state === "open")).toHaveLength(100);
    expect(read.filter((state) => state === "erased")).toHaveLength(100);
    expect(vault.problems()).toEqual([]);
  });
});
