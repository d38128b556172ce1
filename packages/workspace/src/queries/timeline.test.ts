import { describe, expect, it } from "vitest";
import { codeOf, createSmallWorkspace, sha256Of } from "../small-workspace.fake.ts";
import type { CasePage } from "./case-page.ts";
import type { TimelinePage } from "./timeline.ts";

const marksOf = ({ marks }: TimelinePage): readonly string[] =>
  marks.map(({ kind, field, date }) => `${kind} ${field} ${date ?? "?"}`);

describe("the timeline", () => {
  it("has everything of a case that carries a day, in order, what has none at the end", async () => {
    const small = await createSmallWorkspace();
    const caseId = await small.create("case", { title: "Editors" });
    const evidence = await small.create("evidence", {
      title: "Backup",
      sha256: sha256Of("x"),
      case: caseId,
    });
    const incident = await small.create("incident", { title: "Raid", when: "2025-05-03~", case: caseId });
    await small.create("incident", { title: "Nobody knows when", case: caseId });
    const proceeding = await small.create("proceeding", {
      title: "Lawsuit",
      filed: "2025-06",
      incidents: [incident],
    });
    await small.create("hearing", { title: "First hearing", when: "2025-12-09", proceeding });
    await small.create("deadline", { title: "Reply", due: "2025-12-01", proceeding });
    await small.create("action", {
      title: "Letter",
      sent: "2025-07-01",
      replied: "2025-08-02",
      case: caseId,
    });
    await small.create("custody", { event: "handed-over", evidence, when: "2025-05-10" });
    await small.create("consent", {
      scope: "All",
      given: "2025-05-20",
      withdrawn: "2025-09-01",
      case: caseId,
    });
    const page = (await small.workspace.ask("timeline", { about: caseId })) as TimelinePage;
    expect(marksOf(page)).toEqual([
      "incident when 2025-05-03~",
      "custody when 2025-05-10",
      "consent given 2025-05-20",
      "proceeding filed 2025-06",
      "action sent 2025-07-01",
      "action replied 2025-08-02",
      "consent withdrawn 2025-09-01",
      "deadline due 2025-12-01",
      "hearing when 2025-12-09",
      "incident when ?",
    ]);
    expect(page.marks.filter(({ isUnconfirmed }) => isUnconfirmed).map(({ label }) => label)).toEqual([
      "Reply",
    ]);
    expect(page.about.label).toBe("Editors");
    const { timeline: told } = (await small.workspace.ask("case.page", { case: caseId })) as CasePage;
    expect(told.map(({ kind, date }) => `${kind} ${date ?? "?"}`)).toEqual([
      "incident 2025-05-03~",
      "proceeding 2025-06",
      "action 2025-07-01",
      "deadline 2025-12-01",
      "hearing 2025-12-09",
      "incident ?",
    ]);
    expect(told.find(({ kind }) => kind === "deadline")?.marks).toContain("unconfirmed");
  });

  it("of a person has what they were part of, and says how much of it was looked at", async () => {
    const small = await createSmallWorkspace();
    const person = await small.create("person", { name: "Alex Example" });
    const many = 305;
    const incidents = Array.from({ length: many }, (_, n) => n);
    const incident = await small.create("incident", { title: "Stopped", when: "2025-05-03" });
    for (const _ of incidents) await small.create("involvement", { role: "defender", person, incident });
    await small.create("statement", { words: "No.", said: "2025-05-04", person });
    const page = (await small.workspace.ask("timeline", { about: person })) as TimelinePage;
    expect(marksOf(page)).toEqual(["incident when 2025-05-03", "statement said 2025-05-04"]);
    expect([page.parts, page.looked]).toEqual([many, 300]);
  });

  it("refuses what nothing has the id of", async () => {
    const small = await createSmallWorkspace();
    const gone = "aaaaaaaaaaaaaaaaaaaaaaaaaa";
    expect(await codeOf(() => small.workspace.ask("timeline", { about: gone }))).toBe("records.not-found");
  });
});
