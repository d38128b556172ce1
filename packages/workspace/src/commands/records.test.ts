import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import type { ListPage } from "../queries/record-list.ts";
import type { RecordPage } from "../queries/record-show.ts";
import { codeOf, createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";

const nobody = "00000000000000000000000000";
const show = async ({ workspace }: SmallWorkspace, record: RecordId): Promise<RecordPage> =>
  (await workspace.ask("record.show", { record })) as RecordPage;
const title = (text: string): object => ({ title: { set: { text, lang: "en" } } });
const change = (small: SmallWorkspace, record: RecordId, patch: object): Promise<RecordId> =>
  small.make("record.change", { record, patch });
const undo = (small: SmallWorkspace, record: RecordId): Promise<RecordId> =>
  small.make("record.undo", { record });

describe("record.create and record.change", () => {
  it("begin a record and change it field by field, with who did what", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("incident", { title: "First", acts: ["harassment.threat"] });
    await change(small, id, {
      ...title("Second"),
      acts: { add: ["legal.slapp"], remove: ["harassment.threat"] },
      when: { set: "2025-05-03~" },
    });
    await change(small, id, { when: { clear: true } });
    const page = await show(small, id);
    expect(page.label).toBe("Second");
    expect(page.values).toEqual({ title: { text: "Second", lang: "en" }, acts: ["legal.slapp"] });
    expect(page.history.map(({ act, changes }) => [act, changes.map(({ field }) => field)])).toEqual([
      ["record.change", ["when"]],
      ["record.change", expect.arrayContaining(["title", "acts", "when"])],
      ["record.create", expect.arrayContaining(["title", "acts"])],
    ]);
    expect(page.history.every(({ device }) => device === small.vault.device.id)).toBe(true);
  });

  it("show the new label in lists and search at once", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("case", { title: "Before" });
    await change(small, id, title("Afterwards"));
    const { rows } = (await small.workspace.ask("record.list", { kind: "case" })) as ListPage;
    expect(rows.map(({ label, cells }) => [label, cells["title"]])).toEqual([["Afterwards", ["Afterwards"]]]);
    expect(await small.workspace.ask("search", { words: "before" })).toEqual([]);
    expect(await small.workspace.ask("search", { words: "afterw" })).toMatchObject([{ id }]);
  });

  it.each([
    ["record.create", { kind: "none", values: {} }, "records.unknown-kind"],
    ["record.create", { kind: "case", values: {} }, "records.missing-field"],
    ["record.create", { kind: "case", values: [] }, "records.bad-input"],
    ["record.create", { kind: "case", values: { title: "x" } }, "records.bad-value"],
    [
      "record.create",
      { kind: "case", values: { title: { text: "x", lang: "en" }, x: 1 } },
      "records.unknown-field",
    ],
    ["record.create", { kind: "case" }, "records.missing-field"],
    ["record.create", { kind: "case", values: {}, more: 1 }, "records.bad-input"],
    ["record.create", "x", "records.bad-input"],
    ["record.change", { record: nobody, patch: {} }, "records.not-found"],
    ["record.undo", { record: nobody }, "records.not-found"],
    ["finding.take", { finding: nobody }, "records.not-found"],
    ["incident.engage", { incident: nobody }, "records.not-found"],
    ["consent.withdraw", { consent: nobody }, "records.not-found"],
    [
      "release.withdraw",
      { release: nobody, why: { text: "x", lang: "en" }, by: { text: "x", lang: "en" } },
      "records.not-found",
    ],
    ["task.done", { task: nobody }, "records.not-found"],
    ["no.such", {}, "records.bad-input"],
  ])("%s with %j leaves nothing", async (name, input, code) => {
    const small = await createSmallWorkspace();
    const before = small.vault.counts();
    expect(await codeOf(() => small.workspace.run(name, input))).toBe(code);
    expect(small.vault.counts()).toEqual(before);
    expect(small.tables.applied()).toBe(0);
  });

  it.each([
    [{ status: { set: "no-such-code" } }, "records.unknown-code"],
    [{ title: { clear: true } }, "records.bad-value"],
    [{ flags: { set: ["in-exile"] } }, "records.bad-value"],
    [{ title: "x" }, "records.bad-operation"],
    [{ nothing: { clear: true } }, "records.unknown-field"],
  ])("refuse the change %j", async (patch, code) => {
    const small = await createSmallWorkspace();
    const id = await small.create("case", { title: "A case" });
    expect(await codeOf(() => change(small, id, patch))).toBe(code);
    expect((await show(small, id)).history).toHaveLength(1);
  });

  it("never change what only the program writes, such as the hash of evidence", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("evidence", { title: "A description alone", sha256: "ab".repeat(32) });
    expect(await codeOf(() => change(small, id, { sha256: { set: "cd".repeat(32) } }))).toBe(
      "records.bad-value",
    );
    expect((await show(small, id)).values["sha256"]).toBe("ab".repeat(32));
  });

  it("write nothing for a change of nothing", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("case", { title: "A case" });
    expect(await small.workspace.run("record.change", { record: id, patch: {} })).toMatchObject({
      operations: 0,
    });
    expect((await show(small, id)).history).toHaveLength(1);
  });

  it("take a record whose texts together are longer than a single field", async () => {
    const small = await createSmallWorkspace();
    const long = "word ".repeat(6000);
    const id = await small.create("incident", { title: long, narrative: long });
    expect((await show(small, id)).values["narrative"]).toEqual({ text: long, lang: "en" });
  });
});

