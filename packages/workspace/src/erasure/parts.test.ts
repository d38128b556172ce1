// What goes with a person and with a case, for every kind; and that no link of a kind was left undecided.
import type { RecordId } from "@tocsin/core";
import { beforeEach, describe, expect, it } from "vitest";
import { createBuiltInRegistry } from "../registry.ts";
import { sha256Of } from "../small-workspace.fake.ts";
import { parts } from "./parts.ts";
import { planErasure } from "./plan.ts";
import { chosenIn, tellStory, type Story } from "./story.fake.ts";

/** Links by which a record does not go with what they lead to. */
const staying: ReadonlySet<string> = new Set([
  // Taken as roots of their own, where that consent is what is withdrawn.
  "evidence.consent",
  // What rests on other things stands without them.
  "incident.sources",
  "incident.evidence",
  "incident.findings",
  "incident.commitments",
  "source.evidence",
  "statement.evidence",
  "action.evidence",
  "measure.evidence",
  "proceeding.evidence",
  // About several incidents, or about none: with the case, or by a choice of its own.
  "action.incidents",
  "action.reprisalIncident",
  "proceeding.incidents",
  // A measure is of a State or company, beyond one case.
  "measure.incidents",
  "measure.case",
  "measure.sources",
  "measure.commitments",
  // What is promised stands by itself, and so does an assessment that another one took the place of.
  "proceeding.commitments",
  "engagement.commitment",
  "commitment.provision",
  "recommendation.commitments",
  "resource.commitments",
  "resource.related",
  // A document that others wrote stays cited when our copy of it has gone.
  "resource.copy",
  "assessment.commitments",
  "ask.commitments",
  "negotiation.earlier",
  // The sealed original is evidence of its own, and a paragraph stays what it is without the one before.
  "draft.evidence",
  "draftParagraph.follows",
  "ledgerEntry.paragraphs",
  // What was moved in the room stays known without the draft or the paragraph that it was moved on.
  "amendment.draft",
  "amendment.paragraph",
  "sponsorList.draft",
  "position.paragraph",
  // An earlier text says the same without the paragraph that it was looked up for.
  "agreedLanguage.negotiation",
  "agreedLanguage.paragraph",
  "agreedLanguage.provision",
  "handOver.provision",
  "handOver.earlier",
  "handOver.asks",
  "handOver.entries",
  "assessment.form",
  "assessment.supersedes",
  "answer.evidence",
  "rightOfReply.release",
  "rightOfReply.evidence",
  // Bodies that are named in what is about something else.
  "action.organisation",
  "measure.organisation",
  "measure.vendor",
  "measure.addressee",
  "source.organisation",
  "statement.organisation",
  // Always the row's own table, with which it goes anyway.
  "tableRow.withdrawnWith",
  // Said to be two: neither goes with the other.
  "incident.notSame",
  "person.notSame",
  "organisation.notSame",
  // What is kept of what has left or was erased, and the duty to keep.
  // A draft about what a State does is about more than one measure, and a claim rests on more than one record.
  "document.measure",
  // A report may quote answers that are for it alone; it stands without them.
  "document.questionnaire",
  "documentPart.records",
  "release.case",
  "release.records",
  "release.document",
  "release.files",
  "release.acknowledged",
  // The same form or the same words, from another file; the questionnaire goes with its contributions.
  "contribution.alike",
  "contribution.earlier",
  "contributionAnswer.questionnaire",
  // What was decided of several signatures holds for the others when one is erased.
  "signerDecision.signatures",
  "signerDecision.keeps",
  // It goes with its answer; a code that another one took the place of stays known.
  "coding.counts",
  "codebookCode.mergedInto",
  "codingSheet.read",
  // That readable copies lie outside stays known until a person has deleted them.
  "clearCopy.release",
  "retention.of",
  "retention.case",
  "erasure.of",
]);

describe("the table of what hangs on what", () => {
  it("decides for every link of every kind", () => {
    const decided = new Set([
      ...staying,
      ...parts.flatMap(({ kind, on, orCase }) => [
        ...Object.keys(on).map((field) => `${kind}.${field}`),
        ...(orCase === true ? [`${kind}.case`] : []),
      ]),
    ]);
    const links = [...createBuiltInRegistry().kinds].flatMap(([kind, { fields }]) =>
      Object.entries(fields)
        .filter(([, { type }]) => type === "link" || type === "links")
        .map(([field]) => `${kind}.${field}`),
    );
    expect(links.filter((link) => !decided.has(link))).toEqual([]);
    expect([...decided].filter((link) => !links.includes(link))).toEqual([]);
  });
});

describe("the kinds of a case file", () => {
  let story: Story;
  const create = (kind: string, values: Readonly<Record<string, unknown>>): Promise<RecordId> =>
    story.small.create(kind, values);
  beforeEach(async () => {
    story = await tellStory();
  });

  it("go with the person: their words, who they are a source as, their relations, and who is in nothing else", async () => {
    const { person, other, consent, small } = story;
    const child = await create("person", { name: "Chris Example" });
    const twice = await create("person", { name: "W. Example" });
    await small.make("record.change", { record: child, patch: { country: { set: "FR" } } });
    const said = await create("statement", { words: "They came at night", person });
    const source = await create("source", { title: "Her own account", person });
    const relation = await create("relation", { relation: "guardian", person, to: child });
    const toOther = await create("relation", { relation: "friend", person, to: other });
    const others = await create("statement", { words: "I saw it", person: other });
    const chosen = chosenIn(await planErasure(small.workspace, { consent }, { sha256: sha256Of }));
    for (const id of [person, said, source, relation, toOther, child]) expect(chosen.has(id)).toBe(true);
    // Nobody has said that these are one person.
    for (const id of [other, others, twice]) expect(chosen.has(id)).toBe(false);
  });

  it("go with the case: what was done, what goes on in court, what is due, what was said", async () => {
    const { small, case: caseId, alone, together } = story;
    const proceeding = await create("proceeding", { title: "The appeal", case: caseId });
    const expected = [
      proceeding,
      await create("hearing", { title: "First day", proceeding }),
      await create("deadline", { title: "To appeal", proceeding }),
      await create("deadline", { title: "To answer", case: caseId }),
      await create("action", { title: "A letter", case: caseId }),
      await create("statement", { words: "We regret it", incident: alone }),
      await create("statement", { words: "We do not", case: caseId }),
      await create("eventLink", { link: "before", from: alone, to: together }),
      await create("task", { title: "Ring her", about: alone }),
    ];
    const measure = await create("measure", { title: "A decree", case: caseId });
    const retention = await create("retention", { reason: "Over", of: caseId, until: "2026-01-01" });
    const chosen = chosenIn(await planErasure(small.workspace, { retention }, { sha256: sha256Of }));
    expect(expected.filter((id) => !chosen.has(id))).toEqual([]);
    expect(chosen.has(measure)).toBe(false);
  });
});
