// Tables that are made anew are those that would have been written operation by operation, wherever it was broken off.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { createKey } from "@tocsin/crypto";
import { createView, openProjection, type Projection } from "@tocsin/index";
import type { StampedOperation } from "@tocsin/records";
import { histories, plainAnalyse, testRegistry } from "@tocsin/records/acceptance";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { openProjectionDatabase } from "./projection-database.ts";

const folder = mkdtempSync(join(tmpdir(), "tocsin-projection-filling-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fresh = (): string => join(folder, `${(files += 1)}.db`);

async function openAt(path: string): Promise<Projection> {
  const key = createKey("projection", new Uint8Array(32).fill(7));
  const database = await openProjectionDatabase({ path, key });
  return openProjection(database, { registry: testRegistry(), analyse: plainAnalyse });
}

const reach = new Map([["a" as never, { sequence: 1, hash: "f".repeat(64) as never }]]);
const tables = ["state", "record", "cell", "link", "operation", "tally", "meta"];
const questions = ["raid", "lawyer at n", '"raid phone"', "n", "one"];

/** Everything that stands in the tables, full text by what is found with it. */
async function everything(projection: Projection): Promise<unknown> {
  const { database } = projection;
  const view = createView(projection, async () => []);
  return {
    rows: await Promise.all(tables.map((table) => database.all(`SELECT * FROM ${table} ORDER BY 1, 2`))),
    hits: await Promise.all(questions.map((words) => view.search(words))),
    names: await database.all("SELECT name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"),
  };
}

/** In batches of `size`, with the tables filled from the start or ready before anything came. */
async function tablesOf(
  operations: readonly StampedOperation[],
  { size, isReady }: { readonly size: number; readonly isReady: boolean },
): Promise<unknown> {
  const projection = await openAt(fresh());
  if (isReady) await projection.endFilling();
  for (let at = 0; at < operations.length; at += size)
    await projection.apply(operations.slice(at, at + size), reach);
  await projection.apply([], reach);
  await projection.endFilling();
  expect([await projection.isFilling(), await projection.check()]).toEqual([false, true]);
  const found = await everything(projection);
  await projection.database.close();
  return found;
}

const written = (count: number, from = 1): readonly StampedOperation[] =>
  Array.from({ length: count }, (_, n) => {
    const sequence = from + n;
    const record = String(sequence % 700).padStart(26, "0") as never;
    const stamp = {
      chain: "a",
      sequence,
      index: 0,
      depth: sequence,
      commit: `a${sequence}`,
      device: "d",
      at: sequence,
    };
    const patch = {
      title: { set: { text: `raid ${sequence}`, lang: "und" } },
      tag: { set: `t${sequence % 7}` },
    };
    return {
      stamp: { ...stamp, seen: new Map([["a", sequence]]) },
      operation: { kind: "sample", version: 3, record, act: "try", patch },
    };
  });

describe("a filling", () => {
  it("makes the rows that applying makes, whatever the order and the batches", () =>
    fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 9 }), async ({ operations }, size) => {
        const expected = await tablesOf(operations, { size: 1, isReady: true });
        expect(await tablesOf(operations, { size, isReady: false })).toEqual(expected);
      }),
      { numRuns: 12, seed: 9 },
    ));

  it("lists nothing before its end, tells how far it is, and is over then", async () => {
    const projection = await openAt(fresh());
    await projection.apply(written(900), reach);
    const view = createView(projection, async () => []);
    expect([await projection.isFilling(), await view.count("sample"), await projection.check()]).toEqual([
      true,
      0,
      false,
    ]);
    const told: (readonly number[])[] = [];
    await projection.endFilling({ onProgress: ({ done, total }) => told.push([done, total]) });
    expect([told[0], told.at(-1)]).toEqual([
      [250, 700],
      [700, 700],
    ]);
    expect([await projection.isFilling(), await view.count("sample"), await projection.check()]).toEqual([
      false,
      700,
      true,
    ]);
    await projection.endFilling({ onProgress: () => told.push([]) });
    expect(told).not.toContainEqual([]);
    await projection.database.close();
  });

  it("goes on where it was stopped or closed, in both passes, and takes in what came meanwhile", async () => {
    const all = written(900);
    const path = fresh();
    const first = await openAt(path);
    await first.apply(all.slice(0, 400), reach);
    await first.database.close();
    const second = await openAt(path);
    await second.apply(all.slice(300, 800), reach);
    const stopping = new AbortController();
    const stopped = second.endFilling({
      signal: stopping.signal,
      onProgress: ({ done }) => void (done >= 500 && stopping.abort(new Error("stopped"))),
    });
    await expect(stopped).rejects.toThrow("stopped");
    await second.endFilling();
    expect(await createView(second, async () => []).count("sample")).toBe(700);
    await second.database.run("INSERT INTO meta VALUES ('filling', ''), ('filled', '700')");
    await second.database.close();
    const third = await openAt(path);
    await third.apply(all.slice(800), reach);
    await third.endFilling();
    const found = await everything(third);
    expect(await third.check()).toBe(true);
    await third.database.close();
    expect(found).toEqual(await tablesOf(all, { size: 100, isReady: true }));
  });

  it("lets others read while it works, and takes a failed batch back", async () => {
    const projection = await openAt(fresh());
    await projection.apply(written(700), reach);
    const view = createView(projection, async () => []);
    let reads = 0;
    const done = projection.endFilling();
    for (let isOver = false; !isOver; reads += 1) {
      await view.search("raid");
      await setImmediate();
      isOver = !(await projection.isFilling());
    }
    await done;
    expect(reads).toBeGreaterThan(1);
    const bad = { ...written(1, 5000)[0], operation: { record: 7 } } as unknown as StampedOperation;
    await expect(projection.apply([...written(1, 6000), bad], reach)).rejects.toThrow("undefined");
    expect(await projection.check()).toBe(true);
    await projection.database.close();
  });
});
