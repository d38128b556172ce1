// Links that cannot be right, and those that look so and are.
import type { RecordId } from "@tocsin/core";
import { beforeEach, describe, expect, it } from "vitest";
import { carryOutErasure } from "./erasure/carry-out.ts";
import { planErasure } from "./erasure/plan.ts";
import { tellStory } from "./erasure/story.fake.ts";
import { importRecords } from "./imports/import-records.ts";
import type { Problem } from "./lacks.ts";
import type { RecordLacks } from "./queries/lacks.ts";
import { rootsOf, withMerged } from "./same-person.ts";
import { createSmallWorkspace, sha256Of, type SmallWorkspace } from "./small-workspace.fake.ts";

let small: SmallWorkspace;
beforeEach(async () => {
  small = await createSmallWorkspace();
});

async function problemsOf(record: RecordId, of = small): Promise<readonly Problem[]> {
  const [found] = (await of.workspace.ask("lacks", { record })) as readonly RecordLacks[];
  return found?.problems ?? [];
}

async function eventsNamed(...titles: readonly string[]): Promise<readonly RecordId[]> {
  const events: RecordId[] = [];
  for (const title of titles) events.push(await small.create("incident", { title }));
  return events;
}

const linked = (from: RecordId | undefined, link: string, to: RecordId | undefined): Promise<RecordId> =>
  small.create("eventLink", { link, from, to, grounds: "As she told it" });

describe("links of events", () => {
  it("are a circle where one comes before itself, over others and in whatever words, and each link of it says so", async () => {
    const [a, b, c] = await eventsNamed("a", "b", "c");
    const links = [await linked(a, "before", b), await linked(c, "result-of", b)];
    for (const link of links) expect(await problemsOf(link)).toEqual([]);
    links.push(await linked(a, "reprisal-for", c));
    // In time: a before b, b before c (its result), c before a (the reprisal for it).
    expect(await problemsOf(links[0] ?? never())).toEqual([
      { field: "to", problem: "circle", what: [a, b, c] },
    ]);
    expect(await problemsOf(links[1] ?? never())).toEqual([
      { field: "to", problem: "circle", what: [b, c, a] },
    ]);
    expect(await problemsOf(links[2] ?? never())).toEqual([
      { field: "to", problem: "circle", what: [c, a, b] },
    ]);
  });

  it("are a circle where an event holds what holds it", async () => {
    const [a, b] = await eventsNamed("a", "b");
    const first = await linked(a, "contains", b);
    expect(await problemsOf(first)).toEqual([]);
    await linked(a, "part-of", b);
    expect(await problemsOf(first)).toEqual([{ field: "to", problem: "circle", what: [a, b] }]);
  });

  it("are no circle where they say the same twice, order nothing, or order in two different ways", async () => {
    const [a, b] = await eventsNamed("a", "b");
    const links = [
      await linked(a, "before", b),
      await linked(b, "after", a),
      await linked(a, "causes", b),
      await linked(a, "parallel", b),
      await linked(b, "parallel", a),
      await linked(a, "same-campaign", b),
      await linked(b, "same-campaign", a),
      // A part can come before the end of what it is a part of.
      await linked(a, "part-of", b),
    ];
    for (const link of links) expect(await problemsOf(link)).toEqual([]);
  });

  it("beside a circle are none of it", async () => {
    const [a, b, c] = await eventsNamed("a", "b", "c");
    const aside = await linked(a, "before", b);
    await linked(b, "before", c);
    await linked(c, "before", b);
    expect(await problemsOf(aside)).toEqual([]);
  });

  it("are found among all records of the kind", async () => {
    const [a, b] = await eventsNamed("a", "b");
    await linked(a, "before", b);
    await linked(b, "before", a);
    const found = (await small.workspace.ask("lacks", { kind: "eventLink" })) as readonly RecordLacks[];
    expect(found.map(({ problems }) => problems.map(({ problem }) => problem))).toEqual([
      ["circle"],
      ["circle"],
    ]);
  });
});

