import { encodeUtf8, type RecordId } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import { planErasure } from "../erasure/plan.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { importTable, type ImportedTable } from "./import-table.ts";
import type { TableMapping } from "./mapping.ts";
import { bringBackImport, takeBackImport, type TakeBackOptions } from "./take-back.ts";

const mapping: TableMapping = {
  format: "tocsin-mapping",
  version: 1,
  name: "made up",
  language: "en",
  sheets: [
    {
      headings: 1,
      records: [
        {
          kind: "incident",
          fields: { title: { columns: ["title"] }, acts: { columns: ["act"], split: ";" } },
        },
        {
          kind: "person",
          as: "target",
          key: ["target"],
          fields: { name: { columns: ["target"] }, occupation: { columns: ["work"] } },
        },
        {
          kind: "involvement",
          fields: {
            role: { constant: "defender" },
            person: { record: "target" },
            incident: { record: "incident" },
          },
        },
      ],
    },
  ],
};

/** Long enough for an act of several commits; a person in two rows each. */
const rows = 40;
const people = rows / 2;
const kinds = ["incident", "person", "involvement", "case"] as const;

function table(from = 0): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const at = n + from;
    return `Incident ${at},network.shutdown;network.throttling,Person ${Math.floor(at / 2)},`;
  });
  return `title,act,target,work\n${lines.join("\n")}\n`;
}

let small: SmallWorkspace;
beforeEach(async () => {
  small = await createSmallWorkspace();
});

async function bringIn(text = table()): Promise<ImportedTable & { readonly table: RecordId }> {
  const imported = await importTable(small.workspace, {
    files: [{ name: "made-up.csv", bytes: encodeUtf8(text) }],
    mapping,
    dryRun: false,
    sha256: sha256Of,
  });
  if (imported.table === null) throw new Error("nothing came in");
  return { ...imported, table: imported.table };
}

const takeBack = (id: RecordId, more: Partial<TakeBackOptions> = {}) =>
  takeBackImport(small.workspace, { table: id, dryRun: false, ...more });
const bringBack = (id: RecordId, dryRun = false) => bringBackImport(small.workspace, { table: id, dryRun });

async function everything(): Promise<object> {
  const found: Record<string, object> = {};
  for (const kind of kinds) {
    expect(await small.workspace.view.count(kind)).toBe((await allOf(small.workspace.view, kind)).length);
    for (const state of await allOf(small.workspace.view, kind)) found[state.id] = valuesOf(state);
  }
  return found;
}

const labelled = async (kind: string, text: string): Promise<RecordId> => {
  const states = await allOf(small.workspace.view, kind);
  const found = states.find((state) => JSON.stringify(valuesOf(state)).includes(`"${text}"`));
  if (found === undefined) throw new Error(`no ${kind} ${text}`);
  return found.id;
};

