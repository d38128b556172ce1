// Open exports that somebody made to mislead: refused with the place, before anything is written.
import { createHash } from "node:crypto";
import { encodeCanonical, encodeUtf8, type Json, parseUtf8 } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { exportOpen } from "./open-export.ts";
import { importOpen } from "./open-import.ts";
import type { ExportSink, ExportSource } from "./ports.ts";
import { createSmallVault, kindsOf, openOperationsOf, operationsOf } from "./small-vault.fake.ts";

interface Exported extends ExportSink, ExportSource {
  readonly files: Map<string, Uint8Array>;
}

function createMemoryExport(): Exported {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    async create(path) {
      const pieces: Uint8Array[] = [];
      return {
        write: async (bytes) => void pieces.push(bytes.slice()),
        finish: async () => void files.set(path, Uint8Array.from(Buffer.concat(pieces))),
        discard: async () => {},
      };
    },
    async *open(path) {
      const bytes = files.get(path);
      if (bytes === undefined) throw new Error("no such file");
      for (let at = 0; at < bytes.length; at += 100_000) yield bytes.slice(at, at + 100_000);
    },
  };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** An export of three lines and one sealed file. */
async function madeExport(): Promise<Exported> {
  const { vault, ports } = await createSmallVault("source");
  const { name } = await vault.addEvidence(once(encodeUtf8("exhibit")));
  await vault.commit([1, 2, 3].map((n) => encodeCanonical({ n, name })));
  const target = createMemoryExport();
  await exportOpen(vault, target, { ports });
  return target;
}

const operations = "operations.jsonl";
const manifestOf = ({ files }: Exported): Record<string, Json> =>
  JSON.parse(parseUtf8(files.get("manifest.json") ?? new Uint8Array(0)));

/** The manifest names the operations as they now are, so that nothing but what they say can be refused. */
function withOperations(made: Exported, bytes: Uint8Array, more: Readonly<Record<string, Json>> = {}): void {
  made.files.set(operations, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const manifest = manifestOf(made);
  const files = (manifest["files"] as Record<string, Json>[]).map((file) =>
    file["path"] === operations ? { path: operations, sha256, size: bytes.length } : file,
  );
  made.files.set("manifest.json", encodeCanonical({ ...manifest, files, ...more }));
}

/** Changes the second line of an export; `manifest` stays true to it. */
async function withLine(change: (line: string) => string | Uint8Array): Promise<Exported> {
  const made = await madeExport();
  const [first = "", second = "", third = ""] = parseUtf8(
    made.files.get(operations) ?? new Uint8Array(0),
  ).split("\n");
  const changed = change(second);
  const line = typeof changed === "string" ? encodeUtf8(changed) : changed;
  const bytes = Buffer.concat([encodeUtf8(`${first}\n`), line, encodeUtf8(`\n${third}\n`)]);
  withOperations(made, Uint8Array.from(bytes));
  return made;
}

interface Refused {
  readonly code: unknown;
  readonly line: unknown;
}

/** What importing is refused with; nothing may be in the vault afterwards but its own beginning. */
async function refusalOf(made: ExportSource): Promise<Refused> {
  const target = await createSmallVault("target");
  const error: unknown = await importOpen(target.vault, made, { ports: target.ports }).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(await operationsOf(target.vault)).toEqual([]);
  expect(await target.ports.blobs.unfinished()).toEqual([]);
  if (typeof error !== "object" || error === null || !("code" in error) || !("details" in error))
    throw new Error(`not refused by an error of ours: ${String(error)}`);
  const { line } = error.details as { readonly line?: unknown };
  return { code: error.code, line };
}

const deep = `${"[".repeat(40)}${"]".repeat(40)}`;
const lines: readonly (readonly [string, (line: string) => string | Uint8Array])[] = [
  ["bytes that are no UTF-8", (line) => Buffer.concat([Buffer.from(line), Uint8Array.of(0xff)])],
  ["an integer beyond 2^53", (line) => line.replace('"n":2', '"n":9007199254740993')],
  ["a number that rounds to a safe integer", (line) => line.replace('"n":2', '"n":2.0000000000000000001')],
  ["an exponent", (line) => line.replace('"n":2', '"n":2e0')],
  ["NaN", (line) => line.replace('"n":2', '"n":NaN')],
  ["minus zero", (line) => line.replace('"n":2', '"n":-0')],
  ["a key twice in a payload", (line) => line.replace('"n":2', '"n":2,"n":3')],
  ["a payload twice", (line) => line.replace('"stamp":', '"payload":{},"stamp":')],
  ["half a surrogate pair", (line) => line.replace('"n":2', String.raw`"n":"\ud800"`)],
  ["deep nesting", (line) => line.replace('"n":2', `"n":${deep}`)],
  ["very deep nesting", (line) => line.replace('"n":2', `"n":${"[".repeat(100_000)}`)],
  ["white space", (line) => line.replace('"n":2', '"n": 2')],
  ["a line of 64 MiB", (line) => line.replace('"n":2', `"n":"${"x".repeat(64 * 2 ** 20)}"`)],
  ["a payload over its limit", (line) => line.replace('"n":2', `"n":"${"x".repeat(65_536)}"`)],
  ["a payload beside a state", (line) => line.replace(/\}$/, ',"state":"erased"}')],
  [
    "a state that does not exist",
    (line) => line.replace(/^.*"stamp":/, '{"stamp":').replace(/\}$/, ',"state":"gone"}'),
  ],
  ["bytes beside a payload", (line) => line.replace("{", '{"bytes":"AA",')],
  ["bytes that are no base64url", () => '{"bytes":"A!","stamp":{}}'],
  ["critical that is no yes", (line) => line.replace("{", '{"critical":false,')],
  ["a stamp with a member more", (line) => line.replace('"seen":', '"said":1,"seen":')],
  ["a stamp without a chain", (line) => line.replace(/"chain":"[0-9a-f]+",/, "")],
  ["a sequence below zero", (line) => line.replace(/"sequence":[0-9]+\}\}/, '"sequence":-1}}')],
  ["a list", () => "[]"],
  ["nothing", () => ""],
];

