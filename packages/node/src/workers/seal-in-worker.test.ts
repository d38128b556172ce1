import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { encodeHex } from "@tocsin/core";
import { createFilePassphrase, openSealedFile, sealedFileStart } from "@tocsin/crypto";
import { type CreateSealer, createEvidenceSealer, type EvidenceSealer, openVault } from "@tocsin/vault";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { createVaultFolder, folderPorts } from "../vault/folder.ts";
import { createWorkerSealing } from "./seal-in-worker.ts";

const primitives = createNodePrimitives();
const passphrase = createFilePassphrase(primitives.random);
let folder = "";
let worker = new URL("file:///nothing");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-sealing-"));
  const outfile = join(folder, "seal-worker.mjs");
  const entryPoints = [join(import.meta.dirname, "seal-worker.ts")];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
  worker = pathToFileURL(outfile);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function sealing(options: { readonly worker?: URL; readonly roomsBeforeThread?: number } = {}): CreateSealer {
  const created = createWorkerSealing({ worker, roomsBeforeThread: 1, ...options });
  if (created === undefined) throw new Error("the worker is not there");
  return created;
}

interface Sealed {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

async function seal(sealer: EvidenceSealer, plain: Uint8Array, piece: number): Promise<Sealed> {
  try {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < plain.length; at += piece) {
      // Overwritten afterwards: the bytes belong to the caller again.
      const bytes = plain.slice(at, at + piece);
      pieces.push(...(await sealer.update(bytes)));
      bytes.fill(0xaa);
    }
    const end = await sealer.finish();
    return { bytes: Buffer.concat([...pieces, ...end.pieces]), sha256: encodeHex(end.sha256) };
  } finally {
    sealer.close();
  }
}

function plainOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 9)) % 251);
}

async function* once(plain: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < plain.length; at += 300_000) yield plain.subarray(at, at + 300_000);
}

const mebibyte = 2 ** 20;

describe("the sealing thread", () => {
  it.each([
    0,
    1,
    mebibyte - 1,
    mebibyte,
    mebibyte + 1,
    3 * mebibyte,
    5 * mebibyte + 65_536,
    9 * mebibyte + 7,
  ])("gives for %i bytes what the calling thread gives, byte for byte", async (length) => {
    const plain = plainOf(length);
    const threaded = await seal(sealing()({ passphrase }), plain, 400_000);
    const start = threaded.bytes.slice(0, sealedFileStart);
    const pure = await seal(createEvidenceSealer(primitives, { passphrase, start }), plain, 65_536);
    expect(threaded.sha256).toBe(pure.sha256);
    expect(Buffer.compare(threaded.bytes, pure.bytes)).toBe(0);
    const source = {
      size: threaded.bytes.length,
      read: (at: number, count: number) => threaded.bytes.subarray(at, at + count),
    };
    const opened = openSealedFile(primitives, source, passphrase).read(0, length + 1);
    expect(Buffer.compare(opened, plain)).toBe(0);
  });

  it("goes on under the start of an earlier file, and waits for a thread only where it is worth one", async () => {
    const plain = plainOf(4 * mebibyte);
    const first = await seal(sealing()({ passphrase }), plain, mebibyte);
    const start = first.bytes.slice(0, sealedFileStart);
    for (const roomsBeforeThread of [0, 2, 100]) {
      const again = await seal(sealing({ roomsBeforeThread })({ passphrase, start }), plain, 77_777);
      expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
    }
  });

  it("seals one file after the other, each under its own passphrase, small ones too once it runs", async () => {
    const threaded = sealing({ roomsBeforeThread: 2 });
    for (const [number, length] of [5 * mebibyte, mebibyte + 9, 0, 3 * mebibyte].entries()) {
      const plain = plainOf(length + number);
      const own = createFilePassphrase(primitives.random);
      const sealed = await seal(threaded({ passphrase: own }), plain, 500_000);
      expect(sealed.sha256).toBe(encodeHex(primitives.sha256(plain)));
      const source = {
        size: sealed.bytes.length,
        read: (at: number, count: number) => sealed.bytes.subarray(at, at + count),
      };
      const opened = openSealedFile(primitives, source, own).read(0, plain.length + 1);
      expect(Buffer.compare(opened, plain)).toBe(0);
    }
  });

  it("is left behind with a file that was given up, and another one begins", async () => {
    const threaded = sealing({ roomsBeforeThread: 0 });
    const first = threaded({ passphrase });
    await first.update(plainOf(4 * mebibyte));
    first.close();
    const plain = plainOf(2 * mebibyte);
    const again = await seal(threaded({ passphrase }), plain, mebibyte);
    expect(again.sha256).toBe(encodeHex(primitives.sha256(plain)));
  });

  it("that is not built is done without", () => {
    expect(createWorkerSealing({ worker: new URL("file:///nowhere/seal-worker.mjs") })).toBeUndefined();
  });
});

describe("evidence that is sealed in a thread", () => {
  const failures = {
    "throws at once": "throw new Error('broken')",
    "ends at once": "process.exit(0)",
    "ends in the middle":
      "import { parentPort } from 'node:worker_threads'; let n = 0; parentPort.on('message', ({ room }) => { n += 1; if (n > 2) process.exit(0); parentPort.postMessage({ pieces: [], room, sha256: null }, [room.buffer]); });",
  };

  it.each(Object.entries(failures))("fails when the thread %s, and leaves nothing", async (name, source) => {
    const path = join(folder, `${name.replaceAll(" ", "-")}.mjs`);
    await writeFile(path, source);
    const place = join(folder, `vault of ${name}`);
    const cost = { memoryKib: 8, passes: 1, lanes: 1 };
    await (await createVaultFolder(place, { passphrase: "p", deviceName: "d", cost })).close();
    const vault = await openVault(
      { ...folderPorts(place), createSealer: sealing({ worker: pathToFileURL(path) }) },
      "p",
    );
    await expect(vault.addEvidence(once(plainOf(8 * mebibyte)))).rejects.toMatchObject({
      code: "vault.sealing-failed",
    });
    expect(await vault.orphans([])).toEqual([]);
    // The vault goes on: its log was not concerned.
    await vault.commit([Uint8Array.of(1)]);
    await vault.close();
  });

  it("ends with its signal, and leaves nothing", async () => {
    const place = join(folder, "stopped");
    const cost = { memoryKib: 8, passes: 1, lanes: 1 };
    await (await createVaultFolder(place, { passphrase: "p", deviceName: "d", cost })).close();
    const vault = await openVault({ ...folderPorts(place), createSealer: sealing() }, "p");
    const stop = new AbortController();
    const onProgress = (bytes: number): void => {
      if (bytes > 4 * mebibyte) stop.abort(new Error("stopped"));
    };
    const adding = vault.addEvidence(once(plainOf(8 * mebibyte)), { signal: stop.signal, onProgress });
    await expect(adding).rejects.toThrow("stopped");
    expect(await vault.orphans([])).toEqual([]);
    const info = await vault.addEvidence(once(plainOf(3 * mebibyte)));
    expect(info.sha256).toBe(encodeHex(primitives.sha256(plainOf(3 * mebibyte))));
    await vault.close();
  });
});
