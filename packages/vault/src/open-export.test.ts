import { encodeCanonical, encodeUtf8, type Json, parseUtf8 } from "@tocsin/core";
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
import type { EvidenceName, Position } from "./types.ts";

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

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(null, true, false),
    fc.maxSafeInteger().map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.toWellFormed()),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.string({ maxLength: 6 }).map((text) => text.toWellFormed()),
      tie("value"),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
})).value;
const payload = fc.oneof(
  json.map((value) => encodeCanonical(value)),
  fc.uint8Array({ maxLength: 60 }),
  // What only looks like canonical JSON leaves as bytes.
  fc.constantFrom("1.0", '{"b":1,"a":2}', "\u{feff}1", " 1", "", '"\\u0041"').map((text) => encodeUtf8(text)),
);
const act = fc.record({
  payloads: fc.array(payload, { minLength: 1, maxLength: 4 }),
  critical: fc.boolean(),
  /** Written as a step of several commits, its payloads repeated. */
  isLong: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
  /** Which of its operations an erasure names later. */
  erased: fc.option(fc.nat(3), { freq: 3 }),
});
type Act = typeof act extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Writes the acts, then erases what some of them name. */
async function live({ vault }: SmallVault, acts: readonly Act[]): Promise<void> {
  const gone: Position[] = [];
  for (const { payloads, critical, isLong, erased } of acts) {
    const all = isLong ? Array.from({ length: 12 }, () => payloads).flat() : payloads;
    const { stamps } = await vault.commit(all, { critical });
    const named = erased === null ? undefined : stamps[erased];
    if (named !== undefined) gone.push(named);
  }
  if (gone.length > 0) await vault.erase({ operations: gone, evidence: [], ground: "consent" });
}

const linesOf = ({ files }: Exported): readonly string[] =>
  parseUtf8(files.get("operations.jsonl") ?? new Uint8Array(0)).split("\n");
const sealedOf = ({ files }: Exported) => [...files].filter(([path]) => path.startsWith("evidence/"));
const isOpenLine = (line: string): boolean => !line.endsWith('"state":"erased"}');

/** Seals each, with the operation that names it; gives what was sealed, in hexadecimal. */
async function sealAll({ vault }: SmallVault, evidence: readonly Uint8Array[]): Promise<readonly string[]> {
  for (const bytes of evidence) {
    const { name, passphrase } = await vault.addEvidence(once(bytes));
    await vault.commit([encodeCanonical({ sealed: { name, passphrase } })]);
  }
  return evidence.map((bytes) => Buffer.from(bytes).toString("hex"));
}

/** What every sealed file that an operation names opens to. */
async function openedIn({ vault }: SmallVault): Promise<readonly string[]> {
  const opened: string[] = [];
  for (const { payload } of await openOperationsOf(vault)) {
    const [, name = "", passphrase = ""] =
      /^\{"sealed":\{"name":"([0-9a-f]{32})","passphrase":"([^"]+)"\}\}$/.exec(
        Buffer.from(payload).toString("utf8"),
      ) ?? [];
    if (name === "") continue;
    const reader = await vault.openEvidence({ name: name as EvidenceName, passphrase });
    opened.push(Buffer.concat([...reader.stream()]).toString("hex"));
    reader.close();
  }
  return opened;
}

describe("an open export", () => {
  it("survives import and export again byte for byte: payloads, original stamps, evidence", async () => {
    const sealed = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 4 }), act, sealed, async (acts, later, evidence) => {
        const first = await createSmallVault("first");
        await live(first, acts);
        const sealedBytes = await sealAll(first, evidence);
        const before = await exported(first);
        const [kept, closed] = [
          linesOf(before).filter(isOpenLine),
          linesOf(before).filter((l) => !isOpenLine(l)),
        ];

        const second = await createSmallVault("second");
        const report = await importOpen(second.vault, before, { ports: second.ports });
        expect(report).toMatchObject({
          operations: kept.length - 1,
          skipped: closed.length,
          evidence: evidence.length,
        });
        const again = await exported(second);
        // What was out of reach is not brought back; all else is the same to the byte.
        expect(linesOf(again)).toEqual(kept);
        expect(sealedOf(again)).toEqual(sealedOf(before));
        // The passphrases came along in the payloads, and open what was sealed.
        expect(await openedIn(second)).toEqual(sealedBytes);

        // A third vault, with things of its own, takes them in with the stamps that they had in the first.
        const third = await createSmallVault("third");
        await third.vault.commit(later.payloads, { critical: later.critical });
        await importOpen(third.vault, again, { ports: third.ports });
        expect(linesOf(await exported(third)).slice(later.payloads.length)).toEqual(kept);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

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

  it("takes along what it is given, named in the manifest, and importing passes over it", async () => {
    const small = await createSmallVault();
    await small.vault.commit([encodeUtf8("{}")]);
    const target = createMemoryExport();
    const extras = [{ path: "vault-read.mjs", bytes: encodeUtf8("a program") }];
    const manifest = await exportOpen(small.vault, target, { ports: small.ports, extras });
    expect(manifest.files.map(({ path, size }) => [path, size])).toContainEqual(["vault-read.mjs", 9]);
    expect(parseUtf8(target.files.get("vault-read.mjs") ?? new Uint8Array(0))).toBe("a program");
    const second = await createSmallVault("second");
    expect(await importOpen(second.vault, target, { ports: second.ports })).toMatchObject({ operations: 1 });
    for (const path of ["../reader.mjs", "manifest.json", "a/b", ""]) {
      const refused = { ports: small.ports, extras: [{ path, bytes: new Uint8Array(0) }] };
      expect(await codeOf(() => exportOpen(small.vault, createMemoryExport(), refused))).toBe("vault.limit");
    }
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
