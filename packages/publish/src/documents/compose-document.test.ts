import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { beforeAll, describe, expect, it } from "vitest";
import { composeReport } from "../compose-report.ts";
import { hashOf, idOf, reportCase, withheldNames } from "../report-case.fake.ts";
import { createNameFinder } from "../withheld-names.ts";
import { composeDocument } from "./compose-document.ts";
import type { DocumentInput } from "./document-input.ts";
import { textsOf, type DocumentModel } from "./model.ts";
import { documentTemplates, templateNamed } from "./templates/all.ts";

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator("en", await loadCatalogues("en"));
});

function inputOf(name: string, written: Readonly<Record<string, string>> = {}): DocumentInput {
  const template = templateNamed(name);
  if (template === undefined) throw new Error(`no template ${name}`);
  return {
    template,
    madeAt: "2026-11-29T10:00:00Z",
    tool: { name: "Tocsin", version: "0.1.0" },
    release: { id: idOf(900), audience: template.audience, approvedBy: "Case coordinator" },
    title: { text: "A title", language: "en" },
    organisation: null,
    addressee: null,
    report: composeReport(reportCase),
    written: new Map(
      Object.entries(written).map(([part, text]) => [part, [{ text, language: "en", records: [] }]]),
    ),
    tables: new Map(),
    claims: new Map(),
    finder: createNameFinder(withheldNames, { shown: ["Nadia Example", "نادية المثال"] }),
  };
}

const compose = (name: string, written: Readonly<Record<string, string>> = {}): DocumentModel =>
  composeDocument(inputOf(name, written), translator);

function labelsIn(document: DocumentModel, part: string): readonly (string | null)[] {
  const blocks = document.parts.find(({ name }) => name === part)?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === "entry" ? [block.label] : []));
}

describe("composeDocument", () => {
  it("shows no heading of a form in a letter, and numbers none", () => {
    const letter = compose("open-letter", { letter: "We write.", demands: "- Stop it." });
    const shown = letter.parts.map(({ headed, number, heading }) => [headed ? heading.text : null, number]);
    expect(shown.slice(0, 4)).toEqual([
      [null, null],
      [null, null],
      ["What we ask for", null],
      ["Signed by", null],
    ]);
    const statement = compose("oral-statement", { statement: "We speak." });
    expect(textsOf(statement).map(({ text }) => text)).not.toContain("Statement");
    expect(compose("allegation-letter").parts.map(({ number }) => number)[0]).toBe(1);
  });

  it("numbers each line of a list where paragraphs are numbered, and keeps a list elsewhere", () => {
    const lines = "We recommend:\n- One.\n- Two.";
    const part = (name: string, of: string) =>
      compose(name, { [of]: lines }).parts.find((each) => each.name === of)?.blocks ?? [];
    const numbered = part("review-submission", "recommendations");
    expect(numbered.map((block) => (block.kind === "paragraph" ? block.number : block.kind))).toEqual([
      1, 2, 3,
    ]);
    expect(part("allegation-letter", "requests").map(({ kind }) => kind)).toEqual(["paragraph", "list"]);
  });

  it("puts those to whom it happened apart from those whom it is known from", () => {
    const letter = compose("allegation-letter");
    expect(labelsIn(letter, "victims")).toEqual(["P1", "P2"]);
    expect(labelsIn(letter, "traces")).toEqual(expect.arrayContaining(["F1", "E1", "S1", "S2"]));
  });

  it("lets no note say again what an entry of the document says, and none say only that there is one", () => {
    const letter = compose("allegation-letter", { summary: `A message came.[^${idOf(31)}]` });
    const notes = letter.notes.map(({ steps }) => steps.map(({ text }) => text).join(" › "));
    expect(notes[0]).toContain("F1 · Finding of phone 1.0.0");
    expect(notes[0]).toContain(hashOf(31));
    for (const note of notes) expect(note.split("SHA-256").length, note).toBeLessThan(4);
    expect(notes.filter((note) => /^[PSKI]\d+ · [^›]*$/u.test(note))).toEqual([]);
  });

  it.each(documentTemplates.map(({ name }) => name))("has no label in %s that leads to nothing", (name) => {
    const document = compose(name);
    const standing = new Set(document.parts.flatMap((part) => labelsIn(document, part.name)));
    const rows = document.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "terms" ? block.rows : [])),
    );
    const said = rows.flatMap(({ values }) => values.flatMap((spans) => spans.map(({ text }) => text.text)));
    const lists = said.filter((text) => /^[A-Z]{1,2}-?[\w-]*\d(?:, [A-Z][\w-]*\d)*$/u.test(text));
    expect(lists.flatMap((text) => text.split(", ")).filter((label) => !standing.has(label))).toEqual([]);
  });
});
