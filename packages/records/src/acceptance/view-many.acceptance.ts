// What leads to a record, and what shows or reads many at once: as one question for each would tell it.
import { expect, it } from "vitest";
import { compareBriefs } from "../briefs.ts";
import type { RecordState } from "../fold.ts";
import { gridFacet } from "../grid.ts";
import type { Patch } from "../operation.ts";
import type { GridPart } from "../view.ts";
import { act, idOf, title, type Using } from "./view-acts.ts";

export function acceptMany(using: Using): void {
  it("finds what links to a record, oldest first", () =>
    using(async ({ view, apply }) => {
      await apply([
        act(1, 1, title("case"), "case"),
        act(2, 2, { ...title("b"), case: { set: idOf(1) } }, "incident"),
        act(3, 3, { ...title("a"), case: { set: idOf(1) } }, "incident"),
        act(4, 4, { ...title("c"), case: { set: idOf(1) } }, "task"),
        act(5, 2, { sources: { add: [idOf(1)] } }, "incident"),
      ]);
      const idsOf = (states: readonly RecordState[]): readonly string[] => states.map(({ id }) => id);
      expect(idsOf(await view.linked(idOf(1), { kind: "incident" }))).toEqual([idOf(2), idOf(3)]);
      expect(await view.linkedIds(idOf(1), { kind: "incident" })).toEqual([idOf(2), idOf(3)]);
      expect(await view.linkedIds(idOf(1), { kind: "incident", field: "sources" })).toEqual([idOf(2)]);
      expect(idsOf(await view.linked(idOf(1), { kind: "incident", field: "sources" }))).toEqual([idOf(2)]);
      await apply([act(6, 3, { case: { clear: true } }, "incident")]);
      expect(idsOf(await view.linked(idOf(1), { kind: "incident" }))).toEqual([idOf(2)]);
    }));

  it("tells what is kept beside links without opening a record, as new as its rows, by what is alike", () =>
    using(async ({ view, apply }) => {
      const from = { kind: "sample", field: "parent" };
      const told = async (...to: readonly number[]): Promise<unknown> => {
        const groups = await view.briefs(to.map(idOf), from);
        const counted = await view.briefCounts(to.map(idOf), from);
        const found = groups.map(({ values, count, each }) => {
          expect(counted).toContainEqual({ values, count });
          const own = each().toSorted(compareBriefs);
          expect(own).toHaveLength(count);
          return [values["topics"] ?? null, ...own.map(([id, created, ...more]) => [id, created, ...more])];
        });
        expect(counted).toHaveLength(groups.length);
        const led = await view.briefTargets(to.map(idOf), { ...from, without: [idOf(8)] });
        const parents = groups.flatMap(({ each }) =>
          each().flatMap(([id, , parent]) => (typeof parent !== "string" || id === idOf(8) ? [] : [parent])),
        );
        expect(led.flatMap((each) => each.to).toSorted()).toEqual(parents.toSorted());
        return found.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      };
      const under = (to: number, more: Patch = {}): Patch => ({
        ...title("sample"),
        parent: { set: idOf(to) },
        ...more,
      });
      await apply([
        act(1, 9, under(1, { tag: { set: 'say "no"' }, topics: { add: ["a", "b"] } })),
        act(2, 8, under(1)),
        act(3, 7, under(2, { tag: { set: "المدافعات" }, when: { set: "2026-11" } })),
        act(4, 6, { ...title("incident"), case: { set: idOf(1) } }, "incident"),
      ]);
      const created = async (n: number): Promise<number> => (await view.read(idOf(n)))?.created.at ?? 0;
      const [ninth, eighth, seventh] = [await created(9), await created(8), await created(7)];
      const first = [
        ["a", "b"],
        [idOf(9), ninth, idOf(1), 'say "no"', null],
      ];
      const second = [idOf(8), eighth, idOf(1), null, null];
      expect(await told(1)).toEqual([first, [null, second]]);
      expect(await told(2, 1, 2)).toEqual([
        first,
        [null, second, [idOf(7), seventh, idOf(2), "المدافعات", "2026-11"]],
      ]);
      expect(await told()).toEqual([]);
      expect(await view.briefs([idOf(1)], { kind: "incident", field: "case" })).toEqual([]);
      await apply([
        act(5, 9, { tag: { clear: true } }),
        act(6, 8, { parent: { set: idOf(2) } }),
        act(7, 7, { parent: { clear: true } }),
      ]);
      expect(await told(1)).toEqual([
        [
          ["a", "b"],
          [idOf(9), ninth, idOf(1), null, null],
        ],
      ]);
      expect(await told(2)).toEqual([[null, [idOf(8), eighth, idOf(2), null, null]]]);
    }));

  it("counts what links to a record by kind and field, and gives it page by page, seen last first", () =>
    using(async ({ view, apply }) => {
      const incidents = Array.from({ length: 7 }, (_, n) =>
        act(n + 2, n + 2, { ...title(`n${n}`), case: { set: idOf(1) } }, "incident"),
      );
      await apply([
        act(1, 1, title("case"), "case"),
        ...incidents,
        act(9, 9, { ...title("task"), case: { set: idOf(1) } }, "task"),
        act(10, 2, { sources: { add: [idOf(1)] } }, "incident"),
        act(11, 11, { case: { set: idOf(1) } }, "unheardOf"),
      ]);
      const counts = (await view.linkCounts(idOf(1))).map(
        ({ kind, field, count }) => `${kind} ${field} ${count}`,
      );
      expect(counts.toSorted()).toEqual(["incident case 7", "incident sources 1", "task case 1"]);
      const page = async (from: number): Promise<readonly string[]> =>
        (await view.linkedRows(idOf(1), { kind: "incident", field: "case", limit: 3, from })).map(
          ({ id }) => id,
        );
      expect(await page(0)).toEqual([idOf(8), idOf(7), idOf(6)]);
      expect(await page(3)).toEqual([idOf(5), idOf(4), idOf(3)]);
      expect(await page(6)).toEqual([idOf(2)]);
      expect(await view.linkCounts(idOf(5))).toEqual([]);
    }));

  it("counts any text whole, and finds again what it counted", () =>
    using(async ({ view, apply }) => {
      const texts = [
        'say "no"',
        "back\\slash",
        "two\nlines\tand a tab",
        "المدافعات 🕊",
        "null",
        "12",
        "plain",
      ];
      await apply([
        ...texts.map((text, n) => act(n + 1, n + 1, { ...title(`n${n}`), tag: { set: text } })),
        act(20, 20, { ...title("again"), tag: { set: "plain" } }),
        act(21, 21, { ...title("other kind"), where: { set: { country: "XA" } } }, "incident"),
      ]);
      expect(await view.tally("sample", "tag")).toEqual(
        new Map(texts.map((text) => [text, text === "plain" ? 2 : 1])),
      );
      expect(await view.tally("sample", "nothing")).toEqual(new Map());
      const found = async (...values: readonly string[]): Promise<readonly string[]> =>
        (await view.rowsHaving("sample", "tag", values))
          .map(({ row, value }) => `${row.label} ${value}`)
          .toSorted();
      expect(await found("plain", "12", "plain", "missing")).toEqual(["again plain", "n5 12", "n6 plain"]);
      expect(await found(...texts)).toHaveLength(texts.length + 1);
      expect(await found()).toEqual([]);
      const placed = await view.rowsHaving("incident", "where", ["XA"]);
      expect(placed).toMatchObject([{ row: { id: idOf(21), kind: "incident" }, value: "XA" }]);
    }));

  it("counts what is held against what by country, whole, by row, by column and by cell", () =>
    using(async ({ view, apply }) => {
      const held = (n: number, country: string, to: readonly number[], more: Patch = {}) =>
        act(
          n,
          n,
          {
            ...title(`n${n}`),
            where: { set: { country } },
            commitments: { add: to.map(idOf) },
            status: { set: "confirmed" },
            ...more,
          },
          "incident",
        );
      await apply([
        held(1, "XA", [71, 72]),
        held(2, "XA", [71]),
        held(3, "XB", [71], { confirmedBy: { set: { text: "a body", lang: "en" } } }),
        // The code of a country stands in the row of no other.
        held(4, "XB", [72], { originState: { set: "XA" } }),
      ]);
      const cells = async (of?: GridPart): Promise<readonly string[]> =>
        (await view.grid("incident", gridFacet("commitments"), of))
          .map(({ to, country, apart, count }) => `${to === idOf(71) ? 71 : 72} ${country} ${apart} ${count}`)
          .toSorted();
      const [one, other, third] = [
        "71 XA confirmed-unnamed 2",
        "71 XB confirmed 1",
        "72 XA confirmed-unnamed 2",
      ];
      expect(await cells()).toEqual([one, other, third]);
      expect(await cells({ to: idOf(71) })).toEqual([one, other]);
      expect(await cells({ country: "XA" })).toEqual([one, third]);
      expect(await cells({ to: idOf(72), country: "XA" })).toEqual([third]);
      expect(await cells({ to: idOf(72), country: "XB" })).toEqual([]);
      expect(await view.grid("measure", gridFacet("commitments"))).toEqual([]);
    }));

  it("gives the log page by page, newest first, of all kinds or of one", () =>
    using(async ({ view, apply }) => {
      await apply([
        act(1, 1, title("case"), "case"),
        act(2, 2, title("a"), "incident"),
        act(3, 1, title("again"), "case"),
        act(4, 3, title("b"), "incident"),
      ]);
      const pagesOf = async (kind?: string): Promise<readonly (readonly number[])[]> => {
        const pages: (readonly number[])[] = [];
        let after: string | null = null;
        do {
          const page = await view.written({
            limit: 2,
            ...(kind === undefined ? {} : { kind }),
            ...(after === null ? {} : { after }),
          });
          pages.push(page.operations.map(({ stamp }) => stamp.sequence));
          after = page.next;
        } while (after !== null);
        return pages;
      };
      expect(await pagesOf()).toEqual([
        [4, 3],
        [2, 1],
      ]);
      expect(await pagesOf("case")).toEqual([[3, 1]]);
      expect(await pagesOf("task")).toEqual([[]]);
      await apply([act(5, 4, title("c"), "incident")]);
      expect(await pagesOf("incident")).toEqual([[5, 4], [2]]);
    }));

  it("gives at a glance what links to each of many, as one question for each would", () =>
    using(async ({ view, apply }) => {
      await apply([
        act(1, 1, title("case"), "case"),
        act(2, 2, title("other"), "case"),
        act(3, 3, { case: { set: idOf(1) } }, "incident"),
        act(4, 4, { case: { set: idOf(2) }, sources: { add: [idOf(1)] } }, "incident"),
        act(5, 5, { case: { set: idOf(1) } }, "task"),
      ]);
      const ids = [idOf(1), idOf(2), idOf(9)];
      for (const from of [{ kind: "incident" }, { kind: "incident", field: "case" }, { kind: "task" }]) {
        const found = await view.glanceLinked(ids, from);
        for (const id of ids) expect(found.get(id)).toEqual(await view.linked(id, from));
      }
    }));

  it("gives at a glance what reading gives, in the order that was asked for", () =>
    using(async ({ view, apply }) => {
      await apply([act(1, 1, title("first")), act(2, 2, title("other")), act(3, 1, title("second"))]);
      const [second, first] = await view.glance([idOf(2), idOf(9), idOf(1), idOf(2)]);
      expect(second).toEqual(await view.read(idOf(2)));
      expect(first).toEqual(await view.read(idOf(1)));
      expect(await view.glance([idOf(9)])).toEqual([]);
    }));

  it("reads many as it reads each, in the order that was asked for", () =>
    using(async ({ view, apply }) => {
      const titles = Array.from({ length: 30 }, (_, n) => act(n + 1, (n % 9) + 1, title(`n${n}`)));
      await apply(titles);
      const ids = [5, 1, 12, 9, 5, 2].map(idOf);
      const read = await view.readMany(ids);
      expect(read.map(({ id }) => id)).toEqual([5, 1, 9, 2].map(idOf));
      for (const state of read) expect(state).toEqual(await view.read(state.id));
      expect(await view.readMany([])).toEqual([]);
    }));
}
