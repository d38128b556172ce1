import { describe, expect, it } from "vitest";
import { createLockWatch, type LockReason, type LockWatch } from "./lock-watch.ts";
import { createFakeWatchClock, type FakeWatchClock } from "./watch-clock.fake.ts";

const second = 1000;
const minute = 60 * second;

interface Watched {
  readonly clock: FakeWatchClock;
  readonly watch: LockWatch;
  readonly locked: LockReason[];
  isWorking: boolean;
}

function watched(minutes?: number): Watched {
  const clock = createFakeWatchClock(Date.parse("2026-11-23T12:00:00Z"));
  const locked: LockReason[] = [];
  const state = { isWorking: false };
  const watch = createLockWatch(
    {
      isOpen: () => locked.length === 0,
      isWorking: () => state.isWorking,
      lock: (reason) => {
        locked.push(reason);
        return Promise.resolve();
      },
    },
    { clock, ...(minutes === undefined ? {} : { minutes }) },
  );
  return Object.assign(state, { clock, watch, locked });
}

describe("the watch that locks", () => {
  it("locks ten minutes after the last act of a person, and not a moment before", () => {
    const { clock, watch, locked } = watched();
    clock.pass(9 * minute);
    watch.acted();
    clock.pass(10 * minute - 5 * second);
    expect(locked).toEqual([]);
    expect(watch.state()).toEqual({ minutes: 10, left: 5, isHeld: false, moved: null });
    clock.pass(5 * second);
    expect(locked).toEqual(["idle"]);
    expect(watch.state()).toEqual({ minutes: 10, left: null, isHeld: false, moved: null });
  });

  it("takes other times, and 0 for never", () => {
    const { clock, watch, locked } = watched(1);
    clock.pass(30 * second);
    watch.setMinutes(0);
    clock.pass(48 * 60 * minute);
    expect([locked, watch.state().left]).toEqual([[], null]);
    watch.setMinutes(2);
    clock.pass(2 * minute - second);
    expect(locked).toEqual([]);
    clock.pass(6 * second);
    expect(locked).toEqual(["idle"]);
    for (const wrong of [-1, 1.5, 1441, Number.NaN])
      expect(() => watch.setMinutes(wrong)).toThrow(RangeError);
  });

  it("waits for work under way, and then gives a minute to the warning", () => {
    const all = watched(2);
    all.isWorking = true;
    all.clock.pass(30 * minute);
    expect(all.watch.state()).toEqual({ minutes: 2, left: 60, isHeld: true, moved: null });
    all.isWorking = false;
    all.clock.pass(50 * second);
    expect([all.locked, all.watch.state().isHeld]).toEqual([[], false]);
    all.clock.pass(15 * second);
    expect(all.locked).toEqual(["idle"]);
  });

  it("counts from the opening, however long it was locked before", () => {
    const { clock, watch, locked } = watched();
    clock.pass(10 * minute);
    expect(locked).toEqual(["idle"]);
    clock.pass(60 * minute);
    locked.pop();
    clock.pass(9 * minute);
    expect([locked, watch.state().left]).toEqual([[], 60]);
  });

  it.each([
    ["the wall clock went on and the other stood still", 31 * second, "sleepStanding"],
    ["the timer came late", 36 * second, "sleepRunning"],
  ] as const)("knows a sleep by this: %s", async (_name, length, sleep) => {
    const { clock, watch, locked } = watched(0);
    clock.pass(minute);
    clock[sleep](length);
    await watch.check();
    expect(locked).toEqual(["sleep"]);
  });

  it("takes neither a short nap nor an hour of work for a sleep", async () => {
    const { clock, watch, locked } = watched(0);
    clock.sleepStanding(29 * second);
    await watch.check();
    clock.sleepRunning(29 * second);
    await watch.check();
    clock.pass(60 * minute);
    await watch.check();
    expect(locked).toEqual([]);
  });

  it("locks on waking by its timer too, when nobody asks anything", () => {
    const { clock, locked } = watched(0);
    clock.pass(12 * second);
    clock.sleepStanding(60 * minute);
    clock.pass(5 * second);
    expect(locked).toEqual(["sleep"]);
  });

  it("locks after the same minutes of quiet when the clock is set back, or forward and back, and tells by how much", async () => {
    const { clock, watch, locked } = watched();
    clock.pass(minute);
    clock.setWall(-24 * 60 * minute);
    await watch.check();
    expect([locked, watch.state()]).toEqual([
      [],
      { minutes: 10, left: 9 * 60, isHeld: false, moved: -24 * 60 * minute },
    ]);
    clock.pass(9 * minute - 5 * second);
    expect(locked).toEqual([]);
    clock.pass(5 * second);
    expect(locked).toEqual(["idle"]);
  });

  it("locks when the clock goes forward by a year, which may be a sleep, tells of it, and forgets it once it is right", async () => {
    const year = 365 * 24 * 60 * minute;
    const { clock, watch, locked } = watched();
    clock.pass(minute);
    clock.setWall(year);
    await watch.check();
    expect([locked, watch.state().moved]).toEqual([["sleep"], year]);
    locked.pop();
    clock.pass(minute);
    clock.setWall(-year);
    await watch.check();
    expect([locked, watch.state().moved]).toEqual([[], null]);
    clock.pass(10 * minute);
    expect(locked).toEqual(["idle"]);
  });

  it("says nothing of the clock after a night of sleep, or where it is put right by a minute", async () => {
    const { clock, watch, locked } = watched(0);
    clock.sleepStanding(10 * 60 * minute);
    await watch.check();
    locked.pop();
    clock.setWall(-minute);
    await watch.check();
    expect([locked, watch.state().moved]).toEqual([[], null]);
  });

  it("keeps no timer once it is closed", () => {
    const { clock, watch } = watched();
    watch.close();
    expect(clock.timers).toBe(0);
  });
});
