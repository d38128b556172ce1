// What a build hands out, takes in and complains of.

export type LibraryFile = WrittenFile | UnchangedFile;

interface FileName {
  /** Relative to the root of the library, with "/". */
  readonly path: string;
  /** Digest of everything that the file was made from: kept for the next build (`PriorBuild`). */
  readonly madeFrom: string;
}

export interface WrittenFile extends FileName {
  readonly bytes: Uint8Array;
}

/** It would come out as it did the last time; it was not made anew. */
export interface UnchangedFile extends FileName {
  readonly unchanged: true;
}

/** `madeFrom` of each file of an earlier build, by path. A path that the new build does not name is to be removed. */
export interface PriorBuild {
  readonly files: ReadonlyMap<string, string>;
}

export const libraryProblemCodes = [
  "bad-slug",
  "slug-twice",
  "no-edition",
  "no-language",
  "no-title",
  "cut",
  "bad-address",
  "bad-picture",
  "bad-copy",
  "bad-code",
  "bad-date",
  "bad-table",
  "hidden-characters",
  "no-related",
  "over-budget",
] as const;

/** Something was left out, cut or made harmless, or a page is too heavy. The build goes on. Catalogue: `library.problem.<code>`. */
export interface LibraryProblem {
  readonly code: (typeof libraryProblemCodes)[number];
  /** Slug of the item or table, or path of the file. */
  readonly where: string;
  /** A field, a code, a number of bytes; null where nothing more is to be said. Never a text of the item. */
  readonly detail: string | null;
}
