// Compares the tables with what was written into them, after a vault was opened and while people work in it.
import type { Projection } from "@tocsin/index";
import { isTocsinError } from "@tocsin/core";
import type { Workspace } from "@tocsin/workspace";

export interface TableCheck {
  /** Whether the tables are known to be what was written. False while they are compared, and where that failed. */
  isChecked(): boolean;
  /** Resolves when the comparison, and a rebuilding that it led to, has ended. */
  readonly ended: Promise<void>;
  /** Stops it, and waits until it has stopped. */
  stop(): Promise<void>;
}

/** Tables that do not add up, or cannot be read, are made anew from the log. */
export function startTableCheck(
  projection: Pick<Projection, "check">,
  workspace: Pick<Workspace, "catchUp">,
): TableCheck {
  const stopping = new AbortController();
  let isChecked = false;
  const ended = compare(projection, stopping.signal)
    .then(async (adds) => {
      if (!adds) await workspace.catchUp({ fresh: true, signal: stopping.signal });
      isChecked = true;
    })
    // Stopped, or beyond mending: the tables stay marked unchecked, which is what people are shown.
    .catch(() => undefined);
  return {
    isChecked: () => isChecked,
    ended,
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

async function compare(projection: Pick<Projection, "check">, signal: AbortSignal): Promise<boolean> {
  try {
    return await projection.check(signal);
  } catch (error) {
    if (isTocsinError(error) && error.code === "index.unreadable") return false;
    throw error;
  }
}
