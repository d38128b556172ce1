// The vault itself: what it is, its recovery sheet, whether it is whole.
/** Shown once, when the vault is made; nothing of it is stored. */
export interface RecoverySheet {
  /** 24 words of the English list of BIP 39, in order. */
  readonly words: readonly string[];
  /** The same as a QR code. */
  readonly svg: string;
}

/** What the vault is, and what is wrong with it. */
export interface VaultFacts {
  readonly id: string;
  readonly folder: string;
  readonly device: string;
  /** Why this device goes on in a new chain; texts: `desk.vault.new-chain.<reason>`. */
  readonly newChain: "copied" | "rolled-back" | "damaged" | "recovered" | null;
  readonly hasRecovery: boolean;
  readonly bytes: number;
  readonly chains: number;
  readonly commits: number;
  readonly operations: number;
  readonly problems: readonly LogProblem[];
}

/** Result of the work "verify-vault". */
export interface VerifiedVault {
  readonly isWhole: boolean;
  readonly log: {
    readonly chains: number;
    readonly commits: number;
    readonly operations: Readonly<Record<string, number>>;
    readonly problems: readonly LogProblem[];
    /** Whether the log on the disk still ends where this session left it. */
    readonly isCurrent: boolean;
  };
  readonly files: { readonly intact: number; readonly broken: readonly BrokenFile[] };
  /** Sealed files that no record names. */
  readonly orphans: number;
  /** Broken places that are not listed. */
  readonly more: number;
}

/** A place of the log that is not as it should be; texts: `problem.<kind>`. */
export interface LogProblem {
  readonly kind: string;
  readonly chain: string;
  readonly segment: number | null;
  readonly offset: number | null;
  readonly sequence: number | null;
  readonly index: number | null;
  readonly count: number;
}

/** A sealed file that is not as it was; texts: `desk.verify.evidence.<state>`. */
export interface BrokenFile {
  readonly record: string;
  readonly title: string;
  readonly isListing: boolean;
  readonly state: "altered" | "missing";
  readonly damagedAt: number | null;
}
