// What every view over records must do, whatever it keeps them in.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@tocsin/core";
import { compareStamps, type RecordState } from "../fold.ts";
import type { Patch } from "../operation.ts";
import type { Registry } from "../registry.ts";
import type { ListOptions, StampedOperation, View } from "../view.ts";
import { histories } from "./histories.ts";
import { plainAnalyse, testRegistry } from "./test-registry.ts";
import { act, idOf, title, type Using, type ViewUnderTest } from "./view-acts.ts";
import { acceptMany } from "./view-many.acceptance.ts";

export type { ViewUnderTest } from "./view-acts.ts";

/** Gives an empty view of its own each time. */
export type MakeView = (
  registry: Registry,
  analyse: (text: string, lang: string) => readonly string[],
) => Promise<ViewUnderTest>;

const registry = testRegistry();

export function acceptView(name: string, make: MakeView, options: { readonly runs?: number } = {}): void {
  const using = async (work: (under: ViewUnderTest) => Promise<void>): Promise<void> => {
    const under = await make(registry, plainAnalyse);
    try {
      await work(under);
    } finally {
      await under.close();
    }
  };
  describe(`view: ${name}`, () => {
    acceptReading(using);
    acceptMany(using);
    acceptLists(using);
    acceptSearch(using);
    acceptOrders(using, options.runs ?? 30);
  });
}

function acceptReading(using: Using): void {
  it("reads a record with its history, newest first, and nothing where there is none", () =>
    using(async ({ view, apply }) => {
      await apply([act(1, 1, title("first")), act(2, 2, title("other")), act(3, 1, title("second"))]);
      const state = await view.read(idOf(1));
      expect(state?.fields["title"]).toMatchObject({ heads: [{ value: { text: "second" } }] });
      expect((await view.history(idOf(1))).map(({ stamp }) => stamp.sequence)).toEqual([3, 1]);
      expect(await view.read(idOf(9))).toBeUndefined();
      expect(await view.history(idOf(9))).toEqual([]);
    }));

  it("takes an operation once, however often it comes", () =>
    using(async ({ view, apply }) => {
      const operations = [act(1, 1, { tag: { set: "one" } }), act(2, 1, { labels: { add: ["x"] } })];
      await apply([...operations, ...operations]);
      await apply(operations);
      expect((await view.read(idOf(1)))?.operations).toBe(2);
      expect(await view.history(idOf(1))).toHaveLength(2);
      expect(await view.tally("sample", "tag")).toEqual(new Map([["one", 1]]));
      expect(await view.count("sample")).toBe(1);
    }));

  it("keeps kinds and values that nobody knows today, and shows neither in lists", () =>
    using(async ({ view, apply }) => {
      const odd: Json = { nobody: ["knows"] };
      await apply([
        act(1, 1, title("raid"), "unheardOf"),
        act(2, 2, { ...title("raid"), when: { set: odd }, tag: { set: odd }, later: { set: odd } }),
      ]);
      expect((await view.list({})).rows.map(({ id }) => id)).toEqual([idOf(2)]);
      expect((await view.list({ writtenAfter: 0 })).rows.map(({ id }) => id)).toEqual([idOf(2)]);
      expect((await view.search("raid")).map(({ id }) => id)).toEqual([idOf(2)]);
      expect(await view.count("unheardOf")).toBe(0);
      expect(await view.read(idOf(1))).toMatchObject({ kind: "unheardOf", operations: 1 });
      expect((await view.read(idOf(2)))?.fields["later"]).toMatchObject({ heads: [{ value: odd }] });
      expect(await view.tally("sample", "tag")).toEqual(new Map());
    }));

  it("shows nothing of a record of which everything was taken back, keeps its history, and shows it again", () =>
    using(async ({ view, apply }) => {
      const lead: Patch = { ...title("raid"), case: { set: idOf(1) }, sources: { add: [idOf(1)] } };
      const back: Patch = {
        title: { clear: true },
        case: { clear: true },
        sources: { remove: [idOf(1)] },
      };
      const link = { to: idOf(1), from: idOf(2), kind: "incident" };
      await apply([act(1, 1, title("case"), "case"), act(2, 2, lead, "incident")]);
      expect(new Set((await view.leadingTo([idOf(1), idOf(9)])).map((each) => JSON.stringify(each)))).toEqual(
        new Set([JSON.stringify(link)]),
      );
      await apply([act(3, 2, back, "incident")]);
      expect(await view.read(idOf(2))).toBeUndefined();
      expect(await view.history(idOf(2))).toHaveLength(2);
      expect((await view.list({})).rows.map(({ id }) => id)).toEqual([idOf(1)]);
      expect((await view.list({ writtenAfter: 0 })).rows.map(({ id }) => id)).toEqual([idOf(1)]);
      expect(await view.search("raid")).toEqual([]);
      expect(await view.count("incident")).toBe(0);
      expect(await view.linked(idOf(1), { kind: "incident" })).toEqual([]);
      expect(await view.leadingTo([idOf(1)])).toEqual([]);
      expect(await view.readMany([idOf(2)])).toEqual([]);
      expect(await view.glance([idOf(2)])).toEqual([]);
      expect(await view.linkCounts(idOf(1))).toEqual([]);
      await apply([act(4, 2, title("raid"), "incident")]);
      expect((await view.read(idOf(2)))?.operations).toBe(3);
      expect((await view.search("raid")).map(({ id }) => id)).toEqual([idOf(2)]);
      expect(await view.count("incident")).toBe(1);
    }));
}

