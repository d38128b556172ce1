// The first look at what comes in, taken while the bytes go by: nothing is read twice, and nothing is opened.
import { createLooker, type FirstLook } from "@tocsin/formats";
import type { SourceLook } from "@tocsin/workspace";
import type { FileToPack } from "./tar-packer.ts";

export interface Looking {
  /** The same bytes, looked at as they pass. */
  through(path: string, content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Of the one file. */
  single(): SourceLook;
  /** Of all files of a folder together: the first bytes of an archive that we made say nothing. */
  folder(): SourceLook;
}

/** As many paths as a record names. */
const namedFiles = 20;

export function createLooking(): Looking {
  let last: FirstLook = { looksLike: null, signs: [] };
  const signs = new Set<string>();
  const signedFiles: string[] = [];
  return {
    async *through(path, content) {
      const looker = createLooker(path);
      for await (const piece of content) {
        looker.take(piece);
        yield piece;
      }
      last = looker.look();
      for (const sign of last.signs) signs.add(sign);
      if (last.signs.length > 0 && signedFiles.length < namedFiles) signedFiles.push(path);
    },
    single: () => ({ ...last, signedFiles: [] }),
    folder: () => ({ looksLike: null, signs: [...signs], signedFiles }),
  };
}

export function lookedThrough(file: FileToPack, looking: Looking): FileToPack {
  return { ...file, content: looking.through(file.path, file.content) };
}
