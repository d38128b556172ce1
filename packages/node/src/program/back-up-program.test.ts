import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeUtf8, parseUtf8 } from "@tocsin/core";
import { addEvidence, type EvidenceSource } from "@tocsin/workspace";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesBelow } from "../backup/small-folder.fake.ts";
import { backUpLocked } from "../backup/locked.ts";
import { restoreBackup } from "../backup/restore.ts";
import { openVaultFolder } from "../vault/folder.ts";
import { backUpProgram, type ProgramBackup } from "./back-up-program.ts";
import { createProgram, openProgram, type OpenProgram } from "./open-program.ts";

const passphrase = "a long sentence that nobody guesses";
const cost = { memoryKib: 8, passes: 1, lanes: 1 };
const marker = "MARKER-OF-SOMETHING-SECRET";
let root = "";
let program: OpenProgram;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "tocsin-program-backup-"));
  await mkdir(join(root, "stick"));
  program = await createProgram(join(root, "vault"), { passphrase, deviceName: "laptop", cost });
});
afterEach(async () => {
  await program.close();
  await rm(root, { recursive: true, force: true });
});

const backUp = (): Promise<ProgramBackup> =>
  backUpProgram(program, { to: join(root, "stick"), label: { text: marker, lang: "en" } });
const createCase = (title: string): Promise<unknown> =>
  program.workspace.run("record.create", { kind: "case", values: { title: { text: title, lang: "en" } } });
const source = (text: string): EvidenceSource => ({
  mediaType: "text/plain",
  original: null,
  stream: () => once(encodeUtf8(text)),
  listing: () => null,
});

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

