// A PDF (ISO 32000-2) whose pages are pictures and nothing else: no text, no title, no author, no time, no identifier.
import { encode } from "jpeg-js";
import type { DrawnPage } from "./draw-pages.ts";
import type { Pixels } from "./pixels.ts";

/** Of 100. */
const quality = 88;

/** Each page cut out of the picture of all. The same pixels give the same bytes. */
export function writePages(pixels: Pixels, pages: readonly DrawnPage[]): Uint8Array {
  const first = 3;
  const kids = pages.map((_, at) => `${first + at * 3} 0 R`).join(" ");
  const objects: Buffer[] = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    ...pages.flatMap((page, at) => pageObjects(page, first + at * 3, pixels)),
  ];
  return assemble(objects);
}

function pageObjects(page: DrawnPage, number: number, pixels: Pixels): readonly Buffer[] {
  const [width, height] = page.size.map((points) => points.toFixed(2));
  const drawing = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`;
  const picture = encode({ width: page.width, height: page.height, data: cut(pixels, page) }, quality).data;
  return [
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ` +
        `/Resources << /XObject << /P ${number + 2} 0 R >> >> /Contents ${number + 1} 0 R >>`,
    ),
    stream("", Buffer.from(drawing)),
    stream(
      `/Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} ` +
        "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode ",
      Buffer.from(picture),
    ),
  ];
}

function cut({ width, data }: Pixels, page: DrawnPage): Buffer {
  const out = Buffer.alloc(page.width * page.height * 4);
  for (let y = 0; y < page.height; y += 1) {
    const from = (page.top + y) * width * 4;
    data.copy(out, y * page.width * 4, from, from + page.width * 4);
  }
  return out;
}

function stream(entries: string, content: Buffer): Buffer {
  const head = `<< ${entries}/Length ${content.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from("\nendstream")]);
}

function assemble(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00b5\u00b5\n", "latin1")];
  let at = parts[0]?.length ?? 0;
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    places.push(at);
    at += whole.length;
    parts.push(whole);
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
