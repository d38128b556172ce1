import { FormatError } from "../errors.ts";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openTable } from "./open-table.ts";
import { serialToDate } from "./serial-dates.ts";
import type { TableLimits, TableRow } from "./table.ts";
import { encodeWorkbook, type WorkbookCell } from "./workbook-writer.ts";
import { openWorkbook } from "./workbook.ts";

const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface Parts {
  readonly sheet: string;
  readonly workbook?: string;
  readonly more?: Readonly<Record<string, string>>;
}

const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d&quot;-&quot;mmm&quot;-&quot;yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>`;

/** A workbook written by hand, so that the reader is not only held against our writer. */
function workbook({ sheet, workbook: properties = "", more = {} }: Parts): Uint8Array {
  const files = {
    "_rels/.rels": `<Relationships><Relationship Id="r" Type="${type}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook>${properties}<sheets><sheet name="One" r:id="rId1"/><sheet name="Hidden" state="hidden" r:id="rId2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/a.xml"/><Relationship Id="rId2" Target="/xl/worksheets/b.xml"/></Relationships>`,
    "xl/worksheets/a.xml": `<?xml version="1.0"?><x:worksheet xmlns:x="y"><x:sheetData>${sheet}</x:sheetData></x:worksheet>`,
    "xl/worksheets/b.xml": "<worksheet><sheetData/></worksheet>",
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml":
      "<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space='preserve'>ch </t></r><rPh><t>sound</t></rPh></si><si><t>a_x000D_b &amp; &#x1F600;</t></si></sst>",
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function read(bytes: Uint8Array, limits: Partial<TableLimits> = {}): readonly TableRow[] {
  return [...(openWorkbook(bytes, { limits }).sheets[0]?.rows() ?? [])];
}

/** The code of the error that the reading ends with. */
function endOf(bytes: Uint8Array): string {
  try {
    return `read ${openTable(bytes).sheets.flatMap(({ rows }) => [...rows()]).length}`;
  } catch (error) {
    return error instanceof FormatError ? error.code : String(error);
  }
}

const inline = (text: string): string =>
  `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;

describe("a workbook", () => {
  it("gives texts, numbers, yes and no, and dates by the format of the cell", () => {
    const [row] = read(
      workbook({
        sheet: `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="E3"><v>44139.0</v></c>
