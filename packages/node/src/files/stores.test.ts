import { mkdir, mkdtemp, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeUtf8 } from "@tocsin/core";
import { acceptStores } from "@tocsin/vault/acceptance";
import { openFolderBlobs } from "./blob-store.ts";
import { describe, expect, it } from "vitest";
import { openFolderDevice } from "./device-store.ts";
import { openFolderIndex } from "./index-store.ts";
import { openFolderLog } from "./log-store.ts";

acceptStores("folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-stores-"));
  return { log: openFolderLog(folder), blobs: openFolderBlobs(folder), device: openFolderDevice(folder) };
});

const chain = "0123456789abcdef0123456789abcdef";

describe("the log of a folder", () => {
  it.skipIf(process.platform === "win32")(
    "passes over names that are no segments, and no chains",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "tocsin-stores-"));
      const log = openFolderLog(folder);
      await log.append({ chain, number: 1 }, encodeUtf8("abc"));
      await log.close();
      const place = join(folder, "chains", chain);
      await mkdir(join(place, "000002.seg"));
      await symlink(join(folder, "nothing"), join(place, "000003.seg"));
      await writeFile(join(place, "000000.seg"), "no number of a segment");
      await writeFile(join(folder, "chains", "f".repeat(32)), "no folder");
      expect(await log.chains()).toEqual([chain]);
      expect(await log.segments(chain)).toEqual([{ chain, number: 1, size: 3 }]);
    },
  );
});

describe("the index of a folder", () => {
  it("is read no further than it may be long, and not at all where it is no file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tocsin-stores-"));
    const index = openFolderIndex(folder);
    expect(await index.read()).toBeNull();
    await index.write(encodeUtf8("sealed"));
    expect(await index.read()).toEqual(encodeUtf8("sealed"));
    await truncate(join(folder, "log.index"), 200_000_000);
    expect(await index.read()).toHaveLength(134_217_728);
    const other = await mkdtemp(join(tmpdir(), "tocsin-stores-"));
    await mkdir(join(other, "log.index"));
    expect(await openFolderIndex(other).read()).toBeNull();
  });
});
