// A PDF opened by PDFium as WebAssembly, for as long as an act takes. It opens no file and no connection, and runs no
// script: the build has no interpreter.
import { FormatError } from "@tocsin/formats";
import type { PDFiumDocument } from "@hyzyla/pdfium";

/** More pages than this are not read. */
const mostPages = 2000;

/** Throws `formats.bad-picture` for what cannot be opened, `formats.limit` for more pages than `mostPages`. */
export async function withPdf<Result>(
  bytes: Uint8Array,
  act: (document: PDFiumDocument, pages: number) => Promise<Result> | Result,
): Promise<Result> {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium");
  const library = await PDFiumLibrary.init();
  try {
    // A password, a damaged file: whatever it says, the pages cannot be drawn.
    const document = await library.loadDocument(bytes).catch((cause: unknown) => {
      throw new FormatError("formats.bad-picture", "Cannot read PDF: it cannot be opened", { cause });
    });
    const pages = document.getPageCount();
    if (pages === 0) throw new FormatError("formats.bad-picture", "Cannot read PDF: it has no pages");
    if (pages > mostPages)
      throw new FormatError(
        "formats.limit",
        `Cannot read PDF: it has ${pages} pages, more than ${mostPages}`,
      );
    return await act(document, pages);
  } finally {
    library.destroy();
  }
}
