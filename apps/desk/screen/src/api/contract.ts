// What the server answers: the types of the loopback contract, as far as the screen reads them.
import type { Coverage, ExaminerFinding, Verdict } from "@tocsin/core";
import type { Field, Form, ListView } from "@tocsin/records";
import type { OutOfReach } from "@tocsin/workspace";

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

/** A sealed file that is not as it was; texts: `desk.verify.evidence.<state>`. */
export interface BrokenFile {
  readonly record: string;
  readonly title: string;
  readonly isListing: boolean;
  readonly state: "altered" | "missing";
  readonly damagedAt: number | null;
}

/** What a timestamp is worth; texts: `anchors.timestamp.<state>`. */
export interface TimestampVerdict {
  readonly state: string;
  readonly time?: string;
  readonly authority?: string;
  /** Of an authority that says no. */
  readonly words?: string;
}

/** A checkpoint of the log as it is found now; texts: `anchors.checkpoint.<checkpoint>`. */
export interface ListedAnchor {
  readonly record: string;
  readonly made: string | null;
  readonly commits: number;
  readonly checkpoint: string;
  readonly timestamp: TimestampVerdict | null;
}

/** Addresses of the files that go to an authority, and to whoever keeps the checkpoint. */
export interface MadeAnchorFiles {
  readonly record: string;
  readonly request: string;
  readonly note: string;
}

/** What an erasure is about: one of the three. */
export interface ErasureSubjectInput {
  readonly consent?: string;
  readonly retention?: string;
  /** Taken in by mistake. */
  readonly record?: string;
}

/** Result of the work "erase". */
export interface ErasedResult {
  /** The record of the erasure, which stays. */
  readonly record: string;
  readonly records: number;
  readonly operations: number;
  readonly evidence: number;
  readonly outOfReach: readonly OutOfReach[];
}

/** What a bundle is about, and for whom. */
export interface BundleInput {
  readonly case?: string;
  readonly evidence?: readonly string[];
  readonly audience: string;
}

export interface MakeBundleInput extends BundleInput {
  readonly approvedBy: string;
  /** People whose names leave all the same. */
  readonly acknowledged: readonly string[];
  /** The bundle becomes a folder of this name inside `path`. */
  readonly path: string;
  readonly name: string;
  readonly lang: string;
}

