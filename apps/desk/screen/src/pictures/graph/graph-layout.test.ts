import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutGraph, type Box, type LaidOutLink, type LaidOutNode } from "./graph-layout.ts";

const columns = fc.constantFrom(0 as const, 1 as const, 2 as const);
const graphs = fc
  .array(fc.tuple(columns, fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 60 })
  .chain((shape) =>
    fc.tuple(
      fc.constant(shape),
      fc.array(fc.tuple(fc.nat(shape.length - 1), fc.nat(shape.length - 1)), { maxLength: 90 }),
    ),
  )
  .map(([shape, pairs]) => {
    const nodes = shape.map(([column, lines], at): LaidOutNode => ({
      key: `n${at}`,
      column,
      order: String((at * 7) % 11),
      lines: Array.from({ length: lines }, (_, line) => `l${line}`),
    }));
    const links = pairs.map(([from, to], at): LaidOutLink => ({
      key: `e${at}`,
      from: `n${from}`,
      line: "l0",
      to: `n${to}`,
      isSuspected: at % 2 === 0,
    }));
    return { nodes, links };
  });

const touch = (a: Box, b: Box): boolean =>
  a.at < b.at + b.width && b.at < a.at + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe("the layout of who did what to whom", () => {
  it("has a box for everybody, none touching another, all within the picture", () =>
    fc.assert(
      fc.property(graphs, ({ nodes, links }) => {
        const { boxes, width, height } = layOutGraph(nodes, links);
        expect(boxes.map(({ key }) => key).toSorted()).toEqual(nodes.map(({ key }) => key).toSorted());
        for (const [at, box] of boxes.entries()) {
          expect(boxes.slice(at + 1).filter((other) => touch(box, other))).toEqual([]);
          expect(box.at + box.width).toBeLessThanOrEqual(width);
          expect(box.top + box.height).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 100, seed: 21 },
    ));

  it("is the same however the graph was listed", () =>
    fc.assert(
      fc.property(graphs, ({ nodes, links }) => {
        const sorted = <Each extends { readonly key: string }>(all: readonly Each[]): readonly Each[] =>
          all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
        const [one, other] = [layOutGraph(nodes, links), layOutGraph(nodes.toReversed(), links.toReversed())];
        expect(sorted(other.boxes)).toEqual(sorted(one.boxes));
        expect(sorted(other.routes)).toEqual(sorted(one.routes));
      }),
      { numRuns: 50, seed: 22 },
    ));

  it("gives no room to a column in which nobody stands", () => {
    const node = (key: string, column: 0 | 1 | 2): LaidOutNode => ({ key, column, order: key, lines: [] });
    const [whole, part] = [
      layOutGraph([node("a", 0), node("b", 1), node("c", 2)], []),
      layOutGraph([node("b", 1), node("c", 2)], []),
    ];
    expect(part.columns.map(({ column }) => column)).toEqual([1, 2]);
    expect(part.boxes.map(({ at }) => at)).toEqual(whole.columns.slice(0, 2).map(({ at }) => at));
    expect(part.width).toBeLessThan(whole.width);
  });

  it("makes boxes wider where there is room, and keeps within it", () => {
    const node = (key: string, column: 0 | 1 | 2): LaidOutNode => ({ key, column, order: key, lines: [] });
    const nodes = [node("a", 0), node("b", 1), node("c", 2)];
    const [narrow, wide, widest] = [20, 75, 400].map((length) => layOutGraph(nodes, [], length));
    expect(wide?.boxes[0]?.width).toBeGreaterThan(narrow?.boxes[0]?.width ?? 0);
    expect(wide?.width).toBeLessThanOrEqual(75);
    expect(widest?.width).toBeLessThan(100);
  });

  it("draws a route for every link whose ends are there, and for no other", () => {
    const node = (key: string, column: 0 | 1 | 2): LaidOutNode => ({
      key,
      column,
      order: key,
      lines: ["role"],
    });
    const link = (key: string, from: string, to: string): LaidOutLink => ({
      key,
      from,
      line: "role",
      to,
      isSuspected: key === "two",
    });
    const { routes } = layOutGraph(
      [node("a", 0), node("b", 1)],
      [link("one", "a", "b"), link("two", "b", "b"), link("three", "a", "gone")],
    );
    expect(routes.map(({ key, isSuspected }) => [key, isSuspected])).toEqual([
      ["one", false],
      ["two", true],
    ]);
  });
});
