// What the pages of a public library weigh, for `npm run sizes`: a made-up one of 400 items in every language that is whole.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { createTranslator, loadCatalogues, wholeLocales } from "@tocsin/language";
import { buildLibrary, checkBudgets, libraryBudgets, type MeasuredFile } from "@tocsin/library";
import { madeUpHead, madeUpItems, madeUpTables } from "../packages/library/src/made-up-library.fake.ts";

const items = 400;
const gzipSize = (bytes: Uint8Array): number => gzipSync(bytes).length;

interface Figure {
  readonly name: string;
  readonly bytes: number;
  readonly limit: number;
  readonly met: boolean;
}

/** The heaviest of each sort, and any file that is over its budget. */
export async function measureLibrary(): Promise<readonly Figure[]> {
  const translators = new Map(
    await Promise.all(
      wholeLocales.map(
        async (locale) => [locale, createTranslator(locale, await loadCatalogues(locale))] as const,
      ),
    ),
  );
  const files: MeasuredFile[] = [];
  const input = { head: madeUpHead(wholeLocales), items: madeUpItems(items), tables: madeUpTables() };
  for await (const file of buildLibrary(input, {
    translators,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    onProblem: () => undefined,
  })) {
    if ("bytes" in file) files.push(file);
  }
  const over = checkBudgets(files, gzipSize).map(({ path, bytes, limit }) => figure(path, bytes, limit));
  const heaviest = (name: string, pattern: RegExp, limit: number): Figure =>
    figure(
      name,
      Math.max(...files.filter(({ path }) => pattern.test(path)).map(({ bytes }) => gzipSize(bytes))),
      limit,
    );
  return [
    heaviest("start page, gzip", /^(?:[^/]+\/)?index\.html$/, libraryBudgets.first),
    heaviest("heaviest page, gzip", /\.html$/, libraryBudgets.page),
    heaviest("script of the search, gzip", /^search\.js$/, libraryBudgets.script),
    ...over,
  ];
}

function figure(name: string, bytes: number, limit: number): Figure {
  return { name: `public library, ${name}`, bytes, limit, met: bytes <= limit };
}
