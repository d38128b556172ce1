import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import {
  codeOf,
  createSmallWorkspace,
  sha256Of,
  start,
  type SmallWorkspace,
} from "../small-workspace.fake.ts";
import type { CasePage } from "./case-page.ts";
import type { FindingPage } from "./finding-page.ts";
import { noteCopy } from "../copies.ts";
import type { KnownCopy } from "./copy-list.ts";
import type { HomePage } from "./home.ts";
import type { ListPage } from "./record-list.ts";
import type { RecordPage } from "./record-show.ts";
import type { ThreadStep } from "./thread.ts";

const ask = <Result>({ workspace }: SmallWorkspace, name: string, input: object): Promise<Result> =>
  workspace.ask(name, input) as Promise<Result>;
const bytes = sha256Of("the bytes");

interface Story {
  readonly small: SmallWorkspace;
  readonly case: RecordId;
  readonly evidence: RecordId;
  readonly finding: RecordId;
  readonly incident: RecordId;
  readonly named: RecordId;
  readonly unnamed: RecordId;
}

async function story(): Promise<Story> {
  const small = await createSmallWorkspace();
  await small.workspace.run("commitment.load", {});
  const caseId = await small.create("case", { title: "Editors" });
  const evidence = await small.create("evidence", {
    title: "Backup",
    sha256: bytes,
    size: 9,
    case: caseId,
    sealed: { name: "ab".repeat(16), passphrase: "secret of the file" },
  });
  const finding = await small.create("finding", {
    title: "A link",
    level: "critical",
    meaning: "link.received",
    place: { file: "sms.db", table: "message", row: 7 },
    time: "2026-01-05T10:00:00Z",
    fileSha256: sha256Of("sms.db"),
    evidence,
    case: caseId,
  });
  const incident = await small.create("incident", {
    title: "The link came",
    acts: ["legal.slapp"],
    when: "2026-01-05",
    findings: [finding],
    case: caseId,
  });
  await small.make("incident.engage", { incident });
  const [named, unnamed] = [
    await small.create("person", { name: "Alex Example" }),
    await small.create("person", { name: "Robin Example" }),
  ];
  for (const person of [named, unnamed])
    await small.create("involvement", { role: "defender", person, incident, case: caseId });
  await small.create("consent", {
    scope: "All of it",
    person: named,
    uses: ["publication"],
    namesPublished: true,
    given: "2026-01-01",
  });
  return { small, case: caseId, evidence, finding, incident, named, unnamed };
}

