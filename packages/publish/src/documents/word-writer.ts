// The port through which documents become DOCX (ECMA-376, ISO/IEC 29500): files that people go on writing in.
import type { DocumentModel } from "./model.ts";

/** The same document gives the same bytes. Throws `publish.word-writer`. */
export interface WordWriter {
  write(document: DocumentModel, signal?: AbortSignal): Promise<Uint8Array>;
}
