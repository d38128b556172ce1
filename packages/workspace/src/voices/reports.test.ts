// A report of an attack becomes an incident in one act; and what became of a contribution is told to whoever gave it.
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import type { JsonObject, RecordId } from "@tocsin/core";
import { valuesOf, type RecordState } from "@tocsin/records";
import { loadBuiltInQuestionnaire, questionnaireToJson } from "@tocsin/voices";
import { beforeEach, describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import type { ContributionFeedback } from "../queries/contribution-feedback.ts";
import { codeOf, createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import { makeQuestionnaire } from "./make-questionnaire.ts";

const primitives = createFakePrimitives("reports");
const least = { attribution: "none", quote: false, reuse: "here" };
let small: SmallWorkspace;

const all = (kind: string): Promise<readonly RecordState[]> => allOf(small.workspace.view, kind);

async function give(name: string, answers: readonly JsonObject[]): Promise<RecordId> {
  const asked = await loadBuiltInQuestionnaire(name);
  if (asked === null) throw new Error("not whole");
  const { record: questionnaire } = await makeQuestionnaire(small.workspace, {
    content: questionnaireToJson(asked),
    from: "Example Organisation",
    recipients: [],
    primitives,
  });
  const { records } = await small.workspace.run("contribution.write", {
    questionnaire,
    carrier: "paper",
    answered: "2026-11-29",
    writtenIn: "fr",
    answers: answers.map((each) => ({ consent: least, ...each })),
  });
  const [contribution] = records;
  if (contribution === undefined) throw new Error("not written");
  return contribution;
}

const report: readonly JsonObject[] = [
  { question: "about-whom", value: "me" },
  { question: "acts", value: ["spyware", "other"] },
  { question: "when", value: "2026-11" },
  { question: "story", value: "Mon téléphone a chauffé toute la nuit." },
  { question: "defence", value: "because-of-work" },
  { question: "defence-grounds", value: "La veille de l’audience." },
];

beforeEach(async () => {
  small = await createSmallWorkspace();
});

describe("a report of an attack", () => {
  it("becomes an incident, as it was told, with a protected source and a consent that allows nothing", async () => {
    const contribution = await give("attack-report", report);
    await small.workspace.run("incident.report", { contribution });
    const [incident] = (await all("incident")).map(valuesOf);
    expect(incident).toMatchObject({
      acts: ["spyware"],
      when: "2026-11",
      narrative: { text: "Mon téléphone a chauffé toute la nuit.", lang: "fr" },
      defence: "because-of-work",
      defenceGrounds: { text: "La veille de l’audience.", lang: "fr" },
      status: "reported",
    });
    const [reference] = (await all("contribution")).map((each) => valuesOf(each)["reference"]);
    expect((await all("source")).map(valuesOf)).toMatchObject([
      { title: { text: reference }, protection: true, case: incident?.["case"] },
    ]);
    const [consent] = (await all("consent")).map(valuesOf);
    expect(consent).toMatchObject({
      case: incident?.["case"],
      namesPublished: false,
      namesToGovernment: false,
    });
    expect(consent?.["uses"]).toBeUndefined();
  });

  it("leaves out what was taken back, and is refused where nothing is left or nothing was reported", async () => {
    const contribution = await give("attack-report", report);
    const answers = await all("contributionAnswer");
    const takeBack = (record: RecordId): Promise<unknown> =>
      small.workspace.run("record.change", { record, patch: { withdrawn: { set: "2026-11-30" } } });
    const story = answers.find((each) => valuesOf(each)["question"] === "story");
    if (story === undefined) throw new Error("no story");
    await takeBack(story.id);
    await small.workspace.run("incident.report", { contribution });
    const [incident] = (await all("incident")).map(valuesOf);
    expect(incident?.["narrative"]).toBeUndefined();
    expect(incident?.["acts"]).toEqual(["spyware"]);
    for (const { id } of answers) await takeBack(id);
    const again = (): Promise<unknown> => small.workspace.run("incident.report", { contribution });
    expect(await codeOf(again)).toBe("records.bad-input");
    const other = await give("defenders-and-technology", [{ question: "seen", value: "no" }]);
    const wrong = (): Promise<unknown> => small.workspace.run("incident.report", { contribution: other });
    expect(await codeOf(wrong)).toBe("records.bad-input");
    expect(await all("incident")).toHaveLength(1);
  });
});

describe("what became of a contribution", () => {
  it("is told answer by answer: counted, quoted where, and why words stay inside", async () => {
    const quotable = { ...least, quote: true };
    const contribution = await give("attack-report", [
      ...report.slice(0, 3),
      { question: "story", value: "Mon téléphone a chauffé.", consent: quotable },
      { question: "not-told", value: "Mon quartier", consent: { ...least, until: "2020-01-01" } },
    ]);
    const story = (await all("contributionAnswer")).find((each) => valuesOf(each)["question"] === "story");
    const { records } = await small.workspace.run("codebook.begin", {
      title: { text: "Codes", lang: "en" },
      starter: true,
    });
    await small.workspace.run("segment.code", {
      answer: story?.id ?? "",
      start: 0,
      end: 13,
      quote: "Mon téléphone",
      code: records[1] ?? "",
      coder: { text: "Example Coder", lang: "en" },
    });
    const told = (await small.workspace.ask("contribution.feedback", {
      contribution,
      language: "fr",
    })) as ContributionFeedback;
    expect(told).toMatchObject({ language: "fr", title: { lang: "fr" } });
    expect(told.reference).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
    const fates = told.answers.map(({ codes, inside }) => `${String(codes)} ${inside ?? ""}`);
    expect(fates.toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      "0 not-allowed",
      "0 not-allowed",
      "0 not-allowed",
      "0 past",
      "1 ",
    ]);
    expect(JSON.stringify(told)).not.toContain("Example Coder");
  });
});
