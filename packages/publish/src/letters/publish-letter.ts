// All editions of a frozen letter: one document for each addressee, and the list itself, which is what anybody checks.
import { encodeUtf8 } from "@tocsin/core";
import { inertCell, listFileBytes } from "@tocsin/letters";
import { csvLines } from "../csv.ts";
import { documentToCsv } from "../documents/document-csv.ts";
import { documentToHtml } from "../documents/document-html.ts";
import { documentToTypst } from "../documents/document-typst.ts";
import type { DocumentBlock, DocumentModel } from "../documents/model.ts";
import type { DocumentPublishOptions } from "../documents/publish-document.ts";
import { composeLetter } from "./compose-letter.ts";
import type { LetterInput } from "./letter-input.ts";

export interface LetterCopy {
  /** Null of the one copy that goes to all of them. */
  readonly addressee: string | null;
  readonly html: Uint8Array;
  readonly pdf: Uint8Array | null;
  readonly docx: Uint8Array | null;
}

export interface PublishedLetter {
  /** The frozen list: docs/formats/letter-list.md. */
  readonly json: Uint8Array;
  readonly jsonSha256: string;
  readonly csv: Uint8Array;
  /** One for each addressee, in their order; one for all where `isMerged` is false. */
  readonly copies: readonly LetterCopy[];
}

export interface LetterPublishOptions extends Omit<DocumentPublishOptions, "archive"> {
  /** A document of its own for each addressee. */
  readonly isMerged: boolean;
}

/** Throws what the ports throw; then nothing is published. */
export async function publishLetter(
  input: LetterInput,
  { isMerged, ...options }: LetterPublishOptions,
): Promise<PublishedLetter> {
  const { translator, sha256, signal } = options;
  const json = listFileBytes(input.list);
  const copies: LetterCopy[] = [];
  for (const addressee of isMerged ? input.addressees : [null]) {
    signal?.throwIfAborted();
    const document = composeLetter(
      addressee === null ? input : { ...input, addressees: [addressee] },
      translator,
    );
    copies.push({ addressee, ...(await editionsOf(document, options)) });
  }
  const csv = encodeUtf8(letterCsv(composeLetter(input, translator), input));
  return { json, jsonSha256: sha256(json), csv, copies };
}

async function editionsOf(
  document: DocumentModel,
  { translator, typesetter, wordWriter, signal }: Omit<LetterPublishOptions, "isMerged">,
): Promise<Omit<LetterCopy, "addressee">> {
  return {
    html: encodeUtf8(documentToHtml(document)),
    pdf: typesetter ? await typesetter.typeset(documentToTypst(document, translator), signal) : null,
    docx: wordWriter ? await wordWriter.write(document, signal) : null,
  };
}

/** The tables, with addresses broken up, and what they are checked by. */
function letterCsv(document: DocumentModel, { list }: LetterInput): string {
  const inert = (block: DocumentBlock): DocumentBlock =>
    block.kind === "table"
      ? {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: inertCell(cell.text) }))),
        }
      : block;
  const parts = document.parts.map((part) => ({ ...part, blocks: part.blocks.map(inert) }));
  const check = document.parts.find(({ name }) => name === "check")?.blocks ?? [];
  const [how] = check.flatMap((block) => (block.kind === "paragraph" ? block.spans : []));
  const digest = document.facts.at(-1)?.name.text ?? "SHA-256";
  const head = csvLines([[document.title.text], [digest, list.digest], [how?.text.text ?? ""]]);
  return `${head}\r\n${documentToCsv({ ...document, parts }) ?? ""}`;
}
