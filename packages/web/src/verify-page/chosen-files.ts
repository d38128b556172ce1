// The folder that somebody chose, as a bundle: files are read in pieces, and nothing of them is kept.
import type { BundleSource } from "@tocsin/vault";

const pieceLength = 1_048_576;

/** A chosen folder names its files with its own name in front. */
export function chosenBundle(files: readonly File[]): BundleSource {
  const byPath = new Map(files.map((file) => [pathOf(file), file]));
  return {
    list: async () => [...byPath].map(([path, { size }]) => ({ path, size })),
    async *open(path) {
      const file = byPath.get(path);
      for (let at = 0; file !== undefined && at < file.size; at += pieceLength)
        yield new Uint8Array(await file.slice(at, at + pieceLength).arrayBuffer());
    },
  };
}

function pathOf({ webkitRelativePath, name }: File): string {
  const path = webkitRelativePath === "" ? name : webkitRelativePath;
  return path.slice(path.indexOf("/") + 1);
}
