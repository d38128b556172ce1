// All editions of one document at once, from one model: what one of them holds, every other holds.
import { encodeUtf8 } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import type { Typesetter } from "../typesetter.ts";
import { composeDocument } from "./compose-document.ts";
import { documentToCsv } from "./document-csv.ts";
import { documentToHtml } from "./document-html.ts";
import type { DocumentInput } from "./document-input.ts";
import { documentToJson } from "./document-json.ts";
import { documentToTypst } from "./document-typst.ts";
import type { DocumentModel } from "./model.ts";
import type { WordWriter } from "./word-writer.ts";

export interface DocumentPublishOptions {
  readonly translator: Translator;
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** Without one there is no PDF. */
  readonly typesetter?: Typesetter;
  /** PDF/A-2b in the place of PDF/UA-1. */
  readonly archive?: boolean;
  /** Without one there is no DOCX. */
  readonly wordWriter?: WordWriter;
  readonly signal?: AbortSignal;
}

export interface PublishedDocument {
  readonly document: DocumentModel;
  readonly json: Uint8Array;
  readonly jsonSha256: string;
  readonly html: Uint8Array;
  /** Null where the document has no table. */
  readonly csv: Uint8Array | null;
  readonly pdf: Uint8Array | null;
  readonly docx: Uint8Array | null;
}

/** Throws what `composeDocument` and the ports throw; then nothing is published. */
export async function publishDocument(
  input: DocumentInput,
  options: DocumentPublishOptions,
): Promise<PublishedDocument> {
  const { translator, sha256, typesetter, wordWriter, archive = false, signal } = options;
  const document = composeDocument(input, translator);
  const json = encodeUtf8(documentToJson(document));
  const csv = documentToCsv(document);
  signal?.throwIfAborted();
  const pdf = typesetter
    ? await typesetter.typeset(documentToTypst(document, translator, { archive }), signal)
    : null;
  const docx = wordWriter ? await wordWriter.write(document, signal) : null;
  return {
    document,
    json,
    jsonSha256: sha256(json),
    html: encodeUtf8(documentToHtml(document)),
    csv: csv === null ? null : encodeUtf8(csv),
    pdf,
    docx,
  };
}
