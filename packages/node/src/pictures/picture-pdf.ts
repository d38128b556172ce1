// A PDF (ISO 32000-2) whose pages are pictures and nothing else: no text, no title, no author, no time, no identifier.
// Why it is not written by a library: docs/decisions/pdf-of-pictures.md.
import type { PagePlace } from "./draw-pages.ts";

export interface PicturePage extends PagePlace {
  readonly jpeg: Uint8Array;
}

/** The same pictures give the same bytes. */
export function writePages(pages: readonly PicturePage[]): Uint8Array {
  const first = 3;
  const kids = pages.map((_, at) => `${first + at * 3} 0 R`).join(" ");
  const objects: PdfObject[] = [
    ["<< /Type /Catalog /Pages 2 0 R >>"],
    [`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`],
    ...pages.flatMap((page, at) => pageObjects(page, first + at * 3)),
  ];
  return assemble(objects);
}

/** In pieces: a picture is copied only where the whole is put together. */
type PdfObject = readonly (string | Uint8Array)[];

function pageObjects(page: PicturePage, number: number): readonly PdfObject[] {
  const [width, height] = page.size.map((points) => points.toFixed(2));
  return [
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ` +
        `/Resources << /XObject << /P ${number + 2} 0 R >> >> /Contents ${number + 1} 0 R >>`,
    ],
    stream("", Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /P Do Q`)),
    stream(
      `/Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} ` +
        "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode ",
      page.jpeg,
    ),
  ];
}

function stream(entries: string, content: Uint8Array): PdfObject {
  return [`<< ${entries}/Length ${content.length} >>\nstream\n`, content, "\nendstream"];
}

function assemble(objects: readonly PdfObject[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : part;
    parts.push(bytes);
    at += bytes.length;
  };
  add("%PDF-1.7\n%\u00b5\u00b5\n");
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(at);
    add(`${index + 1} 0 obj\n`);
    object.forEach(add);
    add("\nendobj\n");
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const [size, table] = [objects.length + 1, at];
  add(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`);
  add(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const whole = Buffer.concat(parts);
  return new Uint8Array(whole.buffer, whole.byteOffset, whole.length);
}
