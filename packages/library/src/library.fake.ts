// Builds a library in memory, for tests.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { buildLibrary } from "./build-library.ts";
import type { LibraryProblem, PriorBuild } from "./library-file.ts";
import type { LibraryInput, LibraryItem } from "./library-input.ts";
import { madeUpHead, madeUpItem, madeUpItems, madeUpTables } from "./made-up-library.fake.ts";

export interface BuiltLibrary {
  /** Text of each file that was written. */
  readonly files: ReadonlyMap<string, string>;
  readonly unchanged: readonly string[];
  readonly madeFrom: ReadonlyMap<string, string>;
  readonly problems: readonly LibraryProblem[];
}

export function libraryOf(
  items: readonly LibraryItem[],
  changes: Partial<LibraryInput> = {},
  locales: readonly string[] = ["en", "ar", "fr"],
): LibraryInput {
  return {
    head: madeUpHead(locales),
    items: {
      async *[Symbol.asyncIterator]() {
        yield* items;
      },
    },
    tables: madeUpTables(),
    ...changes,
  };
}

export function madeUpLibrary(count: number, locales: readonly string[] = ["en", "ar", "fr"]): LibraryInput {
  return { head: madeUpHead(locales), items: madeUpItems(count), tables: madeUpTables() };
}

/** One item, everything about it as usual but for `changes`. */
export function itemWith(changes: Partial<LibraryItem>): LibraryItem {
  return { ...madeUpItem(1, 1), related: [], ...changes };
}

export function editionWith(lang: string, changes: Partial<LibraryItem["editions"][number]> = {}) {
  return {
    lang,
    isOriginal: true,
    translatedBy: null,
    title: `Title in ${lang}`,
    excerpt: "",
    body: "",
    ...changes,
  };
}

export async function build(input: LibraryInput, before: PriorBuild | null = null): Promise<BuiltLibrary> {
  const files = new Map<string, string>();
  const madeFrom = new Map<string, string>();
  const unchanged: string[] = [];
  const problems: LibraryProblem[] = [];
  const translators = new Map(
    await Promise.all(
      input.head.locales.map(
        async (locale) => [locale, createTranslator(locale, await loadCatalogues(locale))] as const,
      ),
    ),
  );
  for await (const file of buildLibrary(input, {
    translators,
    before,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    gzipSize: (bytes) => gzipSync(bytes).length,
    onProblem: (problem) => problems.push(problem),
  })) {
    if (madeFrom.has(file.path)) throw new Error(`A file stands twice: ${file.path}`);
    madeFrom.set(file.path, file.madeFrom);
    if ("bytes" in file)
      files.set(file.path, new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes));
    else unchanged.push(file.path);
  }
  return { files, unchanged, madeFrom, problems };
}

/** The page, which must be there. */
export function fileOf({ files }: BuiltLibrary, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`There is no ${path}; there are ${files.size} files`);
  return text;
}
