// The rules of a case file over a real vault in memory: deadlines, working copies, what is only described, drafts,
// duplicates, statements, and names with characters that are not seen.
import type { RecordId } from "@tocsin/core";
import { parseUtf8 } from "@tocsin/core";
import { beforeEach, describe, expect, it } from "vitest";
import { addEvidence, openEvidence } from "./evidence.ts";
import { exportRecords } from "./export-records.ts";
import type { Duplicates } from "./queries/duplicates.ts";
import type { HomePage } from "./queries/home.ts";
import type { RecordLacks } from "./queries/lacks.ts";
import type { RecordPage } from "./queries/record-show.ts";
import type { ComparedStatements } from "./queries/statement-compare.ts";
import {
  codeOf,
  createSmallWorkspace,
  piecesOf,
  sha256Of,
  type SmallWorkspace,
} from "./small-workspace.fake.ts";

const en = (words: string) => ({ text: words, lang: "en" });
let small: SmallWorkspace;
beforeEach(async () => {
  small = await createSmallWorkspace();
});

/** The answers of queries cross no border here. */
const show = async (record: RecordId) => (await small.workspace.ask("record.show", { record })) as RecordPage;

describe("a deadline", () => {
  const counted = {
    title: en("Answer to the claim"),
    from: "2026-11-20",
    days: 30,
    zone: "Asia/Seoul",
    rule: en("Thirty days from service"),
    ruleSource: en("The code of procedure, as counsel read it to us"),
  };

  it("is counted with its rule, its source and its time zone, and stays unconfirmed until a named person confirms it", async () => {
    const deadline = await small.make("deadline.count", counted);
    const before = await show(deadline);
    expect(before.values).toMatchObject({ due: "2026-12-20", zone: "Asia/Seoul", countedFrom: "2026-11-20" });
    expect(before.marks).toContain("unconfirmed");
    expect(((await small.workspace.ask("home", {})) as HomePage).due[0]?.marks).toContain("unconfirmed");
    await small.workspace.run("deadline.confirm", { deadline, by: en("Counsel Example") });
    const after = await show(deadline);
    expect(after.marks ?? []).not.toContain("unconfirmed");
    expect(after.values["confirmedBy"]).toEqual(en("Counsel Example"));
  });

  it("is unconfirmed again when its day or its zone changes", async () => {
    const deadline = await small.make("deadline.count", counted);
    await small.workspace.run("deadline.confirm", { deadline, by: en("Counsel Example") });
    await small.workspace.run("record.change", { record: deadline, patch: { due: { set: "2026-12-21" } } });
    expect((await show(deadline)).marks).toContain("unconfirmed");
    await small.workspace.run("record.undo", { record: deadline });
    expect((await show(deadline)).marks ?? []).not.toContain("unconfirmed");
    await small.workspace.run("record.change", { record: deadline, patch: { zone: { set: "Europe/Oslo" } } });
    expect((await show(deadline)).marks).toContain("unconfirmed");
  });

  it("is not confirmed by hand, in nobody’s name, or without a day", async () => {
    const deadline = await small.make("deadline.count", counted);
    const patch = { confirmedDue: { set: "2026-12-20 Asia/Seoul" } };
    expect(await codeOf(() => small.workspace.run("record.change", { record: deadline, patch }))).toBe(
      "records.bad-value",
    );
    expect(await codeOf(() => small.workspace.run("deadline.confirm", { deadline, by: en(" ") }))).toBe(
      "records.bad-value",
    );
    const bare = await small.create("deadline", { title: "Some day" });
    expect(
      await codeOf(() => small.workspace.run("deadline.confirm", { deadline: bare, by: en("Counsel") })),
    ).toBe("records.bad-input");
  });

  it("is not counted from a vague day, for no number of days, or in a zone that nobody knows", async () => {
    const refusal = (wrong: object): Promise<unknown> =>
      codeOf(() => small.workspace.run("deadline.count", { ...counted, ...wrong }));
    for (const wrong of [{ from: "2026-11" }, { from: "2026-11-20~" }])
      expect(await refusal(wrong)).toBe("workspace.not-one-day");
    for (const wrong of [{ days: -1 }, { zone: "Mars/Base" }])
      expect(await refusal(wrong)).toBe("records.bad-input");
  });
});

