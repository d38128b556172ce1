import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { argon2id as argon2idOfNoble } from "@noble/hashes/argon2.js";
import { encodeHex, encodeUtf8 } from "@tocsin/core";
import { acceptPrimitives } from "@tocsin/crypto/acceptance";
import { createVault, defaultCost, openVault } from "@tocsin/vault";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderPorts } from "../vault/folder.ts";
import { createArgon2id } from "./argon2-thread.ts";
import { createNodePrimitives } from "./primitives.ts";

let folder = "";
const programs = new Map<string, URL>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-argon2-"));
  const outfile = join(folder, "argon2-worker.mjs");
  const entryPoints = [join(import.meta.dirname, "../workers/argon2-worker.ts")];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
  programs.set("real", pathToFileURL(outfile));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function inThread(): ReturnType<typeof createArgon2id> {
  return createArgon2id(programs.get("real"));
}

async function broken(source: string): Promise<ReturnType<typeof createArgon2id>> {
  const path = join(folder, `broken-${programs.size}.mjs`);
  await writeFile(path, source);
  programs.set(path, pathToFileURL(path));
  return createArgon2id(pathToFileURL(path));
}

const input = {
  password: encodeUtf8("password"),
  salt: encodeUtf8("somesalt"),
  memoryKib: 65_536,
  passes: 2,
  lanes: 1,
  length: 32,
};
const small = { ...input, memoryKib: 32 };

/** How often the calling thread came round to a timer while `work` went on. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await work();
  clearInterval(timer);
  return turns;
}

acceptPrimitives("node, with Argon2id in a thread", () =>
  // The thread is built later, before the first use.
  ({ ...createNodePrimitives(), argon2id: (asked) => inThread()(asked) }),
);

describe("Argon2id in a thread", { timeout: 120_000 }, () => {
  it("gives the key of the reference implementation for 64 MiB", async () => {
    expect(encodeHex(await inThread()(input))).toBe(
      "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    );
  });

  it("gives what another implementation gives that passes RFC 9106, section 5.3", async () => {
    const bytes = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);
    const [password, salt] = [bytes(32, 1), bytes(16, 2)];
    const vector = { m: 32, t: 3, p: 4, dkLen: 32, key: bytes(8, 3), personalization: bytes(12, 4) };
    // The port has neither secret nor associated data, so that the vector itself cannot be asked of it.
    expect(encodeHex(argon2idOfNoble(password, salt, vector))).toBe(
      "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
    );
    for (const [memoryKib, passes, lanes, length] of [
      [32, 3, 4, 32],
      [8, 1, 1, 4],
      [1_000, 2, 3, 64],
      [512, 16, 2, 32],
    ] as const) {
      const other = argon2idOfNoble(password, salt, { m: memoryKib, t: passes, p: lanes, dkLen: length });
      const key = await inThread()({ password, salt, memoryKib, passes, lanes, length });
      expect(encodeHex(key)).toBe(encodeHex(other));
    }
  });

  it("leaves the calling thread to its work, which it does not have where it stretches itself", async () => {
    const here = createArgon2id(new URL("file:///nowhere/argon2-worker.mjs"));
    // What is loaded and compiled once is not what is counted.
    await here(small);
    const [alone, beside] = [
      await turnsDuring(() => here(input)),
      await turnsDuring(() => inThread()(input)),
    ];

    expect(beside).toBeGreaterThan(20);
    expect(alone).toBeLessThan(beside / 2);
  });

  it("stretches several passphrases at one time, each for its own caller", async () => {
    const passwords = ["one", "two", "three"].map(encodeUtf8);
    const together = await Promise.all(passwords.map((password) => inThread()({ ...small, password })));
    const alone = createNodePrimitives();
    for (const [at, password] of passwords.entries())
      expect(together[at]).toEqual(await alone.argon2id({ ...small, password }));
  });

  it("takes a password that is part of larger bytes, and leaves those as they are", async () => {
    const larger = Buffer.from("a password of somebody");
    expect(await inThread()({ ...small, password: larger.subarray(2, 10) })).toEqual(await inThread()(small));
    expect(larger.toString()).toBe("a password of somebody");
  });

  it("starts no thread for what is out of bounds", async () => {
    const stretch = await broken("throw new Error('was started')");
    await expect(stretch({ ...small, memoryKib: 2 ** 31 })).rejects.toMatchObject({ code: "crypto.limit" });
  });
});

describe("a thread of Argon2id", () => {
  it.each(
    Object.entries({
      "throws at once": "throw new Error('broken')",
      "ends without a word": "process.exit(0)",
      "rejects what it waits for": "await Promise.reject(new RangeError('no memory'))",
      "is no program": "this is no program",
      "answers with something else than a key":
        "import { parentPort } from 'node:worker_threads'; parentPort.postMessage(new Uint8Array(31));",
    }),
  )("that %s is an error with a code, and the next one goes on", async (_, source) => {
    const stretch = await broken(source);
    await expect(stretch(small)).rejects.toMatchObject({ code: "crypto.stretching-failed" });
    expect(await inThread()(small)).toHaveLength(32);
  });

  it("that breaks off opens no vault, tells it from a wrong passphrase, and leaves the vault as it was", async () => {
    const place = join(folder, "vault");
    const ports = folderPorts(place);
    const cost = { memoryKib: 8, passes: 1, lanes: 1 };
    await (await createVault(ports, { passphrase: "p", deviceName: "d", cost })).close();
    const argon2id = await broken("process.exit(0)");
    const opening = openVault({ ...ports, primitives: { ...ports.primitives, argon2id } }, "p");
    await expect(opening).rejects.toMatchObject({ code: "crypto.stretching-failed" });
    await expect(openVault(ports, "q")).rejects.toMatchObject({ code: "vault.wrong-passphrase" });
    await (await openVault(ports, "p")).close();
  });

  it("is asked for 64 MiB, three passes and one lane where nobody says otherwise", () => {
    expect(defaultCost).toEqual({ memoryKib: 65_536, passes: 3, lanes: 1 });
  });
});
