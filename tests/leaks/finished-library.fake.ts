// A library as the files that leave: in a ZIP, with their names, and as one page.
import { concatBytes } from "@tocsin/core";
import { writeArchive } from "@tocsin/formats";
import type { Translator } from "@tocsin/language";
import { singleFile, type LibraryInput, type LibraryItem, type LibraryTable } from "@tocsin/library";
import { libraryFiles } from "@tocsin/node";
import type { Workspace } from "@tocsin/workspace";
import type { Piece } from "../../packages/workspace/src/protection/everything.fake.ts";
import { archiveFiles } from "./read-finished.fake.ts";

export async function libraryPieces(
  { vault }: Workspace,
  input: LibraryInput,
  translators: ReadonlyMap<string, Translator>,
): Promise<readonly Piece[]> {
  const build = { input, translators, vault, program: "tocsin test" };
  const packed: Uint8Array[] = [];
  for await (const piece of writeArchive(libraryFiles(build))) packed.push(piece);
  const zip = concatBytes(...packed);
  let page = "";
  for await (const part of singleFile(input, { translators, onProblem: () => undefined })) page += part;
  const piece = (way: string, text: string): Piece => ({ way: `library ${way}`, audience: "public", text });
  return [
    ...archiveFiles(zip).flatMap(({ path, text }) => [piece(path, text), piece(`name ${path}`, path)]),
    piece("zip", Buffer.from(zip).toString("latin1")),
    piece("page", page),
  ];
}

/** The word in every text of every item, in an address, in the names of files, and in a table. */
export function withPlanted(input: LibraryInput, word: string): LibraryInput {
  const named = word.toLowerCase().replaceAll(" ", "-");
  const told = { text: word, lang: "en" };
  const planted = (item: LibraryItem, at: number): LibraryItem => ({
    ...item,
    slug: `${item.slug}-${named}`,
    editions: item.editions.map((each) => ({
      ...each,
      title: `${each.title} ${word} ${at}`,
      excerpt: `${each.excerpt} ${word}`,
      body: `${each.body} ${word}`,
    })),
    authors: [word],
    source: told,
    dated: "2025",
    withdrawn: null,
    corrections: [{ when: "2026-01-01T00:00:00Z", text: told }],
  });
  const table: LibraryTable = {
    slug: "planted",
    title: [told],
    notes: [[told]],
    rows: "country",
    columns: "commitment",
    rowCodes: ["UG"],
    columnCodes: ["planted"],
    cells: [[7]],
    source: word,
  };
  const { items } = input;
  return {
    ...input,
    items: {
      async *[Symbol.asyncIterator]() {
        let at = 0;
        for await (const item of items) yield planted(item, (at += 1));
      },
    },
    tables: [...input.tables, table],
    labels: { ...input.labels, commitment: { ...input.labels?.commitment, planted: [told] } },
  };
}
