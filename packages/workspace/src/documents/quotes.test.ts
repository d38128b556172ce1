// Words of people in documents: quoted where their consent covers the release, and in no edition otherwise.
import type { RecordId } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import type { Typesetter, WordWriter } from "@tocsin/publish";
import { valuesOf } from "@tocsin/records";
import { smallQuestionnaire } from "@tocsin/voices/fakes";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import { createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { codesOfBook } from "../voices/codebooks.ts";
import { makeQuestionnaire } from "../voices/make-questionnaire.ts";
import { publishDraft } from "./publish-draft.ts";

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const typesetter: Typesetter = { typeset: async ({ data }) => bytesOf(data) };
const wordWriter: WordWriter = { write: async (document) => bytesOf(document) };
const open = { attribution: "role-region", quote: true, reuse: "own-work" };
const words = "وصلتني رسالة تهديد";
let translator: Translator;
let small: SmallWorkspace;
let questionnaire: RecordId;
let code: RecordId;

beforeAll(async () => {
  translator = createTranslator("en", await loadCatalogues("en"));
});

beforeEach(async () => {
  small = await createSmallWorkspace();
  const content = smallQuestionnaire();
  const primitives = createFakePrimitives("quotes");
  questionnaire = (
    await makeQuestionnaire(small.workspace, { content, from: "", recipients: [], primitives })
  ).record;
  const codebook = await small.make("codebook.begin", {
    title: { text: "Codes", lang: "en" },
    starter: true,
  });
  code = (await codesOfBook(small.workspace.view, codebook))[0]?.record ?? codebook;
});

async function segmentWith(consent: object): Promise<RecordId> {
  await small.make("contribution.write", {
    questionnaire,
    carrier: "paper",
    answered: "2026-11-20",
    writtenIn: "ar",
    contributor: { role: "محامية", region: "وادي المثال" },
    answers: [{ question: "what", item: 0, value: words, consent }],
  });
  const [answer] = await allOf(small.workspace.view, "contributionAnswer");
  await small.workspace.run("segment.code", {
    answer: answer?.id,
    start: 0,
    end: 18,
    quote: words,
    code,
    coder: { text: "Example Coder", lang: "en" },
  });
  const [segment] = await allOf(small.workspace.view, "segment");
  if (segment === undefined) throw new Error("nothing was coded");
  return segment.id;
}

/** Every edition of a letter that quotes the segment on a line of its own, and names it behind a sentence. */
async function editions(segment: RecordId, typed = "", about: object = {}): Promise<string> {
  const document = await small.create("document", {
    ...about,
    title: "Letter",
    template: "open-letter",
    language: "en",
  });
  const parts = { salutation: "Dear", demands: "- Stop", signatories: "Example" };
  const letter = `They were threatened.[^${segment}]\n[^${segment}]\n${typed}`;
  for (const [part, text] of Object.entries({ ...parts, letter }))
    await small.make("document.write", { document, part, text: { text, lang: "en" } });
  const published = await publishDraft(small.workspace, {
    document,
    translator,
    tool: { name: "tocsin", version: "0.1.0" },
    sha256: sha256Of,
    typesetter,
    wordWriter,
    approvedBy: "Example Approver",
    lang: "en",
    formats: ["pdf", "docx", "html", "json"],
  });
  const { json, html, csv, pdf, docx } = published;
  return [json, html, csv, pdf, docx]
    .map((bytes) => (bytes === null ? "" : new TextDecoder().decode(bytes)))
    .join("\n");
}

describe("words of people in a document", () => {
  it("are quoted in their own language, and said to be whose as far as that was allowed", async () => {
    const out = await editions(await segmentWith(open));
    expect(out).toContain(words);
    expect(out).toContain("محامية, وادي المثال");
    expect(out).not.toContain("may not be quoted");
  });

  it.each([
    ["without consent to be quoted", { ...open, quote: false }],
    ["allowed for the consultation alone", { ...open, reuse: "here" }],
    ["to be kept until a day that is past", { ...open, until: "2026-11-22" }],
  ])("stand in no edition: %s", async (_, consent) => {
    const out = await editions(await segmentWith(consent), `As one of them wrote: ${words}.`);
    expect(out).not.toContain(words);
    expect(out).not.toContain("تهديد");
    expect(out).not.toContain("محامية");
    expect(out).toContain("Words of a contribution that may not be quoted here");
  });

  it("that were allowed for their consultation alone stand in its report, and in that of no other", async () => {
    const segment = await segmentWith({ ...open, reuse: "here" });
    const other = await small.create("questionnaire", { title: "Another", name: "another" });
    expect(await editions(segment, "", { questionnaire })).toContain(words);
    expect(await editions(segment, "", { questionnaire: other })).not.toContain(words);
  });

  it("are in no report of their consultation without consent to be quoted", async () => {
    const segment = await segmentWith({ ...open, reuse: "here", quote: false });
    expect(await editions(segment, "", { questionnaire })).not.toContain(words);
  });

  it("stand in none once they were taken back", async () => {
    const segment = await segmentWith(open);
    const [answer] = await allOf(small.workspace.view, "contributionAnswer");
    if (answer === undefined) throw new Error("no answer");
    expect(valuesOf(answer)["mayQuote"]).toBe(true);
    await small.make("record.change", { record: answer.id, patch: { withdrawn: { set: "2026-11-22" } } });
    expect(await editions(segment)).not.toContain(words);
  });
});
