// What a plan of the public library says: what would leave, what would not and why, before anybody approves it.
import type { Notice } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import type { LibraryHead, LibraryInput, LibraryItem, LibraryTable } from "@tocsin/library";
import type { LanguageText } from "@tocsin/records";
import type { EarlierNotice } from "../earlier-notice.ts";
import type { ReleasedMatrix } from "../matrix/earlier.ts";
import type { LibraryHistory } from "./history.ts";
import type { LookAtFile, PlannedFile } from "./files/file-look.ts";
import type { ItemPart } from "./item-parts.ts";

/** What an organisation says of its library itself. */
export type LibraryAbout = Omit<LibraryHead, "made" | "release">;

export interface PlanLibraryOptions {
  readonly about: LibraryAbout;
  /** One for each of `about.locales`, without isolates. */
  readonly translators: ReadonlyMap<string, Translator>;
  /** Lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** False leaves the numbers of the matrix out. */
  readonly withNumbers?: boolean;
  /** Numbers below it are hidden. */
  readonly threshold?: number;
  /** Records that a withdrawn release held back, and that a person lets out again, each by itself. */
  readonly again?: readonly RecordId[];
  /** Why an item changed or was withdrawn: everybody reads it beside the item. */
  readonly reasons?: ReadonlyMap<RecordId, LanguageText>;
  /** Evidence that leaves as a file, each approved by itself; those that left last where nothing is said. */
  readonly files?: readonly RecordId[];
  /** Without it no file is looked at, and none leaves. */
  readonly lookAtFile?: LookAtFile;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/** Why a record is not in the library: `library.reason.<reason>`. */
export type LibraryReason =
  /** Nobody said that it may be shown. */
  | "not-shown"
  /** Somebody in the case is a child, or was one. */
  | "child"
  /** Somebody in the case did not agree to publication, or took it back; or nobody was asked. */
  | "no-consent"
  /** The case itself is marked with a risk. */
  | "flags"
  /** Nothing that happened stands in the case. */
  | "empty"
  /** It rests on a source that must be protected. */
  | "protected-source"
  /** It belongs to a case that is not in the library. */
  | "case-withheld";

export interface WithheldItem {
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly reason: LibraryReason;
  /** Other records that it is because of: whoever did not agree, the source, the case. */
  readonly because: readonly Because[];
}

export interface Because {
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
}

export interface LeavingItem {
  readonly record: RecordId;
  readonly kind: string;
  readonly slug: string;
  /** Its title as it leaves; of what is withdrawn what it is called inside, empty where it was erased. */
  readonly title: string;
  readonly state: "new" | "before" | "withdrawn";
  /** Held back by a release that was withdrawn, until a person lets it out again. */
  readonly isHeld: boolean;
  /** Languages in which something of it stands, the original first. */
  readonly langs: readonly string[];
}

export interface LibraryChanges {
  /** The release that it is compared with: the newest; null where nothing left before. */
  readonly since: {
    readonly release: RecordId;
    /** ISO 8601 in UTC. */
    readonly approved: string;
    readonly isWithdrawn: boolean;
  } | null;
  /** False where that release kept no list of what was in it: then only what is new and what is gone is known. */
  readonly isWhole: boolean;
  readonly items: readonly ChangedItem[];
  readonly unchanged: number;
  readonly tables: readonly ChangedTable[];
  /** What the organisation says of the library: `library.about.<part>`. */
  readonly about: readonly (keyof LibraryAbout)[];
}

export interface ChangedItem extends LeavingItem {
  /**
   * `removed`: its page says that it was withdrawn, and nothing else. `again`: it was withdrawn, and stands there again.
   * `library.change.<change>`.
   */
  readonly change: "added" | "changed" | "removed" | "again";
  /** Of what changed, which parts. */
  readonly parts: readonly ItemPart[];
}

export interface ChangedTable {
  readonly slug: string;
  readonly title: string;
  readonly change: "added" | "changed" | "removed";
}

export interface LibraryPlan {
  readonly about: LibraryAbout;
  /** By slug. */
  readonly items: readonly LibraryItem[];
  readonly tables: readonly LibraryTable[];
  readonly labels: NonNullable<LibraryInput["labels"]>;
  /** Archived copies: which leave as files, and of the others why not. */
  readonly files: readonly PlannedFile[];
  readonly leaving: readonly LeavingItem[];
  readonly changes: LibraryChanges;
  readonly withheld: readonly WithheldItem[];
  /** Fields that have a value inside and none, or a coarser one, outside: `kind.field`, with how many. */
  readonly fields: Readonly<Record<string, number>>;
  /** People and organisations of the vault who may not be named to the public, by reason. */
  readonly unnamed: readonly { readonly person: RecordId; readonly reason: string }[];
  /** How often such a name was struck out of a text. */
  readonly struck: number;
  /** Numbers that are hidden because they are small. */
  readonly hidden: number;
  /** Numbers below it are; null where no numbers leave. */
  readonly threshold: number | null;
  readonly notices: readonly Notice[];
  /** What earlier releases held back, of these records, and would be let out now. */
  readonly earlier: readonly EarlierNotice[];
  readonly matrix: ReleasedMatrix | null;
  /** What changed from release to release, this one too. */
  readonly history: LibraryHistory;
  /** Items whose page says that they are gone since the release that says so, and not since a day of their own. */
  readonly undated: ReadonlySet<string>;
  /** Of everything that would leave, as canonical JSON. */
  readonly sha256: string;
  /** The release by which exactly this left before, where there is one that was not withdrawn. */
  readonly same: { readonly release: RecordId; readonly approved: string } | null;
}
