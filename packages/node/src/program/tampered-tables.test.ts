// Somebody without keys changes the file of the tables while the vault is closed: puts pages back from an older copy of
// it, exchanges them, cuts it. What leaves must still follow the log, a withdrawn consent above all.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordId } from "@tocsin/core";
import { exportRecords } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProgram, openProgram, type OpenProgram } from "./open-program.ts";

const passphrase = "a long sentence that nobody guesses";
const pageLength = 4096;
const root = mkdtempSync(join(tmpdir(), "tocsin-tampered-"));
const folder = join(root, "vault");
const path = join(folder, "projection.db");
let namesBefore = "";
let older: Buffer = Buffer.alloc(0);
let newer: Buffer = Buffer.alloc(0);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const text = (words: string) => ({ text: words, lang: "en" });

async function make({ workspace }: OpenProgram, kind: string, values: object): Promise<RecordId> {
  const { records } = await workspace.run("record.create", { kind, values });
  const [id] = records;
  if (id === undefined) throw new Error("nothing was written");
  return id;
}

async function closed(program: OpenProgram): Promise<Buffer> {
  await program.close();
  return readFileSync(path);
}

/** What would leave about persons, for a partner. */
async function namesLeaving({ workspace }: OpenProgram): Promise<string> {
  const { bytes } = await exportRecords(workspace, {
    kind: "person",
    audience: "partner",
    format: "json",
    acceptDifferences: true,
    approvedBy: text("A. Name"),
    sha256: () => "0".repeat(64),
  });
  return new TextDecoder().decode(bytes);
}

beforeAll(async () => {
  const cost = { memoryKib: 8, passes: 1, lanes: 1 };
  const program = await createProgram(folder, { passphrase, deviceName: "laptop", cost });
  const person = await make(program, "person", { name: text("Ada Example") });
  for (let n = 0; n < 20; n += 1) await make(program, "case", { title: text(`case ${n}`) });
  const given = new Date(0).toISOString().slice(0, 10);
  const consent = await make(program, "consent", {
    person,
    given,
    scope: text("The partner may know who I am"),
    uses: ["sharing"],
  });
  namesBefore = await namesLeaving(program);
  older = await closed(program);
  const again = await openProgram(folder, { passphrase });
  await again.workspace.run("consent.withdraw", { consent });
  newer = await closed(again);
  copyFileSync(path, join(root, "newer.db"));
});

async function namesWith(bytes: Buffer): Promise<{ readonly names: string; readonly isChecked: boolean }> {
  rmSync(`${path}-wal`, { force: true });
  writeFileSync(path, bytes);
  const program = await openProgram(folder, { passphrase });
  const names = await namesLeaving(program);
  const isChecked = program.tables.isChecked();
  await program.close();
  return { names, isChecked };
}

describe("tables that somebody changed while the vault was closed", () => {
  it("never let a name out whose consent was withdrawn, whichever page was put back", async () => {
    expect(namesBefore).toContain("Ada");
    const pages = Math.floor(Math.min(older.length, newer.length) / pageLength);
    let changed = 0;
    for (let page = 0; page < pages; page += 1) {
      const at = page * pageLength;
      if (older.compare(newer, at, at + pageLength, at, at + pageLength) === 0) continue;
      const mixed = Buffer.from(newer);
      older.copy(mixed, at, at, at + pageLength);
      const { names, isChecked } = await namesWith(mixed);
      expect(names, `page ${page}`).not.toContain("Ada");
      expect(isChecked).toBe(true);
      changed += 1;
    }
    expect(changed).toBeGreaterThan(3);
  });

  it("follow the log when the whole file, or all but its first page, was put back", async () => {
    expect((await namesWith(older)).names).not.toContain("Ada");
    const mixed = Buffer.from(older);
    newer.copy(mixed, 0, 0, pageLength);
    expect((await namesWith(mixed)).names).not.toContain("Ada");
  });

  it("are made anew when pages were exchanged, and when the file was cut", async () => {
    const exchanged = Buffer.from(newer);
    newer.copy(exchanged, 5 * pageLength, 9 * pageLength, 10 * pageLength);
    newer.copy(exchanged, 9 * pageLength, 5 * pageLength, 6 * pageLength);
    for (const bytes of [exchanged, newer.subarray(0, newer.length - pageLength), Buffer.alloc(0)]) {
      const { names, isChecked } = await namesWith(bytes);
      expect([names.includes("Ada"), isChecked]).toEqual([false, true]);
    }
  });
});
