// Keeps what is typed into a form at the server: the newest of it, a moment after the last key, one request at a time, and
// again and again while nothing answers.
import { isTocsinError, type Json } from "@tocsin/core";

/** `late`: nothing answers; it goes on trying. `elsewhere`: another window changed the form. `refused`: it is too much. */
export type KeepState = "kept" | "waiting" | "late" | "elsewhere" | "refused";

export interface Keepable {
  readonly typed: Json;
  readonly label: string;
}

export interface KeeperPorts {
  /** Resolves with the version that is durable now. */
  put(kept: Keepable & { readonly seen: number }): Promise<number>;
  /** Resolves when it is gone. */
  drop(): Promise<unknown>;
  /** Calls back once after so many milliseconds, and gives a way to prevent that. */
  after(milliseconds: number, work: () => void): () => void;
}

export interface Keeper {
  keep(newest: Keepable): void;
  /** Sends now what waits. */
  flush(): void;
  state(): KeepState;
  subscribe(listener: () => void): () => void;
  /** Goes on from the version that another window wrote, and keeps what stands here over it. */
  overwrite(version: number): void;
  /** Nothing is kept any more: it was sent, or is not wanted. */
  end(): Promise<void>;
}

export const keepAfter = 400;
export const tryAgainAfter = 2000;

export function createKeeper({ put, drop, after }: KeeperPorts, first: number): Keeper {
  const shown = createShown();
  let version = first;
  let newest: Keepable | null = null;
  let sending: Promise<void> | null = null;
  let hasEnded = false;
  let cancel = (): void => undefined;

  const wait = (milliseconds: number): void => {
    cancel();
    cancel = after(milliseconds, flush);
  };
  const send = async (kept: Keepable): Promise<void> => {
    try {
      version = await put({ ...kept, seen: version });
      shown.become(newest === null ? "kept" : "waiting");
    } catch (error) {
      newest ??= kept;
      shown.become(stateAfter(error));
      if (shown.state() === "late" && !hasEnded) wait(tryAgainAfter);
    } finally {
      sending = null;
    }
    if (newest !== null && shown.state() === "waiting") flush();
  };
  function flush(): void {
    cancel();
    if (newest === null || sending !== null || hasEnded || shown.state() === "elsewhere") return;
    const kept = newest;
    newest = null;
    sending = send(kept);
  }
  return {
    keep: (next) => {
      if (hasEnded) return;
      newest = next;
      if (shown.state() === "elsewhere") return;
      if (shown.state() !== "late") shown.become("waiting");
      wait(keepAfter);
    },
    flush,
    state: shown.state,
    subscribe: shown.subscribe,
    overwrite: (seen) => {
      version = seen;
      shown.become("waiting");
      flush();
    },
    end: async () => {
      hasEnded = true;
      newest = null;
      cancel();
      await sending;
      newest = null;
      shown.become("kept");
      await drop();
    },
  };
}

function stateAfter(error: unknown): KeepState {
  const code = isTocsinError(error) ? error.code : "";
  if (code === "desk.unsent-elsewhere") return "elsewhere";
  return code === "desk.unsent-full" || code === "desk.too-large" ? "refused" : "late";
}

interface Shown extends Pick<Keeper, "state" | "subscribe"> {
  become(next: KeepState): void;
}

function createShown(): Shown {
  const listeners = new Set<() => void>();
  let state: KeepState = "kept";
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become: (next) => {
      if (state === next) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
