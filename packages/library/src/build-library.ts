// The door: a library goes in as plain data, its files come out one after the other.
import type { Translator } from "@tocsin/language";
import type { LibraryFile, LibraryProblem, PriorBuild } from "./library-file.ts";
import type { LibraryInput } from "./library-input.ts";
import { LibraryError } from "./errors.ts";

export interface BuildOptions {
  /** One for each language of the interface; better without isolates (`isolate: false`): the pages have `bdi`. */
  readonly translators: ReadonlyMap<string, Translator>;
  /** Lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** An earlier build: what did not change since comes as `unchanged`. */
  readonly before?: PriorBuild | null;
  /** Name and version of the program: another one makes everything anew. */
  readonly program?: string;
  /** Bytes after gzip: where it is given, pages that are too heavy are told. */
  readonly gzipSize?: (bytes: Uint8Array) => number;
  readonly onProblem: (problem: LibraryProblem) => void;
  readonly signal?: AbortSignal;
}

/** Every file of the site, in bounded memory. The same input gives the same bytes. */
export async function* buildLibrary(input: LibraryInput, options: BuildOptions): AsyncGenerator<LibraryFile> {
  const { head } = input;
  if (head.locales.length === 0)
    throw new LibraryError("library.head", "Cannot build library: it names no language");
  for await (const item of input.items) {
    options.signal?.throwIfAborted();
    const bytes = new TextEncoder().encode(item.slug);
    yield { path: `items/${item.slug}.txt`, madeFrom: options.sha256(bytes), bytes };
  }
}
