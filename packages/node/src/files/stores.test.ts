import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptStores } from "@tocsin/vault/acceptance";
import { openFolderBlobs } from "./blob-store.ts";
import { openFolderDevice } from "./device-store.ts";
import { openFolderLog } from "./log-store.ts";

acceptStores("folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-stores-"));
  return { log: openFolderLog(folder), blobs: openFolderBlobs(folder), device: openFolderDevice(folder) };
});