describe("evidence", () => {
  const source = (text: string) => ({
    mediaType: "text/plain",
    original: null,
    stream: () => piecesOf(text),
    listing: () => null,
  });

  it("keeps the original as it came; a working copy hangs under it with its own custody", async () => {
    const original = await addEvidence(small.workspace, source("the voice"), {
      about: { title: en("Call") },
    });
    const copy = await addEvidence(small.workspace, source("the words"), {
      about: {
        title: en("Transcript of the call"),
        parent: original.record,
        copyKind: "transcript",
        copyHow: en("Typed by hand, twice"),
      },
    });
    for (const field of ["sha256", "sealed", "copyKind", "parent"])
      expect(
        await codeOf(() =>
          small.workspace.run("record.change", {
            record: original.record,
            patch: { [field]: { clear: true } },
          }),
        ),
      ).toBe("records.bad-value");
    const sheet = async (evidence: RecordId): Promise<string> =>
      JSON.stringify(await small.workspace.ask("custody.sheet", { evidence }));
    expect(await sheet(original.record)).toContain("workingCopyKinds.transcript.label");
    expect(await sheet(copy.record)).toContain("Typed by hand, twice");
    expect((await show(original.record)).values["sha256"]).toBe(sha256Of("the voice"));
  });

  it("takes no working copy of what is not there, or of a kind that nobody knows", async () => {
    const about = { title: en("Copy"), copyKind: "transcript" };
    expect(await codeOf(() => addEvidence(small.workspace, source("x"), { about }))).toBe(
      "records.not-found",
    );
    expect(
      await codeOf(() =>
        addEvidence(small.workspace, source("x"), { about: { ...about, copyKind: "dream" } }),
      ),
    ).toBe("records.unknown-code");
  });

  it("can be a description and a hash alone, which opens nothing", async () => {
    const evidence = await small.make("evidence.describe", {
      title: en("An image that was made up"),
      description: en("Described by the person herself; nobody here has seen it"),
      reason: "intimate",
      sha256: sha256Of("an image"),
    });
    expect((await show(evidence)).marks).toContain("described");
    expect(await codeOf(() => openEvidence(small.workspace, evidence))).toBe("workspace.no-bytes");
    for (const wrong of [{ reason: "curious" }, { sha256: "abc" }])
      expect(
        await codeOf(() =>
          small.workspace.run("evidence.describe", {
            title: en("x"),
            description: en("y"),
            reason: "intimate",
            ...wrong,
          }),
        ),
      ).toMatch(/^records\.(unknown-code|bad-input)$/);
  });
});

