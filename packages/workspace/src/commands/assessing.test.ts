// One assessment from its beginning to its final levels: two raters, differences, dissent, a reply, and what may not happen.
import type { Json, RecordId } from "@tocsin/core";
import { valuesOf, type RecordState } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import type { AssessmentPage } from "../queries/assessment-page.ts";
import type { RecordPage } from "../queries/record-show.ts";
import { codeOf, createSmallWorkspace, start, type SmallWorkspace } from "../small-workspace.fake.ts";
import { ourInstrument } from "./our-instrument.fake.ts";

const english = (text: string) => ({ text, lang: "en" });
const day = 86_400_000;

let now: number;
let small: SmallWorkspace;
let assessment: RecordId;
beforeEach(async () => {
  now = start;
  small = await createSmallWorkspace({ clock: () => now });
  await small.workspace.run("commitment.load", {});
  await small.make("instrument.add", { content: ourInstrument });
  assessment = await small.make("assessment.begin", {
    instrument: "our-form",
    title: english("Example State, 2025"),
    country: "XX",
    period: "2025",
  });
});

const ask = async <Answer>(name: string, input: unknown): Promise<Answer> =>
  (await small.workspace.ask(name, input)) as Answer;
const page = (rating?: RecordId): Promise<AssessmentPage> =>
  ask("assessment.page", { assessment, ...(rating === undefined ? {} : { rating }) });
const valuesIn = async (id: RecordId): Promise<Readonly<Record<string, Json>>> =>
  valuesOf((await small.workspace.view.read(id)) as RecordState);
const begin = (rater: string): Promise<RecordId> =>
  small.make("rating.begin", { assessment, rater: english(rater) });
const answer = (rating: RecordId, question: string, level: string, reasons = `why ${level}`) =>
  small.workspace.run("rating.answer", { rating, question, level, reasons: english(reasons) });
const refused = (name: string, input: unknown): Promise<unknown> =>
  codeOf(() => small.workspace.run(name, input));

/** Two closed sheets that differ on `law` (and so on `gap`), and agree on `use`. */
async function rated(): Promise<readonly [RecordId, RecordId]> {
  const [first, second] = [await begin("Rater One"), await begin("Rater Two")];
  await answer(first, "law", "partly");
  await answer(first, "gap", "not-met");
  await answer(first, "use", "no-information", "Looked in the budget of 2025.");
  await answer(second, "law", "met");
  await answer(second, "use", "no-information", "Asked the ministry.");
  for (const rating of [first, second]) await small.make("rating.close", { rating });
  return [first, second];
}

describe("assessment.begin", () => {
  it("keeps the version of the instrument, and is held against what it asks about", async () => {
    const values = await valuesIn(assessment);
    expect(values).toMatchObject({ instrument: "our-form", edition: 1, assessed: "state", country: "XX" });
    expect(values["commitments"]).toHaveLength(1);
  });

  it("keeps an old answer's version when a new one is added", async () => {
    const second = { ...ourInstrument, version: 2, questions: ourInstrument.questions.slice(0, 1) };
    await small.make("instrument.add", { content: [second] });
    const later = await small.make("assessment.begin", {
      instrument: "our-form",
      title: english("Later"),
      country: "XX",
      period: "2026",
    });
    expect((await valuesIn(later))["edition"]).toBe(2);
    expect((await page()).questions).toHaveLength(3);
  });

  it("refuses what the instrument is not for, and what is not there", async () => {
    const said = { title: english("x"), period: "2025" };
    expect(await refused("assessment.begin", { ...said, instrument: "our-form" })).toBe("records.bad-input");
    expect(await refused("assessment.begin", { ...said, instrument: "our-form", assessed: "company" })).toBe(
      "records.bad-input",
    );
    expect(await refused("assessment.begin", { ...said, instrument: "nothing", country: "XX" })).toBe(
      "records.not-found",
    );
    expect(await refused("assessment.begin", { ...said, instrument: "slapp-screening", country: "XX" })).toBe(
      "records.bad-input",
    );
    const wrong = await small.create("measure", { title: "A decree" });
    expect(
      await refused("assessment.begin", { ...said, instrument: "slapp-screening", subject: wrong }),
    ).toBe("records.not-found");
  });

  it("names what is for a group of States only in one of them", async () => {
    const references = async (country: string): Promise<number> => {
      const begun = await small.make("assessment.begin", {
        instrument: "anti-slapp-law",
        title: english(country),
        country,
        period: "2026",
      });
      return ((await valuesIn(begun))["commitments"] as readonly Json[]).length;
    };
    expect((await references("FR")) - (await references("DK"))).toBe(10);
    expect((await references("DK")) - (await references("XX"))).toBe(1);
  });
});

