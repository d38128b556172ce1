// What a plan of the public library says: what would leave, what would not and why, before anybody approves it.
import type { Notice } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import type { LibraryHead, LibraryInput, LibraryItem, LibraryTable } from "@tocsin/library";
import type { ReleasedMatrix } from "../matrix/earlier.ts";

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
}

export interface LeavingItem {
  readonly record: RecordId;
  readonly kind: string;
  readonly slug: string;
  /** Its title as it leaves. */
  readonly title: string;
  readonly state: "new" | "before" | "withdrawn";
}

export interface LibraryPlan {
  readonly about: LibraryAbout;
  /** By slug. */
  readonly items: readonly LibraryItem[];
  readonly tables: readonly LibraryTable[];
  readonly labels: NonNullable<LibraryInput["labels"]>;
  readonly leaving: readonly LeavingItem[];
  readonly withheld: readonly WithheldItem[];
  /** Fields that have a value inside and none, or a coarser one, outside: `kind.field`, with how many. */
  readonly fields: Readonly<Record<string, number>>;
  /** People and organisations of the vault who may not be named to the public, by reason. */
  readonly unnamed: readonly { readonly person: RecordId; readonly reason: string }[];
  /** How often such a name was struck out of a text. */
  readonly struck: number;
  /** Numbers that are hidden because they are small. */
  readonly hidden: number;
  readonly notices: readonly Notice[];
  readonly matrix: ReleasedMatrix | null;
  /** Of everything that would leave, as canonical JSON. */
  readonly sha256: string;
  /** The release by which exactly this left before, where there is one that was not withdrawn. */
  readonly same: { readonly release: RecordId; readonly approved: string } | null;
}