describe("backing up an open vault", () => {
  it("copies a whole beginning of the log while people go on writing", async () => {
    for (let n = 0; n < 20; n += 1) await createCase(`before ${n}`);
    let isDone = false;
    const writing = (async () => {
      for (let n = 0; !isDone; n += 1) await createCase(`meanwhile ${n}`);
    })();
    const report = await backUp();
    isDone = true;
    await writing;
    const folder = join(root, "back");
    await restoreBackup({ backup: join(root, "stick"), folder });
    const { vault, close } = await openVaultFolder(folder, passphrase);
    const found: string[] = [];
    for await (const operation of vault.allOperations())
      if (operation.state === "open") found.push(parseUtf8(operation.payload));
    expect(vault.problems()).toEqual([]);
    expect(vault.counts().commits).toBe(report.commits);
    for (let n = 0; n < 20; n += 1)
      expect(found.some((payload) => payload.includes(`"before ${n}"`))).toBe(true);
    await close();
  });

  it("shows nothing readable on the stick: no title, no label, no passphrase of evidence", async () => {
    await createCase(marker);
    await addEvidence(program.workspace, source(marker.repeat(50)), {
      about: { title: { text: marker, lang: "en" } },
    });
    await backUp();
    await backUp();
    for (const [path, hex] of await filesBelow(join(root, "stick")))
      expect(Buffer.from(hex, "hex").includes(marker), path).toBe(false);
  });

  it("takes what no record names out of the copy, and keeps what one names", async () => {
    const { vault } = program.workspace;
    await addEvidence(program.workspace, source("kept"), { about: { title: { text: "Kept", lang: "en" } } });
    const [named = ""] = await readdir(join(root, "vault", "evidence"));
    const orphan = await vault.addEvidence(once(encodeUtf8("never named")));
    const first = await backUp();
    expect(await readdir(join(first.folder, "evidence"))).toHaveLength(2);
    await vault.discardEvidence(orphan.name);
    const bytes = await readFile(join(root, "vault", "evidence", named));
    await rm(join(root, "vault", "evidence", named));
    const second = await backUp();
    expect(second).toMatchObject({ removed: 1, problems: [{ path: `evidence/${named}`, what: "gone" }] });
    expect(await readdir(join(second.folder, "evidence"))).toEqual([named]);
    expect(await readFile(join(second.folder, "evidence", named))).toEqual(bytes);
  });

  it("follows an erasure, with or without keys: nothing of what was erased stays in a copy that is brought up to date", async () => {
    const { vault } = program.workspace;
    const kept = await vault.addEvidence(once(encodeUtf8("kept")));
    const gone = await vault.addEvidence(once(encodeUtf8("to be erased")));
    const { stamps } = await vault.commit([
      encodeUtf8(JSON.stringify(gone)),
      encodeUtf8(JSON.stringify(kept)),
    ]);
    const [open, locked] = [join(root, "stick"), join(root, "other")];
    await mkdir(locked);
    const label = { text: "stick", lang: "en" };
    for (const to of [open, locked]) await backUpProgram(program, { to, label });
    const old = await filesBelow(open);
    const sealed = [...old.keys()].find((path) => path.endsWith(`${gone.name}.age`)) ?? "";
    expect(sealed).not.toBe("");
    await vault.erase({ operations: stamps.slice(0, 1), evidence: [gone.name], ground: "consent" });
    const report = await backUpProgram(program, { to: open, label });
    expect(report.problems).toEqual([]);
    await program.close();
    await backUpLocked({ folder: join(root, "vault"), to: locked, clock: () => Date.now() });
    for (const to of [open, locked]) {
      const files = await filesBelow(to);
      expect([...files.keys()].some((path) => path.includes(gone.name))).toBe(false);
      expect([...files.keys()].some((path) => path.includes(kept.name))).toBe(true);
      const folder = join(root, `back-${to === open ? "open" : "locked"}`);
      await restoreBackup({ backup: to, folder });
      const { vault: restored, close } = await openVaultFolder(folder, passphrase);
      const states: string[] = [];
      for await (const { state } of restored.allOperations()) states.push(state);
      expect(states.filter((state) => state === "erased")).toHaveLength(1);
      expect(states.filter((state) => state !== "erased" && state !== "open")).toEqual([]);
      expect(restored.problems()).toEqual([]);
      await close();
    }
    program = await openProgram(join(root, "vault"), { passphrase });
  });

  it("gives a folder in which the device goes on in a new chain, while the first one goes on in its own", async () => {
    const own = program.workspace.vault.device.chain;
    await createCase("before");
    await backUp();
    const folder = join(root, "back");
    await restoreBackup({ backup: join(root, "stick"), folder });
    const restored = await openProgram(folder, { passphrase });
    expect(restored.workspace.vault.device).toMatchObject({ newChain: "copied" });
    expect(restored.workspace.vault.device.chain).not.toBe(own);
    await restored.workspace.run("task.done", {
      task: await restored.workspace
        .run("record.create", {
          kind: "task",
          values: { title: { text: "in the restored one", lang: "en" } },
        })
        .then(({ records: [task] }) => task),
    });
    await createCase("in the first one");
    expect(program.workspace.vault.device.chain).toBe(own);
    // Two folders of one vault: neither may overwrite the other's copy.
    await backUp();
    const other = backUpProgram(restored, { to: join(root, "stick"), label: { text: "x", lang: "en" } });
    await expect(other).rejects.toThrow(expect.objectContaining({ code: "backup.newer" }));
    await restored.close();
    const again = await openProgram(folder, { passphrase });
    expect(again.workspace.vault.device.newChain).toBeNull();
    await again.close();
  });

  it("writes one record a copy, which the restored vault does not have yet", async () => {
    const [first, second] = [await backUp(), await backUp()];
    expect(second.record).toBe(first.record);
    expect(await program.workspace.view.count("copy")).toBe(1);
    const folder = join(root, "back");
    await restoreBackup({ backup: join(root, "stick"), folder });
    const restored = await openProgram(folder, { passphrase });
    const state = await restored.workspace.view.read(first.record);
    expect(state && JSON.stringify(state)).toContain(first.made);
    expect(JSON.stringify(state)).not.toContain(second.made);
    await restored.close();
  });
});
