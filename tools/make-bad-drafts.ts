// Drafts that nobody should be able to take in, or only with a notice: a DOCX that unpacks to much more than it is, a text
// without paragraphs, labels that stand twice, and more paragraphs than people negotiate.
import { strToU8, zipSync } from "fflate";

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Some tens of kilobytes that unpack to 60 MB. */
export function docxBomb(): Uint8Array {
  const run = `<w:p><w:r><w:t>${" ".repeat(60_000_000)}</w:t></w:r></w:p>`;
  return zipSync({
    "_rels/.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    "word/document.xml": strToU8(`<w:document xmlns:w="${namespace}"><w:body>${run}</w:body></w:document>`),
  });
}

/** Line ends and spaces, and no word. */
export const noParagraphs = "\n \n\t\n  \n";

export const repeatedLabels = "OP1 Urges States to act;\n\nOP1 Urges them again;\n\nOP2 Decides.";

/** Each of its paragraphs is another one; `changed` names one that says something else. */
export function manyParagraphs(count: number, changed = -1): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `${at + 1}. ${at === changed ? "Invites" : "Urges"} States of group ${at} to act on case ${at * 7};`,
  ).join("\n\n");
}