describe("sheets", () => {
  it("are closed to the other rater, on every page, until both have closed", async () => {
    const [first, second] = [await begin("Rater One"), await begin("Rater Two")];
    await answer(first, "law", "not-met", "A secret law.");
    for (const other of [second, undefined]) {
      const seen = await page(other);
      expect(seen.isClosedToOthers).toBe(true);
      expect(JSON.stringify(seen)).not.toContain("A secret law");
      expect(seen.questions.flatMap(({ ratings, level }) => [...ratings, level])).toEqual([null, null, null]);
      expect(seen.agreement).toBeNull();
    }
    expect(JSON.stringify(await page(first))).toContain("A secret law");
    await answer(first, "gap", "met");
    await answer(first, "use", "met");
    await small.make("rating.close", { rating: first });
    expect(JSON.stringify(await page(second))).not.toContain("A secret law");
    await answer(second, "law", "met");
    await answer(second, "use", "met");
    await small.make("rating.close", { rating: second });
    expect(JSON.stringify(await page(second))).toContain("A secret law");
  });

  it("take a level for every question that applies, with reasons, before they close", async () => {
    const rating = await begin("Rater One");
    expect(await refused("rating.close", { rating })).toBe("workspace.not-ready");
    await answer(rating, "law", "met");
    await small.workspace.run("rating.answer", { rating, question: "use", level: "no-information" });
    expect((await page(rating)).sheets[0]?.lacking).toBe(1);
    expect(await refused("rating.close", { rating })).toBe("workspace.not-ready");
    await answer(rating, "use", "no-information", "Looked in the gazette.");
    await small.make("rating.close", { rating });
    expect((await page(rating)).sheets[0]).toMatchObject({ rater: "Rater One", lacking: 0 });
  });

  it("keep an answer's parts that are not said again, in one record for each question", async () => {
    const rating = await begin("Rater One");
    const paper = await small.create("evidence", { title: "The gazette" });
    await small.workspace.run("rating.answer", { rating, question: "law", level: "met", evidence: [paper] });
    await small.workspace.run("rating.answer", {
      rating,
      question: "law",
      reasons: english("Because"),
      statedReason: english("They say that it is for safety."),
      confidential: english("2 confidential testimonies"),
    });
    await small.workspace.run("rating.answer", { rating, question: "law", level: "partly" });
    expect((await page(rating)).questions[0]?.answers[0]).toMatchObject({
      level: "partly",
      reasons: english("Because"),
      statedReason: english("They say that it is for safety."),
      confidential: english("2 confidential testimonies"),
      evidence: [paper],
    });
    expect(await small.workspace.view.count("answer")).toBe(1);
    const same = { rating, question: "law", level: "partly" };
    expect((await small.workspace.run("rating.answer", { rating, question: "law" })).operations).toBe(0);
    expect((await small.workspace.run("rating.answer", same)).operations).toBe(1);
  });

  it("take no answer once closed, none that is not asked, and no level that there is not", async () => {
    const [first] = await rated();
    const more = { rating: first, reasons: english("y"), level: "met" };
    expect(await refused("rating.answer", { ...more, question: "law" })).toBe("workspace.closed");
    expect(await refused("rating.close", { rating: first })).toBe("workspace.closed");
    const third = await begin("Rater Three");
    expect(await refused("rating.answer", { ...more, rating: third, question: "verdict" })).toBe(
      "records.bad-input",
    );
    expect(await refused("rating.answer", { ...more, rating: third, question: "law", level: "guilty" })).toBe(
      "records.unknown-code",
    );
  });
});

