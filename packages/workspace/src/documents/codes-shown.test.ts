// No document shows a reader a code of a vocabulary: each is told by the words of its term, in the language of the document.
import type { Json, RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { documentTemplates, textsOf } from "@tocsin/publish";
import { kindOf, valuesOf, type Fields, type Registry } from "@tocsin/records";
import { beforeAll, describe, expect, it } from "vitest";
import { createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { previewDraft } from "./publish-draft.ts";

const tool = { name: "Tocsin", version: "0.1.0" };
/** What people write, in the language of the document that could be mistaken for a code least. */
const words = { text: "كلمات مكتوبة", lang: "ar" };

/** The code of a vocabulary that looks least like a word: one with dots or dashes where there is one. */
function codeOf(registry: Registry, vocabulary: string): string {
  if (vocabulary === "countries") return "XA";
  const codes = registry.vocabularies.get(vocabulary)?.terms.map(({ code }) => code) ?? [];
  return (
    codes.find((code) => code.includes(".")) ?? codes.find((code) => code.includes("-")) ?? codes[0] ?? ""
  );
}

/** Every field of a kind that holds a code, filled with one. */
function coded(registry: Registry, kind: string): Readonly<Record<string, Json>> {
  const fields: Fields = kindOf(registry, kind).fields;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { type, vocabulary = "", fixed, needs }]): [string, Json][] => {
      if (fixed === true || needs !== undefined || (type !== "code" && type !== "codes")) return [];
      const code = codeOf(registry, vocabulary);
      return [[name, type === "code" ? code : [code]]];
    }),
  );
}

interface Told {
  readonly small: SmallWorkspace;
  readonly subjects: Readonly<Record<string, RecordId>>;
  readonly records: readonly RecordId[];
}

async function tell(): Promise<Told> {
  const small = await createSmallWorkspace();
  const { registry, view } = small.workspace;
  const make = (kind: string, values: object): Promise<RecordId> =>
    small.create(kind, { ...coded(registry, kind), ...values });
  await small.workspace.run("commitment.load", {});
  const { rows } = await view.list({ kind: "commitment", limit: 3 });
  const commitments = rows.map(({ id }) => id);
  const at = { country: "XA", region: "الشمال" };
  const caseId = await make("case", { title: words, flags: [] });
  const source = await make("source", { title: words, case: caseId });
  const incident = await make("incident", {
    title: words,
    case: caseId,
    where: at,
    when: "2025-05",
    commitments,
    sources: [source],
  });
  await make("incident", { title: words, case: caseId, where: { country: "XA" }, commitments });
  const person = await make("person", { name: words, flags: [] });
  await make("involvement", { incident, person, case: caseId });
  await make("consent", { person, case: caseId, scope: words });
  const measure = await make("measure", { title: words, where: at, incidents: [incident], commitments });
  const proceeding = await make("proceeding", { title: words, case: caseId, commitments });
  await make("action", { title: words, case: caseId, incidents: [incident] });
  await make("statement", { words, case: caseId, incident, source, cited: words });
  return { small, subjects: { case: caseId, measure, proceeding }, records: [incident, ...commitments] };
}

/** Latin words in a row: a code without words is shown with spaces for its dashes. What goes on with a slash is a symbol. */
const latin = /[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*)*(?![\w/])/gu;

function codesIn(texts: readonly string[], codes: ReadonlySet<string>): readonly string[] {
  return texts.flatMap((text) =>
    (text.match(latin) ?? []).flatMap((run) => {
      const shown = run.replace(/[.]$/u, "");
      return codes.has(shown) ? [`${shown}: ${text}`] : [];
    }),
  );
}

let told: Told;
let codes: ReadonlySet<string>;
let references: readonly string[];
beforeAll(async () => {
  told = await tell();
  const { registry, view } = told.small.workspace;
  const all = [...registry.vocabularies.values()].flatMap(({ terms }) => terms.map(({ code }) => code));
  const states = await view.readMany(told.records);
  references = states.flatMap((state) => {
    const { reference } = valuesOf(state);
    return typeof reference === "string" ? [reference] : [];
  });
  codes = new Set(all.filter((code) => code.length > 1).flatMap((code) => [code, code.replaceAll("-", " ")]));
}, 60_000);

async function textsIn(template: string, language: string): Promise<readonly string[]> {
  const { small, subjects, records } = told;
  const translator: Translator = createTranslator(language, await loadCatalogues(language));
  const document = await small.make("document.begin", {
    ...subjects,
    country: "XA",
    template,
    title: words,
    language,
    records,
  });
  const chosen = documentTemplates.find(({ name }) => name === template);
  for (const { name } of chosen?.parts ?? [])
    await small.make("document.write", { document, part: name, text: words });
  const { document: model } = await previewDraft(small.workspace, {
    document,
    translator,
    tool,
    sha256: sha256Of,
  });
  return textsOf(model).map(({ text }) => text);
}

describe.each(documentTemplates.map(({ name }) => name))("%s", (template) => {
  // Grades of one letter are what the field calls them. In Arabic every Latin word that is a code is one; in English some codes are words, so that only the others are looked for.
  it("shows no code in Arabic", async () => {
    expect(codesIn(await textsIn(template, "ar"), codes)).toEqual([]);
  });

  it("shows no code in English", async () => {
    const sure = new Set([...codes].filter((code) => /[.-]|^[A-Z]{2}$/u.test(code)));
    expect(codesIn(await textsIn(template, "en"), sure)).toEqual([]);
  });

  it("tells no commitment by its reference alone", async () => {
    const bare = /^(?:[A-Z]-[A-Z]+-\d+[\s,\p{Cf}]*)+$/u;
    expect(
      (await textsIn(template, "ar")).filter((text) => bare.test(text.replaceAll(/\p{Cf}/gu, ""))),
    ).toEqual([]);
  });
});

describe("a commitment that nobody worded otherwise", () => {
  const told = async (template: string, language: string): Promise<boolean> => {
    const { t } = createTranslator(language, await loadCatalogues(language));
    const label = t(`commitment.${references[0] ?? ""}.label`);
    return (await textsIn(template, language)).some((text) => text.includes(label));
  };

  it.each([
    ["case-report", "with what happened"],
    ["shadow-report", "in the table of a State and in notes"],
    ["open-letter", "in notes"],
  ])("stands in the words of the language of a %s, %s", async (template) => {
    for (const language of ["ar", "en", "fr"]) expect(await told(template, language), language).toBe(true);
  });
});
