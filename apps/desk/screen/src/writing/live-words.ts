// How many words each part has as it is typed, before anything is saved.
import { countWords } from "@tocsin/language";
import { claimMark } from "@tocsin/records";

export interface LiveWords {
  /** Of one record of a part. */
  set(record: string, words: number): void;
  /** Null where nothing was typed since the page was drawn. */
  of(record: string): number | null;
  /** Changes with every count. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

export function createLiveWords(): LiveWords {
  const counts = new Map<string, number>();
  const listeners = new Set<() => void>();
  let version = 0;
  return {
    set: (record, words) => {
      if (counts.get(record) === words) return;
      counts.set(record, words);
      version += 1;
      for (const listener of listeners) listener();
    },
    of: (record) => counts.get(record) ?? null,
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Marks of notes are no words. */
export function writtenWords(text: string, language: string): number {
  return countWords(text.replaceAll(claimMark, ""), language);
}
