import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openVaultFolder } from "../vault/folder.ts";
import { backUpFolder, type BackupInput, type BackupReport } from "./back-up.ts";
import { checkBackup } from "./check.ts";
import { backUpLocked } from "./locked.ts";
import { restoreBackup } from "./restore.ts";
import { rewriteSegment } from "./rewriting.fake.ts";
import { createSmallFolder, filesBelow, flipBit, passphrase, type SmallFolder } from "./small-folder.fake.ts";

let small: SmallFolder;
beforeEach(async () => {
  small = await createSmallFolder();
});
afterEach(() => small.remove());

const clock = (): number => Date.parse("2026-11-28T12:00:00Z");
const backUp = (more: Partial<BackupInput> = {}): Promise<BackupReport> =>
  backUpLocked({ folder: small.vault, to: small.stick, clock, ...more });
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "nothing thrown",
    (error: { code?: string; name?: string }) => error.code ?? error.name ?? "",
  );
const restoreTo = async (name: string, partial = false): Promise<string> => {
  const folder = join(small.root, name);
  await restoreBackup({ backup: small.stick, folder, partial });
  return folder;
};
const bytes = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 17) & 0xff);

describe("a backup", () => {
  it("holds the vault's own files as they are, and gives them back", async () => {
    await small.commit("one", "two");
    await small.seal(bytes(200_000, 1));
    const report = await backUp();
    const vault = await filesBelow(small.vault);
    expect(await filesBelow(report.folder, /^backup\.json$/)).toEqual(vault);
    expect(report).toMatchObject({ commits: 4, files: 3, removed: 0, problems: [], verified: true });
    expect(await filesBelow(await restoreTo("back"))).toEqual(vault);
    const { vault: opened, close } = await openVaultFolder(join(small.root, "back"), passphrase);
    expect(opened.counts().commits).toBe(4);
    await close();
  });

  it("copies only what changed", async () => {
    await small.seal(bytes(300_000, 1));
    const first = await backUp();
    expect(first.written).toEqual({ files: 3, bytes: first.bytes });
    expect((await backUp()).written).toEqual({ files: 0, bytes: 0 });
    await small.commit("more");
    const grown = await backUp();
    // The device file says where its chain was when it was closed.
    const device = await readFile(join(small.vault, "device.json"));
    expect(grown.written.files).toBe(2);
    expect(grown.written.bytes).toBe(grown.bytes - first.bytes + device.length);
    expect(grown.copy).toBe(first.copy);
  });

  it("leaves out the tables, locks, unfinished files, and what others put into the folder", async () => {
    await small.seal(bytes(10, 1));
    const wanted = [...(await filesBelow(small.vault)).keys()];
    const name = "0c".repeat(16);
    for (const other of [
      "projection.db",
      "device.json.new",
      `evidence/${name}.partial`,
      "notes.txt",
      "chains/x.txt",
    ])
      await writeFile(join(small.vault, other), "not for the stick");
    const { folder } = await backUp();
    expect([...(await filesBelow(folder, /^backup\.json$/)).keys()]).toEqual(wanted);
    expect(await readdir(small.vault)).toContain("log.index");
    expect(await readdir(folder)).not.toContain("log.index");
  });

  it("follows an erasure: the rewritten segment is replaced, the sealed file goes, nothing of either stays", async () => {
    const path = await small.seal(bytes(5_000, 2));
    await small.commit("kept");
    const { folder } = await backUp();
    const before = await filesBelow(folder);
    const [segment = ""] = [...before.keys()].filter((each) => each.endsWith(".seg"));
    await writeFile(join(small.vault, segment), rewriteSegment(await readFile(join(small.vault, segment))));
    await rm(join(small.vault, path));
    const report = await backUpFolder({ folder: small.vault, to: small.stick, clock, mayGo: () => true });
    expect(report).toMatchObject({ removed: 1, problems: [] });
    expect(await filesBelow(folder, /^backup\.json$/)).toEqual(await filesBelow(small.vault));
    expect(await restoreTo("back").then(filesBelow)).toEqual(await filesBelow(small.vault));
  });

  it("keeps sealed files that the vault lost, unless it is known that they may go", async () => {
    const path = await small.seal(bytes(5_000, 3));
    await backUp();
    await rm(join(small.vault, path));
    const report = await backUp();
    expect(report.problems).toEqual([{ path, what: "gone" }]);
    expect([...(await filesBelow(await restoreTo("back"))).keys()]).toContain(path);
  });

  it("keeps its good bytes when the vault's sealed file decays, and mends its own from the vault's", async () => {
    const path = await small.seal(bytes(5_000, 4));
    const { folder } = await backUp();
    const good = await readFile(join(folder, path));
    await flipBit(join(small.vault, path));
    expect((await backUp()).problems).toEqual([{ path, what: "altered" }]);
    expect(await readFile(join(folder, path))).toEqual(good);
    await writeFile(join(small.vault, path), good);
    await flipBit(join(folder, path));
    expect(await backUp()).toMatchObject({ problems: [], written: { files: 1 } });
    expect(await readFile(join(folder, path))).toEqual(good);
  });

  it("never puts a damaged segment over a whole one", async () => {
    await small.commit("one", "two", "three");
    const { folder } = await backUp();
    const before = await filesBelow(folder, /^backup\.json$/);
    const [path = ""] = [...before.keys()].filter((each) => each.endsWith(".seg"));
    await flipBit(join(small.vault, path));
    expect((await backUp()).problems).toEqual([{ path, what: "damaged" }]);
    expect(await filesBelow(folder, /^backup\.json$/)).toEqual(before);
  });

  it("does not trust sizes: altered bytes of the same length are found, unless it is asked to be quick", async () => {
    const path = await small.seal(bytes(5_000, 5));
    const { folder } = await backUp();
    await flipBit(join(folder, path));
    const quick = await backUp({ quick: true });
    expect(quick).toMatchObject({ verified: false, written: { files: 0 } });
    expect((await checkBackup({ backup: small.stick })).damaged).toEqual([{ path, what: "altered" }]);
    expect((await backUp()).written.files).toBe(1);
    expect((await checkBackup({ backup: small.stick })).damaged).toEqual([]);
  });
});

