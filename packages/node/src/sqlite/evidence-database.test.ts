// Databases that somebody built against us, or that are damaged.
import { isTocsinError } from "@tocsin/core";
import type { EvidenceDatabase } from "@tocsin/phone";
import { beforeAll, describe, expect, it } from "vitest";
import { createDatabaseWriters } from "../../../../tools/ios-backup/database-writer.ts";
import type { DatabaseWriter, WrittenDatabase } from "../../../../tools/ios-backup/database-writer.ts";
import { createRandom } from "../../../../tools/ios-backup/random.ts";
import { createSqliteLoader } from "./engine.ts";
import { openEvidenceDatabase } from "./evidence-database.ts";
import type { EvidenceEngine } from "./evidence-database.ts";
import { registerEvidenceVfs } from "./evidence-vfs.ts";
import type { ReadableFile } from "./evidence-vfs.ts";
import { countLogFrames } from "./write-ahead-log.ts";

const load = createSqliteLoader();
let createWriter: (pageSize?: number) => DatabaseWriter;
let engine: EvidenceEngine;

async function renew(): Promise<void> {
  const sqlite = await load();
  engine = { sqlite, vfs: registerEvidenceVfs(sqlite), failed: false };
}

beforeAll(async () => {
  createWriter = await createDatabaseWriters();
  await renew();
});

const fileOf = (bytes: Uint8Array): ReadableFile => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});

function write(sql: string, rows = 0): WrittenDatabase {
  const writer = createWriter(1024);
  writer.run(sql);
  const texts = Array.from({ length: rows }, (_, i) => [`Example row ${i} ${"x".repeat(i % 300)}`]);
  if (rows > 0) writer.insert("INSERT INTO message (text) VALUES (?)", texts);
  return writer.finish();
}

interface Read {
  readonly rows: number;
  readonly code: string;
}

/** How many rows came, and how it ended: `done`, or the code of the error. */
function readAll(bytes: Uint8Array, log?: Uint8Array): Read {
  let rows = 0;
  let database: EvidenceDatabase | undefined;
  try {
    database = openEvidenceDatabase(engine, {
      database: fileOf(bytes),
      ...(log === undefined ? {} : { log: fileOf(log) }),
    });
    const read = database.rows("message", ["text"]);
    while (read.next()) {
      rows += 1;
      read.text(0);
    }
    read.close();
    return { rows, code: "done" };
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    return { rows, code: error.code };
  } finally {
    database?.close();
  }
}

const plain = "CREATE TABLE message (text TEXT);";