describe("a link", () => {
  it("to nothing is named with where it leads", async () => {
    const nobody = "0".repeat(26) as RecordId;
    const [incident] = await eventsNamed("a");
    const involvement = await small.create("involvement", { role: "victim", incident, person: nobody });
    expect(await problemsOf(involvement)).toEqual([
      { field: "person", problem: "link-to-nothing", what: [nobody] },
    ]);
  });

  it("to what was erased is named too", async () => {
    const story = await tellStory();
    const { workspace } = story.small;
    const action = await story.small.create("action", {
      title: "Complaint",
      incidents: [story.alone, story.together],
    });
    expect((await problemsOf(action, story.small)).map(({ problem }) => problem)).not.toContain(
      "link-to-nothing",
    );
    const subject = { consent: story.consent };
    const { digest, records } = await planErasure(workspace, subject, { sha256: sha256Of });
    await carryOutErasure(workspace, { subject, digest }, { sha256: sha256Of });
    const gone = records.filter(({ chosen }) => chosen).map(({ id }) => id);
    expect(gone).toContain(story.alone);
    expect(await problemsOf(action, story.small)).toContainEqual({
      field: "incidents",
      problem: "link-to-nothing",
      what: [story.alone],
    });
  });
});

describe("records that were merged into each other", () => {
  const circle = { field: "mergedInto", problem: "circle", what: [] };

  /** What two devices write that do not know of each other: no command closes a circle. */
  async function mergeRound(): Promise<readonly [RecordId, RecordId]> {
    const [a, b] = await eventsNamed("a", "b");
    const [first, second] = [a ?? never(), b ?? never()];
    const merged = (record: RecordId, into: RecordId) =>
      ({
        kind: "incident",
        version: 1,
        record,
        act: "record.merge",
        patch: { mergedInto: { set: into } },
      }) as const;
    await small.workspace.write([merged(first, second)]);
    await small.workspace.write([merged(second, first)]);
    return [first, second];
  }

  it("say so, each of them, and one that leads into the circle from aside does not", async () => {
    const [a, b] = await mergeRound();
    const aside = await small.create("incident", { title: "c", mergedInto: a });
    expect(await problemsOf(a)).toContainEqual(circle);
    expect(await problemsOf(b)).toContainEqual(circle);
    expect(await problemsOf(aside)).not.toContainEqual(circle);
    const all = (await small.workspace.ask("lacks", { kind: "incident" })) as readonly RecordLacks[];
    expect(
      all
        .filter(({ problems }) => problems.some(({ problem }) => problem === "circle"))
        .map(({ record }) => record)
        .toSorted(),
    ).toEqual([a, b].toSorted());
  });

  it("stand for one by every rule, whichever is asked, and come apart again", async () => {
    const [a, b] = await mergeRound();
    const states = [await small.workspace.view.read(a), await small.workspace.view.read(b)].map(
      (state) => state ?? never(),
    );
    const roots = new Set(rootsOf(states).values());
    expect([...roots]).toEqual([[a, b].toSorted()[0]]);
    expect(await withMerged(small.workspace.view, "incident", states.slice(0, 1))).toHaveLength(2);
    await small.workspace.run("record.unmerge", { record: b });
    expect(await problemsOf(a)).not.toContainEqual(circle);
  });

  it("come in from a table that merges them round, and are shown", async () => {
    const [a, b] = ["a", "b"].map((letter) => letter.repeat(26) as RecordId);
    const record = (id: RecordId | undefined, into: RecordId | undefined) => ({
      id,
      values: { title: { text: "Round", lang: "en" }, mergedInto: into },
    });
    const whole = {
      format: "tocsin-records",
      version: 1,
      kind: "incident",
      records: [record(a, b), record(b, a)],
    };
    const bytes = new TextEncoder().encode(JSON.stringify(whole));
    expect(await importRecords(small.workspace, { bytes, dryRun: false })).toMatchObject({ created: 2 });
    for (const id of [a, b]) expect(await problemsOf(id ?? never())).toContainEqual(circle);
  });
});

function never(): never {
  throw new Error("not there");
}