describe("home", () => {
  it("counts every kind and shows what is due, recent and unfinished", async () => {
    const small = await createSmallWorkspace();
    const late = await small.create("task", { title: "Later", due: "2026-12-01" });
    const soon = await small.create("task", { title: "Sooner", due: "2026-11-25" });
    await small.make("task.done", { task: await small.create("task", { title: "Done", due: "2026-01-01" }) });
    for (let n = 0; n < 9; n += 1) await small.create("finding", { title: `finding ${n}` });
    const incident = await small.create("incident", { title: "No acts yet" });
    const evidence = await small.create("evidence", { title: "Loose" });
    const output = await small.create("evidence", { title: "Output", parent: evidence });
    const page = await ask<HomePage>(small, "home", {});
    expect(page.counts).toMatchObject({ task: 3, finding: 9, incident: 1, evidence: 2, case: 0 });
    expect(page.due.map(({ id }) => id)).toEqual([soon, late]);
    expect(page.recent).toHaveLength(8);
    const unfinished = page.unfinished.map(({ record }) => record);
    expect(unfinished).toEqual(expect.arrayContaining([incident, evidence]));
    expect(unfinished).not.toContain(output);
  });

  it("is not unused, and shows what was written, where many parts of records came last, as after an import", async () => {
    const small = await createSmallWorkspace();
    expect(await ask<HomePage>(small, "home", {})).toMatchObject({ isUnused: true, recent: [] });
    const incident = await small.create("incident", { title: "One of many" });
    const person = await small.create("person", { name: "Example Person" });
    for (let n = 0; n < 70; n += 1) await small.create("involvement", { role: "defender", person, incident });
    const page = await ask<HomePage>(small, "home", { seen: "2001-01-01T00:00:00Z" });
    expect(page.isUnused).toBe(false);
    expect(page.recent.map(({ id }) => id)).toEqual([person, incident]);
    expect(page.fresh).toMatchObject({ count: 2, more: false });
  });

  it("puts hearings among what is due, and tells of consents that run out and answers waited for", async () => {
    const small = await createSmallWorkspace();
    await small.create("hearing", { title: "Over", when: "2026-10-01" });
    const hearing = await small.create("hearing", {
      title: "First",
      when: "2026-12-09",
      zone: "Europe/Oslo",
    });
    const task = await small.create("task", { title: "Reply", due: "2026-12-01" });
    const over = await small.create("consent", { scope: "Report", until: "2026-11-01" });
    const soon = await small.create("consent", { scope: "Letter", until: "2026-12-05" });
    await small.create("consent", { scope: "Later", until: "2027-06-01" });
    await small.create("consent", { scope: "Withdrawn", until: "2026-12-01", withdrawn: "2026-11-02" });
    await small.create("consent", { scope: "Without an end" });
    const letter = await small.create("action", { title: "Letter", result: "waiting" });
    await small.create("action", { title: "Answered", result: "answered" });
    const { due, consents, awaited } = await ask<HomePage>(small, "home", {});
    expect(due.map(({ id, day, zone }) => [id, day, zone])).toEqual([
      [task, "2026-12-01", null],
      [hearing, "2026-12-09", "Europe/Oslo"],
    ]);
    expect(consents.map(({ record, isOver }) => [record, isOver])).toEqual([
      [over, true],
      [soon, false],
    ]);
    expect(awaited.map(({ id }) => id)).toEqual([letter]);
  });

  it("calls new what was written after the moment that somebody had seen, whatever its date", async () => {
    let now = start;
    const small = await createSmallWorkspace({ clock: () => (now += 1000) });
    const old = await small.create("incident", { title: "Old", when: "2030-01-01" });
    const first = await ask<HomePage>(small, "home", {});
    expect(first.fresh).toBeNull();
    const seen = new Date(first.recent[0]?.updated ?? 0).toISOString();
    const since = async (): Promise<HomePage["fresh"]> =>
      (await ask<HomePage>(small, "home", { seen })).fresh;
    expect(await since()).toMatchObject({ count: 0, rows: [], until: null });
    const made = await small.create("case", { title: "New", opened: "1999-01-01" });
    expect(await since()).toMatchObject({ count: 1, more: false, rows: [{ id: made }] });
    await small.workspace.run("record.change", {
      record: old,
      patch: { title: { set: { text: "Old, changed", lang: "en" } } },
    });
    expect((await since())?.rows.map(({ id }) => id)).toEqual([old, made]);
  });

  it("tells when the vault was last copied, where to, and how much was written since", async () => {
    const small = await createSmallWorkspace();
    const last = async (): Promise<HomePage["lastCopy"]> => (await ask<HomePage>(small, "home", {})).lastCopy;
    const note = (place: string, about: { readonly copy: string; readonly made: string }): Promise<string> =>
      noteCopy(
        small.workspace,
        {
          ...about,
          files: 2,
          bytes: 900,
          heads: {},
          verified: true,
          commits: small.workspace.context.commits(),
        },
        { text: place, lang: "en" },
      );
    expect(await last()).toBeNull();
    const first = await note("blue stick", { copy: "a".repeat(32), made: "2026-11-20T12:00:00.000Z" });
    const at = Date.parse("2026-11-20T12:00:00.000Z");
    expect(await last()).toEqual({ at, label: "blue stick", commitsSince: 0 });
    await small.create("case", { title: "One" });
    await small.create("case", { title: "Two" });
    expect(await last()).toEqual({ at, label: "blue stick", commitsSince: 2 });
    await note("red stick", { copy: "b".repeat(32), made: "2026-11-21T12:00:00.000Z" });
    expect(await last()).toMatchObject({ label: "red stick", commitsSince: 0 });
    const again = await note("blue stick, drawer", {
      copy: "a".repeat(32),
      made: "2026-11-22T12:00:00.000Z",
    });
    expect(again).toBe(first);
    expect(await last()).toMatchObject({ label: "blue stick, drawer", commitsSince: 0 });
    const labels = async (input: object): Promise<readonly string[]> =>
      (await ask<readonly KnownCopy[]>(small, "copy.list", input)).map(({ label }) => label);
    expect(await labels({})).toEqual(["blue stick, drawer", "red stick"]);
    // The blue one was brought up to date after this moment: only the red one still holds what was erased then.
    expect(await labels({ before: "2026-11-21T18:00:00.000Z" })).toEqual(["red stick"]);
  });

  it("finds what is due behind hundreds of tasks that are done", async () => {
    const small = await createSmallWorkspace();
    const operations = Array.from({ length: 260 }, (_, n) => ({
      kind: "task",
      version: 1,
      record: small.workspace.context.newId(),
      act: "import",
      patch: {
        title: { set: { text: `t ${n}`, lang: "en" } },
        due: { set: "2025-01-01" },
        done: { set: "2025-01-01T00:00:00Z" },
      },
    }));
    await small.workspace.write(operations);
    const open = await small.create("task", { title: "Open", due: "2026-12-01" });
    expect((await ask<HomePage>(small, "home", {})).due.map(({ id }) => id)).toEqual([open]);
  });
});

