import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createKey } from "@tocsin/crypto";
import type { SqlDatabase, SqlRow } from "@tocsin/index";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openProjectionDatabase } from "./projection-database.ts";

const marker = "quetzalcoatlus";
let folder = "";
let path = "";

const keyOf = (byte: number) => createKey("projection", new Uint8Array(32).fill(byte));
const open = (byte = 7): Promise<SqlDatabase> => openProjectionDatabase({ path, key: keyOf(byte) });

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
    const second = await open();
    expect(await second.all("SELECT count(*) FROM t")).toEqual([[100]]);
    expect(
      await second.all("SELECT rowid FROM w WHERE w MATCH ? ORDER BY rowid DESC LIMIT 1", [`"${marker}"`]),
    ).toEqual([[99]]);
    await second.close();
  });

  it("leaves no plain text in its folder or in folders for temporary files, big sorts included", async () => {
    const temporary = (): readonly string[] =>
      ["/tmp", "/var/tmp"].flatMap((place) => readdirSync(place).filter((name) => name.startsWith("etilqs")));
    const before = temporary();
    const database = await open();
    await fill(database, 20_000);
    await database.all("SELECT text FROM t ORDER BY text || n DESC LIMIT 5");
    const found = readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(marker));
    expect(found).toEqual([]);
    expect(readdirSync(folder)).toContain("projection.db");
    expect(temporary()).toEqual(before);
    await database.close();
  });

  it("tells a wrong key and a flipped byte from a good file", async () => {
    const database = await open();
    await fill(database, 2000);
    await database.close();
    await expect(open(8)).rejects.toMatchObject({ code: "index.unreadable" });
    const bytes = readFileSync(path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const damaged = await open();
    await expect(damaged.all("SELECT sum(length(text)) FROM t")).rejects.toMatchObject({
      code: "index.unreadable",
    });
    await damaged.close();
  });

  it("takes back a transaction that fails, and lets the next one through", async () => {
    const database = await open();
    await fill(database, 3);
    const failing = database.transaction(async (inside) => {
      await inside.run("DELETE FROM t");
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    const counted = await database.transaction((inside) => inside.all("SELECT count(*) FROM t"));
    expect(counted).toEqual([[3]]);
    await database.close();
  });
});
