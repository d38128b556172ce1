// What the session says: the vault in work, the language, when it locks.
export interface LocaleChoice {
  readonly code: string;
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

export interface VaultState {
  readonly state: "open" | "locked";
  readonly name: string;
  readonly device: string | null;
  /** Milliseconds since 1970. */
  readonly sealedAt: number | null;
  /** Why it is locked. */
  readonly lockedBy: "idle" | "sleep" | "person" | null;
  /** The searchable tables were not yet compared with the log. */
  readonly unchecked: boolean;
  readonly problems: number;
}

export interface Session {
  readonly version: string;
  readonly locale: string;
  readonly locales: readonly LocaleChoice[];
  readonly vault: VaultState | null;
  readonly recent: readonly { readonly path: string; readonly name: string }[];
  readonly home: string;
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
}