describe("record.list and record.tally", () => {
  it("page through a kind by filters, which all must hold", async () => {
    const small = await createSmallWorkspace();
    for (let n = 0; n < 7; n += 1)
      await small.create("incident", {
        title: `i ${n}`,
        when: `2026-01-0${n + 1}`,
        where: { country: n < 5 ? "XX" : "ZZ", region: "North" },
        status: n % 2 === 0 ? "reported" : "corroborated",
      });
    const where = [
      { field: "where", value: "XX" },
      { field: "status", value: "reported" },
    ];
    const first = await ask<ListPage>(small, "record.list", { kind: "incident", where, limit: 2 });
    expect(first.rows.map(({ label }) => label)).toEqual(["i 4", "i 2"]);
    expect(first.rows[0]?.cells).toMatchObject({ when: ["2026-01-05"], status: ["reported"] });
    const next = await ask<ListPage>(small, "record.list", {
      kind: "incident",
      where,
      after: first.next,
      limit: 2,
    });
    expect([next.rows.map(({ label }) => label), next.next]).toEqual([["i 0"], null]);
    expect(await ask(small, "record.tally", { kind: "incident", facet: "where" })).toEqual({ XX: 5, ZZ: 2 });
    expect(await ask(small, "record.tally", { kind: "incident", facet: "status" })).toEqual({
      reported: 4,
      corroborated: 3,
    });
  });

  it.each([0, -1, -2, -1000])("give a page for the limit %d", async (limit) => {
    const small = await createSmallWorkspace();
    for (let n = 0; n < 3; n += 1) await small.create("case", { title: `c ${n}` });
    expect((await ask<ListPage>(small, "record.list", { kind: "case", limit })).rows).toHaveLength(1);
    expect(await ask(small, "search", { words: "c", limit })).toHaveLength(1);
  });

  it.each([
    [{ kind: "none" }, "records.unknown-kind"],
    [{ kind: "case", where: "status" }, "records.bad-input"],
    [{ kind: "case", where: [{ field: "status", value: 1 }] }, "records.bad-input"],
    [{ kind: "case", where: [{ field: "constructor", value: "x" }] }, "records.bad-input"],
    [{ kind: "case", where: [null] }, "records.bad-input"],
    [{ kind: "case", limit: "9" }, "records.bad-value"],
    [{}, "records.missing-field"],
  ])("refuse %j, so that a filter that cannot be read never passes for none", async (input, code) => {
    const small = await createSmallWorkspace();
    expect(await codeOf(() => small.workspace.ask("record.list", input))).toBe(code);
  });

  it("count facets only", async () => {
    const small = await createSmallWorkspace();
    for (const facet of ["title", "constructor", "none"])
      expect(await codeOf(() => small.workspace.ask("record.tally", { kind: "case", facet }))).toBe(
        "records.unknown-field",
      );
  });
});

