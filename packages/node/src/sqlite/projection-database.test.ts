import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createKey } from "@tocsin/crypto";
import type { SqlDatabase, SqlRow } from "@tocsin/index";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openProjectionDatabase } from "./projection-database.ts";

const marker = "quetzalcoatlus";
const unreadable = { code: "index.unreadable" };
const pageLength = 4096;
let folder = "";
let path = "";

const keyOf = (byte: number) => createKey("projection", new Uint8Array(32).fill(byte));
const open = (byte = 7, at = path): Promise<SqlDatabase> =>
  openProjectionDatabase({ path: at, key: keyOf(byte) });

async function fill(database: SqlDatabase, rows: number): Promise<void> {
  await database.run("CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT)");
  await database.run("CREATE VIRTUAL TABLE w USING fts5(x, content='', contentless_delete=1)");
  const values = Array.from({ length: rows }, (_, n): SqlRow => [n, `${marker} ${n} ${"x".repeat(200)}`]);
  await database.transaction(async (inside) => {
    await inside.runMany("INSERT INTO t VALUES (?, ?)", values);
    await inside.runMany(
      "INSERT INTO w (rowid, x) VALUES (?, ?)",
      values.map(([n = 0, text = ""]): SqlRow => [n, text]),
    );
  });
}

/** Reads every page that holds rows. */
async function readAll(database: SqlDatabase): Promise<void> {
  await database.all("SELECT sum(length(text)) FROM t");
  await database.all("SELECT count(*) FROM w WHERE w MATCH 'x*'");
  const found = await database.all("PRAGMA integrity_check");
  if (found.length !== 1 || found[0]?.[0] !== "ok") throw Object.assign(new Error("not whole"), unreadable);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tocsin-projection-"));
  path = join(folder, "projection.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("openProjectionDatabase", () => {
  it("keeps what was written, and searches it", async () => {
    const first = await open();
    await fill(first, 100);
    await first.close();
    expect(readdirSync(folder)).toEqual(["projection.db"]);
    const second = await open();
    expect(await second.all("SELECT count(*) FROM t")).toEqual([[100]]);
    const found = "SELECT rowid FROM w WHERE w MATCH ? ORDER BY rowid DESC LIMIT 1";
    expect(await second.all(found, [`"${marker}"`])).toEqual([[99]]);
    await second.close();
  });

  it("gives back texts and numbers as they went in", async () => {
    const database = await open();
    await database.run("CREATE TABLE v (n INTEGER PRIMARY KEY, value)");
    const values = [
      "",
      "é😀\u0000ب",
      0,
      -1,
      2 ** 31,
      -(2 ** 31) - 1,
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
      0.5,
      null,
    ];
    await database.runMany(
      "INSERT INTO v VALUES (?, ?)",
      values.map((value, n): SqlRow => [n, value]),
    );
    expect((await database.all("SELECT value FROM v ORDER BY n")).flat()).toEqual(values);
    await database.runMany("INSERT INTO v VALUES (?, ?)", []);
    expect(await database.all("SELECT length(?)", ["x".repeat(300_000)])).toEqual([[300_000]]);
    await database.close();
  });

  it("leaves no plain text on the disk, big sorts and journals included", async () => {
    const started = Date.now() - 1000;
    const database = await open();
    await fill(database, 20_000);
    await database.run(`UPDATE t SET text = 'short ${marker}' WHERE n < 5000`);
    await database.all("SELECT text FROM t ORDER BY text || n DESC LIMIT 5");
    await database.all("SELECT rowid FROM w WHERE w MATCH ? ORDER BY rank LIMIT 5", [`"${marker}"`]);
    expect(readdirSync(folder).toSorted()).toEqual(["projection.db", "projection.db-wal"]);
    const places = [folder, tmpdir(), "/var/tmp"].flatMap((place) => filesIn(place, started));
    const readable = places.filter((file) => readFileSync(file).includes(marker));
    expect(readable).toEqual([]);
    await database.close();
    expect(readFileSync(path).includes(marker)).toBe(false);
  });

  it("cannot open a temporary file, even if it is told to", async () => {
    const database = await open();
    await fill(database, 20_000);
    await database.run("PRAGMA temp_store = FILE");
    await database.run("PRAGMA cache_size = 1");
    const sorted = database.all("SELECT text FROM t ORDER BY text || n DESC");
    await expect(sorted).rejects.toMatchObject({ code: "index.failed" });
    await database.close();
  });

  it("tells a wrong key, a plain database and a file of something else", async () => {
    const database = await open();
    await fill(database, 20);
    await database.close();
    await expect(open(8)).rejects.toMatchObject(unreadable);
    writeFileSync(path, Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(8176)]));
    await expect(open()).rejects.toMatchObject(unreadable);
    writeFileSync(path, "not a database at all ".repeat(1000));
    await expect(open()).rejects.toMatchObject(unreadable);
  });

  it("notices a flipped bit wherever it stands", async () => {
    const database = await open();
    await fill(database, 1000);
    await database.close();
    const bytes = readFileSync(path);
    const step = Math.floor(bytes.length / 25);
    for (let at = 3; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path, changed);
      await expect(useAll(), `byte ${at}`).rejects.toMatchObject(unreadable);
    }
    writeFileSync(path, bytes.subarray(0, bytes.length - pageLength));
    await expect(useAll()).rejects.toMatchObject(unreadable);
    writeFileSync(path, bytes);
    await useAll();
  });

  it("survives being cut off: what was committed is there, or it says that it cannot be read", async () => {
    const database = await open();
    await fill(database, 500);
    await database.run("UPDATE t SET text = 'later' WHERE n = 1");
    const copy = join(folder, "copy.db");
    for (const suffix of ["", "-wal"]) copyFileSync(`${path}${suffix}`, `${copy}${suffix}`);
    await database.close();
    const whole = await open(7, copy);
    expect(await whole.all("SELECT text FROM t WHERE n = 1")).toEqual([["later"]]);
    await whole.close();
  });

  it("uses a fresh nonce for every page, in every file, at every writing", async () => {
    const pages = new Set<string>();
    let written = 0;
    for (const name of ["one", "two"]) {
      const database = await open(7, join(folder, name));
      await database.run("CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT)");
      await database.run("INSERT INTO t VALUES (1, 'same')");
      for (let round = 0; round < 3; round += 1) {
        for (const text of ["else", "same"]) {
          await database.run("UPDATE t SET text = ? WHERE n = 1", [text]);
          await database.run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        const bytes = readFileSync(join(folder, name));
        pages.add(bytes.subarray(bytes.length - pageLength).toString("latin1"));
        written += 1;
      }
      await database.close();
    }
    expect(pages.size).toBe(written);
  });

  it("takes back a transaction that fails, and lets the next one through", async () => {
    const database = await open();
    await fill(database, 3);
    const failing = database.transaction(async (inside) => {
      await inside.run("DELETE FROM t");
      throw new Error("on purpose");
    });
    const seen = database.all("SELECT count(*) FROM t");
    await expect(failing).rejects.toThrow("on purpose");
    expect(await seen).toEqual([[3]]);
    expect(await database.transaction((inside) => inside.all("SELECT count(*) FROM t"))).toEqual([[3]]);
    await database.close();
  });

  it("lets nobody see half of a transaction, and others have their turn between two", async () => {
    const database = await open();
    await fill(database, 0);
    const order: string[] = [];
    setImmediate(() => order.push("turn"));
    const work = [1, 2].map((n) =>
      database.transaction(async (inside) => {
        await inside.run("INSERT INTO t VALUES (?, 'a')", [n * 2]);
        await Promise.resolve();
        await inside.run("INSERT INTO t VALUES (?, 'b')", [n * 2 + 1]);
        order.push(`transaction ${n}`);
      }),
    );
    expect(await database.all("SELECT count(*) FROM t")).toEqual([[4]]);
    await Promise.all(work);
    expect(order).toEqual(["transaction 1", "turn", "transaction 2"]);
    await database.close();
  });

  it("lets others have their turn within a long list", async () => {
    const database = await open();
    await fill(database, 0);
    let turns = 0;
    const beat = setInterval(() => (turns += 1), 1);
    await database.runMany(
      "INSERT INTO w (x) VALUES (?)",
      Array.from({ length: 4000 }, (_, n): SqlRow => [`${marker} ${n} `.repeat(30)]),
    );
    clearInterval(beat);
    expect(turns).toBeGreaterThan(2);
    await database.close();
  });

  it("refuses what comes after it was closed", async () => {
    const database = await open();
    await fill(database, 3);
    await database.close();
    await database.close();
    await expect(database.all("SELECT count(*) FROM t")).rejects.toMatchObject({ code: "index.failed" });
  });

  it("says nothing of what it holds when a statement fails", async () => {
    const database = await open();
    await fill(database, 3);
    const failing = database.run("INSERT INTO t VALUES (1, ?)", [marker]);
    await expect(failing).rejects.toMatchObject({ code: "index.failed" });
    await expect(failing).rejects.not.toThrow(marker);
    await expect(database.all(`SELECT ${marker} FROM t`)).rejects.not.toThrow(marker);
    await database.close();
  });
});

async function useAll(): Promise<void> {
  const database = await open();
  try {
    await readAll(database);
  } finally {
    await database.close();
  }
}

/** Files directly in a folder that changed since, small enough to have come from us. */
function filesIn(place: string, since: number): readonly string[] {
  return readdirSync(place).flatMap((name) => {
    const file = join(place, name);
    const about = statSync(file, { throwIfNoEntry: false });
    return about?.isFile() && about.mtimeMs >= since && about.size < 5e7 ? [file] : [];
  });
}
