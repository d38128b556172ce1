// A PDF made byte by byte for tests: dark pages with one bright part, and words in every place where a PDF keeps some.
import { bytesOf, joined } from "./made-pictures.fake.ts";

export interface MadePdf {
  /** Written on each page, one a page. */
  readonly words: readonly string[];
  readonly author: string;
  /** Of a file within it, a note on the first page, and what stands behind its end. */
  readonly file: string;
  readonly note: string;
  readonly trailing: string;
  /** Points of each page; 144 by 72 unless told otherwise. */
  readonly size?: readonly [width: number, height: number];
  /** It asks for a password that nobody has. */
  readonly isLocked?: boolean;
}

/** Points: each page is dark, with a bright rectangle from (72, 36) to (108, 54), counted from below. */
export function makePdf({ words, author, file, note, trailing, ...more }: MadePdf): Uint8Array {
  const [width, height] = more.size ?? [144, 72];
  const kids = words.map((_, at) => `${7 + at * 2} 0 R`);
  const stream = (entries: string, content: string): string =>
    `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >> >>",
    `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${words.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Author (${author}) >>`,
    "<< /Type /Filespec /F (a) /EF << /F 6 0 R >> >>",
    stream("/Type /EmbeddedFile", file),
    ...words.flatMap((word, at) => [
      "<< /Type /Page /Parent 2 0 R /MediaBox " +
        `[0 0 ${width} ${height}] /Resources << /Font << /F 3 0 R >> >> ` +
        `/Contents ${8 + at * 2} 0 R ` +
        `/Annots [<< /Type /Annot /Subtype /Text /F 2 /Rect [0 0 0 0] /Contents (${note}) >>] >>`,
      stream(
        "",
        `0.2 g 0 0 ${width} ${height} re f 1 g 72 36 36 18 re f 0.2 g BT /F 8 Tf 74 42 Td (${word}) Tj ET`,
      ),
    ]),
  ];
  let at = 9;
  const places: number[] = [];
  const whole = objects.map((object, index) => {
    const text = `${index + 1} 0 obj\n${object}\nendobj\n`;
    places.push(at);
    at += text.length;
    return text;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  // Keys of nothing: no password fits them (ISO 32000-1, 7.6.3).
  const key = `<${"5a".repeat(32)}>`;
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [${key} ${key}] `;
  const entries = `/Size ${size} /Root 1 0 R /Info 4 0 R ${more.isLocked === true ? lock : ""}`;
  const end = `trailer\n<< ${entries}>>\nstartxref\n${at}\n%%EOF\n`;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  return joined(...["%PDF-1.7\n", ...whole, table, end, trailing].map(bytesOf));
}