describe("record.show", () => {
  it("gives values, labels of what it leads to, and what leads here", async () => {
    const { small, case: caseId, finding, incident } = await story();
    const page = await ask<RecordPage>(small, "record.show", { record: incident });
    expect(page.labels[caseId]).toEqual({ kind: "case", label: "Editors" });
    expect(page.labels[finding]).toEqual({ kind: "finding", label: "A link" });
    expect(page.linked.map(({ kind, field, rows }) => [kind, field, rows.length])).toEqual([
      ["involvement", "incident", 2],
    ]);
    expect(page.history[0]).toMatchObject({ act: "incident.engage" });
  });

  it("says who or what is at the other ends of a part in something, and of nothing that is something by itself", async () => {
    const { small, case: caseId, incident, named, unnamed } = await story();
    const body = await small.create("organisation", { name: "Example Police" });
    await small.create("involvement", { role: "perpetrator", organisation: body, incident, case: caseId });
    const { linked } = await ask<RecordPage>(small, "record.show", { record: incident });
    const ends = linked.flatMap(({ rows }) => rows).flatMap(({ ends: each }) => each ?? []);
    expect(ends).toHaveLength(3);
    expect(ends).toEqual(
      expect.arrayContaining([
        { id: body, kind: "organisation", label: "Example Police" },
        { id: named, kind: "person", label: "Alex Example" },
        { id: unnamed, kind: "person", label: "Robin Example" },
      ]),
    );
    const ofPerson = await ask<RecordPage>(small, "record.show", { record: named });
    const part = ofPerson.linked.find(({ kind }) => kind === "involvement")?.rows[0];
    expect(part?.ends).toEqual([{ id: incident, kind: "incident", label: "The link came" }]);
    const consent = ofPerson.linked.find(({ kind }) => kind === "consent")?.rows[0];
    expect(consent).not.toHaveProperty("ends");
    const more = await ask<RecordPage["linked"][number]["rows"]>(small, "record.linked", {
      record: incident,
      kind: "involvement",
      field: "incident",
      after: 2,
    });
    expect(more.map(({ ends: each }) => each?.length)).toEqual([1]);
  });

  it("gives the first page of what leads here, how many there are, and the others when they are asked for", async () => {
    const small = await createSmallWorkspace();
    const caseId = await small.create("case", { title: "Editors" });
    const tasks: RecordId[] = [];
    for (let n = 0; n < 53; n += 1) tasks.push(await small.create("task", { title: `T${n}`, case: caseId }));
    const [linked] = (await ask<RecordPage>(small, "record.show", { record: caseId })).linked;
    expect([linked?.kind, linked?.total, linked?.rows.length]).toEqual(["task", 53, 50]);
    const more = await ask<RecordPage["linked"][number]["rows"]>(small, "record.linked", {
      record: caseId,
      kind: "task",
      field: "case",
      after: 50,
    });
    const shown = [...(linked?.rows ?? []), ...more].map(({ id }) => id);
    expect(shown).toEqual(tasks.toReversed());
  });

  it("never shows what opens a sealed file, in values or history", async () => {
    const { small, evidence } = await story();
    const page = await ask<RecordPage>(small, "record.show", { record: evidence });
    expect(page.values["sha256"]).toBe(bytes);
    expect(JSON.stringify(page)).not.toContain("secret of the file");
  });
});

