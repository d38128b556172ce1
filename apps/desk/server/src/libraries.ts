// The plan of a public library that somebody looks at, and its pages: held in memory alone, each page made when it is asked
// for. One at a time; a newer one takes its place, and a lock ends it.
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { LibraryPlan, PlanLibraryOptions } from "@tocsin/workspace";

export interface PlannedLibrary {
  readonly id: string;
  readonly plan: LibraryPlan;
  /** By which it was planned, but for what watches the work. */
  readonly options: LibraryOptions;
}

export type LibraryOptions = Omit<PlanLibraryOptions, "signal" | "onProgress">;

export type LibraryPages = ReadonlyMap<string, () => string>;

export interface Libraries {
  /** Work that was stopped leaves none behind: throws its reason. */
  hold(plan: LibraryPlan, options: LibraryOptions, signal: AbortSignal): PlannedLibrary;
  get(id: string): PlannedLibrary | undefined;
  /** Gives the address of its folder: whoever knows it may read the pages. */
  show(id: string, pages: LibraryPages): string;
  /** Whether an address lies in that folder. */
  isShown(path: string): boolean;
  /** The page of an address in that folder. */
  page(path: string): string | undefined;
  clear(): void;
}

const folder = "/preview/";

export function createLibraries(newId: () => string): Libraries {
  let held: PlannedLibrary | null = null;
  let shown: { readonly secret: string; readonly pages: LibraryPages } | null = null;
  const restOf = (path: string): string | null => {
    if (shown === null || !path.startsWith(folder)) return null;
    const [given = "", ...rest] = path.slice(folder.length).split("/");
    return isSame(given, shown.secret) ? rest.join("/") : null;
  };
  return {
    hold: (plan, options, signal) => {
      signal.throwIfAborted();
      shown = null;
      held = { id: newId(), plan, options };
      return held;
    },
    get: (id) => (held?.id === id ? held : undefined),
    show: (id, pages) => {
      if (held?.id !== id) return "";
      shown = { secret: randomBytes(24).toString("base64url"), pages };
      return `${folder}${shown.secret}/`;
    },
    isShown: (path) => restOf(path) !== null,
    page: (path) => shown?.pages.get(restOf(path) ?? "")?.(),
    clear: () => {
      held = null;
      shown = null;
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