describe("the taking back of an import", () => {
  it("leaves of it nothing in any list, count or search, erases nothing, and comes back whole", async () => {
    await small.create("case", { title: "There before" });
    const before = await everything();
    const { table: id } = await bringIn();
    const after = await everything();
    const commits = small.workspace.context.commits();
    const asked = await takeBack(id, { dryRun: true });
    expect(asked).toEqual({
      withdrawn: { incident: rows, person: people, involvement: rows },
      putBack: 0,
      kept: { changed: 0, linked: 0, together: 0 },
      listed: [],
    });
    expect(small.workspace.context.commits()).toBe(commits);
    expect(await takeBack(id)).toEqual(asked);
    expect(await everything()).toEqual(before);
    expect(await small.workspace.view.search("Incident")).toEqual([]);
    expect((await small.workspace.view.tally("incident", "acts")).size).toBe(0);
    const [gone] = Object.keys(after).filter((each) => !(each in before)) as RecordId[];
    expect(await codeOf(() => small.workspace.ask("record.show", { record: gone }))).toBe(
      "records.not-found",
    );
    expect(await small.workspace.view.history(gone ?? id)).toHaveLength(2);
    expect(await codeOf(() => takeBack(id))).toBe("records.bad-input");
    await small.workspace.rebuild("asked");
    expect(await everything()).toEqual(before);
    expect(await bringBack(id, true)).toMatchObject({ changed: 0, records: { incident: rows } });
    expect(await everything()).toEqual(before);
    await bringBack(id);
    expect(await everything()).toEqual(after);
    expect(await codeOf(() => bringBack(id))).toBe("records.bad-input");
    await takeBack(id);
    expect(await everything()).toEqual(before);
  });

  it("keeps what was changed or linked since, with the rest of its row, unless the person says otherwise", async () => {
    const { table: id } = await bringIn();
    const [changed, linked] = [
      await labelled("incident", "Incident 4"),
      await labelled("person", "Person 9"),
    ];
    const patch = { status: { set: "confirmed" } };
    await small.workspace.run("record.change", { record: changed, patch });
    const mine = await small.create("involvement", { role: "witness", person: linked });
    const plan = await takeBack(id, { dryRun: true });
    expect(plan).toMatchObject({
      withdrawn: { incident: rows - 1, person: people - 2, involvement: rows - 1 },
      kept: { changed: 1, linked: 1, together: 2 },
    });
    expect(plan.listed.map(({ label, reason }) => `${label}: ${reason}`).sort()).toEqual([
      "Incident 4: changed",
      "Person 2: together",
      "Person 9: linked",
      "defender: together",
    ]);
    await takeBack(id);
    expect(await small.workspace.view.count("incident")).toBe(1);
    expect(await small.workspace.view.count("person")).toBe(2);
    expect(await small.workspace.view.count("involvement")).toBe(2);
    const lacks = await small.workspace.ask("lacks", { record: changed });
    expect(JSON.stringify(lacks)).not.toContain("link-to-nothing");
    await bringBack(id);
    expect(await takeBack(id, { changedToo: true })).toMatchObject({ withdrawn: { incident: rows } });
    expect(Object.keys(await everything())).toEqual([mine]);
    await bringBack(id);
    expect(await everything()).toMatchObject({ [changed]: { status: "confirmed" } });
  });

  it("puts records that were there before back to what they were", async () => {
    await bringIn();
    const before = await everything();
    const second = "title,act,target,work\nLate,network.shutdown,Person 3,Editor\n";
    const { table: id } = await bringIn(second);
    const person = await labelled("person", "Person 3");
    expect(await everything()).toHaveProperty([person, "occupation"]);
    expect(await takeBack(id)).toMatchObject({ withdrawn: { incident: 1, involvement: 1 }, putBack: 1 });
    expect(await everything()).toEqual(before);
  });

  it("lets the same rows come in again, and writes over nothing that was kept", async () => {
    const { table: first } = await bringIn();
    const all = await everything();
    const changed = await labelled("incident", "Incident 4");
    const title = { text: "As it was", lang: "en" };
    await small.workspace.run("record.change", { record: changed, patch: { title: { set: title } } });
    await takeBack(first);
    expect(await bringIn()).toMatchObject({ knownRows: 1, records: { incident: rows - 1 } });
    expect(Object.keys(await everything()).sort()).toEqual(Object.keys(all).sort());
    expect(await everything()).toMatchObject({ [changed]: { title } });
    expect(await bringBack(first)).toEqual({ records: {}, changed: 0 });
    expect(Object.keys(await everything()).sort()).toEqual(Object.keys(all).sort());
  });

  it("erases nothing: an erasure still finds what was taken back, by its name and by its identifier", async () => {
    const { table: id } = await bringIn();
    const gone = await labelled("person", "Person 3");
    await takeBack(id);
    const mine = await small.create("person", { name: "Person 3" });
    const planOf = (record: RecordId) =>
      planErasure(
        small.workspace,
        { records: [record], ground: "mistake" },
        { sha256: (bytes) => sha256Of(bytes) },
      );
    const named = { id: gone, kind: "person", operations: 2, chosen: false };
    expect((await planOf(mine)).mentions).toContainEqual(expect.objectContaining(named));
    expect((await planOf(gone)).records).toMatchObject([
      { id: gone, operations: 2, chosen: true },
      { kind: "tableRow" },
      { kind: "tableRow" },
    ]);
  });

  it("counts and marks what somebody changed between the look and the writing as what stays", async () => {
    const { table: id } = await bringIn();
    const changed = await labelled("incident", "Incident 4");
    const patch = { status: { set: "confirmed" } };
    const changes: Promise<unknown>[] = [];
    const onProgress: TakeBackOptions["onProgress"] = ({ step, done, total }) => {
      if (step === "look" && done === total && changes.length === 0)
        changes.push(small.workspace.run("record.change", { record: changed, patch }));
    };
    const plan = await takeBack(id, { onProgress });
    await Promise.all(changes);
    expect(plan).toMatchObject({
      withdrawn: { incident: rows - 1, person: people - 1, involvement: rows - 1 },
      kept: { changed: 1, linked: 0, together: 2 },
    });
    expect(await everything()).toMatchObject({ [changed]: { status: "confirmed" } });
    const standing = (await allOf(small.workspace.view, "tableRow")).filter(
      (state) => valuesOf(state)["withdrawnWith"] === undefined,
    );
    expect(standing.map((state) => valuesOf(state)["records"])).toEqual([expect.arrayContaining([changed])]);
    expect(await bringIn()).toMatchObject({ knownRows: 1, records: { incident: rows - 1 } });
  });

  it("reads the history of each record once", async () => {
    const { table: id } = await bringIn();
    const { view } = small.workspace;
    const read = new Map<RecordId, number>();
    const history: typeof view.history = (each) => {
      read.set(each, (read.get(each) ?? 0) + 1);
      return view.history(each);
    };
    await takeBackImport({ ...small.workspace, view: { ...view, history } }, { table: id, dryRun: false });
    expect(await everything()).toEqual({});
    expect(read.size).toBe(2 * rows + people + 1);
    expect([...read.values()].every((times) => times === 1)).toBe(true);
  });

  it("counts for nothing where it is stopped, and can be done anew", async () => {
    const { table: id } = await bringIn();
    const after = await everything();
    const stop = new AbortController();
    const onProgress: TakeBackOptions["onProgress"] = ({ step }) => step === "write" && stop.abort();
    await expect(takeBack(id, { signal: stop.signal, onProgress })).rejects.toThrow(/abort/i);
    expect(await everything()).toEqual(after);
    await takeBack(id);
    expect(await everything()).toEqual({});
    expect(await codeOf(() => takeBack(Object.keys(after)[0] as RecordId))).toBe("records.not-found");
  });
});
