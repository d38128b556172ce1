// The words of a PDF as PDFium reads them: those of its pages, and what its properties say of who made it.
import type { PDFiumDocument } from "@hyzyla/pdfium";
import { FormatError } from "@tocsin/formats";
import { withPdf } from "./open-pdf.ts";

export interface PdfWords {
  /** One text a page; empty where it has none that can be read. */
  readonly pages: readonly string[];
  /** Values of its properties: who wrote it, with what, and when. */
  readonly said: string;
}

const mostLetters = 20_000_000;

/** Throws `formats.bad-pdf`, `formats.locked-pdf`, `formats.limit`. */
export function wordsOfPdf(bytes: Uint8Array): Promise<PdfWords> {
  return withPdf(bytes, (document, count) => {
    const pages: string[] = [];
    let letters = 0;
    for (let at = 0; at < count; at += 1) {
      const page = document.getPage(at);
      const text = page.getText();
      document.module._FPDF_ClosePage(page.pageIdx);
      letters += text.length;
      if (letters > mostLetters)
        throw new FormatError("formats.limit", "Cannot read PDF: it holds more text than is read here");
      pages.push(text);
    }
    return { pages, said: properties.flatMap((name) => propertyOf(document, name)).join("\n") };
  });
}

const properties = [
  "Title",
  "Author",
  "Subject",
  "Keywords",
  "Creator",
  "Producer",
  "CreationDate",
  "ModDate",
] as const;

const mostBytes = 20_000;

function propertyOf({ module, documentIdx }: PDFiumDocument, name: string): readonly string[] {
  const { malloc, free } = module.wasmExports;
  const key = malloc(name.length + 1);
  const place = malloc(mostBytes);
  try {
    module.HEAPU8.set(new TextEncoder().encode(`${name}\0`), key);
    const length = module._FPDF_GetMetaText(documentIdx, key, place, mostBytes);
    if (length <= 2) return [];
    const bytes = module.HEAPU8.slice(place, place + Math.min(length, mostBytes) - 2);
    return [new TextDecoder("utf-16le").decode(bytes)];
  } finally {
    free(key);
    free(place);
  }
}
