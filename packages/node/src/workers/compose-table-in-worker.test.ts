import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createId } from "@tocsin/core";
import {
  composedBatches,
  createBuiltInRegistry,
  lookAtTable,
  parseMapping,
  type ComposedBatch,
  type ComposePorts,
  type ComposeTable,
} from "@tocsin/workspace";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTableComposer, createTableLook } from "./compose-table-in-worker.ts";

const registry = createBuiltInRegistry();
const mapping = parseMapping(
  {
    format: "tocsin-mapping",
    version: 1,
    name: "made up",
    language: "en",
    sheets: [
      {
        headings: 1,
        records: [
          {
            kind: "incident",
            key: ["no"],
            fields: { title: { columns: ["title"] }, when: { columns: ["when"] } },
          },
        ],
      },
    ],
  },
  registry,
);
const lines = Array.from(
  { length: 500 },
  (_, at) => `${at},Title ${at},${at % 7 === 0 ? "soon" : "2026-05"}\n`,
);
const bytes = new TextEncoder().encode(`no,title,when\n${lines.join("")}`);

let folder = "";
let worker: URL;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-compose-table-"));
  const outfile = join(folder, "compose-table-worker.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "compose-table-worker.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  worker = pathToFileURL(outfile);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function composer(memoryLimit?: number): ComposeTable {
  const compose = createTableComposer({ worker, ...(memoryLimit === undefined ? {} : { memoryLimit }) });
  if (compose === undefined) throw new Error("no worker was built");
  return compose;
}

const someId = (byte: number) => createId((length) => new Uint8Array(length).fill(byte));
const filesOf = (given: Uint8Array) => [{ name: "made-up.csv", bytes: given }];
const task = {
  files: filesOf(bytes),
  mapping,
  table: someId(1),
  salt: someId(2),
  knownRows: [],
  isStrict: true,
};
const ports: ComposePorts = { readKnown: async () => [] };

const composeHere = (table: Parameters<ComposeTable>[0], { readKnown }: ComposePorts) =>
  composedBatches(
    table,
    { registry, sha256: (text) => createHash("sha256").update(text).digest("hex") },
    readKnown,
  );

async function all(batches: AsyncIterable<ComposedBatch>): Promise<readonly ComposedBatch[]> {
  const found: ComposedBatch[] = [];
  for await (const batch of batches) found.push(batch);
  return found;
}

describe("a table that is composed in a thread of its own", () => {
  it("gives the same payloads and problems, in the same order, as one that is composed here", async () => {
    const here = await all(composeHere(task, ports));
    expect(here.flatMap(({ problems }) => problems).length).toBeGreaterThan(50);
    expect(here.flatMap(({ lengths }) => lengths)).toHaveLength(1000);
    expect(await all(composer()(task, ports))).toEqual(here);
  });

  it("asks what the vault holds of records that rows name, and adds to it", async () => {
    const again = { ...task, knownRows: [someId(3)] };
    const asked: string[] = [];
    const readKnown: ComposePorts["readKnown"] = async (ids) => {
      asked.push(...ids);
      return ids.map((id) => ({ id, kind: "incident", values: { title: { text: "Before", lang: "en" } } }));
    };
    const here = await all(composeHere(again, { readKnown }));
    const first = asked.splice(0);
    expect(await all(composer()(again, { readKnown }))).toEqual(here);
    expect(asked).toEqual(first);
    expect(asked).toHaveLength(500);
    const reasons = here.flatMap(({ problems }) => problems.map(({ reason }) => reason));
    expect(reasons.filter((reason) => reason === "differs")).toHaveLength(500);
    expect(here.every(({ records }) => Object.keys(records).length === 0)).toBe(true);
  });

  it("hands on why a file cannot be read, with the place in it", async () => {
    const broken = new Uint8Array([
      0x50,
      0x4b,
      0x03,
      0x04,
      ...createHash("sha256").update("no archive").digest(),
    ]);
    await expect(all(composer()({ ...task, files: filesOf(broken) }, ports))).rejects.toMatchObject({
      code: "formats.bad-table",
    });
    const wide = new TextEncoder().encode(`a${",".repeat(2_000)}\n`);
    await expect(all(composer()({ ...task, files: filesOf(wide) }, ports))).rejects.toMatchObject({
      code: "formats.limit",
      details: { row: 1 },
    });
  });

  it("hands on what a kind refuses", async () => {
    const sheets = [
      {
        headings: 1,
        records: [
          {
            kind: "person",
            fields: { name: { columns: ["title"] }, traitGrounds: { constant: "religion" } },
          },
        ],
      },
    ];
    const refused = { ...task, mapping: { ...mapping, sheets } };
    await expect(all(composer()(refused, ports))).rejects.toMatchObject({
      code: "records.missing-field",
      details: { kind: "person", field: "traitReason" },
    });
  });

  it("ends when it is cancelled, with the reason, and when nobody reads on", async () => {
    const stop = new AbortController();
    const batches = composer()(task, { ...ports, signal: stop.signal });
    const stopped = (async () => {
      for await (const { rows } of batches) if (rows > 0) stop.abort(new Error("enough"));
    })();
    await expect(stopped).rejects.toThrow("enough");
    for await (const { rows } of composer()(task, ports)) if (rows > 0) break;
    const signal = AbortSignal.abort(new Error("before"));
    await expect(all(composer()(task, { ...ports, signal }))).rejects.toThrow("before");
  });

  it("stops a file that takes more memory than it is given, and the program goes on", async () => {
    const heavy = new TextEncoder().encode(`no,title,when\n${`1,${"x".repeat(900_000)},2026\n`.repeat(60)}`);
    await expect(all(composer(8)({ ...task, files: filesOf(heavy) }, ports))).rejects.toMatchObject({
      code: "formats.limit",
    });
  });

  it("is only looked at where that is asked, and a broken one says why it cannot be", async () => {
    const lookAt = createTableLook({ worker });
    expect(await lookAt?.(filesOf(bytes))).toEqual(lookAtTable(filesOf(bytes)));
    const wide = new TextEncoder().encode(`a${",".repeat(2_000)}\n`);
    await expect(lookAt?.(filesOf(wide))).rejects.toMatchObject({
      code: "formats.limit",
      details: { row: 1 },
    });
  });

  it("is not threaded where no worker was built", () => {
    expect(createTableComposer({ worker: pathToFileURL(join(folder, "none.mjs")) })).toBeUndefined();
  });
});