describe("a database of evidence", () => {
  it("is read whole when nothing is wrong", () => {
    expect(readAll(write(plain, 500).database)).toEqual({ rows: 500, code: "done" });
  });

  it.each([
    ["a view", "CREATE TABLE other (text); CREATE VIEW message AS SELECT text FROM other;"],
    [
      "an endless view",
      "CREATE VIEW message AS WITH RECURSIVE n(text) AS (SELECT 1 UNION ALL SELECT text + 1 FROM n) SELECT text FROM n;",
    ],
    ["a virtual table", "CREATE VIRTUAL TABLE message USING fts5(text);"],
    ["a table with a generated column", "CREATE TABLE message (a, text AS (hex(zeroblob(1000000))));"],
  ])("does not take %s for the table", (_, sql) => {
    expect(readAll(write(sql).database)).toEqual({ rows: 0, code: "phone.no-table" });
  });

  it("runs nothing of a table's checks, defaults, triggers and indexes", () => {
    const sql = `CREATE TABLE message (text TEXT DEFAULT (hex(randomblob(10))) CHECK (length(text) < 1000000));
      CREATE INDEX every ON message (upper(text));
      CREATE TRIGGER t AFTER INSERT ON message BEGIN SELECT hex(zeroblob(10)); END;`;
    expect(readAll(write(sql, 200).database)).toEqual({ rows: 200, code: "done" });
  });

  it("survives a schema that is too deep to read, and reads the next file", async () => {
    for (const depth of [500, 5000, 50_000, 200_000, 900_000]) {
      const writer = createWriter(1024);
      writer.run("CREATE TABLE other (text); PRAGMA writable_schema=ON;");
      const check = `CREATE TABLE message (text CHECK (text NOT NULL OR ${"~".repeat(depth)}text))`;
      writer.insert("INSERT INTO sqlite_schema VALUES ('table', 'message', 'message', 2, ?)", [[check]]);
      const deep = writer.finish().database;
      const allowed = [
        "done",
        "phone.no-table",
        "phone.damaged-database",
        "phone.limit",
        "phone.engine-failed",
      ];
      expect(allowed).toContain(readAll(deep).code);
      if (engine.failed) await renew();
      expect(readAll(write(plain, 50).database).rows).toBe(50);
    }
  });

  it("is read although another entry of its schema cannot be", () => {
    const writer = createWriter(1024);
    writer.run(`${plain} PRAGMA writable_schema=ON;`);
    writer.insert("INSERT INTO message (text) VALUES (?)", [["one"], ["two"]]);
    const broken = ["CREATE TABLE garbage (((", "CREATE INDEX i ON nowhere (x)", "nonsense"];
    const entries = broken.map((sql, i) => [`x${i}`, sql]);
    writer.insert("INSERT INTO sqlite_schema VALUES ('table', ?1, ?1, 99999, ?2)", entries);
    expect(readAll(writer.finish().database)).toEqual({ rows: 2, code: "done" });
  });

  it("is refused at once where views of views would take minutes to work out", () => {
    const writer = createWriter(1024);
    writer.run(`${plain} CREATE VIEW v0 AS SELECT 1 AS x; PRAGMA writable_schema=ON;`);
    const views = Array.from({ length: 40 }, (_, i) => [
      `v${i + 1}`,
      `CREATE VIEW v${i + 1} AS SELECT a.x FROM v${i} a, v${i} b`,
    ]);
    writer.insert("INSERT INTO sqlite_schema VALUES ('table', ?1, ?1, 0, ?2)", views);
    const { database } = writer.finish();
    const start = performance.now();
    expect(readAll(database)).toEqual({ rows: 0, code: "phone.limit" });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("gives no empty rows of a page that was cut off in its middle", () => {
    const whole = write(plain, 2000).database;
    const pages = Math.floor(whole.length / 2 / 1024);
    const atEdge = readAll(whole.slice(0, pages * 1024));
    expect(atEdge.rows).toBeGreaterThan(500);
    expect(readAll(whole.slice(0, pages * 1024 + 200))).toEqual(atEdge);
  });

  it("keeps the rows before a damaged page", () => {
    const whole = write(plain, 2000).database;
    const damaged = whole.slice();
    damaged.fill(
      0xff,
      Math.floor(whole.length / 2 / 1024) * 1024,
      Math.floor(whole.length / 2 / 1024) * 1024 + 1024,
    );
    const { rows, code } = readAll(damaged);
    expect(code).toBe("phone.damaged-database");
    expect(rows).toBeGreaterThan(500);
    expect(rows).toBeLessThan(2000);
  });

  it("keeps the rows before the end of a file that was cut off", () => {
    const { rows, code } = readAll(write(plain, 2000).database.slice(0, 200 * 1024));
    expect(code).toBe("phone.damaged-database");
    expect(rows).toBeGreaterThan(100);
  });

  it("is refused when it is no database", () => {
    expect(readAll(new Uint8Array(4096))).toEqual({ rows: 0, code: "phone.not-a-database" });
    expect(readAll(new Uint8Array(3))).toEqual({ rows: 0, code: "phone.not-a-database" });
    const header = write(plain).database.slice(0, 100);
    expect(readAll(header).code).toMatch(/^phone\.(damaged-database|no-table)$/);
  });

  it("ends, whatever bytes are changed", async () => {
    const whole = write(plain, 400).database;
    const random = createRandom(9);
    const start = performance.now();
    for (let run = 0; run < 400 && performance.now() - start < 3000; run += 1) {
      const bytes = whole.slice();
      for (let i = 0; i < 1 + (run % 20); i += 1) {
        // Mostly in the headers of pages, where the pointers are.
        const page = Math.floor(random() * (bytes.length / 1024)) * 1024;
        bytes[page + Math.floor(random() * (run % 2 === 0 ? 64 : 1024))] = Math.floor(random() * 256);
      }
      expect(readAll(bytes).code).toMatch(/^(?:done|phone\.)/);
      if (engine.failed) await renew();
    }
  });

  it("ends when its pages lead round in a circle", () => {
    const bytes = write(plain, 2000).database;
    const view = new DataView(bytes.buffer);
    // Every child of every interior page becomes the first child of the root, or the root itself.
    for (const target of [2, 3]) {
      const looped = bytes.slice();
      const changed = new DataView(looped.buffer);
      for (let page = 0; page < bytes.length; page += 1024) {
        if (view.getUint8(page) !== 5) continue;
        changed.setUint32(page + 8, target);
        for (let cell = 0; cell < view.getUint16(page + 3); cell += 1)
          changed.setUint32(page + view.getUint16(page + 12 + cell * 2), target);
      }
      expect(["phone.damaged-database", "phone.limit", "done"]).toContain(readAll(looped).code);
    }
  });
});

describe("a write-ahead log", () => {
  const logged = (): WrittenDatabase => {
    const writer = createWriter(1024);
    writer.run(plain);
    writer.insert("INSERT INTO message VALUES (?)", [["in the database"]]);
    writer.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;");
    writer.insert(
      "INSERT INTO message VALUES (?)",
      Array.from({ length: 50 }, (_, i) => [`in the log ${i}`]),
    );
    return writer.finish();
  };

  it("is read with its database, which alone lacks the newest rows", () => {
    const { database, log = new Uint8Array(0) } = logged();
    expect(readAll(database)).toEqual({ rows: 1, code: "done" });
    expect(readAll(database, log)).toEqual({ rows: 51, code: "done" });
    const { used, total } = countLogFrames(fileOf(log));
    expect(used).toBe(total);
    expect(used).toBeGreaterThan(0);
  });

  it("is said to be unused when its checksums are wrong, as SQLite leaves it out", () => {
    const { database, log = new Uint8Array(0) } = logged();
    const damaged = log.slice();
    damaged[60] = (damaged[60] ?? 0) ^ 1;
    expect(readAll(database, damaged)).toEqual({ rows: 1, code: "done" });
    expect(countLogFrames(fileOf(damaged)).used).toBe(0);
    expect(countLogFrames(fileOf(new Uint8Array(10)))).toEqual({ used: 0, total: 0 });
  });
});
