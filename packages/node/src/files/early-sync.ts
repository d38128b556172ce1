// Has the disk write a file while more of it is being made, so that little is left to wait for at its end.
import type { FileHandle } from "node:fs/promises";

/** Bytes behind which the disk is asked to begin. */
const syncEvery = 8_388_608;

export interface EarlySync {
  written(bytes: number): void;
  /** Throws what an early sync threw: a later one may succeed and still have lost bytes. */
  end(): Promise<void>;
  /** Resolves when none is under way any more, however it ended. */
  settled(): Promise<void>;
}

export function createEarlySync(handle: Pick<FileHandle, "datasync">): EarlySync {
  let syncing: Promise<void> | null = null;
  let failure: { readonly cause: unknown } | null = null;
  let unsynced = 0;
  return {
    written(bytes) {
      unsynced += bytes;
      if (unsynced < syncEvery || syncing !== null) return;
      unsynced = 0;
      syncing = handle.datasync().then(
        () => void (syncing = null),
        (cause: unknown) => {
          syncing = null;
          failure ??= { cause };
        },
      );
    },
    async end() {
      await syncing;
      if (failure !== null) throw failure.cause;
    },
    async settled() {
      await syncing;
    },
  };
}
