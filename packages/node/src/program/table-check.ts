// Compares the tables with what was written into them, after a vault was opened and while people work in it.
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
export function startTableCheck(workspace: Pick<Workspace, "settled" | "tables">): TableCheck {
  const stopping = new AbortController();
  // Stopped, or beyond mending: the tables stay marked unchecked, which is what people are shown.
  const ended = workspace.settled(stopping.signal).catch(() => undefined);
  return {
    isChecked: () => workspace.tables().isCompared,
    ended,
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
