// What every screen shares: the session, the words, and how to say that something was saved or went wrong.
import { createContext, use } from "react";
import type { Translator } from "@tocsin/language";
import type { Api } from "./api/api.ts";
import type { Definitions, KnownKind } from "./api/contract/definitions.ts";
import type { Session } from "./api/contract/session.ts";
import type { JobsStore } from "./api/jobs-store.ts";
import type { OwnSheets } from "./assessing/own-sheets.ts";
import type { ChosenFiles } from "./evidence/chosen.ts";
import type { Dropped } from "./evidence/dropped.ts";
import type { ListMemory } from "./lists/list-memory.ts";
import type { SavesBook } from "./records/saves-book.ts";
import type { Locking } from "./shell/locking.ts";
import type { ThreadLine } from "./words/thread-lines.ts";

export interface Desk {
  readonly api: Api;
  readonly session: Session;
  readonly definitions: Definitions;
  readonly words: Translator;
  readonly jobs: JobsStore;
  readonly locking: Locking;
  /** Where the person was in each list. */
  readonly lists: ListMemory;
  /** Files that were dropped on the desk and are not sealed yet. */
  readonly dropped: Dropped;
  /** Files that were chosen where a place waits for them, and are not sealed yet. */
  readonly chosen: ChosenFiles;
  /** Whose sheet of an assessment this window works on. */
  readonly sheets: OwnSheets;
  /** Grows with every change, so that what is on the screen is asked for again. */
  readonly version: number;
  /** Grows with every change that another window of this desk made. */
  readonly elsewhere: number;
  /** What is typed into records, on its way. */
  readonly saves: SavesBook;
  setSession(session: Session): void;
  /** Says it in the live region. */
  announce(text: string): void;
  /** As `announce`, with a way back that stays offered for a while, as a button and as Ctrl Z. */
  announceUndo(text: string, undo: () => Promise<unknown>): void;
  /** Says what went wrong, in the words of the catalogue. */
  fail(error: unknown): void;
  changed(): void;
  /** Opens the panel with the way back from a record, or with lines that are known. */
  pullThread(thread: string | readonly ThreadLine[]): void;
}

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error("Cannot draw: no desk around this part");
  return desk;
}

export function useWords(): Translator {
  return useDesk().words;
}

export function kindNamed(definitions: Definitions, name: string): KnownKind | undefined {
  return definitions.kinds.find(({ form }) => form.kind === name);
}