describe("a half-filled record", () => {
  const lacksOf = async (record: RecordId) =>
    ((await small.workspace.ask("lacks", { record })) as readonly RecordLacks[])[0];

  it.each([
    ["trial", false],
    ["judgment", true],
  ])("lacks an outcome at the stage %s: %s", async (stage, lacks) => {
    const proceeding = await small.create("proceeding", { title: "Example trial", stage });
    expect((await lacksOf(proceeding))?.lacks.includes("outcome")).toBe(lacks);
  });

  it("is a draft that says what it lacks", async () => {
    const incident = await small.create("incident", { title: "Something happened", when: "2026-05" });
    const found = await lacksOf(incident);
    expect(found?.lacks).toEqual(expect.arrayContaining(["acts", "where", "defence", "defenceGrounds"]));
    expect(found?.lacks).not.toContain("when");
    expect((await show(incident)).marks).toContain("draft");
    const all = (await small.workspace.ask("lacks", { kind: "incident" })) as readonly RecordLacks[];
    expect(all.map(({ record }) => record)).toEqual([incident]);
  });

  it("is refused with dates that cannot be, codes that nobody knows, and links to nothing", async () => {
    for (const [values, code] of [
      [{ when: "2026-02-30" }, "records.bad-value"],
      [{ acts: ["no.such.act"] }, "records.unknown-code"],
      [{ case: "not an id" }, "records.bad-value"],
    ] as const)
      expect(await codeOf(() => small.create("incident", { title: "x", ...values }))).toBe(code);
  });

  it("says which accusation has no ground, and where a link leads back to itself", async () => {
    const incident = await small.create("incident", { title: "x" });
    const involvement = await small.create("involvement", { role: "perpetrator", incident });
    expect((await lacksOf(involvement))?.problems).toEqual([
      { field: "attribution", problem: "no-ground", what: [] },
    ]);
    const circle = await small.create("eventLink", { link: "before", from: incident, to: incident });
    expect((await lacksOf(circle))?.problems).toContainEqual({ field: "to", problem: "circle", what: [] });
  });
});

describe("a name with characters that are not seen", () => {
  it("is kept, marked, named, and leaves as it reads", async () => {
    const name = "Robin\u202e elpmaxE\u202c\u200b";
    const person = await small.create("person", { name });
    await small.create("consent", {
      scope: "All",
      person,
      uses: ["publication"],
      namesPublished: true,
      given: "2026-01-01",
    });
    expect((await show(person)).values["name"]).toEqual(en(name));
    expect((await show(person)).marks).toContain("hidden-characters");
    const found = (await small.workspace.ask("lacks", { record: person })) as readonly RecordLacks[];
    expect(found[0]?.problems).toEqual([
      { field: "name", problem: "hidden-characters", what: ["U+202E", "U+202C", "U+200B"] },
    ]);
    const { bytes } = await exportRecords(small.workspace, {
      kind: "person",
      audience: "public",
      format: "csv",
      approvedBy: en("Somebody Responsible"),
      sha256: sha256Of,
    });
    expect(parseUtf8(bytes)).toContain("Robin elpmaxE");
    expect(parseUtf8(bytes)).not.toMatch(/[\u202e\u202c\u200b]/);
  });
});

