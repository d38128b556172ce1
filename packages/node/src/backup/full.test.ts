// Small file systems of their own: a place that is full, and one that may not be written to.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "./child.fake.ts";

// Runs in a namespace of its own, where it may mount. The first backup fits; then the vault grows by many small files,
// each of which takes a whole page there; at last it grows by one large one.
const source = `
  import { spawnSync } from "node:child_process";
  import { encodeUtf8 } from "@tocsin/core";
  import { createSmallFolder, filesBelow } from "./small-folder.fake.ts";
  import { backUpLocked } from "./locked.ts";
  import { checkBackup } from "./check.ts";
  import { restoreBackup } from "./restore.ts";
  const small = await createSmallFolder();
  const mount = (...options) => spawnSync("mount", [...options, small.stick], { encoding: "utf8" });
  const mounted = mount("-t", "tmpfs", "-o", "size=400k", "tmpfs");
  const told = { canMount: mounted.status === 0, codes: [], wholes: [] };
  const backUp = async () => {
    try {
      await backUpLocked({ folder: small.vault, to: small.stick, clock: () => 1 });
      told.codes.push("done");
    } catch (error) {
      told.codes.push(error.code ?? error.message);
    }
  };
  const isLast = async (expected) => {
    const folder = small.root + "/restored-" + told.wholes.length;
    await restoreBackup({ backup: small.stick, folder });
    const found = await filesBelow(folder);
    const { damaged } = await checkBackup({ backup: small.stick });
    told.wholes.push(damaged.length === 0 && JSON.stringify([...found]) === JSON.stringify([...expected]));
  };
  async function* once(size) { yield new Uint8Array(size); }
  const seal = (count, size) =>
    small.with(async ({ vault }) => {
      for (let at = 0; at < count; at += 1) {
        const { name } = await vault.addEvidence(once(size));
        await vault.commit([encodeUtf8(name)]);
      }
    });
  if (told.canMount) {
    await seal(1, 20_000);
    await backUp();
    const first = await filesBelow(small.vault);
    await seal(120, 10);
    await backUp();
    await isLast(first);
    await seal(1, 500_000);
    await backUp();
    await isLast(first);
    mount("-o", "remount,size=8m");
    mount("-o", "remount,ro");
    await backUp();
    await isLast(first);
    mount("-o", "remount,rw");
    await backUp();
    await isLast(await filesBelow(small.vault));
    spawnSync("umount", [small.stick]);
  }
  await small.remove();
  console.log(JSON.stringify(told));
`;

let place = "";
let program = "";
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "tocsin-full-"));
  program = await buildProgram(place, source);
});
afterAll(() => rm(place, { recursive: true, force: true }));

interface Told {
  readonly canMount: boolean;
  readonly codes: readonly string[];
  readonly wholes: readonly boolean[];
}

function runMounting(): Told | null {
  const args = ["--user", "--map-root-user", "--mount", process.execPath, program];
  const { status, stdout, stderr } = spawnSync("unshare", args, { encoding: "utf8" });
  if (status !== 0 && /unshare/.test(stderr ?? "unshare")) return null;
  return JSON.parse(stdout) as Told;
}

describe("a place that takes no more", () => {
  it("is said, and keeps the last whole backup; with room the next run makes the new one", (context) => {
    const told = runMounting();
    // Without the right to mount there is nothing to try this on.
    if (told?.canMount !== true) return context.skip();
    expect(told.codes).toEqual(["done", "backup.full", "backup.full", "backup.read-only", "done"]);
    expect(told.wholes).toEqual([true, true, true, true]);
  });
});