describe("case.page and finding.page", () => {
  it("show the whole road of a case, and who may be named", async () => {
    const { small, case: caseId, incident, finding, named, unnamed, evidence } = await story();
    const task = await small.create("task", { title: "Write", due: "2026-12", case: caseId });
    const page = await ask<CasePage>(small, "case.page", { case: caseId });
    expect(page.road.map(({ stretch, count }) => [stretch, count > 0])).toEqual([
      ["evidence", true],
      ["findings", true],
      ["incidents", true],
      ["commitments", true],
      ["outputs", false],
    ]);
    expect(page.timeline.map(({ record, kind }) => [record, kind])).toEqual([
      [incident, "incident"],
      [task, "task"],
    ]);
    expect(page.timeline[0]?.finding?.record).toBe(finding);
    expect(new Map(page.people.map((row) => [row.person, row.named]))).toEqual(
      new Map([
        [named, { allowed: true }],
        [unnamed, { allowed: false, reason: "no-consent" }],
      ]),
    );
    expect(page.evidence).toMatchObject([{ record: evidence, sha256: bytes, size: 9 }]);
    expect(page.missing).toEqual([{ key: "case.missing.consents", values: { count: 1 } }]);
    expect(JSON.stringify(page)).not.toContain("secret of the file");
  });

  it("say where and when it happened, the worst that was found, what comes next, and who has no name", async () => {
    const { small, case: caseId, incident } = await story();
    const values = { title: "Abroad", when: "2024-03", where: { country: "NO" }, case: caseId };
    await small.create("incident", values);
    const body = await small.create("organisation", { name: "Example Police" });
    const known = await small.create("involvement", { role: "perpetrator", organisation: body, incident });
    const unknown = await small.create("involvement", { role: "perpetrator", incident });
    const task = await small.create("task", { title: "Write", due: "2026-12-01", case: caseId });
    await small.make("task.done", { task: await small.create("task", { title: "Done", case: caseId }) });
    await small.create("hearing", { title: "Over", when: "2026-10-01", case: caseId });
    const hearing = await small.create("hearing", { title: "First", when: "2026-12-09", case: caseId });
    const letter = await small.create("action", { title: "Letter", result: "waiting", case: caseId });
    await small.create("action", { title: "Answered", result: "answered", case: caseId });
    const page = await ask<CasePage>(small, "case.page", { case: caseId });
    expect(page.span).toEqual({ countries: ["NO"], years: [2024, 2026] });
    expect(page.road.map(({ worst = null }) => worst)).toContainEqual({ level: "critical", count: 1 });
    expect(page.next.map(({ record, kind }) => [record, kind])).toEqual([
      [task, "task"],
      [hearing, "hearing"],
      [letter, "action"],
    ]);
    expect(page.others.map(({ involvement, organisation }) => [involvement, organisation])).toEqual(
      expect.arrayContaining([
        [known, { record: body, label: "Example Police" }],
        [unknown, null],
      ]),
    );
  });

  it("shows a person who is only named in a consent, and no consent for another case", async () => {
    const { small, case: caseId, named } = await story();
    const other = await small.create("case", { title: "Another" });
    const third = await small.create("person", { name: "Kim Example" });
    await small.create("consent", { scope: "This case", person: third, case: caseId });
    await small.create("consent", { scope: "The other", person: named, case: other });
    const page = await ask<CasePage>(small, "case.page", { case: caseId });
    expect(page.people.map(({ label }) => label)).toContain("Kim Example");
    expect(JSON.stringify(page)).not.toContain("The other");
  });

  it("says what an empty case lacks", async () => {
    const small = await createSmallWorkspace();
    const page = await ask<CasePage>(small, "case.page", {
      case: await small.create("case", { title: "c" }),
    });
    expect(page.missing.map(({ key }) => key)).toEqual(["case.missing.incidents", "case.missing.evidence"]);
  });

  it("show a finding with its evidence and case by name", async () => {
    const { small, finding, evidence, case: caseId } = await story();
    expect(await ask<FindingPage>(small, "finding.page", { finding })).toMatchObject({
      level: "critical",
      place: { file: "sms.db", table: "message", row: 7 },
      evidence: {
        id: evidence,
        label: "Backup",
        sha256: bytes,
        case: { id: caseId, label: "Editors" },
      },
      case: { id: caseId, label: "Editors" },
    });
    expect(await codeOf(() => small.workspace.ask("finding.page", { finding: evidence }))).toBe(
      "records.not-found",
    );
  });
});

describe("thread", () => {
  it("leads from an incident to the hash of the bytes", async () => {
    const { small, incident, finding, evidence } = await story();
    const steps = await ask<readonly ThreadStep[]>(small, "thread", { record: incident });
    expect(steps.map(({ depth, kind, record, label }) => [depth, kind, record ?? label])).toEqual([
      [0, "incident", incident],
      [1, "finding", finding],
      [2, "evidence", evidence],
      [3, "sha256", bytes],
      [2, "file-sha256", sha256Of("sms.db")],
    ]);
    expect(steps.at(-1)?.label).toMatch(/^[0-9a-f]{64}$/);
  });

  it("ends where records lead back to themselves", async () => {
    const small = await createSmallWorkspace();
    const a = await small.create("evidence", { title: "a", sha256: bytes });
    const b = await small.create("evidence", { title: "b", sha256: bytes, parent: a });
    await small.workspace.write([
      { kind: "evidence", version: 1, record: a, act: "x", patch: { parent: { set: b } } },
    ]);
    const steps = await ask<readonly ThreadStep[]>(small, "thread", { record: a });
    expect(steps.filter(({ record }) => record !== null)).toHaveLength(2);
  });
});

describe("search and resolution", () => {
  it("find words in a kind, and what the resolution won and lost", async () => {
    const { small, named } = await story();
    expect(await ask(small, "search", { words: "alex", kind: "person" })).toMatchObject([{ id: named }]);
    expect(await ask(small, "search", { words: "alex", kind: "case" })).toEqual([]);
    expect(await ask(small, "resolution", {})).toMatchObject({ symbol: expect.stringContaining("/") });
    expect(await codeOf(() => small.workspace.ask("none", {}))).toBe("records.bad-input");
  });
});