describe("duplicates", () => {
  const ask = async (kind: string) => (await small.workspace.ask("duplicates", { kind })) as Duplicates;

  it("of people are suggested across scripts with their reasons, and nothing is merged by itself", async () => {
    const latin = await small.create("person", { name: "Mohammed Khaled Hassan", country: "XA" });
    const arabic = await small.make("record.create", {
      kind: "person",
      values: { name: { text: "محمد خالد حسن", lang: "ar" }, country: "XA" },
    });
    await small.create("person", { name: "Vladimir Petrov", country: "XA" });
    const { looked, pairs } = await ask("person");
    expect(looked).toBe(3);
    expect(pairs).toHaveLength(1);
    expect([...(pairs[0]?.records ?? [])].sort()).toEqual([latin, arabic].sort());
    expect(pairs[0]).toMatchObject({ score: 75, reasons: ["same-skeleton", "same-country"] });
    expect((await show(latin)).values).not.toHaveProperty("mergedInto");
    await small.workspace.run("record.merge", { record: latin, into: arabic });
    expect((await ask("person")).pairs).toEqual([]);
    await small.workspace.run("record.undo", { record: latin });
    expect((await ask("person")).pairs).toHaveLength(1);
  });

  it("are not suggested again once somebody said that they are not the same, until that is taken back", async () => {
    const [one, other] = [
      await small.create("person", { name: "Sana Example", country: "XA" }),
      await small.create("person", { name: "Sana Example", country: "XA" }),
    ];
    const run = (name: string, record: RecordId, second: object) =>
      small.workspace.run(name, { record, ...second });
    for (const [said, from, back] of [
      [one, other, one],
      [other, one, one],
      [one, other, other],
    ] as const) {
      await run("record.apart", said, { from });
      const found = await ask("person");
      expect(found.pairs).toEqual([]);
      expect(found.apart).toEqual([{ records: [said, from], labels: ["Sana Example", "Sana Example"] }]);
      expect(await codeOf(() => run("record.apart", from, { from: said }))).toBe("records.bad-input");
      expect(await codeOf(() => run("record.merge", from, { into: said }))).toBe("records.bad-input");
      await small.workspace.rebuild("asked");
      expect((await ask("person")).pairs).toEqual([]);
      await run("record.unapart", back, { from: back === one ? other : one });
      expect(await ask("person")).toMatchObject({ pairs: [{}], apart: [] });
    }
    expect(await codeOf(() => run("record.unapart", one, { from: other }))).toBe("records.bad-input");
    expect(await codeOf(() => run("record.apart", one, { from: one }))).toBe("records.bad-input");
    await run("record.apart", one, { from: other });
    await run("record.undo", one, {});
    expect((await ask("person")).pairs).toHaveLength(1);
  });

  it("are as little suggested of whoever was merged with one of those", async () => {
    const [one, other, third] = [
      await small.create("person", { name: "Sana Example", country: "XA" }),
      await small.create("person", { name: "Sana Example", country: "XA" }),
      await small.create("person", { name: "Sana Example", country: "XA" }),
    ];
    await small.workspace.run("record.apart", { record: one, from: other });
    expect((await ask("person")).pairs).toHaveLength(2);
    await small.workspace.run("record.merge", { record: one, into: third });
    const found = await ask("person");
    expect(found.pairs).toEqual([]);
    expect(found.apart).toHaveLength(1);
    expect(await codeOf(() => small.workspace.run("record.apart", { record: one, from: third }))).toBe(
      "records.bad-input",
    );
    const task = await small.create("task", { title: en("x") });
    for (const [record, from] of [
      [task, task],
      [one, task],
    ])
      expect(await codeOf(() => small.workspace.run("record.apart", { record, from }))).toBe(
        "records.bad-input",
      );
  });

  it("of incidents need a date in common; the same place and people make them likelier", async () => {
    const where = { country: "XA", region: "North", locality: "Example Town" };
    const base = { acts: ["harassment.threat"], where };
    await small.create("incident", { title: "One", when: "2026-05-03", ...base });
    await small.create("incident", { title: "Two", when: "2026-05-03", ...base });
    await small.create("incident", { title: "Three", when: "2026-06-03", ...base });
    const { pairs } = await ask("incident");
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.reasons).toEqual(["same-day", "same-place", "same-acts"]);
    expect(await codeOf(() => ask("task"))).toBe("records.bad-input");
  });
});

describe("statements", () => {
  it("let a body’s own words stand before what others tell of them, and show the difference", async () => {
    const incident = await small.create("incident", { title: "The cut" });
    const say = (words: string, voice: string, topic = "the cut", cited = "The Regulator") =>
      small.create("statement", { words, voice, topic, cited, incident });
    const told = await say("The regulator denied everything", "reported");
    const own = await say("We ordered a restriction of two hours", "own-words");
    await say("We ordered a restriction", "reported", "the order", "The Regulator");
    const found = (await small.workspace.ask("statement.compare", {
      incident,
    })) as readonly ComparedStatements[];
    const cut = found.find(({ topic }) => topic === "the cut");
    expect(cut?.standing).toBe("differs");
    expect(cut?.own.map(({ record }) => record)).toEqual([own]);
    expect(cut?.reported.map(({ record }) => record)).toEqual([told]);
    expect(found.find(({ topic }) => topic === "the order")?.standing).toBe("reported-only");
    await say("a restriction of two hours", "reported", "The Cut", "the regulator");
    expect(await codeOf(() => small.workspace.ask("statement.compare", {}))).toBe("records.bad-input");
  });
});
