import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { documentTemplates } from "@tocsin/publish";
import { valuesOf } from "@tocsin/records";
import { beforeAll, describe, expect, it } from "vitest";
import type { DocumentPage } from "../queries/document-page.ts";
import type { OfferedTemplate } from "../queries/document-templates.ts";
import type { ComparedDrafts, DraftVersion } from "../queries/document-versions.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { checkDraft } from "./check-draft.ts";
import { previewDraft } from "./publish-draft.ts";

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator("en", await loadCatalogues("en"));
});

const tool = { name: "Tocsin", version: "0.1.0" };
const ask = <T>({ workspace }: SmallWorkspace, name: string, input: object): Promise<T> =>
  workspace.ask(name, input) as Promise<T>;

interface Begun {
  readonly small: SmallWorkspace;
  readonly draft: RecordId;
  /** By name of the part. */
  readonly parts: ReadonlyMap<string, RecordId>;
}

async function begin(small: SmallWorkspace, input: object): Promise<Begun> {
  const title = { text: "A draft", lang: "en" };
  const draft = await small.make("document.begin", { title, language: "en", ...input });
  const { parts } = await ask<DocumentPage>(small, "document.page", { document: draft });
  const records = parts.flatMap(({ name, written }) => written.map(({ record }) => [name, record] as const));
  return { small, draft, parts: new Map(records) };
}

function write({ small, draft }: Begun, part: string, text: string, lang = "en"): Promise<RecordId> {
  return small.make("document.write", { document: draft, part, text: { text, lang } });
}

describe("document.begin", () => {
  it("makes a draft with every part of its template, empty, and the limits that were set", async () => {
    const small = await createSmallWorkspace();
    const begun = await begin(small, {
      template: "review-submission",
      country: "FR",
      limits: { whole: 900 },
    });
    const page = await ask<DocumentPage>(small, "document.page", { document: begun.draft });
    expect(page.parts.map(({ written }) => written.length)).toEqual(page.parts.map(() => 1));
    expect(page.check).toMatchObject({ words: 0, limit: 900, limitFrom: "draft" });
    expect([page.country, page.about, page.title.text]).toEqual(["FR", "state", "A draft"]);
    expect(await write(begun, "summary", "Two words")).toBe(begun.parts.get("summary"));
  });

  it("is refused without a template that there is", async () => {
    const small = await createSmallWorkspace();
    const title = { text: "A draft", lang: "en" };
    const refused = () => small.make("document.begin", { title, language: "en", template: "nothing" });
    expect(await codeOf(refused)).toMatch(/^records\./);
  });

  it("adds to a draft of elsewhere the parts that it lacks, and to a whole one none", async () => {
    const small = await createSmallWorkspace();
    const document = await small.create("document", {
      title: "Old",
      template: "open-letter",
      language: "en",
    });
    await small.make("document.write", { document, part: "letter", text: { text: "Words", lang: "en" } });
    await small.workspace.run("document.lay-out", { document });
    const { parts } = await ask<DocumentPage>(small, "document.page", { document });
    expect(parts.map(({ written }) => written.length)).toEqual([1, 1, 1, 1, 1]);
    expect(parts.find(({ name }) => name === "letter")?.words).toBe(1);
    await small.workspace.run("document.lay-out", { document });
    expect(await small.workspace.view.count("documentPart")).toBe(5);
  });
});

describe("document.templates", () => {
  it("offers every template with its parts and the rules of whoever receives it", async () => {
    const small = await createSmallWorkspace();
    const offered = await ask<readonly OfferedTemplate[]>(small, "document.templates", {});
    expect(offered.map(({ name }) => name)).toEqual(documentTemplates.map(({ name }) => name));
    expect(offered.find(({ name }) => name === "review-submission")?.limit?.words).toBe(2815);
    expect(offered.every(({ parts }) => parts.length > 3)).toBe(true);
  });
});

