import { documentTemplateCodes } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { documentTemplates, type Typesetter, type WordWriter } from "@tocsin/publish";
import { valuesOf } from "@tocsin/records";
import { beforeAll, describe, expect, it } from "vitest";
import type { DocumentPage } from "../queries/document-page.ts";
import type { ComparedVersions, PartVersion } from "../queries/document-versions.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { previewDraft, publishDraft, type PublishDraftOptions } from "./publish-draft.ts";

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator("en", await loadCatalogues("en"));
});

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const typesetter: Typesetter = { typeset: async ({ data }) => bytesOf(data) };
const wordWriter: WordWriter = { write: async (document) => bytesOf(document) };
const uses = ["documentation", "sharing", "un-body", "government", "court", "publication"];

interface Told {
  readonly small: SmallWorkspace;
  readonly case: RecordId;
  readonly incident: RecordId;
  readonly evidence: RecordId;
  readonly victim: RecordId;
  readonly draft: RecordId;
}

/** Zora Hushmore said no to the government; Quentin Hushwood stands in no case. */
async function tell(): Promise<Told> {
  const small = await createSmallWorkspace();
  const caseId = await small.create("case", { title: "The Bulletin" });
  const victim = await small.create("person", { name: "Zora Hushmore" });
  const named = await small.create("person", { name: "Alex Example" });
  await small.create("person", { name: "Quentin Hushwood" });
  const evidence = await small.create("evidence", {
    title: "Backup of a telephone",
    sha256: sha256Of("phone"),
    size: 5,
    case: caseId,
  });
  const incident = await small.create("incident", {
    title: "A threat against Zora Hushmore",
    when: "2025-05-03",
    where: { country: "FR", locality: "Example Town" },
    case: caseId,
    evidence: [evidence],
  });
  for (const person of [victim, named])
    await small.create("involvement", { person, incident, role: "defender", case: caseId });
  await small.create("consent", {
    person: named,
    case: caseId,
    uses,
    namesToGovernment: true,
    namesPublished: true,
    scope: "The letter",
    given: "2025-06-01",
  });
  const draft = await small.create("document", {
    title: "Letter about Zora Hushmore",
    template: "allegation-letter",
    language: "en",
    case: caseId,
    organisation: "Coalition of the Example Coast",
  });
  return { small, case: caseId, incident, evidence, victim, draft };
}

function write({ small, draft }: Told, part: string, text: string, more: object = {}): Promise<RecordId> {
  return small.make("document.write", { document: draft, part, text: { text, lang: "en" }, ...more });
}

/** Everything that a person has to write, with names in it that may not leave. */
async function writeAll(told: Told): Promise<void> {
  const words = "Alex Example and Zora Hushmore, whom Quentin Hushwood knows.";
  for (const part of ["sender", "work", "link", "perpetrators", "steps"]) await write(told, part, words);
  await write(told, "context", `The phone was taken.[^${told.evidence}]`, { records: [told.evidence] });
}

function answer({ small, victim, case: caseId }: Told): Promise<RecordId> {
  return small.create("consent", {
    person: victim,
    case: caseId,
    uses: ["documentation"],
    namesToGovernment: false,
    namesPublished: false,
    scope: "The letter",
    given: "2025-06-01",
  });
}

const options = (document: RecordId, more: Partial<PublishDraftOptions> = {}): PublishDraftOptions => ({
  document,
  translator,
  tool: { name: "Tocsin", version: "0.1.0" },
  sha256: sha256Of,
  typesetter,
  wordWriter,
  approvedBy: "Case coordinator",
  lang: "en",
  formats: ["docx", "pdf"],
  ...more,
});

const page = ({ small, draft }: Told): Promise<DocumentPage> =>
  small.workspace.ask("document.page", { document: draft }) as Promise<DocumentPage>;

describe("document.page", () => {
  it("says what is lacking until it is written, and whose consents are not answered", async () => {
    const told = await tell();
    const before = await page(told);
    expect(before.check.lacks.map(({ part, code }) => `${part ?? "-"}:${code}`)).toEqual([
      "sender:empty",
      "work:empty",
      "link:empty",
      "perpetrators:empty",
      "steps:empty",
      "-:consents-answered",
    ]);
    expect(before.check.lacks.at(-1)?.records).toEqual([told.victim]);
    await writeAll(told);
    await answer(told);
    const after = await page(told);
    expect(after.check.ready).toBe(true);
    expect(after.check.consents.map(({ record }) => record)).toEqual([told.victim]);
    expect(after.parts.find(({ name }) => name === "sender")?.words).toBe(9);
    expect(after.evidence).toContainEqual({
      record: told.evidence,
      kind: "evidence",
      label: "Backup of a telephone",
      sha256: sha256Of("phone"),
    });
  });

  it("refuses a part that the template lacks, and a text over one that nobody saw", async () => {
    const told = await tell();
    expect(await codeOf(() => write(told, "nothing", "x"))).toBe("records.bad-input");
    await write(told, "sender", "One");
    expect(await codeOf(() => write(told, "sender", "Two", { seen: { text: null } }))).toBe(
      "workspace.changed-meanwhile",
    );
  });
});

