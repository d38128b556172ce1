import fc from "fast-check";
import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { histories } from "./acceptance/histories.ts";
import { conflictsOf, fold, valuesOf, type RecordState, type SeenStamp } from "./fold.ts";
import type { Operation, Patch } from "./operation.ts";
import type { StampedOperation } from "./view.ts";

const record = "0123456789abcdefghjkmnpqrs" as RecordId;

/** `a3` is the third commit of chain a; `seen` lists what it had seen of other chains. */
function at(name: string, depth: number, seen: readonly string[] = []): SeenStamp {
  const [chain, sequence] = [name.slice(0, 1), Number(name.slice(1))];
  const others = seen.map((each) => [each.slice(0, 1), Number(each.slice(1))] as const);
  const stamp = { chain, sequence, index: 0, depth, commit: name, device: chain, at: 1000 - depth };
  return { ...stamp, seen: new Map([...others, [chain, sequence]]) };
}

function write(stamp: SeenStamp, patch: Patch, more: Partial<Operation> = {}): StampedOperation {
  return { stamp, operation: { kind: "sample", version: 1, record, act: "try", patch, ...more } };
}

function folded(operations: readonly StampedOperation[]): RecordState {
  let state: RecordState | undefined;
  for (const { stamp, operation } of operations) state = fold(state, stamp, operation);
  if (state === undefined) throw new Error("nothing to fold");
  return state;
}

const set = (value: string): Patch => ({ tag: { set: value } });

describe("fold", () => {
  it("lets go of a value only when whoever wrote the next one had seen it", () => {
    const first = write(at("a1", 1), set("one"));
    const second = write(at("b1", 2, ["a1"]), set("two"));
    expect(folded([first, second]).fields["tag"]).toMatchObject({ heads: [{ value: "two" }] });
    expect(conflictsOf(folded([first, second]))).toEqual([]);
  });

  it("keeps concurrent values, the deepest in front, until somebody who has seen all settles it", () => {
    const both = [write(at("a1", 1), set("one")), write(at("b1", 2), set("two"))];
    const state = folded(both);
    expect(state.fields["tag"]).toMatchObject({ heads: [{ value: "two" }, { value: "one" }] });
    expect(valuesOf(state)).toEqual({ tag: "two" });
    expect(conflictsOf(state)).toEqual(["tag"]);
    const settled = folded([...both, write(at("a2", 3, ["b1"]), set("one"))]);
    expect(settled.fields["tag"]).toMatchObject({ heads: [{ value: "one" }] });
    expect(conflictsOf(settled)).toEqual([]);
  });

  it("sees no conflict where two people wrote the same", () => {
    const both = folded([write(at("a1", 1), set("one")), write(at("b1", 1), set("one"))]);
    expect(both.fields["tag"]).toMatchObject({ heads: [{}, {}] });
    expect(conflictsOf(both)).toEqual([]);
  });

  it("orders by depth, chain and commit, never by the clock", () => {
    const operations = [
      write(at("b1", 5), set("b")),
      write(at("a1", 5), set("a")),
      write(at("c1", 2), set("c")),
    ];
    const state = folded(operations);
    expect(state.fields["tag"]).toMatchObject({ heads: [{ value: "b" }, { value: "a" }, { value: "c" }] });
    expect([state.created.chain, state.updated.chain]).toEqual(["c", "b"]);
  });

  it("clears a value for those who had seen it", () => {
    const clear = write(at("a2", 2), { tag: { clear: true } });
    expect(valuesOf(folded([write(at("a1", 1), set("one")), clear]))).toEqual({});
    const concurrent = folded([write(at("a1", 1), set("one")), write(at("b1", 1), set("two")), clear]);
    expect(concurrent.fields["tag"]).toMatchObject({
      heads: [{ stamp: { commit: "a2" } }, { value: "two" }],
    });
    expect(conflictsOf(concurrent)).toEqual(["tag"]);
  });

  it("keeps an element that is added while somebody else removes it", () => {
    const operations = [
      write(at("a1", 1), { labels: { add: ["x", "y"] } }),
      write(at("b1", 2, ["a1"]), { labels: { remove: ["x", "y"] } }),
      write(at("c1", 2, ["a1"]), { labels: { add: ["x"] } }),
    ];
    expect(valuesOf(folded(operations))).toEqual({ labels: ["x"] });
    const last = write(at("a2", 3, ["b1", "c1"]), { labels: { remove: ["x"] } });
    expect(valuesOf(folded([...operations, last]))).toEqual({});
  });

  it("remembers all additions of an element, in whatever order it heard of them", () => {
    const [first, second] = ["b1", "a1"].map((name) => write(at(name, 1), { labels: { add: ["x"] } }));
    const removal = write(at("a2", 2), { labels: { remove: ["x"] } });
    if (first === undefined || second === undefined) throw new Error("nothing written");
    expect(folded([first, second])).toEqual(folded([second, first]));
    expect(valuesOf(folded([second, removal, first]))).toEqual({ labels: ["x"] });
    expect(folded([first, second, removal])).toEqual(folded([second, removal, first]));
  });

  it("takes an element out and in again in one operation as in", () => {
    const again = write(at("a2", 2), { labels: { add: ["x"], remove: ["x"] } });
    const state = folded([write(at("a1", 1), { labels: { add: ["x"] } }), again]);
    expect(valuesOf(state)).toEqual({ labels: ["x"] });
  });

  it("keeps fields and kinds that it does not know", () => {
    const state = folded([write(at("a1", 1), { fromTheFuture: { set: { deep: [1] } } }, { kind: "later" })]);
    expect(state.kind).toBe("later");
    expect(valuesOf(state)).toEqual({ fromTheFuture: { deep: [1] } });
  });

  it("shows the newest where some took a field for one value and some for a set", () => {
    const one = write(at("a1", 1), set("one"));
    const two = write(at("b1", 2), { tag: { add: ["two"] } });
    const three = write(at("a2", 3, ["b1"]), set("three"));
    expect(valuesOf(folded([one, two]))).toEqual({ tag: ["two"] });
    expect(valuesOf(folded([one, two, three]))).toEqual({ tag: "three" });
    expect(folded([two, one])).toEqual(folded([one, two]));
  });

  it("belongs to the kind that it was first given, remembers the highest version and a critical flag", () => {
    const first = write(at("a1", 1), {}, { kind: "case", version: 3, critical: true });
    const other = write(at("b1", 2), {}, { kind: "task", version: 2 });
    for (const order of [
      [first, other],
      [other, first],
    ])
      expect(folded(order)).toMatchObject({ kind: "case", version: 3, critical: true, operations: 2 });
  });

  it("gives the same state in every order that keeps what the writers had seen", () => {
    fc.assert(
      fc.property(histories, ({ operations, orders }) => {
        const statesOf = (all: readonly StampedOperation[]) => {
          const states = new Map<string, RecordState>();
          for (const { stamp, operation } of all)
            states.set(operation.record, fold(states.get(operation.record), stamp, operation));
          return new Map([...states].toSorted(([a], [b]) => (a < b ? -1 : 1)));
        };
        const expected = statesOf(operations);
        for (const order of orders) expect(statesOf(order)).toEqual(expected);
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it("changes nothing of the state that it was given", () => {
    const state = folded([write(at("a1", 1), { tag: { set: "one" }, labels: { add: ["x"] } })]);
    const before = structuredClone(state);
    fold(
      state,
      at("a2", 2),
      write(at("a2", 2), { tag: { set: "two" }, labels: { add: ["y"], remove: ["x"] } }).operation,
    );
    expect(state).toEqual(before);
  });
});
