// The WordWriter port over `docx`, which is loaded at first use. Times, order and identifiers are fixed, so that the same
// document gives the same bytes.
import type { DocumentModel, WordWriter } from "@tocsin/publish";
import { PublishError } from "@tocsin/publish";
import { fixPackage } from "./fixed-package.ts";

export function createWordWriter(): WordWriter {
  return {
    write: async (document: DocumentModel, signal) => {
      signal?.throwIfAborted();
      try {
        const { packDocument } = await import("./pack-document.ts");
        const packed = await packDocument(document);
        signal?.throwIfAborted();
        return fixPackage(packed, document.madeAt);
      } catch (cause) {
        if (cause instanceof PublishError || signal?.aborted === true) throw cause;
        throw new PublishError("publish.word-writer", "Cannot write DOCX: its writer refused the document", {
          cause,
        });
      }
    },
  };
}