const dated = (sequence: number, record: number, when: string, tag: string): StampedOperation =>
  act(sequence, record, { ...title(`n${record}`), when: { set: when }, tag: { set: tag } });

async function pages(view: View, options: ListOptions): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const page = await view.list({ ...options, ...(after === undefined ? {} : { after }) });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  }
  return ids;
}

function acceptLists(using: Using): void {
  it("pages through a list in both directions, without gaps or doubles where dates are equal", () =>
    using(async ({ view, apply }) => {
      const days = ["2024-05-03", "2024-05-01", "2024-05-02"];
      await apply(Array.from({ length: 23 }, (_, n) => dated(n + 1, n + 1, days[n % 3] ?? "", "x")));
      const newest = await pages(view, { kind: "sample", limit: 5 });
      expect(newest).toHaveLength(23);
      expect(new Set(newest).size).toBe(23);
      expect(newest.slice(0, 2)).toEqual([idOf(22), idOf(19)]);
      expect(await pages(view, { kind: "sample", limit: 4, order: "oldest" })).toEqual(newest.toReversed());
      expect(await pages(view, { limit: 7 })).toEqual(newest);
      expect(await pages(view, { limit: 7, where: [{ field: "tag", value: "x" }] })).toEqual(newest);
    }));

  it("filters by text, code, country and link, all of them together", () =>
    using(async ({ view, apply }) => {
      const where = (n: number): Patch => ({
        where: { set: { country: n % 2 === 0 ? "XA" : "XB", region: "North" } },
        status: { set: n % 3 === 0 ? "open" : "done" },
        parent: { set: idOf(900 + (n % 4)) },
        labels: { add: [`l${n % 5}`] },
      });
      await apply(Array.from({ length: 40 }, (_, n) => act(n + 1, n + 1, { ...title(`${n}`), ...where(n) })));
      const found = await pages(view, {
        kind: "sample",
        where: [
          { field: "where", value: "XA" },
          { field: "status", value: "open" },
          { field: "parent", value: idOf(900) },
        ],
      });
      expect(found).toEqual([37, 25, 13, 1].map(idOf));
      expect(await pages(view, { where: [{ field: "labels", value: "l3" }], limit: 3 })).toHaveLength(8);
      expect(await pages(view, { kind: "case", where: [{ field: "labels", value: "l3" }] })).toEqual([]);
      expect(await pages(view, { kind: "sample", where: [{ field: "status", value: "' OR 1" }] })).toEqual(
        [],
      );
    }));

  it("orders by the text of a field, page by page, and puts last what has none", () =>
    using(async ({ view, apply }) => {
      const tags = ["b", "a", null, "c", "b", null, "a"];
      await apply(
        tags.map((tag, n) =>
          act(n + 1, n + 1, {
            ...title(`t${n}`),
            ...(tag === null ? {} : { tag: { set: tag } }),
            status: { set: n % 2 === 0 ? "open" : "open.local:0f3a9c2e" },
          }),
        ),
      );
      const options = { kind: "sample", by: "tag", limit: 2 };
      expect(await pages(view, { ...options, order: "oldest" })).toEqual([2, 7, 1, 5, 4, 3, 6].map(idOf));
      expect(await pages(view, options)).toEqual([4, 5, 1, 7, 2, 6, 3].map(idOf));
      const open = { ...options, where: [{ field: "status", value: "open" }] };
      expect(await pages(view, open)).toEqual([4, 5, 1, 7, 2, 6, 3].map(idOf));
      expect(await pages(view, { kind: "sample", by: "status", limit: 3 })).toHaveLength(7);
    }));

  it("keeps to dates and to words, and counts what matches up to a bound", () =>
    using(async ({ view, apply }) => {
      await apply([
        dated(1, 1, "2024-01-15", "x"),
        dated(2, 2, "2024-02-15", "x"),
        dated(3, 3, "2024-03-15", "y"),
        act(4, 2, title("Raid at night")),
      ]);
      const from = Date.UTC(2024, 1, 1);
      const listed = async (options: ListOptions): Promise<readonly unknown[]> => {
        const { rows, total } = await view.list({ kind: "sample", ...options, countTo: 9 });
        return [...rows.map(({ id }) => id), total];
      };
      expect(await listed({ from })).toEqual([idOf(3), idOf(2), 2]);
      expect(await listed({ from, to: Date.UTC(2024, 1, 28) })).toEqual([idOf(2), 1]);
      expect(await listed({ words: "raid nig" })).toEqual([idOf(2), 1]);
      expect(await listed({ words: "!?" })).toEqual([0]);
      const tagged = { where: [{ field: "tag", value: "x" }] };
      expect(await listed({ ...tagged, words: "raid", to: Date.UTC(2024, 0, 31) })).toEqual([0]);
      expect(await listed({ ...tagged, by: "title", order: "oldest", from: 0 })).toEqual([
        idOf(2),
        idOf(1),
        2,
      ]);
      expect((await view.list({ kind: "sample", countTo: 2, limit: 1 })).total).toBe(2);
      expect(await view.list({ kind: "sample" })).not.toHaveProperty("total");
    }));

  it("tells what was written after a moment, last written first, whatever its date", () =>
    using(async ({ view, apply }) => {
      await apply([
        act(1, 1, { ...title("first"), when: { set: "2030" } }),
        act(2, 2, title("second")),
        act(3, 1, title("first again")),
      ]);
      const written = async (after: number, limit = 10): Promise<readonly string[]> =>
        (await view.list({ writtenAfter: after, limit })).rows.map(({ id }) => id);
      expect(await written(0)).toEqual([idOf(1), idOf(2)]);
      expect(await written(0, 1)).toEqual([idOf(1)]);
      const second = (await view.read(idOf(2)))?.updated.at ?? 0;
      expect(await written(second)).toEqual([idOf(1)]);
      expect(await written(Number.MAX_SAFE_INTEGER)).toEqual([]);
      const ofKinds = async (...kinds: readonly string[]): Promise<number> =>
        (await view.list({ writtenAfter: 0, kinds })).rows.length;
      expect([
        await ofKinds("sample"),
        await ofKinds("other", "sample"),
        await ofKinds("other"),
        await ofKinds(),
      ]).toEqual([2, 2, 0, 0]);
    }));

  it("moves records and counts when values change", () =>
    using(async ({ view, apply }) => {
      await apply([
        dated(1, 1, "2024-01-01", "one"),
        dated(2, 2, "2024-02-01", "one"),
        dated(3, 3, "2024-03-01", "two"),
      ]);
      expect(await view.tally("sample", "tag")).toEqual(
        new Map([
          ["one", 2],
          ["two", 1],
        ]),
      );
      await apply([
        act(4, 1, { tag: { set: "two" }, when: { set: "2024-12-01" } }),
        act(5, 3, { tag: { clear: true } }),
      ]);
      expect(await view.tally("sample", "tag")).toEqual(
        new Map([
          ["one", 1],
          ["two", 1],
        ]),
      );
      expect(await pages(view, { kind: "sample" })).toEqual([1, 3, 2].map(idOf));
      expect(await pages(view, { where: [{ field: "tag", value: "two" }] })).toEqual([idOf(1)]);
      expect(await view.count("sample")).toBe(3);
    }));
}

