// When the vault locks by itself: after a while without an act of a person, and when the computer has slept.
import { performance } from "node:perf_hooks";

/** Time as the watch needs it; tests bring their own. */
export interface WatchClock {
  /** Milliseconds since 1970; somebody can set it. */
  wall(): number;
  /** Milliseconds that only grow; stands still while some systems sleep. */
  monotonic(): number;
  /** Calls `tick` again and again, and gives a way to end that. */
  every(milliseconds: number, tick: () => void): () => void;
}

const systemClock: WatchClock = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  every: (milliseconds, tick) => {
    const timer = setInterval(tick, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};

/** `idle`: no act of a person. `sleep`: the computer slept, or its clock jumped. `person`: somebody asked for it. */
export type LockReason = "idle" | "sleep" | "person";

export interface WatchedVault {
  isOpen(): boolean;
  /** Whether work is under way that has given a sign of life within the last `milliseconds`. */
  isWorking(milliseconds: number): boolean;
  lock(reason: LockReason): Promise<void>;
}

export interface LockState {
  /** Minutes without an act of a person; 0 means never. */
  readonly minutes: number;
  /** Seconds until it locks. Null while it is locked, or would never lock. */
  readonly left: number | null;
  /** It would have locked by now, if no work were under way. */
  readonly isHeld: boolean;
  /**
   * Milliseconds by which the clock of this computer was set back, below zero, or has gone forward by more than a sleep
   * explains. Null where neither was seen, or it was set right again.
   */
  readonly moved: number | null;
}

export interface LockWatch {
  /** A person pressed a key or moved the pointer, or opened the vault. */
  acted(): void;
  /** Locks if that is due; before every answer, so that nothing is answered after a sleep. */
  check(): Promise<void>;
  state(): LockState;
  /** 0 means never. Throws RangeError on anything but whole minutes up to a day. */
  setMinutes(minutes: number): void;
  close(): void;
}

export interface LockWatchOptions {
  readonly clock?: WatchClock;
  readonly minutes?: number;
}

const tick = 5000;
const minute = 60_000;
/** How late the timer, or how far the wall clock is ahead, before it counts as a sleep. */
const sleepAfter = 30_000;
export const usualMinutes = 10;
const mostMinutes = 24 * 60;
/** A clock that is put right moves less. */
const setBackAfter = 5 * minute;
const longestSleep = 30 * mostMinutes * minute;

export function isLockMinutes(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= mostMinutes;
}

export function createLockWatch(
  vault: WatchedVault,
  { clock = systemClock, minutes: first = usualMinutes }: LockWatchOptions,
): LockWatch {
  let minutes = first;
  const sleep = createSleepWatch(clock);
  const told = { moved: null as number | null };
  let actedAt = clock.monotonic();
  let heldAt = Number.NEGATIVE_INFINITY;

  const isIdle = (): boolean => minutes > 0 && clock.monotonic() >= actedAt + minutes * minute;
  /** Work that shows no sign of life for as long as people may be away holds nothing off. */
  const isHeld = (): boolean => vault.isOpen() && isIdle() && vault.isWorking(minutes * minute);
  /** After work has ended there is a minute for the warning. */
  const locksAt = (): number => Math.max(actedAt + minutes * minute, heldAt + minute);
  const check = async (): Promise<void> => {
    const { hasSlept, parted } = sleep.look();
    told.moved = movedAfter(told.moved, parted);
    if (!vault.isOpen()) {
      // Opening is an act of a person.
      actedAt = clock.monotonic();
      return;
    }
    if (hasSlept) return vault.lock("sleep");
    if (isHeld()) heldAt = clock.monotonic();
    if (isIdle() && clock.monotonic() >= locksAt()) await vault.lock("idle");
  };
  const stop = clock.every(tick, () => {
    // A failing lock has dropped the vault already; the next request says what is wrong.
    check().catch(() => undefined);
    sleep.ticked();
  });

  return {
    acted: () => {
      actedAt = clock.monotonic();
    },
    check,
    state: () => {
      const isNever = minutes === 0 || !vault.isOpen();
      const left = isNever ? null : Math.max(0, Math.ceil((locksAt() - clock.monotonic()) / 1000));
      return { minutes, left, isHeld: isHeld(), ...told };
    },
    setMinutes: (wanted) => {
      if (!isLockMinutes(wanted)) throw new RangeError("Cannot set lock: not whole minutes up to a day");
      minutes = wanted;
      actedAt = clock.monotonic();
    },
    close: stop,
  };
}

/** What is known of the wall clock after it parted from the other one by so many milliseconds. */
function movedAfter(before: number | null, parted: number): number | null {
  if (parted > -setBackAfter && parted < longestSleep) return before;
  const isRight = before !== null && Math.abs(before + parted) < setBackAfter;
  return isRight ? null : parted;
}

interface SleepWatch {
  /**
   * Whether the computer slept since this was last asked, and by how much the wall clock is ahead of the other one since.
   * A clock that was set back is no sleep.
   */
  look(): { readonly hasSlept: boolean; readonly parted: number };
  /** The timer came. */
  ticked(): void;
}

/** Systems differ: on some the monotonic clock stands still in sleep, on others only the timer comes late. */
function createSleepWatch({ wall, monotonic }: WatchClock): SleepWatch {
  let last = { wall: wall(), monotonic: monotonic() };
  let tickedAt = last.monotonic;
  return {
    look: () => {
      const now = { wall: wall(), monotonic: monotonic() };
      const parted = now.wall - last.wall - (now.monotonic - last.monotonic);
      const isLate = now.monotonic - tickedAt > tick + sleepAfter;
      last = now;
      if (isLate) tickedAt = now.monotonic;
      return { hasSlept: isLate || parted > sleepAfter, parted };
    },
    ticked: () => {
      tickedAt = monotonic();
    },
  };
}
