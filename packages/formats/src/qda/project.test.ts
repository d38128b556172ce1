import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unzipSync } from "fflate";
import { encodeQdaProject, isXmlText, type QdaProject } from "./project.ts";

const guid = (digit: string): string => [8, 4, 4, 4, 12].map((length) => digit.repeat(length)).join("-");
const content = '🎯 <They> & "we"\r\nرسالة\ttail';
const project: QdaProject = {
  name: 'A "consultation" & more',
  origin: "Tocsin 0.1.0",
  created: "2026-11-30T10:00:00Z",
  users: [{ guid: guid("1"), name: "Coder 1" }],
  codes: [
    {
      guid: guid("2"),
      name: "risk",
      description: null,
      isCodable: false,
      codes: [{ guid: guid("3"), name: "Watched", description: "online <only>", isCodable: true, codes: [] }],
    },
  ],
  texts: [
    {
      guid: guid("4"),
      name: "Answer 1",
      content,
      selections: [
        {
          guid: guid("5"),
          name: "line\nbreak",
          start: 2,
          end: 8,
          codings: [{ guid: guid("6"), code: guid("3"), by: guid("1") }],
        },
      ],
    },
  ],
};
const xmlOf = (some: QdaProject): string =>
  new TextDecoder().decode(unzipSync(encodeQdaProject(some))["project.qde"]);

describe("a project for other programs", () => {
  it("has its parts in the order of the schema, and nothing of a text runs as markup", () => {
    const xml = xmlOf(project);
    const order = [
      "<Users>",
      "<CodeBook>",
      "<Codes>",
      "<Sources>",
      "<PlainTextContent>",
      "<PlainTextSelection",
    ];
    expect(order.map((each) => xml.indexOf(each)).every((at, n, all) => at > (all[n - 1] ?? -1))).toBe(true);
    expect(xml).toContain('&lt;They&gt; &amp; "we"&#13;\n');
    expect(xml).toContain('startPosition="2" endPosition="8"');
    expect(xml).toContain('name="line&#10;break"');
  });

  it("is the same bytes for the same project, and leaves out lists that would be empty", () => {
    expect(encodeQdaProject(project)).toEqual(encodeQdaProject(project));
    const xml = xmlOf({ ...project, users: [], codes: [], texts: [] });
    expect(xml).not.toMatch(/<(Users|CodeBook|Sources)/u);
  });

  it("says which texts XML cannot hold", () => {
    expect([content, "", "\u0000", "\ud800", "\uffff", "a\u0008b"].map(isXmlText)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  const schema = process.env["REFI_QDA_XSD"] ?? "";
  it.skipIf(!existsSync(schema))("is what the schema of 18 March 2019 asks for", () => {
    expect(readFileSync(schema, "utf8")).toContain("urn:QDA-XML:project:1.0");
    const valid = spawnSync("xmllint", ["--nonet", "--noout", "--schema", schema, "-"], {
      input: xmlOf(project),
      encoding: "utf8",
    });
    expect(valid.stderr).toContain("- validates");
    const broken = spawnSync("xmllint", ["--nonet", "--noout", "--schema", schema, "-"], {
      input: xmlOf({ ...project, texts: [{ ...project.texts[0], guid: "x" } as never] }),
      encoding: "utf8",
    });
    expect(broken.status).not.toBe(0);
  });
});
