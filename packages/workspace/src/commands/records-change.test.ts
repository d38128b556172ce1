import type { RecordId } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import type { PlannedChanges } from "./records-change.ts";
import { codeOf, createSmallWorkspace, start, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { ListPage, Matching } from "../queries/record-list.ts";
import type { SavedViewFound } from "../queries/saved-views.ts";

interface Made {
  readonly small: SmallWorkspace;
  readonly ids: readonly RecordId[];
  readonly tick: () => void;
}

async function threeIncidents(): Promise<Made> {
  let now = start;
  const small = await createSmallWorkspace({ clock: () => now });
  const ids: RecordId[] = [];
  for (const [title, status] of [
    ["First", "reported"],
    ["Second", "corroborated"],
    ["Third", undefined],
  ] as const)
    ids.push(await small.create("incident", { title, ...(status === undefined ? {} : { status }) }));
  return { small, ids, tick: () => (now += 60_000) };
}

const statusOf = async ({ workspace }: SmallWorkspace, id: RecordId): Promise<unknown> => {
  const state = await workspace.view.read(id);
  return state && valuesOf(state)["status"];
};

describe("an act on many records", () => {
  const patch = { status: { set: "corroborated" } };

  it("says beforehand what it will change, and leaves alone what is so already", async () => {
    const { small, ids, tick } = await threeIncidents();
    const planned = (await small.workspace.ask("records.plan", { records: ids, patch })) as PlannedChanges;
    expect(planned).toEqual({ changing: 2, already: 1, replaced: { status: 1 } });
    tick();
    const done = await small.workspace.run("records.change", { records: ids, patch });
    expect(done).toMatchObject({ operations: 2, records: [ids[0], ids[2]] });
    expect(await Promise.all(ids.map((id) => statusOf(small, id)))).toEqual(Array(3).fill("corroborated"));
    expect(await small.workspace.ask("records.plan", { records: ids, patch })).toMatchObject({ changing: 0 });
  });

  it("is taken back at once, but where somebody changed a record since", async () => {
    const { small, ids, tick } = await threeIncidents();
    tick();
    const { at, records } = await small.workspace.run("records.change", { records: ids, patch });
    tick();
    await small.workspace.run("record.change", { record: ids[2], patch: { status: { set: "reported" } } });
    tick();
    const undone = await small.workspace.run("records.undo", { records, at });
    expect(undone.records).toEqual([ids[0]]);
    expect(await statusOf(small, ids[0] as RecordId)).toBe("reported");
    expect(await statusOf(small, ids[2] as RecordId)).toBe("reported");
  });

  it("makes a task about each, in the case of each, and ticks them off when it is taken back", async () => {
    const { small, ids, tick } = await threeIncidents();
    const inCase = await small.create("case", { title: "A case" });
    await small.workspace.run("record.change", { record: ids[0], patch: { case: { set: inCase } } });
    tick();
    const title = { text: "Ask the lawyer", lang: "en" };
    const { records, at } = await small.workspace.run("records.task", { records: ids.slice(0, 2), title });
    const tasks = await Promise.all(records.map(async (id) => small.workspace.view.read(id)));
    expect(tasks.map((state) => state && valuesOf(state))).toMatchObject([
      { title, about: ids[0], case: inCase },
      { title, about: ids[1] },
    ]);
    tick();
    await small.workspace.run("records.undo", { records, at });
    const state = await small.workspace.view.read(records[0] as RecordId);
    expect(state && valuesOf(state)["done"]).toBeDefined();
  });

  it("is refused whole where one record cannot take it, and beyond a thousand", async () => {
    const { small, ids } = await threeIncidents();
    const person = await small.create("person", { name: "Alex Example" });
    expect(
      await codeOf(() => small.workspace.run("records.change", { records: [...ids, person], patch })),
    ).toBe("records.unknown-field");
    expect(await statusOf(small, ids[0] as RecordId)).toBe("reported");
    const many = Array.from({ length: 1001 }, () => person);
    expect(await codeOf(() => small.workspace.run("records.change", { records: many, patch }))).toBe(
      "records.bad-input",
    );
  });
});

describe("a list", () => {
  it("keeps to words and dates, orders by a field, shows the columns that were chosen, and counts", async () => {
    const { small, ids } = await threeIncidents();
    const list = (input: object): Promise<ListPage> =>
      small.workspace.ask("record.list", { kind: "incident", ...input }) as Promise<ListPage>;
    const page = await list({ by: "title", order: "ascending", columns: ["status"] });
    expect(page.rows.map(({ id }) => id)).toEqual([ids[0], ids[1], ids[2]]);
    expect(page.rows[0]?.cells).toEqual({ title: ["First"], status: ["reported"] });
    expect(page.total).toBe(3);
    expect((await list({ words: "sec" })).rows.map(({ id }) => id)).toEqual([ids[1]]);
    expect(await list({ to: "2020" })).toEqual({ rows: [], next: null, total: 0 });
    for (const bad of [{ from: "yesterday" }, { by: "narrative" }, { order: "upwards" }])
      expect(await codeOf(() => list(bad))).toBe("records.bad-input");
    const matching = { kind: "incident", where: [{ field: "status", value: "reported" }] };
    expect((await small.workspace.ask("record.matching", matching)) as Matching).toEqual({
      records: [ids[0]],
      total: 1,
    });
  });

  it("offers the views that this device has kept, until they are put away and again when that is undone", async () => {
    const { small, tick } = await threeIncidents();
    const values = {
      title: { text: "Mine", lang: "en" },
      list: "incident",
      device: "d1",
      view: { by: "title" },
    };
    const { records } = await small.workspace.run("record.create", { kind: "savedView", values });
    const offered = async (device = "d1"): Promise<readonly SavedViewFound[]> =>
      (await small.workspace.ask("saved.views", { list: "incident", device })) as readonly SavedViewFound[];
    const record = records[0] as RecordId;
    expect(await offered()).toEqual([{ record, title: "Mine", lang: "en", view: { by: "title" } }]);
    expect(await offered("d2")).toEqual([]);
    tick();
    await small.workspace.run("record.change", { record, patch: { removed: { set: true } } });
    expect(await offered()).toEqual([]);
    await small.workspace.run("record.undo", { record });
    expect(await offered()).toHaveLength(1);
  });
});
