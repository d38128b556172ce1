import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describeAcquisition } from "@tocsin/phone/acceptance";
import type { AcquisitionContents } from "@tocsin/phone/acceptance";
import { afterAll, describe, expect, it } from "vitest";
import { createDatabaseWriters } from "../../../../tools/ios-backup/database-writer.ts";
import { openFolderAcquisition } from "./folder.ts";

const base = mkdtempSync(join(tmpdir(), "tocsin-folder-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let made = 0;

async function writeContents({ files, databases }: AcquisitionContents): Promise<string> {
  made += 1;
  const folder = join(base, String(made));
  const write = (path: string, bytes: Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  for (const [path, bytes] of files) write(path, bytes);
  const createWriter = await createDatabaseWriters();
  for (const [path, tables] of databases) {
    const writer = createWriter();
    for (const [name, { columns, rows }] of tables) {
      writer.run(`CREATE TABLE "${name}" (${columns.map((column) => `"${column}"`).join(", ")})`);
      const places = columns.map(() => "?").join(", ");
      writer.insert(`INSERT INTO "${name}" (rowid, ${columns.join(", ")}) VALUES (?, ${places})`, rows);
    }
    write(path, writer.finish().database);
  }
  return folder;
}

describeAcquisition("a folder", async (contents) => openFolderAcquisition(await writeContents(contents)));

describe("a folder of evidence", () => {
  it("is left as it was: no file beside a database, no time changed", async () => {
    const createWriter = await createDatabaseWriters();
    const writer = createWriter();
    writer.run("CREATE TABLE t (a)");
    writer.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;");
    writer.insert("INSERT INTO t VALUES (?)", [["one"], ["two"]]);
    const { database, log } = writer.finish();
    const folder = join(base, "untouched");
    mkdirSync(folder);
    writeFileSync(join(folder, "a.db"), database);
    writeFileSync(join(folder, "b"), log ?? new Uint8Array(0));
    const state = (): string[] =>
      readdirSync(folder).map(
        (name) => `${name} ${statSync(join(folder, name)).size} ${statSync(join(folder, name)).mtimeMs}`,
      );
    const before = state();
    const acquisition = openFolderAcquisition(folder);
    await acquisition.ready();
    const count = (logPath?: string): number => {
      const opened = acquisition.openDatabase("a.db", logPath);
      const rows = opened.columns("t") === null ? null : opened.rows("t", ["a"]);
      let found = 0;
      while (rows?.next() === true) found += 1;
      rows?.close();
      opened.close();
      return found;
    };
    expect([count(), count("b")]).toEqual([0, 2]);
    acquisition.close();
    expect(state()).toEqual(before);
  });

  it("does not follow symbolic links, to files or to folders", () => {
    const folder = join(base, "linked");
    const outside = join(base, "outside");
    mkdirSync(folder);
    mkdirSync(outside);
    writeFileSync(join(outside, "secret"), "secret");
    symlinkSync(join(outside, "secret"), join(folder, "file"));
    symlinkSync(outside, join(folder, "inner"));
    const acquisition = openFolderAcquisition(folder);
    expect([...acquisition.list()]).toEqual([]);
    expect(acquisition.size("file")).toBeNull();
    expect(() => acquisition.read("file", 0, 6)).toThrow(
      expect.objectContaining({ code: "phone.missing-file" }),
    );
    expect(() => acquisition.read("inner/secret", 0, 6)).toThrow(
      expect.objectContaining({ code: "phone.bad-path" }),
    );
    acquisition.close();
  });

  it("lacks what would lie in a folder that is a file", () => {
    const folder = join(base, "flat");
    mkdirSync(folder);
    writeFileSync(join(folder, "3d"), "x");
    const acquisition = openFolderAcquisition(folder);
    expect(acquisition.size("3d/file")).toBeNull();
    expect(() => acquisition.read("3d/file", 0, 1)).toThrow(
      expect.objectContaining({ code: "phone.missing-file" }),
    );
    acquisition.close();
  });

  it.skipIf(process.getuid?.() === 0)("says what the system does not let it look at", () => {
    const folder = join(base, "shut");
    mkdirSync(join(folder, "3d"), { recursive: true });
    chmodSync(join(folder, "3d"), 0);
    const acquisition = openFolderAcquisition(folder);
    expect(() => acquisition.size("3d/file")).toThrow(
      expect.objectContaining({ code: "phone.unreadable-file" }),
    );
    acquisition.close();
  });

  it("must be a folder", () => {
    expect(() => openFolderAcquisition(join(base, "none"))).toThrow(
      expect.objectContaining({ code: "phone.missing-file" }),
    );
  });
});
