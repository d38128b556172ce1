import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { FormatError } from "../errors.ts";
import { readWordText } from "./word-text.ts";

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations =
  '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync({
    "_rels/.rels": strToU8(relations),
    "word/document.xml": strToU8(`<w:document ${space}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  });
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const numbered = (text: string, level: number, list = 1): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;

function codeOf(bytes: Uint8Array): string {
  try {
    readWordText(bytes);
    return "none";
  } catch (error) {
    return error instanceof FormatError ? `${error.code}: ${error.message}` : String(error);
  }
}

describe("readWordText", () => {
  it("reads runs, breaks and tables in their order", () => {
    const { paragraphs } = readWordText(
      docx(
        `<w:p>${run("Recalling ")}<w:r><w:t>its &amp; our</w:t><w:tab/><w:t>work</w:t></w:r></w:p>` +
          `<w:tbl><w:tr><w:tc><w:p>${run("a cell")}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
      ),
    );
    expect(paragraphs).toEqual(["Recalling its & our work", "a cell", ""]);
  });

  it("takes recorded changes as accepted, ends of paragraphs included, and counts them", () => {
    const gone = '<w:del w:id="1"><w:r><w:delText>urges</w:delText></w:r></w:del>';
    const come = `<w:ins w:id="2">${run("invites")}</w:ins>`;
    const joined = '<w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>';
    const { paragraphs, trackedChanges } = readWordText(
      docx(`<w:p>${joined}${run("The Council ")}${gone}${come}</w:p><w:p>${run(" States")}</w:p>`),
    );
    expect(paragraphs).toEqual(["The Council invites States"]);
    expect(trackedChanges).toBe(3);
  });

  it("prints the numbers that the word processor counts, also those of styles", () => {
    const levels =
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>';
    const numbering =
      `<w:numbering ${space}><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>';
    const styles =
      `<w:styles ${space}><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
      '<w:style w:styleId="Operative"><w:basedOn w:val="Base"/></w:style></w:styles>';
    const styled = `<w:p><w:pPr><w:pStyle w:val="Operative"/></w:pPr>${run("Decides")}</w:p>`;
    const { paragraphs } = readWordText(
      docx(
        numbered("Urges", 0) +
          numbered("to act", 1) +
          numbered("to stop", 1) +
          styled +
          numbered("to go on", 1),
        {
          "word/numbering.xml": numbering,
          "word/styles.xml": styles,
        },
      ),
    );
    expect(paragraphs).toEqual(["1. Urges", "(a) to act", "(b) to stop", "2. Decides", "(a) to go on"]);
  });

  it("counts what is struck through and notes, and reads a drawing's text once", () => {
    const box = `<mc:AlternateContent><mc:Choice>${run("once")}</mc:Choice><mc:Fallback>${run("twice")}</mc:Fallback></mc:AlternateContent>`;
    const { paragraphs, struckThrough, notes } = readWordText(
      docx(
        `<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>old </w:t><w:footnoteReference w:id="2"/></w:r>${box}</w:p>`,
      ),
    );
    expect([paragraphs, struckThrough, notes]).toEqual([["old once"], 1, 1]);
  });

  it("refuses a bomb, a document type, depth without end, and what is no DOCX", () => {
    expect(codeOf(docx(run(" ".repeat(60_000_000))))).toContain("formats.limit: Cannot read text");
    const entities = '<!DOCTYPE a [<!ENTITY b "bbbb">]><w:document/>';
    expect(codeOf(docx("", { "word/document.xml": entities }))).toContain("formats.bad-text");
    expect(codeOf(docx("<w:p>".repeat(100)))).toContain("formats.limit");
    expect(codeOf(zipSync({ a: strToU8("b") }))).toContain("the archive is no text");
    expect(codeOf(new Uint8Array(10))).toContain("formats.bad-text");
    expect(codeOf(docx(run("x")).subarray(0, 200))).toContain("formats.bad-text");
  });
});
