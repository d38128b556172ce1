// What the session says: the vault in work, the language, when it locks.
import type { ApiProblem } from "./work.ts";

export interface LocaleChoice {
  readonly code: string;
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  /** False where it is only begun, and the rest is said in English. */
  readonly isWhole: boolean;
}

export interface VaultState {
  readonly state: "open" | "locked";
  readonly name: string;
  readonly device: string | null;
  /** This opening was by the recovery sheet. */
  readonly isRecovered: boolean;
  /** Milliseconds since 1970. */
  readonly sealedAt: number | null;
  /** Why it is locked. */
  readonly lockedBy: "idle" | "sleep" | "person" | null;
  /** The searchable tables were not yet compared with the log. */
  readonly unchecked: boolean;
  readonly problems: number;
  /** Of an open vault, as the next three. */
  readonly deviceId?: string;
  /** Something is in the log and not in the lists yet. */
  readonly behind?: boolean;
  /** The lists are being made anew; texts of its reason: `desk.lists.reason.<reason>`. */
  readonly filling?: (ListsProgress & { readonly reason: string }) | null;
  /** Entries of the log that cannot be read, by reason; texts: `desk.lists.unread.<reason>`. */
  readonly unread?: Readonly<Record<string, number>>;
}

export interface ListsProgress {
  /** Acts of the log, then records, then steps of counting. */
  readonly step: "log" | "rows" | "counts";
  readonly done: number;
  readonly total: number;
  /** Entries, records or steps a second; 0 while that cannot be said. */
  readonly rate: number;
}

/** A vault on its way to being open. */
export interface Opening {
  readonly name: string;
  /** Null before there is anything to count. */
  readonly progress: ListsProgress | null;
}

export interface Session {
  readonly version: string;
  readonly locale: string;
  readonly locales: readonly LocaleChoice[];
  readonly vault: VaultState | null;
  readonly opening: Opening | null;
  /** How the last opening failed. */
  readonly openingProblem: ApiProblem | null;
  readonly recent: readonly { readonly path: string; readonly name: string }[];
  readonly home: string;
  readonly settings: DeskSettings;
}

/** How this device is set. */
export interface DeskSettings {
  readonly ground: "system" | "light" | "dark";
  /** The page after Escape three times; "none" is the lock itself. */
  readonly aside: "calculator" | "notes" | "none";
  /** Who works here, as they sign what leaves. */
  readonly me: string;
  /** Folder in which copies of the vault are made. */
  readonly copyTo: string;
  /** Until when what was written is not new to whoever works here; ISO 8601 in UTC. */
  readonly seen: string | null;
}

/** When the vault locks by itself. */
export interface LockState {
  readonly isOpen: boolean;
  /** Minutes without an act of a person; 0 means never. */
  readonly minutes: number;
  /** Seconds until then. */
  readonly left: number | null;
  /** It would have locked by now, if no work were under way. */
  readonly isHeld: boolean;
  /** Milliseconds by which the clock of this computer moved, as `LockState` of the server says; null where it did not. */
  readonly moved: number | null;
  /** Commits that the open vault holds: another number says that something was written. */
  readonly writes: number;
}
