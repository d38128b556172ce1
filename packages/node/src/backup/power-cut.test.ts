// The power goes at every single step that changes something on a disk, one after the other: writes are cut in half,
// what was not made durable is lost, and nothing that would clean up runs any more.
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backUpFolder, type BackupReport } from "./back-up.ts";
import { checkBackup } from "./check.ts";
import { readList } from "./copy-folder.ts";
import type { Power } from "./power.fake.ts";
import { restoreBackup } from "./restore.ts";
import { rewriteSegment } from "./rewriting.fake.ts";
import { createSmallFolder, filesBelow, type SmallFolder } from "./small-folder.fake.ts";

const power = vi.hoisted((): { current: Power } => ({ current: { setTo: () => undefined } }));

vi.mock("node:fs/promises", async (original) => {
  const { createFilesWithPower } = await import("./power.fake.ts");
  const { files, setTo } = createFilesWithPower(await original());
  power.current = { setTo };
  return files;
});

let small: SmallFolder;
let spare = "";
beforeEach(async () => {
  power.current.setTo();
  small = await createSmallFolder();
  spare = await mkdtemp(join(tmpdir(), "tocsin-power-"));
});
afterEach(async () => {
  power.current.setTo();
  await small.remove();
  await rm(spare, { recursive: true, force: true });
});

type Files = ReadonlyMap<string, string>;

const backUp = (): Promise<BackupReport> =>
  backUpFolder({ folder: small.vault, to: small.stick, clock: () => 1_000, mayGo: () => true });

/** What a restore from the stick gives; null where there is no whole backup yet. */
async function restored(): Promise<Files | null> {
  const folder = join(spare, "restored");
  await rm(folder, { recursive: true, force: true });
  const report = await restoreBackup({ backup: small.stick, folder }).catch((error: { code: string }) => {
    if (error.code === "backup.missing" || error.code === "backup.unfinished") return null;
    throw error;
  });
  return report === null || report.damaged.length > 0 ? null : filesBelow(folder);
}

async function replaceFolder(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
}

async function segmentOf(folder: string): Promise<string> {
  return [...(await filesBelow(folder)).keys()].find((path) => path.endsWith(".seg")) ?? "";
}

async function erase(paths: readonly string[], which = -1): Promise<void> {
  const segment = join(small.vault, await segmentOf(small.vault));
  await writeFile(`${segment}.new`, rewriteSegment(await readFile(segment), which));
  await rename(`${segment}.new`, segment);
  for (const path of paths) await rm(join(small.vault, path), { force: true });
}

const bytes = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 17) & 0xff);

/** Cuts the power at every step of `work`, each time from the same beginning; gives the number of steps. */
async function cutEverywhere(
  places: readonly string[],
  work: () => Promise<unknown>,
  afterCut: (step: number) => Promise<void>,
): Promise<number> {
  const kept = (at: number): string => join(spare, `kept-${at}`);
  for (const [at, place] of places.entries()) await replaceFolder(place, kept(at));
  for (let step = 0; ; step += 1) {
    for (const [at, place] of places.entries()) await replaceFolder(kept(at), place);
    power.current.setTo(step);
    const failure = await work().then(
      () => null,
      (error: Error) => error,
    );
    power.current.setTo();
    if (failure === null) return step;
    expect(failure.message).toBe("The power is off");
    await afterCut(step);
  }
}

/** Whatever the step: the old or the new backup is whole, and the next run makes the new one and leaves nothing over. */
async function cutBackup(before: Files | null): Promise<number> {
  const after = await filesBelow(small.vault);
  const seen = new Set<string>();
  const steps = await cutEverywhere([small.stick], backUp, async () => {
    const found = await restored();
    const isNew = found !== null && isEqual(found, after);
    seen.add(isNew ? "new" : "old");
    expect(found).toEqual(isNew ? after : before);
    const { folder } = await backUp();
    expect(await filesBelow(folder, /^backup\.json$/)).toEqual(after);
    expect(await restored()).toEqual(after);
  });
  expect([...seen].sort()).toEqual(["new", "old"]);
  return steps;
}

function isEqual(a: Files, b: Files): boolean {
  return a.size === b.size && [...a].every(([path, hex]) => b.get(path) === hex);
}

