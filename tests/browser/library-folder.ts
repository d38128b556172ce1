// A made-up public library in a folder, with a page of every kind: what tests open as a reader would.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { buildLibrary, singleFile, type LibraryItem } from "@tocsin/library";
import { madeUpHead, madeUpItem, madeUpTables } from "../../packages/library/src/made-up-library.fake.ts";

const usual = 120;

/** One path for each kind of page, below the folder of a language. */
export const kindsOfPages: readonly string[] = [
  "index.html",
  "all.html",
  "all/2.html",
  "country.html",
  "map.html",
  "commitment.html",
  "year.html",
  "theme/slapp.html",
  "theme/slapp/country.html",
  "country/UG/theme/slapp.html",
  "resolution.html",
  "timeline.html",
  "numbers.html",
  "numbers/acts-by-quarter.html",
  "words.html",
  "words/45.html",
  "search.html",
  "items/example-3.html",
  "items/long.html",
  "items/long/2.html",
  "items/long/details.html",
  "items/long.fr.html",
  "items/withdrawn.html",
  "items/unnamed.html",
];

function specialItems(): readonly LibraryItem[] {
  const base = { ...madeUpItem(1, 1), related: [] };
  const edition = (lang: string, isOriginal: boolean, title: string) => ({
    lang,
    isOriginal,
    translatedBy: isOriginal ? null : ("machine" as const),
    title,
    excerpt: "",
    body: "Example account of what happened at the river.\n\n".repeat(isOriginal ? 900 : 2),
  });
  const long: LibraryItem = {
    ...base,
    slug: "long",
    editions: [edition("en", true, "Example account"), edition("fr", false, "Récit d’exemple")],
    authors: Array.from({ length: 40 }, (_, at) => `Example Person ${at + 1}`),
    facets: { country: ["UG"], theme: ["slapp"], commitment: ["C-SLAPP-1"] },
    copy: { sha256: "0".repeat(64), bytes: 48_000, mediaType: "application/pdf", file: "copy.pdf" },
    pictures: [
      {
        file: "square.png",
        bytes: 48_000,
        width: 640,
        height: 480,
        alt: [{ text: "A square", lang: "en" }],
      },
    ],
    corrections: [
      { when: "2026-10-01T00:00:00.000Z", text: { text: "The date was put right.", lang: "en" } },
    ],
  };
  const withdrawn: LibraryItem = {
    ...base,
    slug: "withdrawn",
    editions: [edition("en", true, "Example of what was withdrawn")],
    withdrawn: {
      when: "2026-10-01T00:00:00.000Z",
      reason: { text: "The source asked for it.", lang: "en" },
    },
  };
  return [
    long,
    withdrawn,
    { ...base, slug: "unnamed", editions: [edition("", true, "Example without a language")] },
  ];
}

async function* items(): AsyncGenerator<LibraryItem> {
  for (let number = 0; number < usual; number += 1) {
    const item = madeUpItem(number, usual);
    const theme = number % 3 === 0 ? [...new Set([...item.facets.theme, "slapp"])] : item.facets.theme;
    yield { ...item, facets: { ...item.facets, theme } };
  }
  yield* specialItems();
}

/** Pages, and the library as a single file, `single.html`. */
export async function writeLibrary(folder: string, locales: readonly string[]): Promise<void> {
  const translators = new Map(
    await Promise.all(
      locales.map(
        async (locale) => [locale, createTranslator(locale, await loadCatalogues(locale))] as const,
      ),
    ),
  );
  const input = {
    head: madeUpHead(locales),
    items: { [Symbol.asyncIterator]: items },
    tables: madeUpTables(),
  };
  const onProblem = ({ code, where }: { readonly code: string; readonly where: string }): void => {
    if (code !== "no-language") throw new Error(`${code} ${where}`);
  };
  const write = async (name: string, bytes: Uint8Array | string): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  };
  const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
  for await (const file of buildLibrary(input, { translators, sha256, onProblem }))
    if ("bytes" in file) await write(file.path, file.bytes);
  let single = "";
  for await (const piece of singleFile(input, { translators, onProblem })) single += piece;
  await write("single.html", single);
  await write("files/copy.pdf", "%PDF-1.4 made up");
}
