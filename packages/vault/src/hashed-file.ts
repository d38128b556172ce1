// One file that leaves: hashed as it is written, and taken away again where that breaks off.
import { encodeHex } from "@tocsin/core";
import type { Primitives } from "@tocsin/crypto";
import type { ExportSink } from "./ports.ts";

export interface WrittenFile {
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly size: number;
}

export interface FileToWrite {
  readonly primitives: Pick<Primitives, "createSha256">;
  readonly sink: ExportSink;
  readonly path: string;
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Bytes of the piece that was just written. */
  readonly onPiece?: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export async function writeHashed(input: FileToWrite): Promise<WrittenFile> {
  const { path, pieces, signal } = input;
  const hash = input.primitives.createSha256();
  const file = await input.sink.create(path);
  let size = 0;
  try {
    for await (const bytes of pieces) {
      signal?.throwIfAborted();
      hash.update(bytes);
      size += bytes.length;
      await file.write(bytes);
      input.onPiece?.(bytes.length);
    }
    await file.finish();
  } catch (cause) {
    await file.discard();
    throw cause;
  }
  return { path, sha256: encodeHex(hash.digest()), size };
}
