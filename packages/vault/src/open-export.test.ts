import { encodeCanonical, encodeUtf8, parseUtf8 } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanSegment } from "./frame.ts";
import { exportOpen } from "./open-export.ts";
import { importOpen } from "./open-import.ts";
import type { ExportSink, ExportSource } from "./ports.ts";
import {
  codeOf,
  createSmallVault,
  kindsOf,
  openOperationsOf,
  operationsOf,
  reopen,
  segmentPathOf,
  type SmallVault,
} from "./small-vault.fake.ts";

interface Exported extends ExportSink, ExportSource {
  readonly files: Map<string, Uint8Array>;
}

function createMemoryExport(): Exported {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    async create(path) {
      const pieces: number[] = [];
      return {
        write: async (bytes) => bytes.forEach((byte) => pieces.push(byte)),
        finish: async () => void files.set(path, Uint8Array.from(pieces)),
        discard: async () => {},
      };
    },
    async *open(path) {
      const bytes = files.get(path);
      if (bytes === undefined) throw new Error("no such file");
      for (let at = 0; at < bytes.length; at += 1000) yield bytes.slice(at, at + 1000);
    },
  };
}

async function exported({ vault, ports }: SmallVault): Promise<Exported> {
  const target = createMemoryExport();
  await exportOpen(vault, target, { ports });
  return target;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

const jsonPayload = fc
  .record({ text: fc.string({ unit: "grapheme", maxLength: 12 }), count: fc.maxSafeInteger() })
  .map(({ text, count }) =>
    encodeCanonical({ text: text.toWellFormed(), count: Object.is(count, -0) ? 0 : count }),
  );
const payload = fc.oneof(jsonPayload, fc.uint8Array({ maxLength: 60 }));
const acts = fc.array(fc.array(payload, { minLength: 1, maxLength: 4 }), { maxLength: 4 });

describe("an open export", () => {
  it("survives import and export again byte for byte: payloads, original stamps, evidence", async () => {
    await fc.assert(
      fc.asyncProperty(
        acts,
        fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 2 }),
        async (all, evidence) => {
          const first = await createSmallVault("first");
          for (const payloads of all) await first.vault.commit(payloads);
          for (const bytes of evidence) await first.vault.addEvidence(once(bytes));
          const before = await exported(first);

          const second = await createSmallVault("second");
          const report = await importOpen(second.vault, before, { ports: second.ports });
          expect(report).toMatchObject({
            operations: all.flat().length,
            skipped: 0,
            evidence: evidence.length,
          });
          expect((await openOperationsOf(second.vault)).map((one) => one.payload)).toEqual(all.flat());
          expect((await exported(second)).files).toEqual(before.files);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("is lines of canonical JSON that anyone can read, and a manifest with the hash of each file", async () => {
    const small = await createSmallVault();
    const { stamps } = await small.vault.commit([encodeCanonical({ b: 1, a: ["x"] }), Uint8Array.of(255, 0)]);
    await small.vault.commit([encodeUtf8("{}")], { critical: true });
    const { files } = await exported(small);
    const lines = parseUtf8(files.get("operations.jsonl") ?? new Uint8Array(0))
      .trim()
      .split("\n");
    const [first, second, third] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toMatchObject({
      payload: { a: ["x"], b: 1 },
      stamp: { commit: stamps[0]?.commit, sequence: 2 },
    });
    expect(second).toMatchObject({ bytes: "_wA", stamp: { index: 1 } });
    expect(third).toMatchObject({ payload: {}, critical: true });
    const manifest = JSON.parse(parseUtf8(files.get("manifest.json") ?? new Uint8Array(0))) as object;
    expect(manifest).toMatchObject({ format: "tocsin-open", version: 1, operations: 3, closed: 0 });
  });

  it("keeps the first stamp through several vaults", async () => {
    const [a, b, c] = await Promise.all(["a", "b", "c"].map((seed) => createSmallVault(seed)));
    if (a === undefined || b === undefined || c === undefined) throw new Error("three vaults");
    const { stamps } = await a.vault.commit([encodeUtf8("{}")]);
    await importOpen(b.vault, await exported(a), { ports: b.ports });
    await importOpen(c.vault, await exported(b), { ports: c.ports });
    const [operation] = await openOperationsOf(await reopen(c.stores));
    expect(operation?.origin).toEqual(stamps[0]);
    expect(operation?.stamp.chain).toBe(c.vault.device.chain);
  });

  it("names what could not be read, and does not bring it back", async () => {
    const small = await createSmallVault();
    await small.vault.commit([encodeUtf8("{}")]);
    await small.vault.commit([encodeUtf8("[]")]);
    const path = segmentPathOf(small.vault);
    const bytes = small.stores.files().get(path)?.slice() ?? new Uint8Array(0);
    const segment = { chain: small.vault.device.chain, number: 1 };
    const at = (scanSegment(small.ports.primitives, segment, bytes).frames.at(-2)?.offset ?? 0) + 300;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    small.stores.replace(path, bytes);
    const damaged = { ...small, vault: await reopen(small.stores) };
    const target = await exported(damaged);
    const text = parseUtf8(target.files.get("operations.jsonl") ?? new Uint8Array(0));
    expect(text).toMatch(/"state":"damaged"/);
    const second = await createSmallVault("second");
    const report = await importOpen(second.vault, target, { ports: second.ports });
    expect(report).toMatchObject({ operations: 1, skipped: 1 });
  });
});

describe("importing", () => {
  it("applies nothing of an export whose operations, evidence or manifest were altered", async () => {
    const small = await createSmallVault();
    const info = await small.vault.addEvidence(once(encodeUtf8("bytes")));
    await small.vault.commit(Array.from({ length: 40 }, (_, index) => encodeCanonical({ index })));
    const original = await exported(small);
    const alter = (path: string, change: (text: string) => string): Exported => {
      const altered = createMemoryExport();
      for (const [name, bytes] of original.files) altered.files.set(name, bytes);
      const text = Array.from(original.files.get(path) ?? [], (byte) => String.fromCharCode(byte)).join("");
      altered.files.set(
        path,
        Uint8Array.from(change(text), (letter) => letter.charCodeAt(0)),
      );
      return altered;
    };
    const operations = "operations.jsonl";
    const cases: readonly Exported[] = [
      alter(operations, (text) => text.replace('"index":39}', '"index":38}')),
      alter(operations, (text) => text.split("\n").slice(1).join("\n")),
      alter(operations, (text) => text.slice(0, -10)),
      alter(operations, (text) => text.replace("payload", "nothing")),
      alter(`evidence/${info.name}.age`, (text) => `${text}.`),
      alter("manifest.json", (text) => text.replace("operations.jsonl", "../../etc/passwd")),
      alter("manifest.json", () => "{}"),
    ];
    for (const one of cases) {
      const target = await createSmallVault("target");
      expect(await codeOf(() => importOpen(target.vault, one, { ports: target.ports }))).toBe(
        "vault.bad-export",
      );
      expect(await operationsOf(target.vault)).toEqual([]);
      expect(await target.ports.blobs.unfinished()).toEqual([]);
      expect(kindsOf(target.vault.problems()).every((kind) => kind === "incomplete-step")).toBe(true);
    }
  });

  it("can be tried again after it was stopped", async () => {
    const small = await createSmallVault();
    await small.vault.addEvidence(once(encodeUtf8("bytes")));
    await small.vault.commit(Array.from({ length: 70 }, (_, index) => encodeCanonical({ index })));
    const source = await exported(small);
    const target = await createSmallVault("target");
    const stop = new AbortController();
    const stopped = importOpen(target.vault, source, {
      ports: target.ports,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error("stopped")),
    });
    await expect(stopped).rejects.toThrow("stopped");
    await importOpen(target.vault, source, { ports: target.ports });
    expect(await operationsOf(target.vault)).toHaveLength(70);
  });
});
