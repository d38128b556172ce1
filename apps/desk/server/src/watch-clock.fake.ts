// A clock for tests of locking: time passes when the test says so, and can pass as it does in a sleep.
import type { WatchClock } from "./lock-watch.ts";

export interface FakeWatchClock extends WatchClock {
  /** Time passes while the computer works: the timer comes each time it is due. */
  pass(milliseconds: number): void;
  /** The wall clock goes on, everything else stands still. */
  sleepStanding(milliseconds: number): void;
  /** Both clocks go on, and the timer does not come. */
  sleepRunning(milliseconds: number): void;
  /** Somebody sets the wall clock, by so much; nothing else changes. */
  setWall(milliseconds: number): void;
  readonly timers: number;
}

export function createFakeWatchClock(start: number): FakeWatchClock {
  const now = { wall: start, monotonic: 1000 };
  const timers = new Map<object, { readonly period: number; readonly tick: () => void; due: number }>();
  const forward = (milliseconds: number): void => {
    now.wall += milliseconds;
    now.monotonic += milliseconds;
  };
  return {
    wall: () => now.wall,
    monotonic: () => now.monotonic,
    every: (period, tick) => {
      const key = {};
      timers.set(key, { period, tick, due: now.monotonic + period });
      return () => timers.delete(key);
    },
    pass: (milliseconds) => {
      const end = now.monotonic + milliseconds;
      for (;;) {
        const [next] = [...timers.values()].sort((a, b) => a.due - b.due);
        if (next === undefined || next.due > end) break;
        forward(next.due - now.monotonic);
        next.due += next.period;
        next.tick();
      }
      forward(end - now.monotonic);
    },
    sleepStanding: (milliseconds) => {
      now.wall += milliseconds;
    },
    setWall: (milliseconds) => {
      now.wall += milliseconds;
    },
    sleepRunning: (milliseconds) => {
      forward(milliseconds);
      for (const timer of timers.values()) timer.due += milliseconds;
    },
    get timers() {
      return timers.size;
    },
  };
}
