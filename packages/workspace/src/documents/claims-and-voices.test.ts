// What the sentences of a report stand on, and what it still owes.
import type { RecordId } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { smallQuestionnaire } from "@tocsin/voices/fakes";
import { beforeEach, describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import type { DocumentVoices } from "../queries/document-voices.ts";
import { createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { ClaimSupport } from "../voices/claim-support.ts";
import { codesOfBook } from "../voices/codebooks.ts";
import { makeQuestionnaire } from "../voices/make-questionnaire.ts";
import { draftOf } from "./draft.ts";
import { writtenClaims } from "./written-claims.ts";

const open = { attribution: "none", quote: true, reuse: "here" };
let small: SmallWorkspace;
let questionnaire: RecordId;
let risk: RecordId;
let affected: RecordId;

beforeEach(async () => {
  small = await createSmallWorkspace();
  const made = { content: smallQuestionnaire(), from: "", recipients: [] };
  questionnaire = (
    await makeQuestionnaire(small.workspace, { ...made, primitives: createFakePrimitives("claims") })
  ).record;
  const title = { text: "Codes", lang: "en" };
  const codebook = await small.make("codebook.begin", { title, starter: true });
  const codes = await codesOfBook(small.workspace.view, codebook);
  const first = (family: string) => codes.find((code) => code.family === family)?.record ?? codebook;
  [risk, affected] = [first("risk"), first("affected")];
});

interface Saying {
  readonly words: string;
  readonly region: string;
  readonly consent?: object;
  readonly against?: boolean;
  readonly code?: RecordId;
}

/** A contribution of one answer, coded as a whole. */
async function say({
  words,
  region,
  consent = open,
  against = false,
  code = risk,
}: Saying): Promise<RecordId> {
  await small.make("contribution.write", {
    questionnaire,
    carrier: "paper",
    answered: "2026-11-20",
    writtenIn: "en",
    contributor: { region },
    answers: [{ question: "what", item: 0, value: words, consent }],
  });
  const answers = await allOf(small.workspace.view, "contributionAnswer");
  const known = new Set((await allOf(small.workspace.view, "segment")).map(({ id }) => id));
  for (const answer of answers) {
    const coder = { text: "Example Coder", lang: "en" };
    const place = { answer: answer.id, start: 0, end: Array.from(words).length, quote: words };
    await small.workspace.run("segment.code", { ...place, code, coder, against }).catch(() => null);
  }
  const made = (await allOf(small.workspace.view, "segment")).find(({ id }) => !known.has(id));
  if (made === undefined) throw new Error("nothing was coded");
  return made.id;
}

async function report(text: string, more: object = { questionnaire }): Promise<RecordId> {
  const about = { title: "Report", template: "open-letter", language: "en", ...more };
  const document = await small.create("document", about);
  await small.make("document.write", { document, part: "letter", text: { text, lang: "en" } });
  return document;
}

async function supportFor(document: RecordId, records: readonly RecordId[]): Promise<ClaimSupport> {
  return (await small.workspace.ask("claim.support", { document, records })) as ClaimSupport;
}

describe("what a sentence stands on", () => {
  it("is counted by people and not by words, with their regions and groups", async () => {
    const one = await say({ words: "They followed me.", region: "North" });
    const two = await say({ words: "They came at night.", region: "north" });
    const three = await say({ words: "A child was asked.", region: "South", code: affected });
    const document = await report("They are followed.");
    const support = await supportFor(document, [one, two, three]);
    expect(support.contributors).toBe(3);
    expect(support.regions.map(({ contributors }) => contributors)).toEqual([2, 1]);
    expect(support.groups.map(({ code, contributors }) => [code, contributors])).toEqual([[affected, 1]]);
    expect(support.kinds).toEqual({ segment: 3 });
  });

  it("names who speaks against it, and counts nobody twice", async () => {
    const one = await say({ words: "They followed me.", region: "North" });
    const other = await say({ words: "Nobody follows anybody.", region: "South", against: true });
    const document = await report("They are followed.");
    const support = await supportFor(document, [one]);
    expect(support.against.map(({ segment }) => segment)).toEqual([other]);
    expect([support.contributors, support.contributorsAgainst]).toEqual([1, 1]);
    expect((await supportFor(document, [one, other])).contributors).toBe(1);
  });

  it("says of each quote whether consent covers it today, and why not", async () => {
    const covered = await say({ words: "They followed me.", region: "Here" });
    const closed = await say({ words: "They came.", region: "Here", consent: { ...open, quote: false } });
    const past = await say({
      words: "They called.",
      region: "Here",
      consent: { ...open, until: "2026-11-22" },
    });
    const quotes = [covered, closed, past];
    const whyIn = async (document: RecordId) =>
      (await supportFor(document, quotes)).quotes.map(({ why }) => why);
    expect(await whyIn(await report("Said."))).toEqual([null, "not-allowed", "past"]);
    expect(await whyIn(await report("Said.", {}))).toEqual(["other-use", "not-allowed", "other-use"]);
  });

  it("does not count who took it back", async () => {
    const one = await say({ words: "They followed me.", region: "North" });
    const [answer] = await allOf(small.workspace.view, "contributionAnswer");
    const patch = { withdrawn: { set: "2026-11-22" } };
    await small.make("record.change", { record: answer?.id, patch });
    const support = await supportFor(await report("Followed."), [one]);
    expect([support.contributors, support.quotes[0]?.why]).toEqual([0, "withdrawn"]);
  });
});

describe("what a report owes", () => {
  const owed = async (document: RecordId): Promise<DocumentVoices> =>
    (await small.workspace.ask("document.voices", { document })) as DocumentVoices;

  it("are its marked claims without a note, and voices that no sentence uses", async () => {
    const used = await say({ words: "They followed me.", region: "North" });
    const unused = await say({ words: "They came at night.", region: "South" });
    const document = await report(`They are followed.[^${used}] They come at night.[^?] It is dark.`);
    const { claims, open: still, unused: count, coded, unusedVoices } = await owed(document);
    expect([claims, count, coded]).toEqual([2, 1, 2]);
    expect(still.map(({ words, sentence }) => [words, sentence])).toEqual([["They come at night.", 2]]);
    expect(unusedVoices.map(({ segment }) => segment)).toEqual([unused]);
  });

  it("are no voices where it is the report of no consultation", async () => {
    await say({ words: "They followed me.", region: "North" });
    expect(await owed(await report("Something.", {}))).toMatchObject({ coded: 0, unusedVoices: [] });
  });

  it("gives notes without a mark to the last sentence, and takes a quotation for no claim", async () => {
    const one = await say({ words: "They followed me.", region: "North" });
    const document = await report(`First. Last.\n[^${one}]`);
    expect(writtenClaims(await draftOf(small.workspace.view, document))).toEqual([]);
    const again = await report("First. Last.");
    const written = { document: again, part: "letter", records: [one] };
    await small.make("document.write", { ...written, text: { text: "First. Last.", lang: "en" } });
    const claims = writtenClaims(await draftOf(small.workspace.view, again));
    expect(claims.map(({ words, records }) => [words, records])).toEqual([["Last.", [one]]]);
  });
});
