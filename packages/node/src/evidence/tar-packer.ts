// Packs files into a tar archive as they come, and keeps where the content of each begins, so that single files can be
// read later from the sealed archive without unpacking it.
import { createHash } from "node:crypto";
import tar from "tar-stream";
import { FilesError } from "./errors.ts";

export interface PackedFile {
  /** Path inside the folder, with forward slashes. */
  readonly path: string;
  /** Where its content begins in the archive, and how long it is; bytes. */
  readonly offset: number;
  readonly size: number;
  /** Of its content, lower-case hexadecimal. */
  readonly sha256: string;
}

export interface FileToPack {
  readonly path: string;
  readonly size: number;
  /** Last change, where it is known. */
  readonly changed?: Date;
  readonly content: AsyncIterable<Uint8Array>;
}

export interface TarPacker {
  /** The archive's bytes of one file. Throws `files.changed` when the content is not as long as was said. */
  pack(file: FileToPack): AsyncGenerator<Uint8Array, PackedFile>;
  /** The archive's end. */
  finish(): AsyncGenerator<Uint8Array>;
}

export function createTarPacker(): TarPacker {
  const archive = tar.pack();
  let written = 0;

  async function* drain(): AsyncGenerator<Uint8Array> {
    await tick();
    for (let chunk: unknown = archive.read(); chunk instanceof Uint8Array; chunk = archive.read()) {
      written += chunk.length;
      yield chunk;
    }
  }

  return {
    async *pack({ path, size, changed, content }) {
      const entry = archive.entry({ name: path, size, mode: 0o600, mtime: changed ?? new Date(0) });
      // A fresh stream takes more than one turn to give its first header.
      for (const before = written; written === before;) yield* drain();
      const offset = written;
      const hash = createHash("sha256");
      let given = 0;
      for await (const chunk of content) {
        given += chunk.length;
        if (given > size) break;
        hash.update(chunk);
        entry.write(chunk);
        yield* drain();
      }
      if (given !== size)
        throw new FilesError("files.changed", "Cannot take evidence: a file in it changed while it was read");
      entry.end(null);
      yield* drain();
      return { path, offset, size, sha256: hash.digest("hex") };
    },
    async *finish() {
      archive.finalize();
      yield* drain();
    },
  };
}

function tick(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
