// The JSON edition: the document itself, in canonical form (RFC 8785). Specification: docs/formats/document.md.
import { encodeCanonicalText, type Json } from "@tocsin/core";
import type { DocumentModel } from "./model.ts";

/** Canonical text with a closing line feed. Its SHA-256, over all its bytes, stands in the record of the release. */
export function documentToJson(document: DocumentModel): string {
  return `${encodeCanonicalText(document as unknown as Json)}\n`;
}