describe("a change over what its writer saw", () => {
  const text = (words: string): object => ({ text: words, lang: "en" });
  const over = (small: SmallWorkspace, record: RecordId, input: object): Promise<unknown> =>
    small.workspace.run("record.change", { record, ...input });

  it("is refused whole where another value stands now, and nothing is lost of that one", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("incident", { title: "Before" });
    await over(small, id, { patch: title("Theirs"), seen: { title: text("Before") } });
    const mine = { patch: { ...title("Mine"), when: { set: "2025" } }, seen: { title: text("Before") } };
    expect(await codeOf(() => over(small, id, mine))).toBe("workspace.changed-meanwhile");
    expect((await show(small, id)).values).toEqual({ title: text("Theirs") });
  });

  it("is written where what it saw stands, where nothing stood, and where it comes to the same", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("incident", { title: "Before" });
    await over(small, id, { patch: { when: { set: "2025" } }, seen: { when: null } });
    await over(small, id, { patch: { when: { set: "2025" } }, seen: { when: "2024" } });
    await over(small, id, { patch: { when: { clear: true } }, seen: { when: "2025" } });
    expect(await codeOf(() => over(small, id, { patch: title("x"), seen: { title: null } }))).toBe(
      "workspace.changed-meanwhile",
    );
    expect((await show(small, id)).values["when"]).toBeUndefined();
  });

  it("adds to a set and takes from it whatever else went in meanwhile", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("incident", { title: "x", acts: ["legal.slapp"] });
    await over(small, id, { patch: { acts: { add: ["harassment.threat"] } }, seen: { acts: [] } });
    expect((await show(small, id)).values["acts"]).toEqual(["harassment.threat", "legal.slapp"]);
  });

  it("leaves what was decided against in the history, in one act that one undo takes back", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("incident", { title: "Before" });
    await over(small, id, { patch: title("Theirs") });
    const seen = { title: text("Theirs") };
    await over(small, id, { patch: title("Theirs"), seen, instead: title("Mine") });
    const page = await show(small, id);
    expect(page.label).toBe("Theirs");
    const said = page.history.flatMap(({ changes }) => changes.map(({ change: each }) => each));
    expect(said).toContainEqual({ set: text("Mine") });
    expect(page.conflicts).toEqual({});
    await undo(small, id);
    expect((await show(small, id)).label).toBe("Theirs");
    await undo(small, id);
    expect((await show(small, id)).label).toBe("Before");
  });

  it("keeps long texts out of the history that a page shows", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("incident", { title: "x", narrative: "word ".repeat(5000) });
    const { history, values } = await show(small, id);
    expect(values["narrative"]).toMatchObject({ text: "word ".repeat(5000) });
    expect(JSON.stringify(history).length).toBeLessThan(1000);
    expect(history[0]?.changes.map(({ field }) => field)).toContain("narrative");
  });
});