<c r="F3" s="1"><v>44139</v></c><c r="G3" s="3"><v>44139.5</v></c><c r="H3" s="2"><v>2.5</v></c><c r="I3" t="b"><v>1</v></c><c t="str"><v>next</v></c></row>`,
      }),
    );
    expect(row?.row).toBe(3);
    expect(row?.cells).toEqual(
      "plain|rich |a\rb & 😀||44139|2020-11-04|2020-11-04T12:00:00|2.5|true|next".split("|"),
    );
    expect(row?.marks).toEqual([]);
  });

  it("gives what a formula last gave, marked, and marks errors and dates that are none", () => {
    const [row] = read(
      workbook({
        sheet: `<row><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" s="1"><v>-5</v></c><c r="D1"><f>cmd|' /C calc'!A0</f></c></row>`,
      }),
    );
    expect(row?.cells).toEqual(["2", "#DIV/0!", "-5", ""]);
    expect(row?.marks.map(({ column, reason }) => `${column} ${reason}`)).toEqual([
      "0 formula",
      "1 error",
      "2 bad-date",
      "3 formula",
    ]);
  });

  it("counts days from 1904 where the workbook says so, and knows the 29 February 1900 that never was", () => {
    const [row] = read(
      workbook({
        workbook: '<workbookPr date1904="1"/>',
        sheet: '<row><c r="A1" s="1"><v>42677</v></c></row>',
      }),
    );
    expect(row?.cells).toEqual(["2020-11-04"]);
    expect([1, 59, 60, 61].map((serial) => serialToDate(serial, false))).toEqual([
      "1900-01-01",
      "1900-02-28",
      null,
      "1900-03-01",
    ]);
    expect(serialToDate(3_000_000, false)).toBeNull();
  });

  it("says what else is in the file", () => {
    const table = openTable(
      workbook({
        sheet:
          '<row hidden="1"><c r="A1"><v>1</v></c></row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells><x:sheetData>',
        more: {
          "xl/externalLinks/externalLink1.xml": "<a/>",
          "xl/vbaProject.bin": "x",
          "xl/comments1.xml": "<a/>",
        },
      }),
    );
    for (const sheet of table.sheets) for (const row of sheet.rows()) expect(row.cells).toEqual(["1"]);
    expect(table.notices()).toEqual([
      { reason: "hidden-sheet", sheet: "Hidden", detail: "" },
      { reason: "external-links", sheet: null, detail: "1" },
      { reason: "macros", sheet: null, detail: "1" },
      { reason: "comments", sheet: null, detail: "1" },
      { reason: "merged-cells", sheet: "One", detail: "A1:B2" },
      { reason: "hidden-rows", sheet: "One", detail: "1" },
    ]);
  });

  it("refuses what unpacks to too much, and cuts a cell of 50 MB", () => {
    const large = workbook({ sheet: inline("x".repeat(50 * 2 ** 20)) });
    const [row] = read(large);
    expect([row?.cells[0]?.length, row?.marks[0]?.reason]).toEqual([1_048_576, "cut"]);
    expect(() => read(large, { packedFrom: 2 ** 20 })).toThrow("unpacks to more than we read");
    expect(() => read(large, { part: 2 ** 20 })).toThrow(FormatError);
  });

  it("refuses entities of its own, rows out of order, and cells far outside, with the place", () => {
    const entities = workbook({
      sheet: "",
      more: { "xl/worksheets/a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>' },
    });
    expect(() => read(entities)).toThrow("has a document type");
    const order = workbook({ sheet: '<row r="2"/><row r="2"/>' });
    expect(() => read(order)).toThrow('rows are not in order (sheet "One", row 2)');
    const far = workbook({ sheet: '<row r="7"><c r="XFD7"><v>1</v></c></row>' });
    expect(() => read(far)).toThrow('more than 1024 columns (sheet "One", row 7, column XFD)');
    expect(() => read(workbook({ sheet: '<row r="9"/>' }), { rows: 8 })).toThrow("more than 8 rows");
  });

  it("says of an old or protected file what it is", () => {
    expect(() => openTable(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]))).toThrow("protected with a password");
    expect(() => openTable(zipSync({ a: strToU8("b") }))).toThrow("the archive is no workbook");
  });

  it("ends damaged files by an error of its own", () => {
    const whole = workbook({ sheet: inline("text") });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const damaged = isCut ? whole.slice(0, at) : whole.with(at, byte);
        expect(endOf(damaged)).toMatch(/^(read|formats\.)/);
      }),
      { seed: 13, numRuns: 600 },
    );
  });
});

describe("a workbook that we write", () => {
  it("has texts as texts whatever they begin with, and no formula", () => {
    const bytes = encodeWorkbook([{ name: "a/b", rows: [["=1+1", "@x", 5, true, null, "\u0001_x0041_\r"]] }]);
    const table = openWorkbook(bytes);
    expect(table.sheets[0]?.name).toBe("a b");
    expect([...(table.sheets[0]?.rows() ?? [])]).toEqual([
      { row: 1, cells: ["=1+1", "@x", "5", "true", "", "\u0001_x0041_\r"], marks: [] },
    ]);
    expect(
      encodeWorkbook([{ name: "a/b", rows: [["=1+1", "@x", 5, true, null, "\u0001_x0041_\r"]] }]),
    ).toEqual(bytes);
  });

  it("gives back every text that is well formed", () => {
    const text = fc
      .string({ unit: "binary", minLength: 1, maxLength: 12 })
      .filter((each) => each.isWellFormed());
    const cell: fc.Arbitrary<WorkbookCell> = fc.oneof(text, fc.constant("_x000D__x"), fc.constant(" \r\n "));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const read_ = [...(openWorkbook(encodeWorkbook([{ name: "s", rows }])).sheets[0]?.rows() ?? [])];
          expect(read_.map(({ cells }) => cells)).toEqual(rows);
        },
      ),
      { seed: 14, numRuns: 150 },
    );
  });
});
