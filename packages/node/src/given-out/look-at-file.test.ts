// Files with something planted in them: each must be told for what it is, by its bytes.
import { deflateSync } from "node:zlib";
import { bytesOf, joined, makeExif, makeJpeg, makePdf, makePng } from "@tocsin/formats/fakes";
import { describe, expect, it } from "vitest";
import { lookAtFile } from "./look-at-file.ts";

const png = makePng({ width: 4, height: 4, colour: () => [9, 9, 9] });
const jpeg = (segments: readonly (readonly [number, Uint8Array])[] = []): Uint8Array =>
  makeJpeg({ across: 2, down: 2, grey: () => 90, segments });
const telling = jpeg([[0xe1, joined(bytesOf("Exif\0\0"), makeExif({ camera: "Examplecam" }))]]);

/** A page with words and nothing beside it, byte by byte; `objects` come after, `trailer` into its trailer. */
function pdfOf({
  words = "Plain words",
  objects = [],
  trailer = "",
  page = "",
  behind = "",
}: {
  readonly words?: string;
  readonly objects?: readonly (string | Uint8Array)[];
  readonly trailer?: string;
  readonly page?: string;
  readonly behind?: string;
} = {}): Uint8Array {
  const drawing = `BT /F 12 Tf 10 40 Td (${words}) Tj ET`;
  const all: readonly (string | Uint8Array)[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 80] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R ${page} >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...objects,
  ];
  const parts: Uint8Array[] = [bytesOf("%PDF-1.7\n")];
  const places: number[] = [];
  let at = 9;
  for (const [index, object] of all.entries()) {
    const body = typeof object === "string" ? bytesOf(object) : object;
    const whole = joined(bytesOf(`${index + 1} 0 obj\n`), body, bytesOf("\nendobj\n"));
    places.push(at);
    at += whole.length;
    parts.push(whole);
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = all.length + 1;
  parts.push(
    bytesOf(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n${behind}`,
    ),
  );
  return joined(...parts);
}

const packed = (text: string, more = ""): Uint8Array => {
  const inside = deflateSync(text);
  return joined(
    bytesOf(`<< /Filter /FlateDecode ${more} /Length ${inside.length} >>\nstream\n`),
    inside,
    bytesOf("\nendstream"),
  );
};

const photoIn = joined(
  bytesOf(`<< /Subtype /Image /Filter /DCTDecode /Length ${telling.length} >>\nstream\n`),
  telling,
  bytesOf("\nendstream"),
);

describe("the look at a file that may leave", { timeout: 60_000 }, () => {
  it("finds nothing in what carries nothing, and reads its words", async () => {
    expect(await lookAtFile(pdfOf())).toEqual({
      mediaType: "application/pdf",
      carries: [],
      isActive: false,
      isLocked: false,
      isWhole: true,
      said: "\n",
      words: "Plain words",
      wordsRead: "all",
    });
    expect(await lookAtFile(png)).toMatchObject({ mediaType: "image/png", carries: [], wordsRead: "none" });
    expect(await lookAtFile(bytesOf("A text.\nOf two lines.\n"))).toMatchObject({
      mediaType: "text/plain",
      words: "A text.\nOf two lines.\n",
      wordsRead: "all",
      isActive: false,
    });
  });

  it.each([
    ["properties", pdfOf({ objects: ["<< /Author (Nora Example) >>"], trailer: "/Info 6 0 R" })],
    ["xmp", pdfOf({ objects: [packed("<x:xmpmeta>Nora Example</x:xmpmeta>", "/Type /Metadata")] })],
    ["comments", pdfOf({ page: "/Annots [<< /Subtype /Highlight /Rect [0 0 1 1] /T (Nora) >>]" })],
    ["form", pdfOf({ objects: ["<< /AcroForm << /Fields [] >> >>"] })],
    ["files", pdfOf({ objects: [packed("<< /Type /Filespec /EF << /F 9 0 R >> >>", "/Type /ObjStm")] })],
    ["layers", pdfOf({ objects: ["<< /OC#50roperties << >> >>"] })],
    ["pictures", pdfOf({ objects: [photoIn] })],
    ["earlier", pdfOf({ behind: "7 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n" })],
    ["program-data", pdfOf({ page: "/PieceInfo << /A << >> >>" })],
    ["behind-end", pdfOf({ behind: "PK something" })],
  ] as const)("finds in a PDF: %s", async (kind, bytes) => {
    const look = await lookAtFile(bytes);
    expect([look.carries, look.isWhole, look.isActive]).toEqual([[kind], true, false]);
  });

  it("reads what properties and XMP say, so that names are found in them", async () => {
    const author = pdfOf({ objects: ["<< /Author (Nora Example) >>"], trailer: "/Info 6 0 R" });
    expect((await lookAtFile(author)).said).toContain("Nora Example");
    const xmp = pdfOf({ objects: [packed("<x:xmpmeta>Nora Éxample</x:xmpmeta>")] });
    expect((await lookAtFile(xmp)).said).toContain("Nora Éxample");
  });

  it.each([
    ["a script", pdfOf({ page: "/AA << /O << /S /JavaScript /JS (app.alert) >> >>" })],
    ["a script whose name is written otherwise", pdfOf({ page: "/A << /S /J#61vaScript >>" })],
    ["a script in a packed part", pdfOf({ objects: [packed("<< /S /JavaScript >>", "/Type /ObjStm")] })],
    ["a program that it starts", pdfOf({ page: "/A << /S /Launch /F (a) >>" })],
    ["an address that is sent something", pdfOf({ page: "/A << /S /SubmitForm >>" })],
    ["a text that is a page", bytesOf("Words, then <SCRIPT>x</SCRIPT>")],
    ["a picture with a page at its beginning", jpeg([[0xfe, bytesOf("<script>x</script>")]])],
  ])("says that it acts: %s", async (_what, bytes) => {
    expect((await lookAtFile(bytes)).isActive).toBe(true);
  });

  it.each([
    ["a page", "<!doctype html><title>x</title>"],
    ["a drawing that can hold a script", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["an archive", "PK\u0003\u0004 and so on"],
    ["a program", "\u007fELF\u0002\u0001\u0001\u0000"],
    ["a form for word processors", "{\\rtf1 Words}"],
    ["nothing known", "\u0000\u0001\u0002\u0003"],
  ])("gives no sort to %s", async (_what, text) => {
    expect((await lookAtFile(bytesOf(text))).mediaType).toBeNull();
  });

  it("says that it is locked, or cannot be looked through", async () => {
    expect((await lookAtFile(pdfOf({ trailer: "/Encrypt << >>" }))).isLocked).toBe(true);
    const other = pdfOf({ objects: ["<< /Filter /ASCII85Decode /Length 2 >>\nstream\n~>\nendstream"] });
    expect((await lookAtFile(other)).isWhole).toBe(false);
    const unpacked = pdfOf({ objects: ["<< /Filter /FlateDecode /Length 4 >>\nstream\nnope\nendstream"] });
    expect((await lookAtFile(unpacked)).isWhole).toBe(false);
    for (const broken of [png.subarray(0, 60), telling.subarray(0, 50), bytesOf("%PDF-1.7\nnothing")])
      expect((await lookAtFile(broken)).isWhole).toBe(false);
    expect((await lookAtFile(Uint8Array.of(...bytesOf("Text "), 0xc3, 0x28))).mediaType).toBeNull();
  });

  it("tells what photographs carry, and of a PDF with everything in it everything", async () => {
    expect((await lookAtFile(telling)).carries).toContain("camera");
    expect((await lookAtFile(joined(png, bytesOf("behind")))).carries).toEqual(["trailing"]);
    const all = makePdf({ words: ["One"], author: "A", file: "F", note: "N", trailing: "T" });
    expect((await lookAtFile(all)).carries).toEqual(["properties", "comments", "files", "behind-end"]);
  });
});