describe("a power cut", () => {
  it("at any step of the first backup leaves none, or the whole one", async () => {
    await small.commit("one");
    await small.seal(bytes(3_000, 1));
    expect(await cutBackup(null)).toBeGreaterThan(20);
  });

  it("at any step of a later backup leaves the last or the new one: grown, added, removed", async () => {
    const gone = await small.seal(bytes(3_000, 2));
    await backUp();
    const before = await filesBelow(small.vault);
    await small.commit("more");
    await small.seal(bytes(2_000, 3));
    await rm(join(small.vault, gone));
    expect(await cutBackup(before)).toBeGreaterThan(20);
  });

  it("at any step after an erasure leaves the last or the new one, and in the end nothing of what was erased", async () => {
    const gone = await small.seal(bytes(3_000, 4));
    await small.commit("kept");
    await backUp();
    const before = await filesBelow(small.vault);
    await erase([gone], 0);
    await writeFile(join(small.vault, "device.json"), "another device file");
    expect(await cutBackup(before)).toBeGreaterThan(20);
  });

  it("at any step of a restore leaves nothing that opens, or all of it; the next run goes on", async () => {
    await small.seal(bytes(3_000, 5));
    await small.commit("one");
    await backUp();
    const target = join(spare, "target");
    await mkdir(target);
    const whole = await filesBelow(small.vault);
    const restore = (): Promise<unknown> => restoreBackup({ backup: small.stick, folder: target });
    const steps = await cutEverywhere([target], restore, async () => {
      const found = await filesBelow(target);
      const isWhole = [...whole].every(([path, hex]) => found.get(path) === hex);
      expect(found.has("device.json")).toBe(isWhole);
      if (isEqual(found, whole)) return;
      await restore();
      expect(await filesBelow(target)).toEqual(whole);
    });
    expect(steps).toBeGreaterThan(20);
  });
});

type Act =
  | { readonly do: "commit" | "backup" | "device" }
  | { readonly do: "seal"; readonly size: number }
  | { readonly do: "erase"; readonly which: number }
  | { readonly do: "cut"; readonly at: number };

const acts = fc.oneof(
  fc.constantFrom<Act>({ do: "commit" }, { do: "backup" }, { do: "device" }),
  fc.record({ do: fc.constant("seal" as const), size: fc.nat({ max: 3_000 }) }),
  fc.record({ do: fc.constant("erase" as const), which: fc.nat({ max: 5 }) }),
  fc.record({ do: fc.constant("cut" as const), at: fc.nat({ max: 60 }) }),
);

interface Model {
  /** The vault at the last whole backup. */
  held: Files | null;
  readonly sealed: string[];
}

/** Does one thing; after a backup, or half of one, gives what can be restored. */
async function play(act: Act, state: Model): Promise<Files | null> {
  const { sealed } = state;
  if (act.do === "commit") await small.commit("a word");
  else if (act.do === "device") await writeFile(join(small.vault, "device.json.new"), "unfinished");
  else if (act.do === "seal") sealed.push(await small.seal(bytes(act.size, sealed.length)));
  else if (act.do === "erase") await erase(sealed.splice(act.which, 1), act.which);
  else return playBackup(act.do === "cut" ? act.at : undefined, state);
  return state.held;
}

async function playBackup(cutAt: number | undefined, state: Model): Promise<Files | null> {
  const now = await filesBelow(small.vault, /\.new$/);
  power.current.setTo(cutAt);
  const isDone = await backUp().then(
    () => true,
    () => false,
  );
  power.current.setTo();
  const found = await restored();
  if (isDone || (found !== null && isEqual(found, now))) state.held = now;
  return found;
}

describe("whatever is done between backups", () => {
  it("a restore gives the vault as it was at the last whole backup", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 2, maxLength: 12 }), async (sequence) => {
        power.current.setTo();
        await small.remove();
        small = await createSmallFolder();
        const state: Model = { held: null, sealed: [] };
        for (const act of sequence) expect(await play(act, state)).toEqual(state.held);
        await backUp();
        expect(await restored()).toEqual(await filesBelow(small.vault, /\.new$/));
        expect((await checkBackup({ backup: small.stick })).damaged).toEqual([]);
      }),
      { seed: 20261128, numRuns: 25 },
    );
  }, 120_000);

  it("the list of a first backup says at once whose it will be", async () => {
    power.current.setTo(12);
    await expect(backUp()).rejects.toThrow("The power is off");
    power.current.setTo();
    const [copy = ""] = [...(await filesBelow(small.stick)).keys()].map((path) => path.split("/")[0]);
    const found = await readList(join(small.stick, copy));
    expect(found?.list).toMatchObject({ finished: false, files: [] });
    expect(found?.list.vault.startsWith(copy.slice("tocsin-".length))).toBe(true);
  });
});