describe("differences", () => {
  it("are shown, with how far the raters agreed and a distribution with its coverage", async () => {
    await rated();
    const { questions, distributions, agreement, obstacles } = await page();
    expect(questions.map(({ how, level }) => [how, level])).toEqual([
      ["differs", null],
      ["differs", null],
      ["agreed", "no-information"],
    ]);
    expect(distributions).toEqual([
      {
        scale: "safeguard",
        levels: { met: 0, partly: 0, "not-met": 0 },
        rated: 0,
        noInformation: 1,
        open: 2,
        asked: 3,
      },
    ]);
    expect(agreement?.nominal.alpha).toBeCloseTo(0.4, 12);
    expect(obstacles).toEqual(["differences"]);
  });

  it("are settled with reasons, the ratings stay, and dissent is kept", async () => {
    await rated();
    const settle = (question: string, more: object = {}) =>
      small.workspace.run("assessment.settle", {
        assessment,
        question,
        level: "partly",
        reasons: english("The decree came late."),
        ...more,
      });
    await settle("law", { dissent: english("Rater Two goes on to see it met.") });
    await settle("gap");
    const { questions, obstacles, distributions } = await page();
    expect(questions[0]).toMatchObject({
      how: "settled",
      level: "partly",
      hasDissent: true,
      ratings: ["partly", "met"],
      settlement: { dissent: english("Rater Two goes on to see it met.") },
    });
    expect(distributions[0]).toMatchObject({ rated: 2, noInformation: 1, open: 0, asked: 3 });
    expect(obstacles).toEqual([]);
    // Said again, it is the same record.
    await settle("gap", { level: "not-met" });
    expect((await page()).questions[1]).toMatchObject({ level: "not-met", hasDissent: false });
    expect(await small.workspace.view.count("settlement")).toBe(2);
  });

  it("and the answers before them are told by the words of their question", async () => {
    const [rating] = await rated();
    const reasons = english("The decree came late.");
    await small.workspace.run("assessment.settle", { assessment, question: "law", level: "partly", reasons });
    const shown = async (state: RecordState | undefined): Promise<RecordPage> =>
      ask("record.show", { record: state?.id });
    const { view } = small.workspace;
    const [settlement] = await view.linked(assessment, { kind: "settlement", field: "assessment" });
    expect(await shown(settlement)).toMatchObject({
      label: "law",
      question: { lang: "en", text: "Is law there?", translations: {} },
    });
    const answers = await view.linked(rating, { kind: "answer", field: "rating" });
    const use = answers.find((each) => valuesOf(each)["question"] === "use");
    expect(await shown(use)).toMatchObject({ question: { text: "Is use there?" } });
    expect(await ask<RecordPage>("record.show", { record: assessment })).not.toHaveProperty("question");
    const asked = { question: { text: "Is law there?" } };
    expect(await ask("record.list", { kind: "settlement" })).toMatchObject({ rows: [asked] });
    expect(await ask("record.list", { kind: "answer" })).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ id: use?.id, label: "use" })]) as unknown,
    });
    expect(await ask("activity", { kind: "settlement" })).toMatchObject({ rows: [asked] });
    expect(
      await ask("record.linked", { record: assessment, kind: "settlement", field: "assessment" }),
    ).toMatchObject([asked]);
    const { rows } = await ask<{ rows: readonly object[] }>("record.list", { kind: "assessment" });
    expect(rows.some((row) => "question" in row)).toBe(false);
  });

  it("are settled only where there are any, after both sheets are closed", async () => {
    const open = { assessment, question: "law", level: "met", reasons: english("r") };
    await begin("Rater One");
    expect(await refused("assessment.settle", open)).toBe("workspace.not-ready");
  });

  it("cannot be settled where raters agreed", async () => {
    await rated();
    const said = { assessment, question: "use", level: "met", reasons: english("r") };
    expect(await refused("assessment.settle", said)).toBe("records.bad-input");
  });
});