describe("versions of a part", () => {
  it("are all in the log, and are compared by word, in Arabic too", async () => {
    const told = await tell();
    const ask = <T>(name: string, input: object): Promise<T> =>
      told.small.workspace.ask(name, input) as Promise<T>;
    const inArabic = (text: string): Promise<RecordId> =>
      told.small.make("document.write", {
        document: told.draft,
        part: "summary",
        text: { text, lang: "ar" },
      });
    const part = await inArabic("وصلت الرسالة إلى المدافع");
    expect(await inArabic("وصلت الرسالة إلى المدافعة أمس")).toBe(part);
    const versions = await ask<readonly PartVersion[]>("document.versions", { part });
    expect(versions.map(({ version, words }) => [version, words])).toEqual([
      [1, 4],
      [2, 5],
    ]);
    const { runs, earlier, later } = await ask<ComparedVersions>("document.compare", { part });
    expect([earlier, later]).toEqual([1, 2]);
    expect(runs.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "المدافع" },
      { kind: "added", text: "المدافعة أمس" },
    ]);
    expect(await codeOf(() => ask("document.compare", { part, earlier: 9 }))).toBe("records.bad-input");
  });
});

describe("publishDraft", () => {
  it("lets nothing out that lacks something, or that nobody approved, and leaves no release behind", async () => {
    const told = await tell();
    const { workspace } = told.small;
    expect(await codeOf(() => publishDraft(workspace, options(told.draft)))).toBe("workspace.document-lacks");
    expect(await codeOf(() => publishDraft(workspace, options(told.draft, { approvedBy: " " })))).toBe(
      "workspace.not-approved",
    );
    expect(await workspace.view.count("release")).toBe(0);
  });

  it("strikes withheld names out of everything, those of other cases too, and names whom the consent covers", async () => {
    const told = await tell();
    await writeAll(told);
    await answer(told);
    const { docx, pdf, html, csv, json } = await publishDraft(told.small.workspace, options(told.draft));
    for (const bytes of [docx, pdf, html, csv, json]) {
      const text = new TextDecoder().decode(bytes ?? new Uint8Array());
      expect(text).not.toMatch(/hush/iu);
    }
    const text = new TextDecoder().decode(json);
    expect(text).toContain("Alex Example");
    expect(text).toContain("[name withheld]");
    expect(text).toContain(sha256Of("phone"));
  });

  it("keeps what left in a release with the hash of its JSON edition", async () => {
    const told = await tell();
    await writeAll(told);
    await answer(told);
    const { release, jsonSha256, json } = await publishDraft(told.small.workspace, options(told.draft));
    const state = await told.small.workspace.view.read(release);
    expect(jsonSha256).toBe(sha256Of(json));
    expect(state && valuesOf(state)).toMatchObject({
      document: told.draft,
      case: told.case,
      audience: "un-body",
      format: "docx",
      sha256: jsonSha256,
      withheld: [{ person: told.victim, reason: "consent-other-audience" }],
    });
  });

  it("previews exactly what would leave, but for the release", async () => {
    const told = await tell();
    await writeAll(told);
    await answer(told);
    const preview = await previewDraft(told.small.workspace, options(told.draft));
    const published = await publishDraft(told.small.workspace, options(told.draft));
    expect(preview.document.parts).toEqual(published.document.parts);
    expect(JSON.stringify(preview.document.colophon)).toContain("not released");
    expect(preview.check.parts.find(({ name }) => name === "facts")?.words).toBeGreaterThan(5);
  });

  it("shows a State by commitments with small numbers hidden, and keeps the counts that left", async () => {
    const { small } = await tell();
    await small.workspace.run("commitment.load", {});
    const [commitment] = (await small.workspace.view.list({ kind: "commitment", limit: 1 })).rows;
    await small.create("measure", {
      title: "A law about messages",
      measureKind: "law",
      country: "FR",
      commitments: commitment === undefined ? [] : [commitment.id],
    });
    await small.create("incident", {
      title: "A message with a link",
      where: { country: "FR" },
      commitments: commitment === undefined ? [] : [commitment.id],
    });
    const draft = await small.create("document", {
      title: "France and its promises",
      template: "shadow-report",
      language: "en",
      country: "FR",
    });
    for (const part of ["submitters", "summary", "method", "limits", "recommendations"])
      await small.make("document.write", { document: draft, part, text: { text: "Some words", lang: "en" } });
    const { csv, release } = await publishDraft(small.workspace, options(draft));
    const text = new TextDecoder().decode(csv ?? new Uint8Array());
    expect(text).toContain("hidden: small number");
    expect(text).toContain("A law about messages");
    const state = await small.workspace.view.read(release);
    expect(state && valuesOf(state)["counts"]).toBeDefined();
  });

  it("fills a brief from a proceeding: ten indicators, safeguards, and the deadlines that are open", async () => {
    const { small } = await tell();
    const proceeding = await small.create("proceeding", {
      title: "Claim of a company",
      forum: "Example court",
      sum: 400_000,
      currency: "EUR",
    });
    await small.create("deadline", { title: "Answer to the claim", proceeding, due: "2026-12-14" });
    const draft = await small.create("document", {
      title: "Brief",
      template: "slapp-brief",
      language: "en",
      proceeding,
    });
    const { document } = await previewDraft(small.workspace, options(draft));
    const tables = document.parts.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "table"));
    const indicators = tables.find((block) => block.kind === "table" && block.name === "indicators");
    expect(indicators).toMatchObject({ rows: { length: 10 } });
    expect(JSON.stringify(tables)).toContain("Answer to the claim");
    expect(JSON.stringify(indicators)).toContain("a person says whether it is out of proportion");
  });
});

describe("the vocabulary of templates", () => {
  it("has every template, and no other", () => {
    expect(documentTemplates.map(({ name }) => name)).toEqual([...documentTemplateCodes]);
  });
});
