import { TocsinError, type Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { createFieldSaves, type FieldSaves } from "./field-saves.ts";
import type { SeenChange, Values } from "./saves-state.ts";

class Answered extends TocsinError {}

const field = (name: string, more: object = {}): FormField => ({
  name,
  type: "string",
  label: name,
  many: false,
  ...more,
});
const fields = [field("a"), field("b"), field("set", { type: "strings", many: true })];

interface Stage {
  readonly saves: FieldSaves;
  readonly writes: SeenChange[];
  readonly failed: unknown[];
  /** What stands in the record, as another window can change it. */
  record: Record<string, Json>;
  /** Fails with this code until it is null again. */
  fails: string | null;
  /** Holds answers back until it is called. */
  answer: (() => void) | null;
  pass(): Promise<void>;
}

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** A record that is written as the program writes it: refused whole where a value is not the one that was seen. */
function write(stage: Stage, { patch, seen }: SeenChange): void {
  if (stage.fails !== null) throw new Answered(stage.fails, "Cannot write");
  for (const [name, change] of Object.entries(patch)) {
    const isStale =
      "set" in change && seen[name] !== undefined && seen[name] !== (stage.record[name] ?? null);
    if (isStale && change.set !== stage.record[name])
      throw new Answered("workspace.changed-meanwhile", "Cannot write");
  }
  for (const [name, change] of Object.entries(patch)) if ("set" in change) stage.record[name] = change.set;
}

function createStage(values: Values = {}): Stage {
  const timers = new Set<() => void>();
  const stage: Omit<Stage, "saves"> & { saves?: FieldSaves } = {
    writes: [],
    failed: [],
    record: { ...values },
    fails: null,
    answer: null,
    pass: async () => {
      const due = [...timers];
      timers.clear();
      for (const work of due) work();
      await settled();
    },
  };
  const saves = createFieldSaves(
    {
      write: async (change) => {
        stage.writes.push(change);
        write(stage as Stage, change);
        if (stage.answer !== null)
          await new Promise<void>((resolve) => {
            stage.answer = resolve;
          });
      },
      read: async () => ({ ...stage.record }),
      after: (_milliseconds, work) => {
        timers.add(work);
        return () => timers.delete(work);
      },
      saved: () => undefined,
      failed: (error) => stage.failed.push(error),
    },
    { fields, values },
  );
  return Object.assign(stage, { saves });
}

describe("fields that save themselves", () => {
  it("are written over the value that stood there when somebody began to type", async () => {
    const { saves, writes } = createStage({ a: "before" });
    saves.begin("a");
    saves.save("a", { set: "first" });
    await settled();
    saves.save("a", { set: "second" });
    await settled();
    expect(writes).toEqual([
      { patch: { a: { set: "first" } }, seen: { a: "before" } },
      { patch: { a: { set: "second" } }, seen: { a: "first" } },
    ]);
    expect(saves.shown()).toMatchObject({ phase: "saved", contested: {} });
  });

  it("go one after the other, the newest of what was typed while another one was under way", async () => {
    const stage = createStage();
    stage.answer = () => undefined;
    const { saves, writes } = stage;
    saves.begin("a");
    for (const value of ["1", "12", "123"]) saves.save("a", { set: value });
    await settled();
    expect(writes).toHaveLength(1);
    const { answer } = stage;
    stage.answer = null;
    answer();
    await settled();
    expect(writes.at(-1)).toEqual({ patch: { a: { set: "123" } }, seen: { a: "1" } });
  });

  it("wait while nothing answers, and lose nothing of what was typed meanwhile", async () => {
    const stage = createStage();
    stage.fails = "offline";
    stage.saves.save("a", { set: "1" });
    await settled();
    stage.saves.save("b", { set: "2" });
    stage.saves.save("set", { add: ["x"] });
    await settled();
    expect(stage.saves.shown().phase).toBe("late");
    stage.fails = null;
    await stage.pass();
    expect(stage.record).toMatchObject({ a: "1", b: "2" });
    expect(stage.writes.at(-1)?.patch).toEqual({ a: { set: "1" }, b: { set: "2" }, set: { add: ["x"] } });
    expect(stage.saves.shown().phase).toBe("saved");
  });

  it("say why something will not be written, and go on with the rest", async () => {
    const stage = createStage();
    stage.fails = "records.bad-value";
    stage.saves.save("a", { set: "no" });
    await settled();
    stage.fails = null;
    stage.saves.save("b", { set: "yes" });
    await settled();
    expect([stage.failed.length, stage.record]).toEqual([1, { b: "yes" }]);
  });
});

describe("a form that follows what is saved", () => {
  it("is not told where somebody only goes through its fields, and is told of all that differs", async () => {
    const { saves } = createStage({ a: "before" });
    let told = 0;
    saves.subscribe(() => (told += 1));
    for (const name of ["a", "b"]) {
      saves.begin(name);
      saves.leave(name);
    }
    saves.take({ a: "before" });
    expect(told).toBe(0);
    saves.keepHalf("b", "2025-0");
    expect(told).toBe(1);
    saves.begin("a");
    saves.take({ a: "theirs" });
    expect(told).toBe(2);
    saves.leave("a");
    expect(told).toBe(3);
    saves.save("a", { set: "mine" });
    await settled();
    expect(told).toBeGreaterThan(3);
  });
});

describe("a field that two windows write", () => {
  const contested = async (): Promise<Stage> => {
    const stage = createStage({ a: "before", b: "other" });
    stage.saves.begin("a");
    stage.record["a"] = "theirs";
    stage.saves.save("a", { set: "mine" });
    await settled();
    return stage;
  };

  it("keeps both, and says what stood there before", async () => {
    const { saves, record } = await contested();
    expect(record["a"]).toBe("theirs");
    expect(saves.shown()).toMatchObject({
      phase: "saved",
      contested: { a: { mine: "mine", before: "before" } },
    });
  });

  it("is contested even where the page had shown the other value while somebody was typing", async () => {
    const stage = createStage({ a: "before" });
    stage.saves.begin("a");
    stage.record["a"] = "theirs";
    stage.saves.take({ a: "theirs" });
    stage.saves.save("a", { set: "mine" });
    await settled();
    expect([stage.record["a"], Object.keys(stage.saves.shown().contested)]).toEqual(["theirs", ["a"]]);
  });

  it("takes what is typed on into what waits, and writes other fields meanwhile", async () => {
    const { saves, record } = await contested();
    saves.save("a", { set: "mine, longer" });
    saves.save("b", { set: "written" });
    await settled();
    expect(record).toEqual({ a: "theirs", b: "written" });
    expect(saves.shown().contested["a"]?.mine).toBe("mine, longer");
  });

  it("is settled for one of the two, and the other one stands in the history", async () => {
    for (const keep of ["mine", "theirs"] as const) {
      const { saves, writes } = await contested();
      await saves.settle("a", keep);
      expect(writes.at(-1)).toEqual({
        patch: { a: { set: keep } },
        seen: { a: "theirs" },
        ...(keep === "mine" ? {} : { instead: { a: { set: "mine" } } }),
      });
      expect(saves.shown().contested).toEqual({});
    }
  });

  it("is not settled over a third value that nobody here has seen", async () => {
    const stage = await contested();
    stage.record["a"] = "third";
    await stage.saves.settle("a", "mine");
    expect([stage.record["a"], stage.failed.length]).toEqual(["third", 1]);
    expect(stage.saves.shown().contested["a"]?.mine).toBe("mine");
    await stage.saves.settle("a", "mine");
    expect(stage.record["a"]).toBe("mine");
  });

  it("is nobody else's where this window wrote it itself, whatever page came late", async () => {
    const stage = createStage({ a: "before" });
    stage.saves.begin("a");
    stage.saves.save("a", { set: "mine" });
    await settled();
    stage.saves.leave("a");
    // An answer from before the write.
    stage.saves.take({ a: "before" });
    stage.saves.begin("a");
    stage.saves.save("a", { set: "mine again" });
    await settled();
    expect([stage.record["a"], stage.saves.shown().contested]).toEqual(["mine again", {}]);
  });

  it("is written over what was seen once the other value stands on the screen", async () => {
    const stage = await contested();
    await stage.saves.settle("a", "theirs");
    stage.saves.leave("a");
    stage.record["a"] = "newer";
    stage.saves.take({ a: "newer" });
    stage.saves.begin("a");
    stage.saves.save("a", { set: "over the newer" });
    await settled();
    expect(stage.record["a"]).toBe("over the newer");
  });

  it("says that another window wrote while somebody is in the field, and is not written over it unseen afterwards", async () => {
    const stage = createStage({ a: "before" });
    stage.saves.begin("a");
    stage.saves.save("a", { set: "mine" });
    await settled();
    stage.record["a"] = "theirs";
    stage.saves.take({ a: "theirs" });
    expect(stage.saves.shown().behind).toEqual(["a"]);
    expect(stage.saves.leave("a")).toBe(true);
    stage.saves.begin("a");
    stage.saves.save("a", { set: "over theirs" });
    await settled();
    expect(stage.writes.at(-1)?.seen).toEqual({ a: "theirs" });
    expect(stage.saves.leave("a")).toBe(false);
  });

  it("speaks of no other window where this one put an element into a set that somebody looks for more in", async () => {
    const stage = createStage();
    stage.saves.begin("set");
    stage.saves.save("set", { add: ["mine"] });
    await settled();
    stage.saves.take({ set: ["mine"] });
    expect(stage.saves.shown().behind).toEqual([]);
    expect(stage.saves.leave("set")).toBe(false);
  });

  it("is there again as another session left it", () => {
    const { saves } = createStage({ a: "theirs" });
    saves.bringBack({
      contested: { a: { mine: "mine", before: "before" } },
      held: {},
      half: { when: "2025-0" },
    });
    expect(saves.shown()).toMatchObject({
      contested: { a: { mine: "mine" } },
      half: { when: "2025-0" },
    });
  });
});
