// A PDF opened by PDFium as WebAssembly, for as long as an act takes. It opens no file and no connection, and runs no
// script: the build has no interpreter.
import { FormatError } from "@tocsin/formats";
import type { PDFiumDocument } from "@hyzyla/pdfium";

/** More pages than this are not read. */
const mostPages = 2000;

/** Throws `formats.bad-pdf` or `formats.locked-pdf` for what cannot be opened, `formats.limit` for more pages than `mostPages`. */
export async function withPdf<Result>(
  bytes: Uint8Array,
  act: (document: PDFiumDocument, pages: number) => Promise<Result> | Result,
): Promise<Result> {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium");
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes).catch((cause: unknown) => {
      throw unopened(cause);
    });
    const pages = document.getPageCount();
    if (pages === 0) throw new FormatError("formats.bad-pdf", "Cannot read PDF: it has no pages");
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

/** The library tells its reasons in words alone. */
function unopened(cause: unknown): FormatError {
  const isLocked = cause instanceof Error && /password|security/iu.test(cause.message);
  return isLocked
    ? new FormatError("formats.locked-pdf", "Cannot read PDF: it asks for a password", { cause })
    : new FormatError("formats.bad-pdf", "Cannot read PDF: it cannot be opened", { cause });
}
