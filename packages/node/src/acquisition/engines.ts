// The SQLite engine that an acquisition opens its databases with.
import { PhoneError } from "@tocsin/phone";
import { createSqliteLoader } from "../sqlite/engine.ts";
import type { EvidenceEngine } from "../sqlite/evidence-database.ts";
import { registerEvidenceVfs } from "../sqlite/evidence-vfs.ts";

export interface Engines {
  readonly ready: () => Promise<void>;
  readonly current: () => EvidenceEngine;
}

/** One engine at a time; another only after a file has broken it. */
export function createEngines(): Engines {
  const load = createSqliteLoader();
  let engine: EvidenceEngine | undefined;
  return {
    async ready() {
      if (engine === undefined || engine.failed) engine = await createEngine(load);
    },
    current() {
      if (engine === undefined || engine.failed)
        throw new PhoneError("phone.engine-failed", "Cannot open database: no engine runs; wait for ready()");
      return engine;
    },
  };
}

async function createEngine(load: ReturnType<typeof createSqliteLoader>): Promise<EvidenceEngine> {
  const sqlite = await load();
  return { sqlite, vfs: registerEvidenceVfs(sqlite), failed: false };
}