function acceptSearch(using: Using): void {
  const texts = [
    "Police raid at night",
    "The raid, and a phone",
    "Raiders of phones",
    "nightly police work",
    "شرطة 경찰",
  ];
  const found = async (view: View, words: string, kind?: string): Promise<readonly string[]> =>
    (await view.search(words, kind === undefined ? {} : { kind })).map(({ id }) => id);

  it("finds all words, the last one as a beginning, phrases in quotes, newest first", () =>
    using(async ({ view, apply }) => {
      await apply(texts.map((text, n) => act(n + 1, n + 1, title(text))));
      expect(await found(view, "raid ")).toEqual([2, 1].map(idOf));
      expect(await found(view, "raid")).toEqual([3, 2, 1].map(idOf));
      expect(await found(view, "phone ra")).toEqual([idOf(2)]);
      expect(await found(view, '"at night"')).toEqual([idOf(1)]);
      expect(await found(view, '"night at"')).toEqual([]);
      expect(await found(view, "경")).toEqual([idOf(5)]);
      expect(await found(view, "police nothing ")).toEqual([]);
    }));

  it("puts in front, when it ranks, what speaks of the words most", () =>
    using(async ({ view, apply }) => {
      const note = (text: string): Patch => ({ note: { set: { text, lang: "en" } } });
      const long = "and many other things that happened in that week and the one before it ".repeat(3);
      await apply([
        act(1, 1, { ...title("raid"), ...note("raid upon raid") }),
        act(2, 2, { ...title("A visit"), ...note("a raid") }),
        act(3, 3, { ...title("A week"), ...note(`raid ${long}`) }),
        act(4, 4, title("raid of a case"), "case"),
        act(5, 5, title("nothing of it")),
      ]);
      const ranked = async (words: string, limit = 20): Promise<readonly string[]> =>
        (await view.search(words, { kind: "sample", order: "ranked", limit })).map(({ id }) => id);
      expect(await ranked("raid ")).toEqual([1, 2, 3].map(idOf));
      expect(await ranked("rai", 1)).toEqual([idOf(1)]);
      expect(await ranked("balloon")).toEqual([]);
    }));

  it("takes what people type as words, whatever it is", () =>
    using(async ({ view, apply }) => {
      await apply([act(1, 1, title("raid AND near OR not high col"))]);
      for (const typed of [
        "",
        "   ",
        '"',
        '""',
        "***",
        "-",
        "((",
        "a NEAR/2 b",
        "high:x",
        "kind : sample",
        "raid) OR (x",
      ])
        expect(Array.isArray(await view.search(typed))).toBe(true);
      expect(await found(view, "raid AND near ")).toEqual([idOf(1)]);
      expect(await found(view, "high:col ")).toEqual([idOf(1)]);
      expect(await found(view, "sample")).toEqual([]);
    }));

  it("says where it found the words, keeps to a kind and a limit, and forgets what was replaced", () =>
    using(async ({ view, apply }) => {
      await apply([
        act(1, 1, { ...title("Visit"), note: { set: { text: "a raid", lang: "en" } } }),
        act(2, 2, title("raid"), "case"),
        act(3, 3, { aliases: { add: [{ text: "Raid", lang: "en" }] } }),
      ]);
      expect((await view.search("raid", { kind: "sample" })).map(({ id, field }) => [id, field])).toEqual([
        [idOf(3), "aliases"],
        [idOf(1), "note"],
      ]);
      expect(await view.search("raid", { limit: 1 })).toHaveLength(1);
      expect(await found(view, "raid", "unheardOf")).toEqual([]);
      await apply([act(4, 1, { note: { clear: true } })]);
      expect(await found(view, "raid")).toEqual([3, 2].map(idOf));
    }));
}

