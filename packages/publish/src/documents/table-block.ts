// A table of released values in the words of one language.
import { dateWords } from "../date-words.ts";
import { termWords } from "../words.ts";
import type { Composer } from "./composer.ts";
import type { FilledCell, FilledTable } from "./document-input.ts";
import type { DocumentTable, DocumentText } from "./model.ts";

export function tableBlock({ name, columns, rows }: FilledTable, composer: Composer): DocumentTable {
  return {
    kind: "table",
    name,
    caption: composer.say(`documents.table.${name}`),
    columns: columns.map((column) =>
      typeof column === "string" ? composer.say(`documents.column.${column}`) : cellText(column, composer),
    ),
    rows: rows.map((row) => columns.map((_, at) => cellText(row[at] ?? null, composer))),
  };
}

function cellText(cell: FilledCell, composer: Composer): DocumentText {
  const { translator } = composer;
  if (cell === null) return composer.words("");
  if (typeof cell === "number") return composer.words(new Intl.NumberFormat(translator.locale).format(cell));
  switch (cell.kind) {
    case "key":
      return composer.say(cell.key, struckValues(cell.values ?? {}, composer));
    case "term":
      return composer.words(termWords(cell.key, cell.code, translator));
    case "date":
      return composer.words(dateWords(cell.edtf, translator));
    case "code":
      return composer.code(cell.text);
    case "text":
      return composer.people(cell.text);
  }
}

function struckValues(values: Readonly<Record<string, string | number>>, composer: Composer) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? composer.struck(value) : value,
    ]),
  );
}
