import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { codeOf, createSmallWorkspace, start, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { ActivityPage } from "./activity.ts";
import type { HeldCommitments } from "./commitments-held.ts";
import type { ConsentRow } from "../consent-rows.ts";
import type { DueRow } from "./home-due.ts";
import type { MeasurePage } from "./measure-page.ts";
import type { OutputsPage } from "./outputs.ts";
import type { ProceedingPage } from "./proceeding-page.ts";
import type { HappenedPage, SomebodyPage } from "./somebody-page.ts";

const ask = <Result>({ workspace }: SmallWorkspace, name: string, input: object): Promise<Result> =>
  workspace.ask(name, input) as Promise<Result>;

describe("the page of a proceeding", () => {
  it("names who takes part, whether the name may leave, and its days in order", async () => {
    const small = await createSmallWorkspace();
    const ofCase = await small.create("case", { title: "A lawsuit" });
    const proceeding = await small.create("proceeding", { title: "Company against writer", case: ofCase });
    const [writer, company] = [
      await small.create("person", { name: "Example Writer" }),
      await small.create("organisation", { name: "Example Mining", organisationKind: "company" }),
    ];
    await small.create("involvement", { role: "defender", person: writer, proceeding });
    await small.create("involvement", { role: "perpetrator", organisation: company, proceeding });
    await small.create("hearing", {
      title: "First hearing",
      when: "2026-12-10",
      zone: "Africa/Cairo",
      proceeding,
    });
    await small.make("deadline.count", {
      title: { text: "Answer the claim", lang: "en" },
      from: "2026-11-20",
      days: 14,
      zone: "Africa/Cairo",
      rule: { text: "Fourteen days", lang: "en" },
      ruleSource: { text: "Example code, article 1", lang: "en" },
      proceeding,
    });
    const asked = (): Promise<ProceedingPage> => ask(small, "proceeding.page", { proceeding });
    const page = await asked();
    expect(page.parties).toMatchObject([
      {
        role: "defender",
        who: { record: writer, kind: "person" },
        named: { allowed: false, reason: "no-consent" },
      },
      { role: "perpetrator", who: { record: company, kind: "organisation" }, named: { allowed: true } },
    ]);
    expect(page.days).toMatchObject([
      {
        kind: "deadline",
        day: "2026-12-04",
        marks: ["unconfirmed"],
        counted: { from: "2026-11-20", days: 14 },
        confirmedBy: null,
      },
      { kind: "hearing", day: "2026-12-10", zone: "Africa/Cairo" },
    ]);
    const [deadline] = page.days;
    await small.make("deadline.confirm", {
      deadline: deadline?.record,
      by: { text: "A. Counsel", lang: "zxx" },
    });
    const [confirmed] = (await asked()).days;
    expect(confirmed?.confirmedBy).toBe("A. Counsel");
    expect(confirmed?.marks).toBeUndefined();
    await small.create("consent", {
      scope: "The lawsuit",
      person: writer,
      case: ofCase,
      uses: ["publication"],
      namesPublished: true,
      given: "2026-01-01",
    });
    expect((await asked()).parties[0]?.named).toEqual({ allowed: true });
  });

  it("says what suggests an abusive lawsuit, and in which records it is seen", async () => {
    const small = await createSmallWorkspace();
    const company = await small.create("organisation", {
      name: "Example Mining",
      organisationKind: "company",
    });
    const incident = await small.create("incident", { title: "Sued", acts: ["legal.slapp.civil"] });
    const [one, other] = [
      await small.create("proceeding", {
        title: "One",
        charges: ["defamation"],
        sum: 100,
        incidents: [incident],
      }),
      await small.create("proceeding", { title: "Other" }),
    ];
    for (const proceeding of [one, other])
      await small.create("involvement", { role: "perpetrator", organisation: company, proceeding });
    const page = await ask<ProceedingPage>(small, "proceeding.page", { proceeding: one });
    expect(page.slapp.map(({ mark, records }) => [mark, records])).toEqual([
      ["recorded", [incident]],
      ["power", [company]],
      ["several", [other]],
      ["money", []],
      ["usual-charges", []],
    ]);
    expect(page.labels[other]).toEqual({ kind: "proceeding", label: "Other" });
  });
});

describe("the page of somebody", () => {
  it("says to whom the name may go, with both answers of each consent; what is missing is no", async () => {
    const small = await createSmallWorkspace();
    const person = await small.create("person", { name: "Example Writer" });
    await small.create("consent", {
      scope: "Abroad",
      person,
      uses: ["publication", "un-body"],
      namesPublished: true,
      given: "2026-01-01",
      until: "2027-01-01",
    });
    await small.create("consent", { scope: "Old", person, uses: ["court"], until: "2025-01-01" });
    const page = await ask<SomebodyPage>(small, "somebody.page", { somebody: person });
    expect(
      Object.fromEntries(page.named.map(({ audience, decision }) => [audience, decision.allowed])),
    ).toEqual({
      internal: false,
      partner: false,
      "un-body": false,
      government: false,
      court: false,
      public: true,
    });
    expect(
      page.consents.map(({ label, standing, namesToGovernment, namesPublished }) => [
        label,
        standing,
        namesToGovernment,
        namesPublished,
      ]),
    ).toEqual([
      ["Abroad", "in-force", null, true],
      ["Old", "ended", null, null],
    ]);
    expect(page.isWhole).toBe(true);
  });

  it("shows ties in their direction", async () => {
    const small = await createSmallWorkspace();
    const [mother, daughter] = [
      await small.create("person", { name: "Example Mother" }),
      await small.create("person", { name: "Example Daughter" }),
    ];
    await small.create("relation", { relation: "family.parent", person: mother, to: daughter });
    for (const somebody of [mother, daughter]) {
      const { ties, labels } = await ask<SomebodyPage>(small, "somebody.page", { somebody });
      expect(ties).toMatchObject([{ relation: "family.parent", from: mother, to: daughter }]);
      expect(labels[mother]?.label).toBe("Example Mother");
    }
  });

  it("gives what happened to them page by page", async () => {
    const small = await createSmallWorkspace();
    const person = await small.create("person", { name: "Example Writer" });
    const incident = await small.create("incident", { title: "Followed", when: "2026-03-01", acts: [] });
    const roles = Array.from({ length: 120 }, () => "defender");
    for (const role of roles) await small.create("involvement", { role, person, incident });
    const page = (after: number): Promise<HappenedPage> =>
      ask(small, "somebody.happened", { somebody: person, after });
    const [first, second] = [await page(0), await page(100)];
    expect([first.rows.length, first.more, second.rows.length, second.more]).toEqual([100, true, 20, false]);
    expect(first.rows[0]).toMatchObject({ role: "defender", date: "2026-03-01", in: { record: incident } });
    expect(new Set([...first.rows, ...second.rows].map(({ part }) => part)).size).toBe(120);
  });

  it("is refused for what is nobody", async () => {
    const small = await createSmallWorkspace();
    const task = await small.create("task", { title: "Call" });
    expect(await codeOf(() => ask(small, "somebody.page", { somebody: task }))).toBe("records.not-found");
  });
});

describe("the page of a consent", () => {
  it("says that a withdrawal of the same person counts for an older one too", async () => {
    const small = await createSmallWorkspace();
    const person = await small.create("person", { name: "Example Writer" });
    const consent = { person, uses: ["publication"], given: "2026-01-01" };
    const first = await small.create("consent", { ...consent, scope: "One" });
    const second = await small.create("consent", { ...consent, scope: "Two" });
    const standing = async (id: RecordId) =>
      (await ask<ConsentRow>(small, "consent.page", { consent: id })).standing;
    expect(await standing(first)).toBe("in-force");
    await small.make("consent.withdraw", { consent: second });
    expect([await standing(first), await standing(second)]).toEqual(["withdrawn", "withdrawn"]);
  });
});

describe("the page of a measure", () => {
  it("shows how each source was rated, and the commitments", async () => {
    const small = await createSmallWorkspace();
    const source = await small.create("source", { title: "Gazette", reliability: "A" });
    const commitment = await small.create("commitment", { title: "No shutdowns", reference: "X-1" });
    const measure = await small.create("measure", {
      title: "A law",
      sources: [source],
      commitments: [commitment],
    });
    expect(await ask<MeasurePage>(small, "measure.page", { measure })).toMatchObject({
      sources: [{ record: source, reliability: "A", credibility: null }],
      commitments: [{ record: commitment, reference: "X-1", checked: false }],
    });
  });
});

describe("an action", () => {
  it("has what is due about it, the nearest first, and nothing that is done", async () => {
    const small = await createSmallWorkspace();
    const action = await small.create("action", { title: "A letter" });
    const about = (title: string, due?: string) =>
      small.create("task", { title, about: action, ...(due === undefined ? {} : { due }) });
    const done = await about("Done", "2026-11-01");
    await about("Some day");
    await about("Later", "2026-12-24");
    await about("Sooner", "2026-12-01");
    await small.make("task.done", { task: done });
    const rows = await ask<readonly DueRow[]>(small, "due.about", { record: action });
    expect(rows.map(({ label }) => label)).toEqual(["Sooner", "Later", "Some day"]);
  });

  it("is tied to the incident of its reprisal in one act, once", async () => {
    const small = await createSmallWorkspace();
    const ofCase = await small.create("case", { title: "A case" });
    const before = await small.create("incident", { title: "Before" });
    const action = await small.create("action", { title: "A letter", case: ofCase, incidents: [before] });
    const told = { action, title: { text: "Dismissed from work", lang: "en" }, when: "2026-11" };
    const { operations, records } = await small.workspace.run("action.reprisal", told);
    const [incident, link] = records;
    expect(operations).toBe(3);
    const shown = (record: RecordId | undefined) => ask<{ values: object }>(small, "record.show", { record });
    expect((await shown(incident)).values).toMatchObject({
      case: ofCase,
      status: "reported",
      when: "2026-11",
    });
    expect((await shown(link)).values).toEqual({ link: "reprisal-for", from: incident, to: before });
    expect((await shown(action)).values).toMatchObject({ reprisal: true, reprisalIncident: incident });
    expect(await codeOf(() => small.workspace.run("action.reprisal", told))).toBe("records.bad-input");
  });
});

describe("what left", () => {
  it("says to whom, how many names were withheld and why, and where copies lie", async () => {
    const small = await createSmallWorkspace();
    const person = await small.create("person", { name: "Example Writer" });
    const [report] = [
      await small.create("release", {
        title: "A report",
        audience: "public",
        format: "pdf",
        records: [person],
        withheld: [
          { person, reason: "no-consent" },
          { person, reason: "no-consent" },
          { person, reason: "child" },
        ],
        approvedBy: "B. Approver",
        approved: "2026-11-20T10:00:00Z",
      }),
      await small.create("release", { title: "A table", audience: "partner", format: "csv" }),
    ];
    const copy = { title: "report.pdf", made: "2026-11-20T10:00:00Z", lies: true, release: report };
    await small.create("clearCopy", copy);
    const all = await ask<OutputsPage>(small, "outputs", {});
    expect(all.total).toBe(2);
    const { rows } = await ask<OutputsPage>(small, "outputs", { audience: "public" });
    expect(rows).toMatchObject([
      {
        record: report,
        approvedBy: "B. Approver",
        records: 1,
        withheld: [
          { reason: "no-consent", count: 2 },
          { reason: "child", count: 1 },
        ],
        copies: [{ title: "report.pdf", where: null, lies: true }],
      },
    ]);
    expect(await ask(small, "output.page", { release: report })).toEqual(rows[0]);
    const first = await ask<OutputsPage>(small, "outputs", { limit: 1 });
    const second = await ask<OutputsPage>(small, "outputs", { limit: 1, after: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([1, 1, null]);
  });

  it.each([
    [399, false],
    [400, true],
  ])("says of %d withheld names whether there may have been more: %s", async (count, isAtLeast) => {
    const small = await createSmallWorkspace();
    const person = await small.create("person", { name: "Example Writer" });
    const withheld = Array.from({ length: count }, () => ({ person, reason: "no-consent" }));
    await small.create("release", { title: "A table", audience: "partner", format: "csv", withheld });
    const { rows } = await ask<OutputsPage>(small, "outputs", {});
    expect(rows).toMatchObject([
      { withheld: [{ reason: "no-consent", count }], isWithheldAtLeast: isAtLeast },
    ]);
  });
});

describe("commitments", () => {
  it("are counted by what is held against each", async () => {
    const small = await createSmallWorkspace();
    await small.workspace.run("commitment.load", {});
    const incident = await small.create("incident", { title: "Sued", acts: ["legal.slapp"] });
    await small.make("incident.engage", { incident });
    const { rows } = await ask<HeldCommitments>(small, "commitments.held", {});
    const held = rows.find(({ reference }) => reference === "C-SLAPP-1");
    expect(held).toMatchObject({ theme: "slapp", incidents: 1, measures: 0 });
    await small.create("measure", { title: "A law", commitments: [held?.record] });
    const after = await ask<HeldCommitments>(small, "commitments.held", {});
    expect(after.rows.find(({ reference }) => reference === "C-SLAPP-1")).toMatchObject({ measures: 1 });
    expect(rows.filter(({ incidents }) => incidents === 0)).toHaveLength(rows.length - 1);
  });
});

describe("the activity log", () => {
  it("has every act, newest first, by the page, and keeps secrets of the program", async () => {
    let now = start;
    const small = await createSmallWorkspace({ clock: () => (now += 1000) });
    const task = await small.create("task", { title: "Call" });
    await small.create("evidence", {
      title: "Backup",
      sealed: { name: "ab".repeat(16), passphrase: "hidden words" },
    });
    await small.make("task.done", { task });
    const first = await ask<ActivityPage>(small, "activity", { limit: 2 });
    expect(first.rows.map(({ entry, label }) => [entry.act, label])).toEqual([
      ["task.done", "Call"],
      ["record.create", "Backup"],
    ]);
    const second = await ask<ActivityPage>(small, "activity", { limit: 2, after: first.next });
    expect(second.rows.map(({ entry, label }) => [entry.act, label])).toEqual([["record.create", "Call"]]);
    expect(second.next).toBeNull();
    expect(JSON.stringify([first, second])).not.toContain("hidden words");
  });

  it("is filtered by kind, act and device, looking no further than a page may", async () => {
    const small = await createSmallWorkspace();
    const task = await small.create("task", { title: "Call" });
    for (let n = 0; n < 30; n += 1) await small.create("person", { name: "Example Person" });
    await small.make("task.done", { task });
    const actsOf = async (input: object): Promise<readonly string[]> =>
      (await ask<ActivityPage>(small, "activity", input)).rows.map(
        ({ kind, entry }) => `${kind} ${entry.act}`,
      );
    expect(await actsOf({ kind: "task" })).toEqual(["task task.done", "task record.create"]);
    expect(await actsOf({ act: "task.done" })).toEqual(["task task.done"]);
    expect(await actsOf({ device: "another" })).toEqual([]);
    expect(await ask<ActivityPage>(small, "activity", { device: "another" })).toMatchObject({
      looked: 32,
      next: null,
    });
  });
});