describe("record.redo", () => {
  const redo = (small: SmallWorkspace, record: RecordId, seen?: string): Promise<unknown> =>
    small.workspace.run("record.redo", { record, ...(seen === undefined ? {} : { seen }) });

  it("brings back what was undone, one by one, and says what can be done", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("incident", { title: "1", acts: ["legal.slapp"] });
    await change(small, id, title("2"));
    await change(small, id, { acts: { add: ["harassment.threat"], remove: ["legal.slapp"] } });
    expect((await show(small, id)).steps).toEqual({ back: true, forth: false });
    await undo(small, id);
    await undo(small, id);
    expect((await show(small, id)).steps).toEqual({ back: false, forth: true });
    await redo(small, id);
    expect((await show(small, id)).label).toBe("2");
    expect((await show(small, id)).values["acts"]).toEqual(["legal.slapp"]);
    await redo(small, id);
    expect((await show(small, id)).values["acts"]).toEqual(["harassment.threat"]);
    expect((await show(small, id)).steps).toEqual({ back: true, forth: false });
    await undo(small, id);
    await undo(small, id);
    expect((await show(small, id)).label).toBe("1");
  });

  it("brings nothing back behind another act, nor where nothing was undone", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("case", { title: "1" });
    expect(await codeOf(() => redo(small, id))).toBe("records.bad-input");
    await change(small, id, title("2"));
    await undo(small, id);
    await change(small, id, title("3"));
    expect(await codeOf(() => redo(small, id))).toBe("records.bad-input");
    expect((await show(small, id)).label).toBe("3");
  });

  it("and undo are refused where another act than the one that was seen is the newest", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("case", { title: "1" });
    await change(small, id, title("2"));
    const [{ commit } = { commit: "" }] = (await show(small, id)).history;
    await change(small, id, title("3"));
    const stale = (name: string): Promise<unknown> =>
      codeOf(() => small.workspace.run(name, { record: id, seen: commit }));
    expect([await stale("record.undo"), await stale("record.redo")]).toEqual([
      "workspace.changed-meanwhile",
      "workspace.changed-meanwhile",
    ]);
    expect((await show(small, id)).label).toBe("3");
  });
});

describe("record.undo", () => {
  it("puts single values and sets back as they were, and keeps the history", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("incident", { title: "First", acts: ["legal.slapp"] });
    await change(small, id, {
      acts: { add: ["harassment.threat"], remove: ["legal.slapp"] },
      ...title("Second"),
    });
    await change(small, id, { when: { set: "2025" } });
    await undo(small, id);
    expect((await show(small, id)).values["when"]).toBeUndefined();
    await undo(small, id);
    const page = await show(small, id);
    expect(page.values).toEqual({ title: { text: "First", lang: "en" }, acts: ["legal.slapp"] });
    expect(page.history).toHaveLength(5);
    expect(page.conflicts).toEqual({});
  });

  it("takes back the act of a time alone, and nothing that was written after it", async () => {
    let now = 1_764_000_000_000;
    const small = await createSmallWorkspace({ clock: () => (now += 1000) });
    const id = await small.create("case", { title: "1" });
    const { at } = await small.workspace.run("record.change", { record: id, patch: title("2") });
    const back = (): Promise<unknown> => small.workspace.run("record.undo", { record: id, at });
    await change(small, id, title("Theirs"));
    expect(await codeOf(back)).toBe("workspace.changed-meanwhile");
    expect((await show(small, id)).label).toBe("Theirs");
    await small.make("record.undo", { record: id });
    const next = await small.workspace.run("record.change", { record: id, patch: title("3") });
    await small.workspace.run("record.undo", { record: id, at: next.at });
    expect((await show(small, id)).label).toBe("2");
  });

  it("goes further back each time, and stops at the act that began the record", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("case", { title: "1" });
    for (const text of ["2", "3", "4"]) await change(small, id, title(text));
    const titles: unknown[] = [];
    for (let times = 0; times < 3; times += 1) {
      await undo(small, id);
      titles.push((await show(small, id)).label);
    }
    expect(titles).toEqual(["3", "2", "1"]);
    expect(await codeOf(() => undo(small, id))).toBe("records.bad-input");
  });

  it("takes back what was done after an undo, and then what the undo had left", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("case", { title: "1" });
    await change(small, id, title("2"));
    await change(small, id, title("3"));
    await undo(small, id);
    await change(small, id, title("4"));
    await undo(small, id);
    expect((await show(small, id)).label).toBe("2");
    await undo(small, id);
    expect((await show(small, id)).label).toBe("1");
  });

  it("takes back every operation of the act on the record, and nothing on others", async () => {
    const small = await createSmallWorkspace();
    const [id, other] = [
      await small.create("case", { title: "1" }),
      await small.create("case", { title: "a" }),
    ];
    const operation = (record: RecordId, patch: object): never =>
      ({ kind: "case", version: 1, record, act: "both", patch }) as never;
    await small.workspace.write([
      operation(id, title("2")),
      operation(other, title("b")),
      operation(id, { status: { set: "closed" } }),
    ]);
    await undo(small, id);
    expect((await show(small, id)).values).toEqual({ title: { text: "1", lang: "en" } });
    expect((await show(small, other)).label).toBe("b");
  });

  it("does not undo the act that began a record", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("case", { title: "1" });
    expect(await codeOf(() => undo(small, id))).toBe("records.bad-input");
  });
});
