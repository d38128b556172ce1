// Instruments of the program and of an organisation: listed, checked, added, retired; and assessments that overlap.
import type { RecordId } from "@tocsin/core";
import { beforeEach, describe, expect, it } from "vitest";
import type { AssessmentPage } from "../queries/assessment-page.ts";
import type { InstrumentCheck, InstrumentList, InstrumentPage } from "../queries/instruments.ts";
import { codeOf, createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import { ourInstrument } from "./our-instrument.fake.ts";

const english = (text: string) => ({ text, lang: "en" });

let small: SmallWorkspace;
let assessment: RecordId;
beforeEach(async () => {
  small = await createSmallWorkspace();
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
const page = (): Promise<AssessmentPage> => ask("assessment.page", { assessment });
const refused = (name: string, input: unknown): Promise<unknown> =>
  codeOf(() => small.workspace.run(name, input));

describe("instruments", () => {
  it("are those of the program and our own, in all their versions", async () => {
    const { instruments, problems } = await ask<InstrumentList>("instrument.list", {});
    expect(problems).toEqual([]);
    expect(instruments).toHaveLength(19);
    expect(instruments.find(({ id }) => id === "our-form")).toMatchObject({
      version: 1,
      questions: 3,
      retired: false,
    });
    const shown = await ask<InstrumentPage>("instrument.show", { instrument: "slapp-screening" });
    expect(shown.questions[0]?.levels.met).toMatch(/\S/);
    expect(Object.keys(shown.sources)).toContain("media-rights-agenda");
  });

  it("are checked by place before they are added, and what is whole is kept", async () => {
    const broken = {
      ...ourInstrument,
      id: "broken",
      questions: [{ ...ourInstrument.questions[0], levels: { met: "Yes." } }],
    };
    const changed = { ...ourInstrument, title: "Another meaning" };
    const whole = { ...ourInstrument, id: "whole" };
    const content = [broken, changed, whole];
    const check = await ask<InstrumentCheck>("instrument.check", { content });
    expect(check.whole).toEqual(["whole@1"]);
    expect(check.problems.map(({ place, problem }) => [place, problem])).toEqual([
      ["broken@1 questions[0].levels", "missing-level"],
      ["broken@1 questions[0].levels", "missing-level"],
      ["our-form@1", "changed-meaning"],
    ]);
    const { records } = await small.workspace.run("instrument.add", { content });
    expect(records).toHaveLength(1);
    expect(await refused("instrument.add", { content: [broken] })).toBe("workspace.bad-instrument");
    const known = { ...ourInstrument, id: "biometric-system" };
    expect(await refused("instrument.add", { content: known })).toBe("workspace.bad-instrument");
  });

  it("can ask about a commitment that the organisation wrote itself", async () => {
    const own = { ...ourInstrument, id: "ours", commitments: ["OUR-1"] };
    expect(await refused("instrument.add", { content: own })).toBe("workspace.bad-instrument");
    await small.create("commitment", { title: "Our own", reference: "OUR-1" });
    await small.make("instrument.add", { content: own });
    const shown = await ask<InstrumentPage>("instrument.show", { instrument: "ours" });
    expect(shown.commitments).toEqual(["OUR-1"]);
  });

  it("are no longer offered once retired, and their assessments stay", async () => {
    const { instruments } = await ask<InstrumentList>("instrument.list", {});
    const record = instruments.find(({ id }) => id === "our-form")?.record;
    await small.make("record.change", { record, patch: { retired: { set: true } } });
    const more = { instrument: "our-form", title: english("x"), country: "XX", period: "2026" };
    expect(await refused("assessment.begin", more)).toBe("records.not-found");
    expect((await page()).instrument).toMatchObject({ id: "our-form", version: 1 });
  });
});

describe("assessment.overlaps", () => {
  it("finds assessments of one State by one instrument for periods that overlap", async () => {
    const again = { instrument: "our-form", title: english("Again"), country: "XX" };
    const second = await small.make("assessment.begin", { ...again, period: "2025-12/2026-06" });
    await small.make("assessment.begin", { ...again, country: "YY", period: "2025" });
    expect(await ask("assessment.overlaps", {})).toEqual([{ first: assessment, second }]);
  });
});
