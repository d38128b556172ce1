import type { Api } from "../api/api.ts";
import { createKeeper, type Keeper } from "./keeper.ts";

export type KeepingApi = Pick<Api, "keepUnsent" | "dropUnsent">;

/** Keeps one form at the server, by the clock of the page; goes on from `version`, 0 for one that is not there. */
export function createFormKeeper(api: KeepingApi, form: string, version: number): Keeper {
  return createKeeper(
    {
      put: async (kept) => (await api.keepUnsent(form, kept)).version,
      drop: () => api.dropUnsent(form),
      after: afterwards,
    },
    version,
  );
}

/** Calls back once after so many milliseconds, and gives a way to prevent that. */
export function afterwards(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}
