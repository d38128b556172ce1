import type { Json } from "@tocsin/core";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { describe, expect, it } from "vitest";
import { previewCase } from "./publish-case.ts";
import { createSmallWorkspace, type SmallWorkspace } from "./small-workspace.fake.ts";

const en = (words: string): Json => ({ text: words, lang: "en" });

async function reportOf(small: SmallWorkspace, fill: (caseId: string, incident: string) => Promise<void>) {
  const caseId = await small.create("case", { title: "A case" });
  const incident = await small.create("incident", { title: "It", when: "2026-05-03", case: caseId });
  await fill(caseId, incident);
  const translator = createTranslator("en", await loadCatalogues("en"));
  const tool = { name: "tocsin", version: "test" };
  const { report } = await previewCase(small.workspace, {
    case: caseId,
    audience: "court",
    translator,
    tool,
  });
  return { report, text: JSON.stringify(report) };
}

describe("the report on what was done and said", () => {
  it("has no such sections where there is nothing to say", async () => {
    const small = await createSmallWorkspace();
    const { report } = await reportOf(small, async () => {});
    expect(report.sections.map(({ name }) => name)).not.toContain("answered");
    expect(report.sections.map(({ name }) => name)).not.toContain("said");
  });

  it("calls a deadline unconfirmed until somebody confirmed that very day, with its rule and time zone", async () => {
    const small = await createSmallWorkspace();
    let deadline = "";
    const { text } = await reportOf(small, async (caseId) => {
      deadline = await small.make("deadline.count", {
        title: en("Answer"),
        from: "2026-11-20",
        days: 30,
        zone: "Asia/Seoul",
        rule: en("Thirty days"),
        ruleSource: en("The code"),
        case: caseId,
      });
    });
    expect(text).toContain("report.answered.unconfirmed");
    expect(text).toContain("Asia/Seoul");
    expect(text).toContain("Thirty days");
    const again = await reportOf(small, async (caseId) => {
      await small.workspace.run("record.change", { record: deadline, patch: { case: { set: caseId } } });
      await small.workspace.run("deadline.confirm", { deadline, by: en("Counsel Example") });
    });
    expect(again.text).toContain("report.answered.confirmed");
    expect(again.text).not.toContain("report.answered.unconfirmed");
    expect(again.text).not.toContain("Counsel Example");
  });

  it("puts own words first and says that others tell it differently", async () => {
    const small = await createSmallWorkspace();
    const { report } = await reportOf(small, async (_, incident) => {
      const said = { cited: "The Regulator", topic: "the cut", incident };
      await small.create("statement", {
        ...said,
        words: "They denied it",
        voice: "reported",
        said: "2026-06",
      });
      await small.create("statement", {
        ...said,
        words: "We ordered it",
        voice: "own-words",
        said: "2026-05",
      });
    });
    const block = report.sections.find(({ name }) => name === "said")?.blocks[0];
    expect(block?.rows.map(({ name }) => name)).toEqual(["topic", "own-words", "told"]);
    expect(JSON.stringify(block)).toContain("report.said.differs");
  });

  it("words an accusation by its ground, and says where there is none", async () => {
    const small = await createSmallWorkspace();
    const { text } = await reportOf(small, async (_, incident) => {
      for (const part of [{ attribution: "media" }, {}]) {
        const person = await small.create("person", { name: "Osbert Quillmarsh" });
        await small.create("involvement", { role: "perpetrator", person, incident, ...part });
      }
    });
    expect(text).toContain("report.attributed.media");
    expect(text).toContain("report.attributed.none");
    expect(text).not.toContain("Quillmarsh");
  });
});
