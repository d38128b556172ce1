import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseUtf8 } from "@tocsin/core";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVaultFolder, openVaultFolder } from "./folder.ts";

const passphrase = "a long sentence that nobody guesses";
let place = "";
let program = "";

// Says each word once it is durable, while a sealed file never comes to its end.
const source = `
  import { encodeUtf8 } from "@tocsin/core";
  import { openVaultFolder } from "./folder.ts";
  const { vault } = await openVaultFolder(process.argv[2], ${JSON.stringify(passphrase)});
  async function* endless() {
    for (;;) {
      yield new Uint8Array(100_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  void vault.addEvidence(endless());
  for (let count = 1; ; count += 1) {
    await vault.commit([encodeUtf8(process.argv[3] + count)]);
    process.stdout.write(process.argv[3] + count + "\\n");
  }
`;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "tocsin-killed-"));
  program = join(place, "writer.mjs");
  await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** Words that the process had said to be durable when it was killed, in the middle of whatever it was doing. */
function killAfter(folder: string, round: string, words: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder, round], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (data) => {
      said += String(data);
      if (said.split("\n").length > words) child.kill("SIGKILL");
    });
    child.once("error", reject);
    child.once("exit", () => resolve(said.split("\n").slice(0, -1)));
  });
}

describe("a killed process", () => {
  it("loses no operation that it had acknowledged, leaves no half evidence, and no lock that holds", async () => {
    const folder = join(place, "vault");
    const cost = { memoryKib: 8, passes: 1, lanes: 1 };
    await (await createVaultFolder(folder, { passphrase, deviceName: "d", cost })).close();
    const acknowledged: string[] = [];
    for (const [round, words] of [3, 9, 20].entries()) {
      acknowledged.push(...(await killAfter(folder, `round ${round} word `, words)));
      const { vault, ports, close } = await openVaultFolder(folder, passphrase);
      const found: string[] = [];
      for await (const operation of vault.allOperations())
        if (operation.state === "open") found.push(parseUtf8(operation.payload));
      expect(found).toEqual(expect.arrayContaining(acknowledged));
      // One commit can be whole on the disk and not yet said.
      expect(found.length).toBeLessThanOrEqual(acknowledged.length + round + 1);
      expect(await ports.blobs.names()).toEqual([]);
      const unfinished = await vault.orphans([]);
      expect(unfinished).toHaveLength(1);
      for (const name of unfinished) await ports.blobs.remove(name);
      await close();
    }
  });
});
