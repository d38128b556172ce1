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

  it("tells what was decided in words, at each hearing and at the end", async () => {
    const small = await createSmallWorkspace();
    const { report } = await reportOf(small, async (caseId) => {
      const values = { title: "The State against an editor", outcome: "dismissed", case: caseId };
      const proceeding = await small.create("proceeding", { ...values, outcomeWords: "Nothing was proved." });
      await small.create("hearing", { title: "First", proceeding, when: "2026-05-03", result: "Adjourned." });
      await small.create("hearing", { title: "Second", proceeding, when: "2026-06-03" });
    });
    const block = report.sections.find(({ name }) => name === "answered")?.blocks[0];
    const rowOf = (name: string) => block?.rows.find((row) => row.name === name)?.sentences;
    expect(JSON.stringify(rowOf("outcome-words"))).toContain("Nothing was proved.");
    expect(rowOf("hearings")?.map(({ says }) => says.kind)).toEqual(["catalogue", "quoted", "catalogue"]);
    expect(JSON.stringify(rowOf("hearings"))).toContain("Adjourned.");
  });

  it("puts translations below the original, each with what made it, and without who did", async () => {
    const small = await createSmallWorkspace();
    const translation = {
      text: "Sie warteten.",
      lang: "de",
      origin: "machine-translation",
      by: "Robin Hush",
    };
    const { report, text } = await reportOf(small, async (caseId) => {
      await small.create("incident", {
        title: "Followed",
        titleIn: [{ text: "Verfolgt", lang: "de" }],
        narrative: "They waited.",
        narrativeIn: [translation],
        case: caseId,
      });
    });
    const blocks = report.sections.find(({ name }) => name === "happened")?.blocks ?? [];
    const block = blocks.find(({ title }) => JSON.stringify(title).includes("Followed"));
    const said = JSON.stringify(block?.sentences);
    expect(said.indexOf("They waited.")).toBeLessThan(said.indexOf("textOrigins.machine-translation"));
    expect(said.indexOf("textOrigins.machine-translation")).toBeLessThan(said.indexOf("Sie warteten."));
    const titles = block?.rows.find(({ name }) => name === "title-in")?.sentences;
    expect(JSON.stringify(titles)).toContain("report.translation.unknown");
    expect(JSON.stringify(titles)).toContain("Verfolgt");
    expect(text).not.toContain("Hush");
  });

  it("says who belongs to whom where both may be named, and nothing of it where one may not", async () => {
    const small = await createSmallWorkspace();
    const { report } = await reportOf(small, async (caseId, incident) => {
      const [editor, mother, brother] = [
        await small.create("person", { name: "Alex Example" }),
        await small.create("person", { name: "Maria Example" }),
        await small.create("person", { name: "Zora Hushmore" }),
      ];
      for (const person of [editor, mother, brother])
        await small.create("involvement", { role: "defender", person, incident, case: caseId });
      for (const person of [editor, mother])
        await small.create("consent", { scope: "all", person, uses: ["court"] });
      await small.create("relation", { relation: "family.parent", person: mother, to: editor });
      await small.create("relation", { relation: "family.sibling", person: brother, to: editor });
    });
    const blocks = report.sections.find(({ name }) => name === "who")?.blocks ?? [];
    const rows = blocks.flatMap((block) => block.rows.filter(({ name }) => name === "related"));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).toContain("relations.family.parent");
  });

  it("tells of measures with their sources, and that no source is part of it where there is none", async () => {
    const small = await createSmallWorkspace();
    const { report } = await reportOf(small, async (caseId, incident) => {
      const source = await small.create("source", { title: "The gazette" });
      const measure = { measureKind: "law.cybercrime", actor: "state", country: "KR", case: caseId };
      const where = { country: "KR", region: "North" };
      await small.create("measure", {
        ...measure,
        title: "The decree",
        authority: "A ministry",
        where,
        sources: [source],
        incidents: [incident],
      });
      await small.create("measure", { ...measure, title: "The ban" });
    });
    const blocks = report.sections.find(({ name }) => name === "measures")?.blocks ?? [];
    expect(blocks.map(({ label }) => label)).toEqual(["M1", "M2"]);
    const [decree, ban] = ["The decree", "The ban"].map((title) =>
      blocks.find((block) => JSON.stringify(block.title).includes(title)),
    );
    const rows = decree?.rows.map(({ name }) => name);
    expect(rows).toEqual(["kind", "measure-by", "authority", "country", "where", "in"]);
    expect(decree?.title?.thread.map(({ kind }) => kind)).toEqual(["source"]);
    expect(decree?.sentences).toEqual([]);
    expect(JSON.stringify(ban?.sentences)).toContain("report.said.no-source");
  });

  it("names organisations by the rule of names, says what hangs together, and puts copies to their original", async () => {
    const small = await createSmallWorkspace();
    const { report, text } = await reportOf(small, async (caseId, incident) => {
      const later = await small.create("incident", { title: "Later", when: "2026-05-09", case: caseId });
      await small.create("eventLink", { link: "before", from: incident, to: later });
      for (const [name, organisationKind, role] of [
        ["Ministry of Examples", "state-body", "official"],
        ["Lanternkeepers", "defenders", "defender"],
      ]) {
        const organisation = await small.create("organisation", { name, organisationKind });
        await small.create("involvement", { role, organisation, incident });
      }
      const parent = await small.create("evidence", { title: "The recording", case: caseId });
      await small.create("evidence", { title: "What is said", copyKind: "transcript", parent, case: caseId });
      await small.create("evidence", { title: "The picture", described: "intimate", case: caseId });
    });
    const rowsOf = (section: string, name: string) =>
      report.sections
        .find((each) => each.name === section)
        ?.blocks.flatMap(({ rows }) => rows.filter((row) => row.name === name)) ?? [];
    expect(rowsOf("happened", "linked")).toHaveLength(1);
    expect(rowsOf("evidence", "copy-of")).toHaveLength(1);
    expect(rowsOf("evidence", "described")).toHaveLength(1);
    expect(text).toContain("Ministry of Examples");
    expect(text).not.toContain("Lanternkeepers");
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
