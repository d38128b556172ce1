// Finished files as text, for a search: what is compressed is opened, what stands in pieces is put together.
import { openArchive } from "@tocsin/formats";
import { hasPoppler, inflated, textOfPdf } from "../pdf.fake.ts";

const unpacking = { part: 64 * 1024 * 1024, packedFrom: 1024 * 1024, packedRatio: 1000 };
const utf8 = new TextDecoder();

/**
 * Arabic comes out of a PDF in the forms of its letters, and line by line in either direction. Our own places where a long
 * word may break (U+200B) are taken out.
 */
export function pdfText(pdf: Uint8Array): string {
  const words = hasPoppler ? textOfPdf(pdf).normalize("NFKC").replaceAll("\u200b", "") : "";
  const turned = Array.from(words).toReversed().join("");
  // Outlines and properties can be in UTF-16.
  return [inflated(pdf).replaceAll("\0", ""), words, turned].join("\n");
}

/** Names of its parts, their bytes, and the words of its marked-up parts without what cuts them into runs. */
export function archiveText(bytes: Uint8Array): string {
  return archiveFiles(bytes)
    .map(({ path, text }) => `${path}\n${text}\n${path.endsWith(".xml") ? withoutMarks(text) : ""}`)
    .join("\n");
}

export function archiveFiles(bytes: Uint8Array): readonly { readonly path: string; readonly text: string }[] {
  const archive = openArchive(bytes, unpacking);
  return archive.names.map((path) => ({ path, text: utf8.decode(archive.read(path) ?? new Uint8Array()) }));
}

export function htmlText(bytes: Uint8Array): string {
  const text = utf8.decode(bytes);
  return `${text}\n${withoutMarks(text)}`;
}

/** Words that stand in several elements are one word to whoever reads them. */
function withoutMarks(text: string): string {
  return text.replaceAll(/<[^<>]*>/gu, "");
}

/** Bytes that are no text, letter by letter, and what is compressed in a PDF. */
export function bytesText(bytes: Uint8Array): string {
  const isPdf = utf8.decode(bytes.subarray(0, 5)) === "%PDF-";
  return isPdf ? pdfText(bytes) : Buffer.from(bytes).toString("latin1").replaceAll("\0", "");
}
