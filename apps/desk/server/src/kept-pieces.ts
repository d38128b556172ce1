// A file that is made piece by piece: kept in memory where it is small enough, and made once more while it is fetched where it
// is not. Whoever makes it answers for the same bytes each time.
import { createHash } from "node:crypto";

/** Bytes that are made while they are read. */
export interface StreamedBytes {
  readonly length: number;
  stream(): AsyncIterable<Uint8Array>;
}

export interface KeptPieces {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer> | StreamedBytes;
}

/** More than this is not held in memory. */
const mostHeld = 32 * 1024 * 1024;

export interface KeepingPieces {
  /** Makes the same bytes once more. */
  readonly again: () => AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  /** Bytes that are held in memory. */
  readonly most?: number;
}

/** Reads `pieces` to their end. Throws what making them throws, and the signal's reason. */
export async function keepPieces(
  pieces: AsyncIterable<Uint8Array>,
  { again, signal, most = mostHeld }: KeepingPieces,
): Promise<KeptPieces> {
  const hash = createHash("sha256");
  let held: Uint8Array[] | null = [];
  let length = 0;
  for await (const piece of pieces) {
    signal.throwIfAborted();
    hash.update(piece);
    length += piece.length;
    if (length > most) held = null;
    held?.push(piece);
  }
  const bytes = held === null ? { length, stream: again } : new Uint8Array(Buffer.concat(held));
  return { sha256: hash.digest("hex"), bytes };
}