/** Result of the work "bundle". */
export interface MadeBundleResult {
  readonly release: string;
  readonly folder: string;
  readonly files: number;
  /** The page that checks bundles lies in it. */
  readonly hasPage: boolean;
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

export interface StartedJob {
  readonly job: string;
}

export interface Session {
  readonly version: string;
  readonly locale: string;
  readonly locales: readonly LocaleChoice[];
  readonly vault: VaultState | null;
  readonly recent: readonly { readonly path: string; readonly name: string }[];
  readonly home: string;
}

export interface VocabularyTerm {
  readonly code: string;
  readonly label?: string;
  readonly engages?: readonly string[];
}

export interface KnownKind {
  readonly form: Form;
  readonly view: ListView;
  /** Labels of a kind that the catalogues do not know: locale to key to text. */
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface KnownCommand {
  readonly name: string;
  readonly input: Readonly<Record<string, Field>>;
}

export interface Definitions {
  readonly kinds: readonly KnownKind[];
  readonly vocabularies: Readonly<
    Record<string, { readonly open: boolean; readonly terms: readonly VocabularyTerm[] }>
  >;
  readonly commands: readonly KnownCommand[];
}

export interface Places {
  readonly path: string;
  readonly parent: string | null;
  readonly entries: readonly PlaceEntry[];
}

export interface PlaceEntry {
  readonly name: string;
  readonly path: string;
  readonly type: "folder" | "file";
  readonly size: number;
}

export interface Acknowledged {
  readonly records: readonly string[];
}

export interface JobProgress {
  readonly done: number;
  readonly total: number | null;
  readonly unit: "bytes" | "files" | "rows" | "steps";
  readonly at: string;
}

export interface ApiProblem {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface Job {
  readonly id: string;
  readonly kind:
    | "example"
    | "examine"
    | "evidence"
    | "report"
    | "verify"
    | "export"
    | "backup"
    | "restore"
    | "check"
    | "verify-vault"
    | "bundle"
    | "erase";
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly progress: JobProgress | null;
  readonly found: { readonly findings: number; readonly verdicts: number };
  readonly startedAt: number;
  readonly result?: unknown;
  readonly error?: ApiProblem;
}

/**
 * `POST /api/backup`, answered with `{job}`: brings the copy of the open vault at `path`, an absolute folder that is there
 * already, up to date. Progress is in bytes read, `at` is the file in work. `desk.busy` while one is being made; stopping
 * it leaves the last whole copy, and asking again goes on.
 * @public
 */
export interface BackupRequest {
  readonly path: string;
  /** What people call the place; the folder's name unless told. */
  readonly label?: string;
  /** Language of the label; that of the desk unless told. */
  readonly lang?: string;
  /** Sealed files that were copied before are not hashed again, if their size fits. */
  readonly quick?: boolean;
}

/**
 * Result of the work "backup".
 * @public
 */
export interface BackupResult {
  /** Folder of the copy, inside `path`. */
  readonly folder: string;
  readonly made: string;
  readonly commits: number;
  readonly files: number;
  readonly bytes: number;
  readonly written: { readonly files: number; readonly bytes: number };
  /** Files that an erasure took out of the vault, and that went from the copy. */
  readonly removed: number;
  /** What the vault has not whole any more; texts: `cli.vault.backup.problem.<what>`. */
  readonly problems: readonly {
    readonly path: string;
    readonly what: "altered" | "damaged" | "unreadable" | "gone" | "lost";
  }[];
  /** Every file was read back from the place and fits. False after `quick`. */
  readonly verified: boolean;
  /** The record of the copy, of kind `copy`. */
  readonly record: string;
}

/**
 * `POST /api/restore`, answered with `{job}`; needs no open vault. `backup` is the folder of a backup, or a place that
 * holds one alone; `folder` is new or empty, or left by the same restore when it was stopped.
 * `POST /api/backup/check` takes `backup` alone, and only reads: work "check", with the same result without `restored`.
 * @public
 */
export interface RestoreRequest {
  readonly backup: string;
  readonly folder: string;
  /** What is damaged is taken as it is, and what cannot be read is left out. */
  readonly partial?: boolean;
}

/**
 * Result of the work "restore".
 * @public
 */
export interface RestoreResult {
  readonly folder: string;
  readonly made: string;
  readonly commits: number;
  readonly files: number;
  readonly bytes: number;
  /** Texts: `cli.vault.restore.damaged.<what>`. */
  readonly damaged: readonly { readonly path: string; readonly what: "altered" | "missing" | "unreadable" }[];
  /** Files that the backup did not have when it was made. */
  readonly lacks: readonly string[];
  /** False where something is damaged and `partial` was not asked for: nothing can be opened then. */
  readonly restored: boolean;
}

/** Result of the work "examine". */
export interface Examination {
  readonly coverage: readonly Coverage[];
  readonly findings: readonly ExaminerFinding[];
  readonly verdicts: readonly Verdict[];
  readonly consent: string | null;
  readonly indicatorCount: number;
  readonly campaigns: readonly string[];
  readonly tool: { readonly name: string; readonly version: string };
  /** Found, and not listed here. */
  readonly more: number;
}

export interface ReportOutput {
  readonly format: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly url: string;
}

export interface WrittenReport {
  readonly release: string;
  readonly outputs: readonly ReportOutput[];
}

/** A sentence of a report, as far as the screen needs it: its words come beside it, by id. */
export interface PreviewSentence {
  readonly id: string;
  readonly thread: readonly PreviewStep[];
}

export type PreviewStep = { readonly depth: number; readonly kind: string } & Readonly<
  Record<string, unknown>
>;

export interface PreviewBlock {
  readonly label: string | null;
  readonly record: string | null;
  readonly title: PreviewSentence | null;
  readonly mark: { readonly kind: string; readonly code: string } | null;
  readonly rows: readonly { readonly name: string; readonly sentences: readonly PreviewSentence[] }[];
  readonly sentences: readonly PreviewSentence[];
}

export interface ReportPreview {
  readonly report: {
    readonly header: { readonly language: string };
    readonly sections: readonly { readonly name: string; readonly blocks: readonly PreviewBlock[] }[];
  };
  readonly text: Readonly<Record<string, string>>;
  /** Names that do not leave. */
  readonly withheld: readonly WithheldName[];
  /** Kind to field to how much of it leaves; what is not named stays inside. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, "full" | "coarse">>>>;
}

export interface WithheldName {
  readonly kind: string;
  readonly record: string;
  readonly reason: string;
}

export interface ResolutionPage {
  readonly symbol: string;
  readonly facts: readonly ResolutionFact[];
  readonly sections: readonly {
    readonly name: string;
    readonly label: string;
    readonly intro: string;
    readonly rows: readonly ResolutionRow[];
  }[];
}

export interface CitedSource {
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly read: "whole" | "opening" | "none";
}

export interface ResolutionFact {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly standing: "reported" | "unconfirmed" | "unknown";
  readonly sources: readonly CitedSource[];
  readonly checked: boolean;
}

export interface ResolutionRow {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly theme: string | null;
  readonly addressee: string | null;
  readonly standing: string;
  readonly first: string | null;
  readonly sources: readonly CitedSource[];
  readonly checked: boolean;
  readonly wordings: readonly {
    readonly text: string;
    readonly followed: boolean;
    readonly sources: readonly CitedSource[];
  }[];
}
