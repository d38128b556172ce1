import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkBackup } from "./check.ts";
import { buildProgram } from "./child.fake.ts";
import { backUpLocked } from "./locked.ts";
import { restoreBackup } from "./restore.ts";
import { createSmallFolder, filesBelow, type SmallFolder } from "./small-folder.fake.ts";

// Says a line for every piece of a file that it has read, here or there, and one when all is done.
const source = `
  import { backUpLocked } from "./locked.ts";
  import { restoreBackup } from "./restore.ts";
  const [what, from, to] = process.argv.slice(2);
  const onProgress = () => process.stdout.write("piece\\n");
  if (what === "backup") await backUpLocked({ folder: from, to, clock: () => Date.now(), onProgress });
  else await restoreBackup({ backup: from, folder: to, onProgress });
  process.stdout.write("done\\n");
`;

/** More of them where somebody has the time. */
const rounds = Number(process.env["TOCSIN_ROUNDS"] ?? 20);
const patience = 9_000 * rounds;
let small: SmallFolder;
let program = "";
beforeEach(async () => {
  small = await createSmallFolder();
  program = await buildProgram(small.root, source);
});
afterEach(() => small.remove());

/** Kills the process as soon as it has said this many lines: at whatever it is doing then. */
function killAfter(pieces: number, args: readonly string[]): Promise<{ readonly isDone: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (data) => {
      said += String(data);
      if (said.split("\n").length > pieces) child.kill("SIGKILL");
    });
    child.once("error", reject);
    child.once("exit", () => resolve({ isDone: said.split("\n").includes("done") }));
  });
}

/** A fixed sequence that looks like chance. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % sides;
  };
}

const bytes = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 17) & 0xff);

describe("a killed process", () => {
  it(
    "leaves the last whole backup, or the new one, whenever it is killed",
    async () => {
      const dice = createDice(3);
      await backUpLocked({ folder: small.vault, to: small.stick, clock: () => 1 });
      let last = await filesBelow(small.vault);
      let killed = 0;
      for (let round = 0; round < rounds; round += 1) {
        await small.commit(`round ${round}`);
        for (const part of [1, 2, 3]) await small.seal(bytes(80_000, 3 * round + part));
        const now = await filesBelow(small.vault);
        const { isDone } = await killAfter(1 + dice(10 + 6 * round), ["backup", small.vault, small.stick]);
        if (!isDone) killed += 1;
        const target = join(small.root, "restored");
        expect(await restoreBackup({ backup: small.stick, folder: target })).toMatchObject({ damaged: [] });
        const found = await filesBelow(target);
        await rm(target, { recursive: true });
        if (isDone || found.size === now.size) last = now;
        expect([...found]).toEqual([...last]);
      }
      expect(killed).toBeGreaterThan(rounds / 2);
      expect((await checkBackup({ backup: small.stick })).damaged).toEqual([]);
    },
    patience,
  );

  it(
    "leaves nothing that opens of a restore, and the next one goes on",
    async () => {
      for (let count = 0; count < 10; count += 1) await small.seal(bytes(80_000, count));
      await backUpLocked({ folder: small.vault, to: small.stick, clock: () => 1 });
      const whole = await filesBelow(small.vault);
      const dice = createDice(5);
      let killed = 0;
      for (let round = 0; round < rounds; round += 1) {
        const target = join(small.root, `restored-${round}`);
        const { isDone } = await killAfter(1 + dice(24), ["restore", small.stick, target]);
        if (!isDone) killed += 1;
        const found = await filesBelow(target).catch(() => new Map<string, string>());
        const isWhole = [...whole].every(([path, hex]) => found.get(path) === hex);
        expect(found.has("device.json")).toBe(isWhole);
        if (!isWhole || found.has("restore.unfinished.json"))
          await restoreBackup({ backup: small.stick, folder: target });
        expect(await filesBelow(target)).toEqual(whole);
        await rm(target, { recursive: true });
      }
      expect(killed).toBeGreaterThan(rounds / 2);
    },
    patience,
  );
});
