// How sealed bytes get into their file: one write ahead, and behind what an earlier process wrote.
import type { Primitives, RangeReader } from "@tocsin/crypto";
import { VaultError } from "./errors.ts";
import type { BlobWriter } from "./ports.ts";

/** Takes sealed bytes in order. */
export interface SealedWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** After the last bytes. */
  checkEnd?(): void;
}

export interface WriteLine {
  write(pieces: readonly Uint8Array[]): Promise<void>;
  /** Throws what the last write threw. */
  end(): Promise<void>;
  /** Resolves when nothing is being written any more, however it ended. */
  settled(): Promise<void>;
}

/** One write is under way while the next piece is hashed and sealed. */
export function createWriteLine(file: SealedWriter): WriteLine {
  let writing = Promise.resolve();
  return {
    async write(pieces) {
      for (const piece of pieces) {
        await writing;
        writing = file.write(piece);
        // A failure shows at the next await; until then it must not count as unhandled.
        writing.catch(() => {});
      }
    },
    async end() {
      await writing;
      file.checkEnd?.();
    },
    settled: () => writing.catch(() => {}),
  };
}

/**
 * Holds sealed bytes against those that are there, and writes only what lies behind them. The same plain bytes under the
 * same key give the same sealed bytes; other ones never get into the file, so that a key seals each chunk once.
 */
export function createWriteBehind(
  primitives: Pick<Primitives, "isEqual">,
  written: RangeReader,
  writer: Pick<BlobWriter, "write">,
): SealedWriter {
  let at = 0;
  return {
    async write(bytes) {
      const known = Math.min(bytes.length, Math.max(0, written.size - at));
      if (!primitives.isEqual(written.read(at, known), bytes.subarray(0, known))) throw sourceChanged(at);
      at += bytes.length;
      if (known < bytes.length) await writer.write(bytes.subarray(known));
    },
    checkEnd() {
      if (at < written.size) throw sourceChanged(at);
    },
  };
}

function sourceChanged(offset: number): VaultError {
  const state = `from about byte ${offset} on it is not what was sealed before`;
  return new VaultError("vault.source-changed", `Cannot go on with evidence: ${state}`, {
    details: { offset },
  });
}
