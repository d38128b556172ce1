// What a rater wrote, seen from every general page: nothing of it before all sheets are closed.
import type { RecordId } from "@tocsin/core";
import { beforeEach, describe, expect, it } from "vitest";
import type { AssessmentPage } from "../queries/assessment-page.ts";
import type { OverlappingAssessment } from "../queries/assessment-overlaps.ts";
import { codeOf, createSmallWorkspace, start, type SmallWorkspace } from "../small-workspace.fake.ts";

const english = (text: string) => ({ text, lang: "en" });
const secret = "Xanadu";
const question = "law";

let small: SmallWorkspace;
let assessment: RecordId;
let sheets: readonly RecordId[];
let answer: RecordId;
let source: RecordId;

const ask = async <Answer>(name: string, input: unknown): Promise<Answer> =>
  (await small.workspace.ask(name, input)) as Answer;
const write = (rating: RecordId | undefined, patch: object, more: object = {}): Promise<unknown> =>
  small.workspace.run("rating.write", { rating, question, patch, ...more });
const refused = (name: string, input: unknown): Promise<unknown> =>
  codeOf(() => small.workspace.run(name, input));
const page = (rating: RecordId | undefined): Promise<AssessmentPage> =>
  ask("assessment.page", { assessment, rating });
const written = async (rating: RecordId | undefined) =>
  (await page(rating)).questions[0]?.answers.find((each) => each.rating === rating);

beforeEach(async () => {
  small = await createSmallWorkspace({ clock: () => start });
  await small.workspace.run("commitment.load", {});
  await small.make("instrument.add", {
    content: {
      id: "our-form",
      version: 1,
      lang: "en",
      title: "Our form",
      about: "Of our own.",
      subjects: ["state"],
      commitments: ["C-GEN-1"],
      questions: [
        {
          id: question,
          text: "Is it there?",
          help: "Look.",
          evidence: "Papers.",
          sources: [{ key: "limits" }],
          levels: { met: "Yes.", partly: "In part.", "not-met": "No." },
        },
      ],
    },
  });
  assessment = await small.make("assessment.begin", {
    instrument: "our-form",
    title: english("Example State, 2025"),
    country: "XX",
    period: "2025",
  });
  sheets = [
    await small.make("rating.begin", { assessment, rater: english("Rater One") }),
    await small.make("rating.begin", { assessment, rater: english("Rater Two") }),
  ];
  source = await small.create("source", { title: "A decree" });
  answer = await small.make("rating.write", {
    rating: sheets[0],
    question,
    patch: {
      level: { set: "partly" },
      reasons: { set: english(`${secret} says so.`) },
      evidence: { add: [source] },
    },
  });
});

