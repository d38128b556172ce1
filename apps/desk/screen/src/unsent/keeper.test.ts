import { TocsinError } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { createKeeper, keepAfter, tryAgainAfter, type Keeper } from "./keeper.ts";

class Answered extends TocsinError {}

interface Stage {
  readonly keeper: Keeper;
  readonly put: string[];
  readonly waits: number[];
  /** Lets the time that was asked for pass. */
  pass(): Promise<void>;
  fails: string | null;
}

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

function createStage(first = 0): Stage {
  const timers = new Set<() => void>();
  const stage: Omit<Stage, "keeper"> & { keeper?: Keeper } = {
    put: [],
    waits: [],
    fails: null,
    pass: async () => {
      const due = Array.from(timers);
      timers.clear();
      for (const work of due) work();
      await settled();
    },
  };
  const keeper = createKeeper(
    {
      put: async ({ label, seen }) => {
        if (stage.fails !== null) throw new Answered(stage.fails, "Cannot keep it");
        stage.put.push(`${label} over ${seen}`);
        return seen + 1;
      },
      drop: async () => stage.put.push("dropped"),
      after: (milliseconds, work) => {
        stage.waits.push(milliseconds);
        timers.add(work);
        return () => timers.delete(work);
      },
    },
    first,
  );
  return Object.assign(stage, { keeper });
}

const text = (label: string): { readonly typed: string; readonly label: string } => ({ typed: label, label });

describe("what is typed into a form", () => {
  it("is sent a moment after the last key, the newest of it alone", async () => {
    const { keeper, put, waits, pass } = createStage();
    for (const label of ["a", "ab", "abc"]) keeper.keep(text(label));
    expect(keeper.state()).toBe("waiting");
    await pass();
    expect([put, keeper.state()]).toEqual([["abc over 0"], "kept"]);
    expect(new Set(waits)).toEqual(new Set([keepAfter]));
    keeper.keep(text("abcd"));
    await pass();
    expect(put.at(-1)).toBe("abcd over 1");
  });

  it("waits while nothing answers, and is sent with what was typed meanwhile when something does", async () => {
    const stage = createStage();
    stage.fails = "offline";
    stage.keeper.keep(text("a"));
    await stage.pass();
    expect([stage.keeper.state(), stage.waits.at(-1)]).toEqual(["late", tryAgainAfter]);
    stage.keeper.keep(text("ab"));
    await stage.pass();
    expect(stage.keeper.state()).toBe("late");
    stage.fails = null;
    await stage.pass();
    expect([stage.put, stage.keeper.state()]).toEqual([["ab over 0"], "kept"]);
  });

  it("is written over nothing that another window wrote, until a person says so", async () => {
    const stage = createStage();
    stage.fails = "desk.unsent-elsewhere";
    stage.keeper.keep(text("a"));
    await stage.pass();
    stage.fails = null;
    stage.keeper.keep(text("ab"));
    await stage.pass();
    expect([stage.put, stage.keeper.state()]).toEqual([[], "elsewhere"]);
    stage.keeper.overwrite(7);
    await settled();
    expect([stage.put, stage.keeper.state()]).toEqual([["ab over 7"], "kept"]);
  });

  it("says so where it is too much, and goes on once it is less", async () => {
    const stage = createStage();
    stage.fails = "desk.unsent-full";
    stage.keeper.keep(text("too much"));
    await stage.pass();
    expect(stage.keeper.state()).toBe("refused");
    stage.fails = null;
    stage.keeper.keep(text("less"));
    await stage.pass();
    expect([stage.put, stage.keeper.state()]).toEqual([["less over 0"], "kept"]);
  });

  it("is dropped when the form was sent, and nothing is kept behind that", async () => {
    const { keeper, put, pass } = createStage();
    keeper.keep(text("a"));
    keeper.flush();
    const ended = keeper.end();
    keeper.keep(text("ab"));
    await ended;
    await pass();
    expect(put).toEqual(["a over 0", "dropped"]);
  });
});