describe("a vault that changes under its copy", () => {
  it("is looked at again, so that the copy is of one moment", async () => {
    await small.commit("one", "two", "three");
    const path = await small.seal(bytes(2_000_000, 9));
    let isErased = false;
    const report = await backUp({
      onProgress: ({ at }) => {
        if (at !== path || isErased) return;
        isErased = true;
        eraseSync(small.vault);
      },
    });
    expect(isErased).toBe(true);
    expect(await filesBelow(report.folder, /^backup\.json$/)).toEqual(await filesBelow(small.vault));
  });

  it("is given up on when it never stands still", async () => {
    let rounds = 0;
    const onProgress: BackupInput["onProgress"] = ({ at }) => {
      if (at === "device.json") writeFileSync(join(small.vault, at), `another device file ${(rounds += 1)}`);
    };
    expect(await codeOf(backUp({ onProgress }))).toBe("backup.changed");
    expect(rounds).toBeGreaterThan(3);
  });
});

describe("a backup that must not be made", () => {
  it("makes no folder where no stick is", async () => {
    expect(await codeOf(backUp({ to: join(small.root, "nowhere") }))).toBe("backup.no-place");
    expect(await readdir(small.root)).toEqual(["stick", "vault"]);
  });

  it("does not lie in the vault's own folder, and a vault in its own copy is not copied onto itself", async () => {
    expect(await codeOf(backUp({ to: small.vault }))).toBe("backup.inside");
    expect(await codeOf(backUp({ to: join(small.vault, "chains") }))).toBe("backup.inside");
    const { folder } = await backUp();
    expect(await codeOf(backUp({ folder }))).toBe("backup.inside");
  });

  it("leaves a copy alone that is of another vault, or newer than this one", async () => {
    await small.commit("one");
    const { folder } = await backUp();
    const list = await readFile(join(folder, "backup.json"));
    const older = await restoreTo("older");
    await small.commit("two");
    await backUp();
    expect(await codeOf(backUp({ folder: older }))).toBe("backup.newer");
    const other = await createSmallFolder();
    const theirs = await backUpLocked({ folder: other.vault, to: other.stick, clock });
    await writeFile(join(folder, "backup.json"), await readFile(join(theirs.folder, "backup.json")));
    expect(await codeOf(backUp())).toBe("backup.other-vault");
    await writeFile(join(folder, "backup.json"), list);
    expect((await backUp()).commits).toBe(3);
    await other.remove();
  });

  it("waits for nobody who has the vault open, and finds no vault where none is", async () => {
    await small.with(async () => expect(await codeOf(backUp())).toBe("vault.in-use"));
    expect(await codeOf(backUp({ folder: join(small.root, "none") }))).toBe("vault.missing");
  });
});

