import { spawn } from "node:child_process";
import { createReadStream, statSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeUtf8, parseUtf8 } from "@tocsin/core";
import { exportOpen, importOpen, type OpenOperation, type Vault } from "@tocsin/vault";
import { describe, expect, it } from "vitest";
import { exportFromFolder, exportToFolder } from "./export-folder.ts";
import { createVaultFolder, openVaultFolder } from "./folder.ts";

const passphrase = "a long sentence that nobody guesses";
const cost = { memoryKib: 8, passes: 1, lanes: 1 };

function createFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "tocsin-vault-"));
}

async function filesUnder(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const)));
}

async function payloadsOf(vault: Vault): Promise<readonly string[]> {
  const open: OpenOperation[] = [];
  for await (const operation of vault.allOperations()) if (operation.state === "open") open.push(operation);
  return open.map(({ payload }) => parseUtf8(payload));
}

async function codeOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
  return "nothing thrown";
}

/** Runs `script` in another process; resolves with its first line of output, and leaves it running. */
async function startProcess(script: string): Promise<{ readonly line: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data) => resolve(String(data))),
  );
  return {
    line,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

const waitForever = "setInterval(() => {}, 1000); console.log('ready');";

describe("a vault in a folder", () => {
  it("keeps operations and evidence, over segments of 16 MiB and openings", async () => {
    const folder = await createFolder();
    const first = await createVaultFolder(folder, { passphrase, deviceName: "laptop", cost });
    const large = Array.from({ length: 280 }, (_, index) => `${index}`.padEnd(65_000, "x"));
    await first.vault.commit(large.map(encodeUtf8));
    await first.vault.commit([encodeUtf8("the end")]);
    await first.close();

    const second = await openVaultFolder(folder, passphrase);
    expect(second.vault.problems()).toEqual([]);
    expect(await payloadsOf(second.vault)).toEqual([...large, "the end"]);
    const segments = await readdir(join(folder, "chains", second.vault.device.chain));
    expect(segments.sort()).toEqual(["000001.seg", "000002.seg"]);
    await second.close();
    await rm(folder, { recursive: true });
  });

  it("has no readable word in any byte of any file", async () => {
    const folder = await createFolder();
    const marker = "Marker-7f3a-of-a-witness";
    const { vault, close } = await createVaultFolder(folder, {
      passphrase,
      deviceName: `${marker} laptop`,
      cost,
    });
    await vault.commit([encodeUtf8(`{"name":"${marker}"}`), encodeUtf8(marker.repeat(500))]);
    const source = (async function* () {
      yield encodeUtf8(marker.repeat(9000));
    })();
    const { passphrase: sealed } = await vault.addEvidence(source);
    await vault.commit([encodeUtf8(sealed)]);
    const projection = Buffer.from(vault.projectionKey().expose());
    const files = await filesUnder(folder);
    await close();
    expect(files.size).toBe(4);
    const reversed = Array.from(marker).reverse().join("");
    const forms = [
      marker,
      marker.toUpperCase(),
      reversed,
      sealed,
      passphrase,
      projection.toString("base64url"),
    ];
    const encodings = forms.flatMap((form) => [
      Buffer.from(form),
      Buffer.from(form, "utf16le"),
      Buffer.from(Buffer.from(form).toString("hex")),
      Buffer.from(Buffer.from(form).toString("base64url").slice(0, -2)),
    ]);
    for (const [path, bytes] of files)
      for (const form of [...encodings, projection]) expect(bytes.includes(form), `${path}`).toBe(false);
    await rm(folder, { recursive: true });
  });

  it.skipIf(process.platform === "win32")("can be read by its owner only", async () => {
    const folder = await createFolder();
    const { close } = await createVaultFolder(join(folder, "new"), { passphrase, deviceName: "d", cost });
    await close();
    const modes = [...(await filesUnder(folder)).keys()].map((path) => statSync(path).mode & 0o077);
    expect(modes).toEqual([0, 0, 0]);
    await rm(folder, { recursive: true });
  });

  it("goes out in the open form and into another vault, byte for byte", async () => {
    const folder = await createFolder();
    const a = await createVaultFolder(join(folder, "a"), { passphrase, deviceName: "a", cost });
    await a.vault.commit([encodeUtf8('{"title":"one"}'), encodeUtf8("not json")]);
    await a.vault.addEvidence(createReadStream(process.execPath, { end: 3_000_000 }));
    await exportOpen(a.vault, exportToFolder(join(folder, "out-a")), { ports: a.ports });
    const b = await createVaultFolder(join(folder, "b"), { passphrase, deviceName: "b", cost });
    await importOpen(b.vault, exportFromFolder(join(folder, "out-a")), { ports: b.ports });
    await exportOpen(b.vault, exportToFolder(join(folder, "out-b")), { ports: b.ports });
    const contents = async (name: string): Promise<readonly (readonly [string, string])[]> =>
      [...(await filesUnder(join(folder, name)))].map(
        ([path, bytes]) => [path.slice(join(folder, name).length), bytes.toString("base64")] as const,
      );
    expect(await contents("out-b")).toEqual(await contents("out-a"));
    expect(await contents("out-a")).toHaveLength(3);
    await a.close();
    await b.close();
    await rm(folder, { recursive: true });
  });
});

describe("one process at a time", () => {
  it("refuses a second opener, in the same process too, until the first has closed", async () => {
    const folder = await createFolder();
    const first = await createVaultFolder(folder, { passphrase, deviceName: "d", cost });
    await expect(openVaultFolder(folder, passphrase)).rejects.toThrow(
      expect.objectContaining({ code: "vault.in-use", details: { pid: process.pid } }),
    );
    await first.close();
    expect(await codeOf(() => openVaultFolder(folder, "wrong"))).toBe("vault.wrong-passphrase");
    await (await openVaultFolder(folder, passphrase)).close();
    expect(await readdir(folder)).toEqual(["chains", "device.json", "log.index"]);
    await rm(folder, { recursive: true });
  });

  it("refuses while the process of the lock lives, and takes over when it was killed", async () => {
    const folder = await createFolder();
    await (await createVaultFolder(folder, { passphrase, deviceName: "d", cost })).close();
    const lock = join(folder, "vault.lock");
    const script = `import { writeFileSync } from "node:fs";
      writeFileSync(${JSON.stringify(lock)}, JSON.stringify({ pid: process.pid, started: "" })); ${waitForever}`;
    const other = await startProcess(script);
    expect(await codeOf(() => openVaultFolder(folder, passphrase))).toBe("vault.in-use");
    await other.kill();
    await (await openVaultFolder(folder, passphrase)).close();
    await rm(folder, { recursive: true });
  });

  it("recognises a lock whose process number went to another process, and one that is torn", async () => {
    const folder = await createFolder();
    await (await createVaultFolder(folder, { passphrase, deviceName: "d", cost })).close();
    const stale = ["", "{", JSON.stringify({ pid: process.pid, started: "another start" })];
    for (const text of process.platform === "linux" ? stale : stale.slice(0, 2)) {
      await writeFile(join(folder, "vault.lock"), text);
      const { vault, close } = await openVaultFolder(folder, passphrase);
      expect(vault.counts().commits).toBe(1);
      await close();
    }
    await rm(folder, { recursive: true });
  });
});