describe("the right of reply", () => {
  const invite = (more: object = {}) =>
    small.make("reply.invite", {
      assessment,
      to: english("Ministry of Example"),
      deadline: "2026-12-24",
      zone: "Africa/Cairo",
      ...more,
    });

  it("waits until the day has ended there; silence is no silence before", async () => {
    const reply = await invite();
    expect((await page()).replies[0]).toMatchObject({ state: "waiting", zone: "Africa/Cairo" });
    expect(await refused("reply.silence", { reply })).toBe("workspace.not-ready");
    now = Date.parse("2026-12-24T22:00:00Z");
    expect((await page()).replies[0]).toMatchObject({ state: "overdue" });
    await small.make("reply.silence", { reply });
    expect((await page()).replies[0]).toMatchObject({ state: "silent", words: null });
  });

  it("keeps a reply word for word, also late, and only one", async () => {
    const reply = await invite();
    now += 60 * day;
    await small.make("reply.silence", { reply });
    const words = { text: "  هذا غير صحيح.\n\nWe reject it.  ", lang: "ar" };
    await small.make("reply.receive", { reply, words });
    expect((await page()).replies[0]).toMatchObject({ state: "received-late", words });
    expect(await refused("reply.receive", { reply, words: english("And more") })).toBe("workspace.closed");
  });

  it("takes one exact day and a time zone that is known", async () => {
    for (const wrong of [{ zone: "Mars/Olympus" }, { deadline: "2026-12" }, { deadline: "2026-12-24?" }])
      expect(await codeOf(() => invite(wrong))).toBe("records.bad-input");
  });

  it("holds the final level back while it is waited for", async () => {
    const [first] = [await begin("Rater One")];
    await answer(first, "law", "met");
    await answer(first, "use", "met");
    await small.make("rating.close", { rating: first });
    const reply = await invite();
    const finish = { assessment, loneReason: english("Only one of us reads the language.") };
    expect(await refused("assessment.finish", finish)).toBe("workspace.not-ready");
    await small.make("reply.receive", { reply, words: english("No comment.") });
    await small.make("assessment.finish", finish);
    expect((await page()).finished).not.toBeNull();
  });
});

describe("assessment.finish", () => {
  it("needs two raters or a reason why one is enough, and then stands", async () => {
    const rating = await begin("Rater One");
    await answer(rating, "law", "met");
    await answer(rating, "use", "met");
    expect(await refused("assessment.finish", { assessment })).toBe("workspace.not-ready");
    await small.make("rating.close", { rating });
    expect((await page()).obstacles).toEqual(["one-rater"]);
    expect(await refused("assessment.finish", { assessment })).toBe("workspace.not-ready");
    expect(await refused("assessment.finish", { assessment, loneReason: english("") })).toBe(
      "records.bad-value",
    );
    await small.make("assessment.finish", { assessment, loneReason: english("A small country.") });
    expect(await page()).toMatchObject({ obstacles: [], loneReason: english("A small country.") });
    for (const [name, input] of [
      ["assessment.finish", { assessment }],
      ["rating.begin", { assessment, rater: english("Late") }],
      ["assessment.settle", { assessment, question: "law", level: "met", reasons: english("r") }],
    ] as const)
      expect(await refused(name, input)).toBe("workspace.closed");
  });
});