describe("a list of a backup", () => {
  it("is the last whole one where the present one is damaged, and damage is said where none is whole", async () => {
    const { folder } = await backUp();
    const list = join(folder, "backup.json");
    await rename(list, join(folder, "backup.old.json"));
    await writeFile(list, "{");
    expect((await checkBackup({ backup: small.stick })).damaged).toEqual([]);
    await writeFile(join(folder, "backup.old.json"), "{");
    expect(await codeOf(checkBackup({ backup: small.stick }))).toBe("backup.damaged");
    expect(await codeOf(backUp())).toBe("backup.damaged");
  });

  it("that was changed is damaged, and leads to no file that is no vault's", async () => {
    const { folder } = await backUp();
    const path = join(folder, "backup.json");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace("device.json", "../../etc/x"));
    expect(await codeOf(checkBackup({ backup: small.stick }))).toBe("backup.damaged");
  });
});

describe("restoring", () => {
  it("refuses a folder with anything in it", async () => {
    const { folder: backup } = await backUp();
    const inside = join(backup, "restored");
    expect(await codeOf(restoreBackup({ backup: small.stick, folder: inside }))).toBe("backup.inside");
    const folder = join(small.root, "taken");
    await mkdir(folder);
    await writeFile(join(folder, "mine.txt"), "mine");
    expect(await codeOf(restoreBackup({ backup: small.stick, folder }))).toBe("backup.not-empty");
    expect(await readdir(folder)).toEqual(["mine.txt"]);
    expect(await codeOf(restoreBackup({ backup: small.root, folder: join(small.root, "x") }))).toBe(
      "backup.missing",
    );
  });

  it("names a flipped bit, a file that is missing and one that is cut, and restores the rest when it is told to", async () => {
    const paths = [
      await small.seal(bytes(9_000, 6)),
      await small.seal(bytes(9_000, 7)),
      await small.seal(bytes(9, 8)),
    ];
    const [flipped = "", missing = "", cut = ""] = paths;
    const { folder } = await backUp();
    await flipBit(join(folder, flipped));
    await rm(join(folder, missing));
    await writeFile(join(folder, cut), (await readFile(join(folder, cut))).subarray(0, 50));
    const damaged = [
      { path: flipped, what: "altered" },
      { path: missing, what: "missing" },
      { path: cut, what: "altered" },
    ].sort((a, b) => (a.path < b.path ? -1 : 1));
    expect((await checkBackup({ backup: small.stick })).damaged).toEqual(damaged);
    const target = join(small.root, "back");
    const refused = await restoreBackup({ backup: small.stick, folder: target });
    expect(refused).toMatchObject({ restored: false, damaged });
    expect(await codeOf(openVaultFolder(target, passphrase))).toBe("backup.restore-first");
    const partial = await restoreBackup({ backup: small.stick, folder: target, partial: true });
    expect(partial).toMatchObject({ restored: true, damaged });
    const { vault, close } = await openVaultFolder(target, passphrase);
    expect(vault.counts().commits).toBe(4);
    await close();
  });

  it("comes before opening: the backup's own folder is not worked in", async () => {
    const { folder } = await backUp();
    const before = await filesBelow(folder);
    expect(await codeOf(openVaultFolder(folder, passphrase))).toBe("backup.restore-first");
    expect(await filesBelow(folder)).toEqual(before);
  });

  it("ignores what a segment of the copy holds behind the bytes that the list names", async () => {
    await small.commit("one");
    const { folder } = await backUp();
    const [path = ""] = [...(await filesBelow(folder)).keys()].filter((each) => each.endsWith(".seg"));
    await appendFile(join(folder, path), "what an interrupted run had begun to write");
    expect(await filesBelow(await restoreTo("back"))).toEqual(await filesBelow(small.vault));
    await small.commit("two");
    await backUp();
    expect(await filesBelow(await restoreTo("again"))).toEqual(await filesBelow(small.vault));
  });
});

/** What an erasure does to the log, in one go. */
function eraseSync(vault: string): void {
  const [chain = ""] = readdirSync(join(vault, "chains"));
  const segment = join(vault, "chains", chain, "000001.seg");
  writeFileSync(`${segment}.new`, rewriteSegment(readFileSync(segment), 0));
  renameSync(`${segment}.new`, segment);
}