describe("versions of a whole draft", () => {
  it("are one for each change of any part, and are compared part by part", async () => {
    const begun = await begin(await createSmallWorkspace(), { template: "open-letter" });
    await write(begun, "letter", "First words");
    await write(begun, "demands", "A demand");
    await write(begun, "letter", "Other words");
    const { small, draft: document } = begun;
    const versions = await ask<readonly DraftVersion[]>(small, "document.history", { document });
    expect(versions.map(({ version, part, words }) => [version, part, words])).toEqual([
      [1, "letter", 2],
      [2, "demands", 4],
      [3, "letter", 4],
    ]);
    const { parts } = await ask<ComparedDrafts>(small, "document.compare-whole", { document, earlier: 1 });
    expect(parts.map(({ part, runs }) => [part, runs.map(({ kind }) => kind)])).toEqual([
      ["letter", ["removed", "added", "same"]],
      ["demands", ["added"]],
    ]);
    expect(await codeOf(() => ask(small, "document.compare-whole", { document, later: 7 }))).toBe(
      "records.bad-input",
    );
  });

  it("stand again as new versions: of a part, and of all parts together", async () => {
    const begun = await begin(await createSmallWorkspace(), { template: "open-letter" });
    await write(begun, "letter", "رسالة أولى", "ar");
    await write(begun, "letter", "رسالة ثانية", "ar");
    await write(begun, "demands", "A demand");
    const { small, draft: document, parts } = begun;
    const textOf = async (name: string): Promise<unknown> => {
      const state = await small.workspace.view.read(parts.get(name) ?? document);
      return state && valuesOf(state)["text"];
    };
    const part = parts.get("letter");
    await small.workspace.run("document.restore", { part, version: 1 });
    expect(await textOf("letter")).toEqual({ text: "رسالة أولى", lang: "ar" });
    await small.workspace.run("document.restore-whole", { document, version: 2 });
    expect(await textOf("letter")).toEqual({ text: "رسالة ثانية", lang: "ar" });
    expect(await textOf("demands")).toBeUndefined();
    const versions = await ask<readonly DraftVersion[]>(small, "document.history", { document });
    expect(versions).toHaveLength(6);
    expect(await codeOf(() => small.workspace.run("document.restore", { part, version: 9 }))).toBe(
      "records.bad-input",
    );
  });
});

describe("checkDraft", () => {
  it("counts the words that records put in, and says whose names in it will not leave, part by part", async () => {
    const small = await createSmallWorkspace();
    const caseId = await small.create("case", { title: "The Bulletin" });
    const victim = await small.create("person", { name: "Zora Hushmore" });
    const incident = await small.create("incident", { title: "A threat", when: "2025-05-03", case: caseId });
    await small.create("involvement", { person: victim, incident, role: "defender", case: caseId });
    const begun = await begin(small, { template: "allegation-letter", case: caseId });
    await write(begun, "work", "Zora Hushmore edits a paper.");
    const before = await ask<DocumentPage>(small, "document.page", { document: begun.draft });
    const { filled, check, mentions } = await checkDraft(small.workspace, {
      document: begun.draft,
      translator,
      tool,
    });
    expect(filled["facts"]).toBeGreaterThan(5);
    expect(check.words).toBe(before.check.words + wordsOf(filled, ["hashes"]));
    expect(mentions).toEqual([
      { part: "work", who: { record: victim, kind: "person", label: "Zora Hushmore" } },
    ]);
    expect(before.labels[victim]).toEqual({ kind: "person", label: "Zora Hushmore" });
  });

  it("is not stopped by a word of a title of a source, and strikes the whole title", async () => {
    const small = await createSmallWorkspace();
    await small.create("source", { title: "Report of Hushfield" });
    const caseId = await small.create("case", { title: "The Bulletin" });
    await small.create("incident", { title: "A threat", when: "2025-05-03", case: caseId });
    const begun = await begin(small, { template: "case-report", case: caseId });
    await write(begun, "introduction", "This report rests on the Report of Hushfield.");
    const { document } = await previewDraft(small.workspace, {
      document: begun.draft,
      translator,
      tool,
      sha256: sha256Of,
    });
    const text = JSON.stringify(document.parts);
    expect(text).toContain("This report rests on the");
    expect(text).not.toContain("Hushfield");
  });

  it("gives a mark of a note its note, though nothing is linked", async () => {
    const small = await createSmallWorkspace();
    const incident = await small.create("incident", { title: "A quiet threat" });
    const begun = await begin(small, { template: "open-letter" });
    await write(begun, "letter", `It was said.[^${incident}]`);
    const { document } = await previewDraft(small.workspace, {
      document: begun.draft,
      translator,
      tool,
      sha256: sha256Of,
    });
    expect(JSON.stringify(document.notes)).toContain("A quiet threat");
  });
});

function wordsOf(filled: Readonly<Record<string, number>>, without: readonly string[]): number {
  return Object.entries(filled).reduce((sum, [name, words]) => sum + (without.includes(name) ? 0 : words), 0);
}
