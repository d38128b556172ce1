// The tables of a document as CSV: each under its caption, with an empty line between two.
import { csvLines } from "../csv.ts";
import type { DocumentModel, DocumentTable } from "./model.ts";

/** Null where it has no table. Cells that a spreadsheet would run as a formula are made inert. */
export function documentToCsv(document: DocumentModel): string | null {
  const tables = tablesOf(document);
  if (tables.length === 0) return null;
  return tables
    .map(({ caption, columns, rows }) =>
      csvLines([
        [caption.text],
        columns.map(({ text }) => text),
        ...rows.map((row) => row.map(({ text }) => text)),
      ]),
    )
    .join("\r\n");
}

export function tablesOf({ parts }: DocumentModel): readonly DocumentTable[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block] : [])));
}