interface Picture {
  readonly states: readonly (RecordState | undefined)[];
  readonly lists: readonly unknown[];
  readonly tallies: readonly unknown[];
  readonly hits: readonly unknown[];
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Everything that a view says, without the order in which it heard of records. */
async function pictureOf(view: View): Promise<Picture> {
  const ids = Array.from({ length: 6 }, (_, n) => idOf(n + 1));
  const filters = [
    [],
    [{ field: "tag", value: "one" }],
    [
      { field: "where", value: "XA" },
      { field: "topics", value: "two" },
    ],
  ];
  const facets = ["tag", "isOpen", "where", "status", "topics", "labels"];
  const questions = ["raid", "phone ", "lawyer n", '"at night"', "الش", "경찰 "];
  return {
    states: await Promise.all(ids.map((id) => view.read(id))),
    lists: await Promise.all(
      filters.map(async (where) => (await view.list({ kind: "sample", where })).rows.toSorted(byId)),
    ),
    tallies: await Promise.all(
      facets.map(async (facet) =>
        [...(await view.tally("sample", facet))].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    ),
    hits: await Promise.all(questions.map(async (words) => (await view.search(words)).toSorted(byId))),
  };
}

function acceptOrders(using: Using, numRuns: number): void {
  it("shows the same in whatever order it heard of what was written", () =>
    fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 9 }), async ({ operations, orders }, batch) => {
        let expected: Picture | undefined;
        for (const order of [operations, ...orders])
          await using(async ({ view, apply }) => {
            for (let at = 0; at < order.length; at += batch) await apply(order.slice(at, at + batch));
            const picture = await pictureOf(view);
            expected ??= picture;
            expect(picture).toEqual(expected);
            await expectHistories(view, operations);
          });
      }),
      { numRuns, seed: 5 },
    ));
}

async function expectHistories(view: View, operations: readonly StampedOperation[]): Promise<void> {
  for (const id of new Set(operations.map(({ operation }) => operation.record))) {
    const own = operations.filter(({ operation }) => operation.record === id);
    const newestFirst = own.toSorted((a, b) => compareStamps(b.stamp, a.stamp));
    expect((await view.history(id)).map(({ operation }) => operation)).toEqual(
      newestFirst.map(({ operation }) => operation),
    );
  }
}
