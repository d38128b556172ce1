// The view over the real, encrypted tables: it does what every view does, and the same as the one in memory.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isTocsinError } from "@tocsin/core";
import { createKey } from "@tocsin/crypto";
import {
  createView,
  openProjection,
  type Projection,
  type SqlDatabase,
  type UnreadOperation,
  type UnreadReason,
} from "@tocsin/index";
import { createSearchAnalysis } from "@tocsin/language";
import type { Analyse, Registry, StampedOperation, View, WordForms } from "@tocsin/records";
import { acceptView, histories, plainAnalyse, sample, testRegistry } from "@tocsin/records/acceptance";
import { createMemoryView } from "@tocsin/records/fakes";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { openProjectionDatabase } from "./projection-database.ts";

type Analysis = Analyse | { readonly analyse: Analyse; readonly forms: WordForms };

const folder = mkdtempSync(join(tmpdir(), "tocsin-projection-view-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

const openAt = async (path: string, registry: Registry, analysis: Analysis): Promise<Projection> => {
  const database = await openProjectionDatabase({
    path,
    key: createKey("projection", new Uint8Array(32).fill(7)),
  });
  return openProjection(database, {
    registry,
    ...(typeof analysis === "function" ? { analyse: analysis } : analysis),
  });
};

/** A projection whose log is a list in memory. */
async function make(registry: Registry, analysis: Analysis) {
  files += 1;
  const projection = await openAt(join(folder, `${files}.db`), registry, analysis);
  await projection.endFilling();
  const log = new Map<string, StampedOperation>();
  const view = createView(projection, async (positions) =>
    positions.flatMap(({ chain, sequence, index }) => log.get(`${chain} ${sequence} ${index}`) ?? []),
  );
  return {
    view,
    projection,
    apply: async (operations: readonly StampedOperation[]) => {
      for (const each of operations)
        log.set(`${each.stamp.chain} ${each.stamp.sequence} ${each.stamp.index}`, each);
      await projection.apply(operations, null);
    },
    close: () => projection.database.close(),
  };
}

acceptView("over encrypted tables", make, { runs: 12 });

async function said(view: View): Promise<unknown> {
  const where = [{ field: "isOpen", value: "yes" }];
  const first = await view.list({ limit: 2 });
  return {
    first,
    next: first.next && (await view.list({ limit: 2, after: first.next })),
    oldest: await view.list({ kind: "sample", order: "oldest", limit: 3 }),
    filtered: await view.list({ kind: "sample", where, limit: 1 }),
    hits: await Promise.all(
      ["raid", "lawyer at n", '"raid phone"', "الشرطة "].map((words) => view.search(words)),
    ),
    linked: await view.linked(first.rows[0]?.id ?? ("" as never), { kind: "sample" }),
    count: await view.count("incident"),
  };
}

describe("createView", () => {
  it("says exactly what the view in memory says after the same operations", () =>
    fc.assert(
      fc.asyncProperty(histories, async ({ orders }) => {
        const registry = testRegistry();
        const memory = createMemoryView(registry, plainAnalyse);
        const tables = await make(registry, plainAnalyse);
        for (const order of orders) {
          memory.apply(order);
          await tables.apply(order);
          expect(await said(tables.view)).toEqual(await said(memory.view));
        }
        await tables.close();
      }),
      { numRuns: 15, seed: 6 },
    ));

  it("finds words of every script by the real analysis, those that the engine does not know included", async () => {
    const { view, apply, close } = await make(testRegistry(), createSearchAnalysis());
    const texts = [
      "Überwachung eines Anwalts",
      "المدافعات عن حقوق الإنسان",
      "인권옹호자 체포",
      "人权捍卫者",
      "นักปกป้องสิทธิมนุษยชน",
      "လူ့အခွင့်အရေး",
      "मानवाधिकार रक्षक",
      "𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪",
    ];
    await apply(texts.map((text, n) => titled(n + 1, text)));
    const words = ["uberwachung ", "حقوق", "체포", "捍卫", "สิทธิ", "အခွင့်", "रक्षक", "𞤆𞤵𞤤"];
    for (const [n, each] of words.entries())
      expect((await view.search(each)).map(({ label }) => label)).toEqual([texts[n]]);
    expect(await view.search("पकषक")).toEqual([]);
    await close();
  });

  it("finds other forms of a word, and ranks what was typed above them, whatever they weigh", async () => {
    const { view, apply, close } = await make(testRegistry(), createSearchAnalysis());
    await apply([
      titled(
        1,
        "A long note in which, among many other things of that week, somebody speaks of arrests",
        1,
        "en",
      ),
      titled(2, "Arrested", 2, "en"),
      titled(3, "arrest", 3, "en"),
    ]);
    const ranked = await view.search("arrests ", { order: "ranked" });
    expect(ranked.map(({ label, how }) => [label.slice(-8), how])).toEqual([
      [" arrests", "same"],
      ["arrest", "form"],
      ["Arrested", "form"],
    ]);
    expect(await view.search("arrests ", { order: "ranked", limit: 2 })).toHaveLength(2);
    expect((await view.search("arrests -arrested")).map(({ label }) => label)).toEqual([]);
    expect(ranked[0]?.excerpt?.text).toMatch(/^….*arrests$/u);
    await close();
  });

  it("stops when somebody types on", async () => {
    const { view, apply, close } = await make(testRegistry(), plainAnalyse);
    await apply([titled(1, "one")]);
    await expect(view.search("one", { signal: AbortSignal.abort(new Error("typed on")) })).rejects.toThrow(
      "typed on",
    );
    await close();
  });
});

describe("openProjection", () => {
  it("remembers how far it reaches, and forgets it while a batch is incomplete", async () => {
    const path = join(folder, "heads.db");
    const heads = new Map([["a" as never, { sequence: 2, hash: "f".repeat(64) as never }]]);
    const first = await openAt(path, testRegistry(), plainAnalyse);
    expect(await first.heads()).toBeNull();
    await first.apply([titled(1, "one")], heads);
    await first.database.close();
    const second = await openAt(path, testRegistry(), plainAnalyse);
    expect(await second.heads()).toEqual(heads);
    await second.apply([titled(2, "two")], null);
    expect(await second.heads()).toBeNull();
    await second.clear();
    expect(await second.database.all("SELECT count(*) FROM record")).toEqual([[0]]);
    await second.database.close();
  });

  it("counts what could not be read, each place once, and has it in its sum", async () => {
    const { projection, close } = await make(testRegistry(), plainAnalyse);
    const at = (sequence: number, reason: UnreadReason): UnreadOperation => ({
      position: { chain: "a" as never, sequence, index: 0 },
      reason,
    });
    expect(await projection.unread()).toEqual({});
    await projection.apply([], new Map(), [at(1, "missing"), at(2, "damaged")]);
    await projection.apply([], new Map(), [at(2, "damaged"), at(3, "missing")]);
    expect(await projection.unread()).toEqual({ damaged: 1, missing: 2 });
    expect(await projection.check()).toBe(true);
    await projection.database.run("DELETE FROM unread WHERE sequence = 2");
    expect(await projection.check()).toBe(false);
    await projection.clear();
    expect([await projection.unread(), await projection.isFilling()]).toEqual([{}, true]);
    await close();
  });

  it("asks to be made anew for kinds or an analysis that its rows do not follow", async () => {
    const path = join(folder, "basis.db");
    const unreadable = { code: "index.unreadable" };
    await (await openAt(path, testRegistry(), plainAnalyse)).database.close();
    await (await openAt(path, testRegistry(), plainAnalyse)).database.close();
    const analysis = createSearchAnalysis();
    await expect(openAt(path, testRegistry(), analysis)).rejects.toMatchObject(unreadable);
    const other = join(folder, "forms.db");
    await (await openAt(other, testRegistry(), analysis)).database.close();
    const later = { ...analysis, forms: { ...analysis.forms, version: analysis.forms.version + 1 } };
    await expect(openAt(other, testRegistry(), later)).rejects.toMatchObject(unreadable);
    const registry = testRegistry();
    const { tag: _, ...fields } = sample.fields;
    const changed = { ...registry, kinds: new Map(registry.kinds).set("sample", { ...sample, fields }) };
    await expect(openAt(path, changed, plainAnalyse)).rejects.toMatchObject(unreadable);
  });

  it("adds up after whatever was written, and not while nobody knows how far it reaches", () =>
    fc.assert(
      fc.asyncProperty(histories, async ({ operations, orders }) => {
        const { projection, close } = await make(testRegistry(), plainAnalyse);
        for (const order of [operations, ...orders]) await projection.apply(order, null);
        expect(await projection.check()).toBe(false);
        await projection.apply([], new Map());
        expect(await projection.check()).toBe(true);
        await projection.database.run("UPDATE record SET label = label || 'x' WHERE n = 1");
        expect(await projection.check()).toBe(false);
        await close();
      }),
      { numRuns: 10, seed: 8 },
    ));

  it("notices pages that were put back from an older copy of its own file", async () => {
    const path = join(folder, "older.db");
    const write = async (from: number, text: string): Promise<Buffer> => {
      const projection = await openAt(path, testRegistry(), plainAnalyse);
      const operations = Array.from({ length: 150 }, (_, n) => titled(n + 1, `${text} ${n}`, from + n));
      await projection.apply(operations, new Map());
      await projection.endFilling();
      await projection.database.close();
      return readFileSync(path);
    };
    const [older, newer] = [await write(1, "before"), await write(1001, "after")];
    const expected = await rowsAt(path);
    let noticed = 0;
    for (let at = 0; at + 4096 <= older.length; at += 4096) {
      if (older.compare(newer, at, at + 4096, at, at + 4096) === 0) continue;
      const mixed = Buffer.from(newer);
      older.copy(mixed, at, at, at + 4096);
      writeFileSync(path, mixed);
      const found = await rowsAt(path);
      // What is not in the sum, full text and tallies, can be older without being noticed.
      expect(["noticed", expected]).toContainEqual(found);
      if (found === "noticed") noticed += 1;
    }
    expect(noticed).toBeGreaterThan(3);
  });

  it("applies a batch whole or not at all", async () => {
    const { projection, view, apply, close } = await make(testRegistry(), (text) => {
      if (text.includes("trap")) throw new Error("on purpose");
      return plainAnalyse(text);
    });
    await apply([titled(1, "one")]);
    await expect(apply([titled(2, "two"), titled(3, "trap")])).rejects.toThrow("on purpose");
    expect(await view.count("sample")).toBe(1);
    await projection.apply([titled(2, "two")], null);
    expect((await view.list({})).rows.map(({ label }) => label)).toEqual(["two", "one"]);
    await close();
  });

  it("pages through 20,000 records as fast at the end as at the beginning", async () => {
    const { projection, view, close } = await make(testRegistry(), plainAnalyse);
    const all = Array.from({ length: 20_000 }, (_, n) => titled(n + 1, `n${n}`));
    for (let at = 0; at < all.length; at += 5000) await projection.apply(all.slice(at, at + 5000), null);
    const plan = await projection.database.all(
      "EXPLAIN QUERY PLAN SELECT id FROM record WHERE kind = 'sample' AND (sort, n) < (5, 5) ORDER BY sort DESC, n DESC LIMIT 5",
    );
    expect(JSON.stringify(plan)).toMatch(/record_of_kind/);
    expect(JSON.stringify(plan)).not.toMatch(/TEMP B-TREE/);
    const logPlan = await projection.database.all(
      `EXPLAIN QUERY PLAN SELECT operation.chain FROM operation CROSS JOIN record ON record.n = operation.record
       WHERE (operation.depth, operation.chain, operation.sequence, operation.position) < (5, 'a', 5, 0) AND record.kind = 'sample'
       ORDER BY operation.depth DESC, operation.chain DESC, operation.sequence DESC, operation.position DESC LIMIT 5`,
    );
    expect(JSON.stringify(logPlan)).toMatch(/operation_of_log/);
    expect(JSON.stringify(logPlan)).not.toMatch(/TEMP B-TREE/);
    const page = await view.list({ kind: "sample", after: "100:100", limit: 50 });
    expect(page.rows.map(({ label }) => label).slice(0, 2)).toEqual(["n98", "n97"]);
    await close();
  });
});

/** All rows that are in the sum, or that it is noticed that they are not what was written. */
async function rowsAt(path: string): Promise<unknown> {
  try {
    const { database, check } = await openAt(path, testRegistry(), plainAnalyse);
    try {
      if (!(await check())) return "noticed";
      return await rowsOf(database);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (isTocsinError(error) && error.code === "index.unreadable") return "noticed";
    throw error;
  }
}

const rowTables = ["state", "record", "cell", "link", "operation", "tally", "unread"];

async function rowsOf(database: SqlDatabase): Promise<unknown> {
  const each = rowTables.map((table) => database.all(`SELECT * FROM ${table} ORDER BY 1, 2, 3`));
  return Promise.all(each);
}

function titled(n: number, text: string, sequence = n, lang = "und"): StampedOperation {
  const stamp = {
    chain: "a",
    sequence,
    index: 0,
    depth: sequence,
    commit: `a${sequence}`,
    device: "d",
    at: n,
  };
  const patch = { title: { set: { text, lang } } };
  const record = String(n).padStart(26, "0") as never;
  return {
    stamp: { ...stamp, seen: new Map([["a", sequence]]) },
    operation: { kind: "sample", version: 3, record, act: "try", patch },
  };
}
