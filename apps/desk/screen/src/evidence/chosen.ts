// Files that were chosen to be sealed, with what was said about them: they outlive the page that they were chosen on, and
// go with the lock. The browser lets nobody keep a file longer than the window.
import { useCallback, useSyncExternalStore } from "react";
import type { Session } from "../api/contract/session.ts";
import { nothingCopied, nothingSaid, type About, type AboutCopy } from "./about.ts";
import type { FileToTake, IntakeProgress } from "./intake.ts";

export interface Choice {
  readonly files: readonly FileToTake[];
  /** Files and folders of this computer, where they lie. */
  readonly paths: readonly string[];
  readonly about: About;
  readonly copy: AboutCopy;
  /** Null until somebody seals them. */
  readonly sealing: Sealing | null;
}

export interface Sealing {
  readonly stop: AbortController;
  readonly progress: IntakeProgress | null;
}

const nothingChosen: Choice = {
  files: [],
  paths: [],
  about: nothingSaid,
  copy: nothingCopied,
  sealing: null,
};

export interface ChosenFiles {
  at(place: string): Choice;
  keep(place: string, changes: Partial<Choice>): void;
  forget(place: string): void;
  subscribe(listener: () => void): () => void;
}

/** Where they were chosen: in which vault, and for a case, for none, or as copies of a piece of evidence. */
export function placeOf({ vault }: Session, how: "path" | "drop", record: string | null): string {
  return [vault?.deviceId ?? "", how, record ?? ""].join(" ");
}

export function createChosenFiles(): ChosenFiles {
  const places = new Map<string, Choice>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const at = (place: string): Choice => places.get(place) ?? nothingChosen;
  return {
    at,
    keep: (place, changes) => {
      places.set(place, { ...at(place), ...changes });
      tell();
    },
    forget: (place) => {
      places.delete(place);
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useChoice(chosen: ChosenFiles, place: string): Choice {
  return useSyncExternalStore(
    chosen.subscribe,
    useCallback(() => chosen.at(place), [chosen, place]),
  );
}