describe("an open export that was made to mislead", () => {
  it.each(lines)("is refused with its line: %s", async (_, change) => {
    expect(await refusalOf(await withLine(change))).toEqual({ code: "vault.bad-export", line: 2 });
  });

  it("leaves no step without an end behind, since it is read through before anything is written", async () => {
    const made = await withLine((line) => line.replace('"n":2', '"n":1.5'));
    const target = await createSmallVault("target");
    await importOpen(target.vault, made, { ports: target.ports }).catch(() => undefined);
    expect(kindsOf(target.vault.problems())).toEqual([]);
    expect(await target.ports.blobs.names()).toEqual([]);
  });

  it("loses no line to a manifest that says that there are none, or fewer, or more", async () => {
    for (const counts of [
      { operations: 0 },
      { operations: 2 },
      { operations: 10_000_000 },
      { closed: 1 },
      { operations: -3 },
      { operations: 1.5 },
    ]) {
      const made = await madeExport();
      const manifest = { ...manifestOf(made), ...counts };
      made.files.set("manifest.json", encodeUtf8(JSON.stringify(manifest)));
      expect([counts, await refusalOf(made)]).toEqual([
        counts,
        { code: "vault.bad-export", line: undefined },
      ]);
    }
  });

  it("is refused when it names one file twice, or with a size or hash of no form", async () => {
    const changes: readonly ((files: Record<string, Json>[]) => Json)[] = [
      (files) => [...files, ...files],
      (files) => files.map((file) => ({ ...file, size: -1 })),
      (files) => files.map((file) => ({ ...file, sha256: "0" })),
      (files) => files.map((file) => ({ ...file, size: Number(file["size"]) + 1 })),
    ];
    for (const change of changes) {
      const made = await madeExport();
      const manifest = manifestOf(made);
      const files = change(manifest["files"] as Record<string, Json>[]);
      made.files.set("manifest.json", encodeCanonical({ ...manifest, files }));
      expect((await refusalOf(made)).code).toBe("vault.bad-export");
    }
  });

  it.each(["manifest.json", operations, "evidence"])("is not read on without end: %s", async (endless) => {
    const made = await madeExport();
    let given = 0;
    const source: ExportSource = {
      async *open(path) {
        yield* made.open(path);
        if (!path.startsWith(endless)) return;
        for (; given < 200 * 2 ** 20; given += 2 ** 20) yield new Uint8Array(2 ** 20).fill(0x20);
      },
    };
    expect((await refusalOf(source)).code).toBe("vault.bad-export");
    expect(given).toBeLessThan(100 * 2 ** 20);
  });

  it("comes in whole when nothing is wrong with it, at the limits too", async () => {
    const { vault, ports } = await createSmallVault("source");
    const deepest = encodeUtf8(`${"[".repeat(32)}${"]".repeat(32)}`);
    const longest = encodeCanonical("x".repeat(65_534));
    await vault.commit([deepest, longest, new Uint8Array(65_536)]);
    const made = createMemoryExport();
    await exportOpen(vault, made, { ports });
    const target = await createSmallVault("target");
    await importOpen(target.vault, made, { ports: target.ports });
    const payloads = (await openOperationsOf(target.vault)).map(({ payload }) => payload);
    expect(payloads.map((payload) => payload.length)).toEqual([64, 65_536, 65_536]);
    expect(payloads[0]).toEqual(deepest);
  });
});
