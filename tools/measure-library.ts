// What the pages of a public library weigh, for `npm run sizes`: a made-up one of 400 items in every language that is whole.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { createTranslator, loadCatalogues, wholeLocales } from "@tocsin/language";
import { buildLibrary, checkBudgets, libraryBudgets, type MeasuredFile } from "@tocsin/library";
import { madeUpHead, madeUpItems, madeUpTables } from "../packages/library/src/made-up-library.fake.ts";

const usualItems = 400;
const gzipSize = (bytes: Uint8Array): number => gzipSync(bytes).length;

interface Figure {
  readonly name: string;
  readonly bytes: number;
  readonly limit: number;
  readonly met: boolean;
}

/** The heaviest of each sort, and any file that is over its budget. `planted`: files that are measured with the library's. */
export async function measureLibrary(
  items: number = usualItems,
  planted: readonly MeasuredFile[] = [],
): Promise<readonly Figure[]> {
  const translators = new Map(
    await Promise.all(
      wholeLocales.map(
        async (locale) => [locale, createTranslator(locale, await loadCatalogues(locale))] as const,
      ),
    ),
  );
  const files: MeasuredFile[] = [...planted];
  const input = { head: madeUpHead(wholeLocales), items: madeUpItems(items), tables: madeUpTables() };
  for await (const file of buildLibrary(input, {
    translators,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    onProblem: () => undefined,
  })) {
    if ("bytes" in file) files.push(file);
  }
  const over = overIn(files);
  const heaviest = (name: string, pattern: RegExp, { limit, sizeOf }: Measure): Figure =>
    figure(
      name,
      Math.max(...files.filter(({ path }) => pattern.test(path)).map(({ bytes }) => sizeOf(bytes))),
      limit,
    );
  const { first, page, script } = libraryBudgets;
  const plain = (bytes: Uint8Array): number => bytes.length;
  return [
    heaviest("start page, gzip", /^(?:[^/]+\/)?index\.html$/, { limit: first, sizeOf: gzipSize }),
    heaviest("heaviest page, gzip", /\.html$/, { limit: first, sizeOf: gzipSize }),
    heaviest("heaviest page, not compressed", /\.html$/, { limit: page, sizeOf: plain }),
    heaviest("heaviest piece of the search, not compressed", /^search\/|\/found\//, {
      limit: page,
      sizeOf: plain,
    }),
    heaviest("script of the search, gzip", /^search\.js$/, { limit: script, sizeOf: gzipSize }),
    ...over,
  ];
}

/** Of a library that was built: its heaviest page, and each file that is over its budget. */
export async function measureFolder(folder: string): Promise<readonly Figure[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const figures: Figure[] = [];
  let heaviest = 0;
  for (const entry of entries.filter((each) => each.isFile())) {
    const place = join(entry.parentPath, entry.name);
    const path = relative(folder, place).split(sep).join("/");
    const bytes = await readFile(place);
    if (path.endsWith(".html")) heaviest = Math.max(heaviest, bytes.length);
    figures.push(...overIn([{ path, bytes }]));
  }
  if (heaviest === 0) throw new Error("Cannot measure the library: its folder has no page");
  const { page } = libraryBudgets;
  return [figure("heaviest page, not compressed", heaviest, page), ...figures];
}

function overIn(files: readonly MeasuredFile[]): readonly Figure[] {
  return checkBudgets(files, gzipSize).map(({ path, bytes, limit, isCompressed }) =>
    figure(isCompressed ? `${path}, gzip` : path, bytes, limit),
  );
}

interface Measure {
  readonly limit: number;
  readonly sizeOf: (bytes: Uint8Array) => number;
}

function figure(name: string, bytes: number, limit: number): Figure {
  return { name: `public library, ${name}`, bytes, limit, met: bytes <= limit };
}
