// How the screen locks: it goes blank first, then tells the server, then loads anew, so that nothing of the content stays
// in the page, its state or its memory. What was typed is saved on the way.
import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Api } from "../api/api.ts";
import { listenToOtherWindows, tellOtherWindows } from "./other-windows.ts";
import type { DeskSettings, LockState } from "../api/contract/session.ts";

/**
 * `hiding`: as `locking`, and not even that is said. `unreachable`: the page shows nothing of the content, and the program
 * did not say that it has locked.
 */
export type LockPhase = "open" | "locking" | "hiding" | "unreachable";

export interface Locking {
  readonly phase: LockPhase;
  /** What the server last said of it. */
  readonly state: LockState | null;
  lock(): void;
  /** A vault is open, although the screen does not show it yet. */
  begin(): void;
  setMinutes(minutes: number): Promise<void>;
}

/** Milliseconds that a lock waits for what was typed to be saved. */
const longestSave = 1000;
const pollEvery = 5000;
/** Acts are told at most so often, but at once when a lock is near. */
const tellEvery = 15_000;
const nearSeconds = 60;

export interface LockingOptions {
  readonly isOpen: boolean;
  /** The page that Escape three times leads to; "none" is the lock itself. */
  readonly aside: DeskSettings["aside"];
}

export function useLocking(api: Api, { isOpen, aside }: LockingOptions): Locking {
  const [phase, setPhase] = useState<LockPhase>("open");
  const [state, setState] = useState<LockState | null>(null);
  const [hasBegun, setBegun] = useState(false);
  const leave = useCallback((asked: () => Promise<unknown>, to: DeskSettings["aside"] = "none"): void => {
    flushSync(() => setPhase(to === "none" ? "locking" : "hiding"));
    window.history.replaceState(null, "", "#/");
    if (to !== "none") document.title = "";
    asked().then(
      () => (to === "none" ? window.location.reload() : window.location.replace(`/${to}.html`)),
      () => setPhase("unreachable"),
    );
  }, []);
  const lock = useCallback((): void => leave(() => lockSaved(api, "lock")), [api, leave]);
  const hide = useCallback((): void => leave(() => lockSaved(api, "hide"), aside), [api, leave, aside]);
  const take = useCallback(
    (next: LockState): void => {
      if (next.isOpen) setState(next);
      else leave(() => Promise.resolve());
    },
    [leave],
  );
  const isWatching = (isOpen || hasBegun) && phase === "open";
  useEffect(() => (isWatching ? poll(api, take) : undefined), [api, isWatching, take]);
  useEffect(() => (isWatching ? listenForEscape(hide) : undefined), [isWatching, hide]);
  useEffect(() => (isWatching ? listenToOtherPages({ lock, hide }) : undefined), [isWatching, lock, hide]);
  const isNear = isNearLock(state);
  useEffect(
    () =>
      isWatching
        ? listenForActs(() => void api.acted().then(take, ignore), isNear ? 0 : tellEvery)
        : undefined,
    [api, isWatching, isNear, take],
  );
  const setMinutes = async (minutes: number): Promise<void> => take(await api.setLockMinutes(minutes));
  const begin = useCallback((): void => setBegun(true), []);
  return { phase, state, lock, begin, setMinutes };
}

/** With little time to go anyway, the warning comes for half of it. */
export function isNearLock(state: LockState | null): boolean {
  return state !== null && state.left !== null && state.left <= Math.min(nearSeconds, state.minutes * 30);
}

type Way = "lock" | "hide";

async function lockSaved(api: Api, way: Way): Promise<void> {
  tellOtherPages(way);
  await api.saved(longestSave);
  await api.lock();
}

/** The next thing that a person does says what is wrong. */
function ignore(): void {
  return undefined;
}

function poll(api: Api, take: (state: LockState) => void): () => void {
  const ask = (): void => void api.watch().then(take, ignore);
  ask();
  const timer = setInterval(ask, pollEvery);
  document.addEventListener("visibilitychange", ask);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", ask);
  };
}

const escapes = 3;
const within = 2000;

/** Three times within two seconds, wherever the focus is: before any dialog or field hears of the key. */
function listenForEscape(hide: () => void): () => void {
  let times: readonly number[] = [];
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.repeat) return;
    times = [...times.filter((time) => event.timeStamp - time <= within), event.timeStamp];
    if (times.length < escapes) return;
    times = [];
    event.preventDefault();
    event.stopImmediatePropagation();
    hide();
  };
  window.addEventListener("keydown", onKey, { capture: true });
  return () => window.removeEventListener("keydown", onKey, { capture: true });
}

/** What a person does, and no script. */
const acts = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

function listenForActs(tell: () => void, every: number): () => void {
  let told = Number.NEGATIVE_INFINITY;
  const onAct = (event: Event): void => {
    if (!event.isTrusted || event.timeStamp - told < Math.max(every, 500)) return;
    told = event.timeStamp;
    tell();
  };
  for (const act of acts) window.addEventListener(act, onAct, { capture: true, passive: true });
  return () => {
    for (const act of acts) window.removeEventListener(act, onAct, { capture: true });
  };
}

const channelName = "tocsin-lock";

/** Other pages of this desk in the same browser go blank too, without waiting for their next look. */
function listenToOtherPages(ways: Readonly<Record<Way, () => void>>): (() => void) | undefined {
  const hear = (way: string): void => (way === "hide" ? ways.hide() : ways.lock());
  return listenToOtherWindows(channelName, hear) ?? undefined;
}

function tellOtherPages(way: Way): void {
  tellOtherWindows(channelName, way);
}
