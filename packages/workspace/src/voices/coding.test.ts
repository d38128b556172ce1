// Coding: what a segment holds on to, what counts, how far coders agree, and what of the matrix may leave.
import type { RecordId } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { valuesOf } from "@tocsin/records";
import { parseQuestionnaire, questionsOf } from "@tocsin/voices";
import { smallQuestionnaire } from "@tocsin/voices/fakes";
import { beforeEach, describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";

import type { ActivityPage } from "../queries/activity.ts";
import type { CodingMatrix } from "../queries/coding-matrix.ts";
import type { CodingAnswer, CodingPage } from "../queries/coding-page.ts";
import type { QuestionnairePage } from "../queries/questionnaire-page.ts";
import type { ListPage } from "../queries/record-list.ts";
import type { RecordPage } from "../queries/record-show.ts";
import type { FoundRecord } from "../queries/search.ts";
import { codeOf, createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { CodingAgreement } from "./agreement-of-coders.ts";
import { codesOfBook, type BookCode } from "./codebooks.ts";
import { hideSmallCells } from "./hide-small-cells.ts";
import { makeQuestionnaire } from "./make-questionnaire.ts";

const said = "🎯 They followed me. رسالة تهديد came after.";
const least = { attribution: "none", quote: false, reuse: "here" };
const en = (text: string) => ({ text, lang: "en" });
/** What the question "what" says in the first language of its file. */
function questionSaidIn(content: unknown): string {
  const { questionnaire: read } = parseQuestionnaire(content);
  const found = read === null ? undefined : questionsOf(read).find(({ question }) => question.id === "what");
  return found?.question.text[read?.languages[0] ?? ""] ?? "not asked";
}

let small: SmallWorkspace;
let questionnaire: RecordId;
let codebook: RecordId;
let codes: readonly BookCode[];

const ask = <Page>(name: string, input: unknown): Promise<Page> =>
  small.workspace.ask(name, input) as Promise<Page>;
const first = (family: string, at = 0): RecordId => {
  const found = codes.filter((code) => code.family === family)[at];
  if (found === undefined) throw new Error(`no code of ${family}`);
  return found.record;
};

/** One more contributor, with one answer in words. */
async function told(words = said, more: object = {}): Promise<RecordId> {
  await small.make("contribution.write", {
    questionnaire,
    carrier: "paper",
    answered: "2026-11-20",
    writtenIn: "en",
    answers: [
      { question: "seen", value: "yes", consent: least },
      { question: "times", value: 1, consent: least },
      { question: "what", item: 0, value: words, consent: least },
    ],
    ...more,
  });
  const answers = await allOf(small.workspace.view, "contributionAnswer");
  const last = answers.filter((state) => valuesOf(state)["question"] === "what").at(-1);
  if (last === undefined) throw new Error("nothing was told");
  return last.id;
}

const followed = { start: 2, end: 19, quote: "They followed me." };
const give = (answer: RecordId, code: RecordId, more: object = {}) =>
  small.workspace.run("segment.code", { answer, ...followed, code, coder: en("Example Coder"), ...more });
const answerOf = (answer: RecordId, coder?: string): Promise<CodingAnswer> =>
  ask("coding.answer", { answer, ...(coder === undefined ? {} : { coder }) });
const matrix = (more: object = {}): Promise<CodingMatrix> => ask("coding.matrix", { questionnaire, ...more });

beforeEach(async () => {
  small = await createSmallWorkspace();
  const made = await makeQuestionnaire(small.workspace, {
    content: smallQuestionnaire(),
    from: "Example Organisation",
    recipients: [],
    primitives: createFakePrimitives("coding"),
  });
  questionnaire = made.record;
  codebook = await small.make("codebook.begin", { title: en("Consultation"), starter: true });
  codes = await codesOfBook(small.workspace.view, codebook);
});

describe("an answer on paper", () => {
  it("is named by what was asked, where it is found, listed, linked and logged", async () => {
    const answer = await told();
    const inList = await ask<ListPage>("record.list", { kind: "contributionAnswer" });
    const asked = inList.rows.find(({ id }) => id === answer)?.question;
    expect(asked?.text).toBe(questionSaidIn(smallQuestionnaire()));
    const hits = await ask<readonly FoundRecord[]>("search", { words: "followed" });
    expect(hits.find(({ id }) => id === answer)?.question).toEqual(asked);
    const page = await ask<RecordPage>("record.show", { record: answer });
    expect(page.question).toEqual(asked);
    const log = await ask<ActivityPage>("activity", { kind: "contributionAnswer" });
    expect(log.rows.find(({ record }) => record === answer)?.question).toEqual(asked);
    await small.workspace.run("coding.read", { answer, codebook, coder: en("Example Coder") });
    const [sheet] = await allOf(small.workspace.view, "codingSheet");
    const { labels } = await ask<RecordPage>("record.show", { record: sheet?.id });
    expect(labels[answer]?.question).toEqual(asked);
  });
  it("says whose it is in a list and on a coder's sheet, and what was asked beside a code that it was given", async () => {
    const answer = await told();
    await give(answer, first("risk"));
    const [contribution] = await allOf(small.workspace.view, "contribution");
    const whose = { id: contribution?.id, kind: "contribution" };
    const inList = await ask<ListPage>("record.list", { kind: "contributionAnswer" });
    expect(inList.rows.find(({ id }) => id === answer)?.of).toMatchObject(whose);
    await small.workspace.run("coding.read", { answer, codebook, coder: en("Example Coder") });
    const [sheet] = await allOf(small.workspace.view, "codingSheet");
    const { labels } = await ask<RecordPage>("record.show", { record: sheet?.id });
    expect(labels[answer]?.of).toMatchObject(whose);
    const page = await ask<RecordPage>("record.show", { record: contribution?.id });
    const coded = page.linked.find(({ kind }) => kind === "coding")?.rows[0]?.ends ?? [];
    const asked = coded.find(({ id }) => id === answer)?.question;
    expect(asked?.text).toBe(questionSaidIn(smallQuestionnaire()));
  });
  it("is written in with the consent of each answer, and counted on the page of its questionnaire", async () => {
    await told(said, { contributor: { region: "Example Valley" } });
    const page = await ask<QuestionnairePage>("questionnaire.page", { questionnaire });
    expect(page).toMatchObject({ files: 1, contributors: 1, answers: 3, quotable: 0 });
    expect(page.carriers).toEqual([{ carrier: "paper", files: 1 }]);
    expect(page.questions.find(({ question }) => question === "what")).toMatchObject({ answers: 1 });
  });

  it("to something else than is asked is refused whole", async () => {
    const bad = told(said, { answers: [{ question: "nobody", value: "x", consent: least }] });
    expect(await codeOf(() => bad)).toBe("records.bad-input");
    expect(await allOf(small.workspace.view, "contribution")).toEqual([]);
  });
});

describe("answers to code", () => {
  it("come as they were asked, though records of one moment come in any order", async () => {
    const items = [0, 1, 2];
    const each = items.flatMap((item) => [
      { question: "by-whom", item, value: `whom ${String(item)}`, consent: least },
      { question: "kinds", item, value: ["threat"], consent: least },
      { question: "what", item, value: `what ${String(item)}`, consent: least },
    ]);
    await told(said, {
      answers: [
        { question: "seen", value: "yes", consent: least },
        { question: "times", value: 3, consent: least },
        ...each,
      ],
    });
    const { answers } = await ask<CodingPage>("coding.page", { questionnaire });
    const words = await Promise.all(
      answers.map(async ({ answer }) => (await answerOf(answer)).original.text),
    );
    expect(words).toEqual(["what 0", "whom 0", "what 1", "whom 1", "what 2", "whom 2"]);
  });
});

describe("a segment", () => {
  it("is held by code points and by its words, and one place is one segment", async () => {
    const answer = await told();
    await give(answer, first("risk"));
    await give(answer, first("practice"));
    const arabic = { start: 20, end: 31, quote: "رسالة تهديد" };
    await give(answer, first("risk", 1), arabic);
    const page = await answerOf(answer);
    expect(page.segments.map(({ quote, stands, codings }) => [quote, stands, codings.length])).toEqual([
      ["They followed me.", "fits", 2],
      ["رسالة تهديد", "fits", 1],
    ]);
  });

  it("of other words than stand there is refused", async () => {
    const answer = await told();
    const other = give(answer, first("risk"), { start: 3, end: 20 });
    expect(await codeOf(() => other)).toBe("workspace.other-original");
    expect(await codeOf(() => give(answer, first("risk"), { start: 5, end: 5, quote: "x" }))).toBe(
      "records.bad-input",
    );
  });

  it("says so where the original is another text now", async () => {
    const answer = await told();
    await give(answer, first("risk"));
    const { kind, version } = { kind: "contributionAnswer", version: 1 };
    const patch = { words: { set: en("🎯 They followed me. Something else.") } };
    await small.workspace.write([{ kind, version, record: answer, act: "try", patch }]);
    expect((await answerOf(answer)).segments[0]?.stands).toBe("other-original");
  });
});

describe("what counts", () => {
  it("is one contributor however often they say it, and nothing of a machine before a person accepted it", async () => {
    const [risk, practice] = [first("risk"), first("practice")];
    const answer = await told();
    await give(answer, risk);
    await give(answer, risk, { start: 20, end: 31, quote: "رسالة تهديد" });
    const { records } = await give(answer, practice, { origin: "machine" });
    const cell = async (): Promise<number | null | undefined> => (await matrix()).cells[0]?.[0]?.contributors;
    expect(await cell()).toBe(0);
    const suggestion = records.at(-1);
    await small.workspace.run("coding.accept", { coding: suggestion, by: en("Example Reader") });
    expect(await cell()).toBe(1);
    await give(await told(), risk, { against: true });
    expect((await matrix()).rows[0]?.contributors).toBe(1);
    await small.workspace.run("coding.remove", { coding: suggestion });
    expect(await cell()).toBe(0);
  });

  it("goes on under the code that another was merged into, and the edition says that meanings changed", async () => {
    const [from, into] = [first("risk"), first("risk", 1)];
    await give(await told(), from);
    await give(await told(), into);
    await small.workspace.run("codebook.merge", { code: from, into });
    const { rows } = await matrix();
    expect(rows.map(({ code }) => code)).not.toContain(from);
    expect(rows.find(({ code }) => code === into)?.contributors).toBe(2);
    expect(await codeOf(() => small.workspace.run("codebook.merge", { code: into, into: from }))).toBe(
      "records.bad-input",
    );
    const page = await ask<CodingPage>("coding.page", { questionnaire });
    expect(page.book?.edition).toBe(2);
  });
});

describe("an answer that was taken back", () => {
  const takeBack = (record: RecordId) =>
    small.workspace.run("record.change", { record, patch: { withdrawn: { set: "2026-11-27" } } });

  it("counts in no cell and in no group, though the contributor stands as long as another answer does", async () => {
    const [risk, practice, women] = [first("risk"), first("practice"), first("affected")];
    const [gone] = [await told(), await told()];
    for (const code of [risk, practice, women]) await give(gone, code);
    expect((await matrix()).cells[0]?.[0]).toMatchObject({ contributors: 1 });
    await takeBack(gone);
    const page = await matrix();
    expect(page.contributors).toBe(2);
    expect(page.cells[0]?.[0]?.contributors).toBe(0);
    expect(page.groups.find(({ code }) => code === women)?.contributors).toBe(0);
    expect((await matrix({ group: women })).contributors).toBe(0);
  });

  it("takes its contributor out where it was the last one", async () => {
    await told();
    await told(said, { contributor: { region: "Example Valley" } });
    const { rows } = await small.workspace.view.list({ kind: "contribution" });
    const answers = await small.workspace.view.linked(rows[0]?.id ?? questionnaire, {
      kind: "contributionAnswer",
      field: "contribution",
    });
    for (const { id } of answers) {
      expect((await matrix()).contributors).toBe(2);
      await takeBack(id);
    }
    expect((await matrix()).contributors).toBe(1);
    expect((await matrix()).regions.reduce((sum, { contributors }) => sum + contributors, 0)).toBe(1);
  });
});

describe("two coders", () => {
  it("do not see each other's codes before they have been through the answer", async () => {
    const answer = await told();
    await give(answer, first("risk"));
    expect((await answerOf(answer, "Second Coder")).segments).toEqual([]);
    await small.workspace.run("coding.read", { answer, codebook, coder: en("Second Coder") });
    expect((await answerOf(answer, "Second Coder")).segments).toHaveLength(1);
  });

  it("agree by alpha over what both have been through, and too little is called insufficient", async () => {
    const [one, other] = [en("First Coder"), en("Second Coder")];
    const agreement = (): Promise<CodingAgreement> => ask("coding.agreement", { questionnaire, codebook });
    const through = async (at: number): Promise<void> => {
      const answer = await told();
      for (const coder of [one, other]) {
        if (at % 2 === 0 || coder === one) await give(answer, first("risk", at % 3), { coder });
        await small.workspace.run("coding.read", { answer, codebook, coder });
      }
    };
    for (let at = 0; at < 9; at += 1) await through(at);
    expect(await agreement()).toMatchObject({ answers: 9, alpha: null, why: "insufficient" });
    await through(9);
    const { alpha, why, answers } = await agreement();
    expect([answers, why]).toEqual([10, null]);
    // By hand: 290 units; both 1 in 5, both 0 in 280, apart in 5. 1 - 579 * 10 / (2 * 15 * 565).
    expect(alpha).toBeCloseTo(1 - (579 * 10) / (2 * 15 * 565), 10);
  });
});

describe("a matrix that leaves", () => {
  it("hides small cells, and of the regions as many as it takes; empty cells stay", async () => {
    const regions = ["North", "north", "North", "North", "North", "North", "South", "South", "East", ""];
    const [risk, practice] = [first("risk"), first("practice")];
    for (const [at, region] of regions.entries()) {
      const answer = await told(said, region === "" ? {} : { contributor: { region } });
      await give(answer, risk);
      if (at < 7) await give(answer, practice);
      if (at < 2) await give(answer, first("practice", 1));
    }
    const whole = await matrix();
    expect(whole.regions.map(({ contributors }) => contributors)).toEqual([6, 2, 1, 1]);
    expect(whole.cells[0]?.slice(0, 3).map(({ contributors }) => contributors)).toEqual([7, 2, 0]);
    const out = hideSmallCells(whole, 5);
    // 10 tell of the risk and 7 of both: the other 3 would be told.
    expect(out.cells[0]?.slice(0, 3).map(({ contributors }) => contributors)).toEqual([null, null, 0]);
    // North alone would give the 4 others away, who are fewer than 5.
    expect(out.regions).toEqual([]);
    const some = await matrix({ group: practice });
    expect(some.contributors).toBe(7);
    expect(await codeOf(() => matrix({ group: practice, threshold: 5 }))).toBe("records.bad-input");
  });
});
