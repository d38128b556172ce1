import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVaultFolder, openVaultFolder } from "./folder.ts";

const passphrase = "a long sentence that nobody guesses";
const hint = "the phone of somebody";
const mebibyte = 2 ** 20;
let place = "";
let program = "";
let sourcePath = "";
let sha256 = "";

// Reads as many mebibytes as it is told and says so; then nothing more comes, and it waits for its end.
const code = `
  import { createReadStream } from "node:fs";
  import { openVaultFolder } from "./folder.ts";
  const { vault, close } = await openVaultFolder(process.argv[2], ${JSON.stringify(passphrase)});
  const [left] = await vault.evidenceDrafts();
  const options = left === undefined ? { draft: { hint: ${JSON.stringify(hint)}, from: 1 } } : { resume: left.name };
  async function* source() {
    let count = 0;
    for await (const bytes of createReadStream(process.argv[3], { highWaterMark: ${mebibyte} })) {
      yield bytes;
      count += 1;
      if (count === Number(process.argv[4])) break;
    }
    process.stdout.write("x");
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    throw new Error("nobody killed it");
  }
  await vault.addEvidence(source(), options);
  await close();
`;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "tocsin-intake-"));
  program = join(place, "writer.mjs");
  const common = { bundle: true, platform: "node", format: "esm", logLevel: "error" } as const;
  await build({
    ...common,
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: "ts" },
    outfile: program,
  });
  // Beside the program, so that it seals in a thread.
  const worker = join(import.meta.dirname, "../workers/seal-worker.ts");
  await build({ ...common, entryPoints: [worker], outfile: join(place, "seal-worker.mjs") });
  sourcePath = join(place, "source");
  const bytes = createHash("shake256", { outputLength: 24 * mebibyte + 12_345 })
    .update("intake")
    .digest();
  sha256 = createHash("sha256").update(bytes).digest("hex");
  await writeFile(sourcePath, bytes);
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** Kills the process once it has read so many mebibytes, wherever its sealing and writing are by then. */
function killAfter(folder: string, count: number): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder, sourcePath, String(count)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout.once("data", () => child.kill("SIGKILL"));
    child.once("error", reject);
    child.once("exit", (_, signal) => resolve(signal));
  });
}

describe("a process that is killed while it takes evidence in", () => {
  it("again and again, leaves a draft that the next one goes on with, to the same bytes", async () => {
    const folder = join(place, "vault");
    const cost = { memoryKib: 8, passes: 1, lanes: 1 };
    await (await createVaultFolder(folder, { passphrase, deviceName: "d", cost })).close();
    const names = new Set<string>();
    for (const count of [10, 12, 16, 9, 23]) {
      expect(await killAfter(folder, count)).toBe("SIGKILL");
      const { vault, close } = await openVaultFolder(folder, passphrase);
      const drafts = await vault.evidenceDrafts();
      for (const { name } of drafts) names.add(name);
      await close();
    }
    expect(names.size).toBe(1);
    const { vault, close } = await openVaultFolder(folder, passphrase);
    const [left] = await vault.evidenceDrafts();
    if (left === undefined) throw new Error("no draft was left");
    expect(left.hint).toBe(hint);
    expect(left.size).toBeGreaterThan(mebibyte);
    const info = await vault.addEvidence(createReadStream(sourcePath), { resume: left.name });
    expect(info).toMatchObject({ sha256, size: 24 * mebibyte + 12_345 });
    const reader = await vault.openEvidence(info);
    const hash = createHash("sha256");
    for (const piece of reader.stream()) hash.update(piece);
    reader.close();
    expect(hash.digest("hex")).toBe(sha256);
    expect(await readdir(join(folder, "evidence"))).toEqual([`${info.name}.age`]);
    await close();
  });
});
