import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  lookAtTable,
  rowBatches,
  createBuiltInRegistry,
  parseMapping,
  type ReadRows,
  type RowBatch,
} from "@tocsin/workspace";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTableLook, createTableReader } from "./read-table-in-worker.ts";

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
  folder = await mkdtemp(join(tmpdir(), "tocsin-read-table-"));
  const outfile = join(folder, "read-table-worker.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "read-table-worker.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  worker = pathToFileURL(outfile);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function reader(memoryLimit?: number): ReadRows {
  const read = createTableReader({ worker, ...(memoryLimit === undefined ? {} : { memoryLimit }) });
  if (read === undefined) throw new Error("no worker was built");
  return read;
}

async function all(batches: AsyncIterable<RowBatch> | Iterable<RowBatch>): Promise<readonly RowBatch[]> {
  const found: RowBatch[] = [];
  for await (const batch of batches) found.push(batch);
  return found;
}

describe("a table that is read in a thread of its own", () => {
  it("gives the same rows and problems, in the same order, as one that is read here", async () => {
    const here = await all(rowBatches({ bytes, mapping }, registry));
    expect(here.flatMap(({ problems }) => problems).length).toBeGreaterThan(50);
    expect(await all(reader()({ bytes, mapping }))).toEqual(here);
  });

  it("hands on why a file cannot be read, with the place in it", async () => {
    const broken = new Uint8Array([
      0x50,
      0x4b,
      0x03,
      0x04,
      ...createHash("sha256").update("no archive").digest(),
    ]);
    await expect(all(reader()({ bytes: broken, mapping }))).rejects.toMatchObject({
      code: "formats.bad-table",
    });
    const wide = new TextEncoder().encode(`a${",".repeat(2_000)}\n`);
    await expect(all(reader()({ bytes: wide, mapping }))).rejects.toMatchObject({
      code: "formats.limit",
      details: { row: 1 },
    });
  });

  it("ends when it is cancelled, with the reason, and when nobody reads on", async () => {
    const stop = new AbortController();
    const rows = reader()({ bytes, mapping }, stop.signal);
    const stopped = (async () => {
      for await (const { rows: some } of rows) if (some.length > 0) stop.abort(new Error("enough"));
    })();
    await expect(stopped).rejects.toThrow("enough");
    for await (const { rows: some } of reader()({ bytes, mapping })) if (some.length > 0) break;
    await expect(all(reader()({ bytes, mapping }, AbortSignal.abort(new Error("before"))))).rejects.toThrow(
      "before",
    );
  });

  it("stops a file that takes more memory than it is given, and the program goes on", async () => {
    const heavy = new TextEncoder().encode(`no,title,when\n${`1,${"x".repeat(900_000)},2026\n`.repeat(60)}`);
    await expect(all(reader(8)({ bytes: heavy, mapping }))).rejects.toMatchObject({ code: "formats.limit" });
  });

  it("is only looked at where that is asked, and a broken one says why it cannot be", async () => {
    const lookAt = createTableLook({ worker });
    expect(await lookAt?.(bytes)).toEqual(lookAtTable(bytes));
    const wide = new TextEncoder().encode(`a${",".repeat(2_000)}\n`);
    await expect(lookAt?.(wide)).rejects.toMatchObject({ code: "formats.limit", details: { row: 1 } });
  });

  it("is not threaded where no worker was built", () => {
    expect(createTableReader({ worker: pathToFileURL(join(folder, "none.mjs")) })).toBeUndefined();
  });
});