describe("an answer on an open sheet", () => {
  const everywhere = async (): Promise<readonly string[]> => {
    const asked: readonly (readonly [string, object])[] = [
      ["search", { words: secret }],
      ["search", { words: secret, kind: "answer" }],
      ["record.show", { record: answer }],
      ["record.show", { record: sheets[0] }],
      ["record.list", { kind: "answer", columns: ["level", "reasons"] }],
      ["record.list", { kind: "answer", where: [{ field: "level", value: "partly" }] }],
      ["record.matching", { kind: "answer", where: [{ field: "level", value: "partly" }] }],
      ["record.tally", { kind: "answer", facet: "level" }],
      ["activity", {}],
      ["assessment.page", { assessment }],
      ["assessment.page", { assessment, rating: sheets[1] }],
    ];
    const answers = await Promise.all(asked.map(async ([name, input]) => [name, await ask(name, input)]));
    return answers.flatMap(([name, said]) =>
      /Xanadu|"partly":1|"set":"partly"|"level":"partly"|\["partly"\]|"records":\["/.test(
        JSON.stringify(said),
      )
        ? [String(name)]
        : [],
    );
  };

  it("is shown by no general page, list or search, and to no other rater", async () => {
    expect(await everywhere()).toEqual([]);
    expect(await written(sheets[0])).toMatchObject({ level: "partly", evidence: [source] });
  });

  it("stays so when its own sheet is closed, and is shown once all are", async () => {
    await small.make("rating.close", { rating: sheets[0] });
    expect(await everywhere()).toEqual([]);
    await write(sheets[1], { level: { set: "met" }, reasons: { set: english("I looked.") } });
    await small.make("rating.close", { rating: sheets[1] });
    expect(await everywhere()).toEqual([
      "search",
      "search",
      "record.show",
      "record.list",
      "record.list",
      "record.matching",
      "record.tally",
      "activity",
      "assessment.page",
      "assessment.page",
    ]);
  });

  it("is counted by its level beside those of other assessments once all sheets are closed, and not before", async () => {
    const tally = (): Promise<unknown> => ask("record.tally", { kind: "answer", facet: "level" });
    const closed = async (rating: RecordId | undefined, level: string): Promise<void> => {
      await write(rating, { level: { set: level }, reasons: { set: english("I looked.") } });
      await small.make("rating.close", { rating });
    };
    expect(await tally()).toEqual({});
    await closed(sheets[0], "partly");
    expect(await tally()).toEqual({});
    await closed(sheets[1], "met");
    expect(await tally()).toEqual({ met: 1, partly: 1 });
    const other = await small.make("assessment.begin", {
      instrument: "our-form",
      title: english("Example State, 2026"),
      country: "XX",
      period: "2026",
    });
    const rating = await small.make("rating.begin", { assessment: other, rater: english("Rater One") });
    await write(rating, { level: { set: "met" } });
    expect(await tally()).toEqual({ met: 1, partly: 1 });
    await closed(rating, "met");
    expect(await tally()).toEqual({ met: 2, partly: 1 });
  });

  it("is changed on the sheet alone", async () => {
    const patch = { level: { set: "met" } };
    expect(await refused("record.change", { record: answer, patch })).toBe("records.bad-value");
    expect(await refused("records.change", { records: [answer], patch })).toBe("records.bad-value");
    await write(sheets[0], patch);
    expect(await refused("record.undo", { record: answer })).toBe("workspace.closed");
  });
});

describe("rating.write", () => {
  it("empties a field and takes evidence out again", async () => {
    await write(sheets[0], { reasons: { clear: true }, evidence: { remove: [source] } });
    expect(await written(sheets[0])).toMatchObject({
      level: "partly",
      reasons: null,
      evidence: [],
      lacks: "reasons",
    });
  });

  it("writes nothing over what the writer has not seen", async () => {
    const change = { level: { set: "met" } };
    const over = { rating: sheets[0], question, patch: change, seen: { level: "not-met" } };
    expect(await refused("rating.write", over)).toBe("workspace.changed-meanwhile");
    expect(await written(sheets[0])).toMatchObject({ level: "partly" });
    await write(sheets[0], change, { seen: { level: "partly" } });
    expect(await written(sheets[0])).toMatchObject({ level: "met", lacks: null });
  });

  it("refuses a closed sheet, a question that is not asked, and another sheet in its patch", async () => {
    const patch = { level: { set: "met" } };
    expect(await refused("rating.write", { rating: sheets[0], question: "other", patch })).toBe(
      "records.bad-input",
    );
    const moved = { rating: { set: sheets[1] } };
    expect(await refused("rating.write", { rating: sheets[0], question, patch: moved })).toBe(
      "records.bad-input",
    );
    await small.make("rating.close", { rating: sheets[0] });
    expect(await refused("rating.write", { rating: sheets[0], question, patch })).toBe("workspace.closed");
  });
});

describe("assessment.overlapping", () => {
  const overlapping = async (more: object): Promise<readonly RecordId[]> => {
    const asked = { instrument: "our-form", assessed: "state", country: "XX", period: "2025-03", ...more };
    const answered = await ask<readonly OverlappingAssessment[]>("assessment.overlapping", asked);
    return answered.map(({ record }) => record);
  };

  it("names those of the same thing by the same instrument whose period this one touches", async () => {
    expect(await overlapping({})).toEqual([assessment]);
    expect(await overlapping({ period: "2026" })).toEqual([]);
    expect(await overlapping({ country: "YY" })).toEqual([]);
    expect(await overlapping({ instrument: "anti-slapp-law" })).toEqual([]);
  });

  it("leaves out one that another stands in the place of", async () => {
    const later = await small.make("assessment.begin", {
      instrument: "our-form",
      title: english("Again"),
      country: "XX",
      period: "2025",
      supersedes: assessment,
    });
    expect(await overlapping({})).toEqual([later]);
  });
});
