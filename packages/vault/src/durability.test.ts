import { encodeUtf8 } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import {
  codeOf,
  createSmallVault,
  kindsOf,
  operationsOf,
  reopen,
  segmentPathOf,
  textsOf,
} from "./small-vault.fake.ts";
import type { ImportedPayload } from "./types.ts";

function payloads(count: number): readonly ImportedPayload[] {
  return Array.from({ length: count }, (_, index) => ({ payload: encodeUtf8(`item ${index}`) }));
}

describe("a power cut", () => {
  it("loses nothing that was acknowledged", async () => {
    const { vault, stores } = await createSmallVault();
    for (const word of ["one", "two", "three"]) {
      await vault.commit([encodeUtf8(word)]);
      stores.crash();
      expect(await textsOf(await reopen(stores))).toContain(word);
    }
  });

  it("at any byte of an unacknowledged commit leaves all that came before, and a vault to go on with", async () => {
    const { vault, stores } = await createSmallVault();
    await vault.commit([encodeUtf8("kept")]);
    const size = stores.files().get(segmentPathOf(vault))?.length ?? 0;
    for (const kept of [0, 1, 5, 17, 100, 400, 600]) {
      const pending = vault.commit([encodeUtf8("lost or whole")]).catch(() => {});
      stores.crash(kept);
      await pending;
      const again = await reopen(stores);
      expect((await textsOf(again))[0]).toBe("kept");
      expect(stores.files().get(segmentPathOf(vault))?.length).toBeGreaterThanOrEqual(size);
      expect(kindsOf(again.problems()).filter((kind) => kind !== "torn-tail")).toEqual([]);
    }
  });
});

describe("a failed fsync", () => {
  it("is told to every caller that waits for it, and locks the vault", async () => {
    const { vault, stores } = await createSmallVault();
    await vault.commit([encodeUtf8("kept")]);
    stores.failNextSync();
    const first = codeOf(() => vault.commit([encodeUtf8("lost")]));
    const second = codeOf(() => vault.commit([encodeUtf8("also lost")]));
    expect(await first).toBe("vault.not-durable");
    expect(await second).toBe("vault.locked");
    expect(await codeOf(() => vault.heads())).toBe("vault.locked");
    stores.crash();
    expect(await textsOf(await reopen(stores))).toEqual(["kept"]);
  });

  it("of an evidence file keeps nothing of it, and locks the vault", async () => {
    const { vault, stores } = await createSmallVault();
    stores.failNextSync();
    const source = (async function* () {
      yield encodeUtf8("bytes");
    })();
    expect(await codeOf(() => vault.addEvidence(source))).toBe("vault.not-durable");
    expect(await codeOf(() => vault.counts())).toBe("vault.locked");
    expect([...stores.files().keys()].filter((path) => path.startsWith("evidence/"))).toEqual([]);
  });
});

describe("a step", () => {
  it("applies whole, with one fsync for all its commits", async () => {
    const { vault, stores } = await createSmallVault();
    const info = await vault.commitStep(payloads(100));
    expect(info).toMatchObject({ commits: 4, operations: 100, from: 2, to: 5 });
    stores.crash();
    expect(await textsOf(await reopen(stores))).toHaveLength(100);
  });

  it("whose source fails applies nothing, and says so; later acts are not held up", async () => {
    const { vault, stores } = await createSmallVault();
    await vault.commit([encodeUtf8("before")]);
    async function* failing(): AsyncIterable<ImportedPayload> {
      yield* payloads(80);
      throw new Error("source broke");
    }
    await expect(vault.commitStep(failing())).rejects.toThrow("source broke");
    await vault.commit([encodeUtf8("after")]);
    for (const one of [vault, await reopen(stores)]) {
      expect(await textsOf(one)).toEqual(["before", "after"]);
      expect(one.problems()).toEqual([
        expect.objectContaining({ kind: "incomplete-step", sequence: 3, count: 64 }),
      ]);
      const { chain } = one.device;
      expect(await codeOf(() => one.read({ chain, sequence: 3, index: 0 }))).toBe("vault.unreadable");
    }
  });

  it("that is aborted, or meets a payload that is too large, applies nothing", async () => {
    const { vault } = await createSmallVault();
    const stop = new AbortController();
    const onProgress = (): void => stop.abort(new Error("stopped"));
    await expect(vault.commitStep(payloads(80), { signal: stop.signal, onProgress })).rejects.toThrow(
      "stopped",
    );
    const large = [...payloads(40), { payload: new Uint8Array(70_000) }];
    expect(await codeOf(() => vault.commitStep(large))).toBe("vault.too-large");
    expect(await operationsOf(vault)).toEqual([]);
    expect(kindsOf(vault.problems())).toEqual(["incomplete-step", "incomplete-step"]);
  });

  it("cut by a power cut between its commits applies nothing", async () => {
    const { vault, stores } = await createSmallVault();
    const path = segmentPathOf(vault);
    const start = stores.files().get(path)?.length ?? 0;
    await vault.commitStep(payloads(80));
    const whole = stores.files().get(path) ?? new Uint8Array(0);
    for (const part of [0.5, 0.9]) {
      stores.replace(path, whole.slice(0, start + Math.floor((whole.length - start) * part)));
      const again = await reopen(stores);
      expect(await operationsOf(again)).toEqual([]);
      expect(kindsOf(again.problems())).toEqual(["torn-tail", "incomplete-step"]);
    }
  });
});
