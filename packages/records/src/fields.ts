// The sixteen types of field. Whoever reads records switches on these, never on kinds.
import type { GivenDate, Json, Place, RecordId } from "@tocsin/core";

/** Text always says in which language it is: a BCP 47 tag, or `und` where nobody knows. */
export interface LanguageText {
  readonly text: string;
  readonly lang: string;
}

/** One of a person's names. `used`: the one that they go by, in this language and script. */
export interface NameText extends LanguageText {
  readonly used?: true;
}

/** What a text says in another language; the original is the text that it belongs to. */
export interface Translation extends LanguageText {
  /** Code of the field's vocabulary: by whom or what it was made. */
  readonly origin?: string;
  /** Who translated it, and who held it against the original: where nobody is named, nobody is known to have. */
  readonly by?: string;
  readonly reviewedBy?: string;
}

/** What a field of each type holds. The last five are sets: concurrent additions are all kept. */
export interface FieldValues {
  readonly text: LanguageText;
  readonly string: string;
  readonly integer: number;
  readonly flag: boolean;
  readonly date: string;
  readonly instant: string;
  readonly place: Place;
  readonly code: string;
  readonly link: RecordId;
  readonly data: Json;
  readonly given: GivenDate;
  readonly names: readonly NameText[];
  readonly translations: readonly Translation[];
  readonly codes: readonly string[];
  readonly links: readonly RecordId[];
  readonly strings: readonly string[];
}

export type FieldType = keyof FieldValues;

export const setTypes = ["names", "translations", "codes", "links", "strings"] as const;
export type SetType = (typeof setTypes)[number];

/**
 * What must be true before the field may leave the vault: the name, the place, or the case behind it is allowed. An
 * alias stands for the name and leaves in its place, but never that of a child. A tie leads to somebody who is known by
 * whom they belong to: it leaves only where everybody whom the record ties together may be named.
 */
export type Guard = "name" | "alias" | "place" | "case" | "tie";

/** Parts of a form after the first, which has no name. */
export const fieldGroups = ["more", "register", "risk", "names", "languages", "dates", "history"] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** A field that may be filled only with another one: always, or with these codes alone. */
export interface Need {
  readonly field: string;
  readonly when?: readonly string[];
}

/** A code field, and those of its codes with which another field is wanted. */
export interface WantedWith {
  readonly field: string;
  readonly codes: readonly string[];
}

/** What must hold of other fields of a record, all of it. */
export interface Allowance {
  /** A flag that is set. */
  readonly by: string;
  /** A field that is empty: where it is not, that was taken back. */
  readonly unless: string;
  /** A date that is not past on the day of the release, where there is one. */
  readonly until: string;
  /** A code that covers what the release is for. */
  readonly reach: string;
}

/** Which fields of the same record the tables keep beside a link: what many hold alike, and what is a record's own. */
export interface BriefFields {
  readonly alike: readonly string[];
  readonly own: readonly string[];
}

export interface FieldOptions {
  readonly required?: boolean;
  /** A record without it is a draft and says that this is lacking: always, or where another field says so. */
  readonly wanted?: boolean | WantedWith;
  /** Part of the form that it stands in; the first one where absent. */
  readonly group?: FieldGroup;
  readonly needs?: Need;
  /** The field that it belongs to: the text that it translates, the date that it gives in another calendar. */
  readonly of?: string;
  /** In the full-text index, and how much it weighs. */
  readonly search?: "high" | "low";
  /** Counted and offered as a filter; for places, by country. */
  readonly facet?: boolean | "country";
  /** Of a place: counted by where it lies and by year for the map, apart by the code of this field. */
  readonly spots?: string;
  /** Beside it: the code field whose country counts where the place says none. */
  readonly spotsCountry?: string;
  /**
   * Of links: counted by what they lead to and by the country that the first of these fields names, apart by the code of
   * another field. A record that was merged into another is not counted.
   */
  readonly grid?: {
    readonly countries: readonly string[];
    readonly apart?: string;
    /** Code of `apart` that says nothing while this field is empty: then it is counted as the other. */
    readonly lacking?: { readonly code: string; readonly field: string; readonly as: string };
  };
  /** Of links: fields of the same record that the tables keep beside the link, so that thousands are told apart unopened. */
  readonly brief?: BriefFields;
  /** The list's order. */
  readonly sort?: boolean;
  /** No finer than this where a release says "coarse". */
  readonly coarsen?: "month" | "year" | "region" | "country";
  readonly guard?: Guard;
  /** Leaves the vault only where other fields of the same record allow it. */
  readonly allowed?: Allowance;
  /** Several lines. */
  readonly multiline?: boolean;
  /** What a plain string names, so that it can be chosen: a BCP 47 language, an IANA time zone. */
  readonly names?: "language" | "zone";
  /** What people type here can identify somebody: no spelling service, no autofill. */
  readonly sensitive?: boolean;
  /** Often the name or path of a file: what identifies somebody in it is replaced in what leaves to others. */
  readonly fileName?: boolean;
  /** Written by the program, shown and never edited. */
  readonly fixed?: boolean;
  /** Of a flag: where it is set, nothing of the record leaves. */
  readonly keepsInside?: boolean;
  /** Of a flag: where it is not set, nothing of the record leaves. */
  readonly letsOut?: boolean;
  /** Opens something, such as a passphrase: never shown to anybody, inside neither. */
  readonly secret?: boolean;
}

export interface Field<Type extends FieldType = FieldType> extends FieldOptions {
  readonly type: Type;
  /** Name of the vocabulary of a code. */
  readonly vocabulary?: string;
  /** Kind that a link leads to. */
  readonly to?: string;
}

/** A field with exactly the options that it was given, so that types can tell required ones. */
type Made<Type extends FieldType, Options extends FieldOptions> = { readonly type: Type } & Options;
type Maker<Type extends FieldType> = <const Options extends FieldOptions = Record<never, never>>(
  options?: Options,
) => Made<Type, Options>;

function maker<Type extends FieldType>(type: Type): Maker<Type> {
  return <const Options extends FieldOptions>(options?: Options) =>
    ({ type, ...options }) as Made<Type, Options>;
}

export const text = maker("text");
export const string = maker("string");
export const integer = maker("integer");
export const flag = maker("flag");
/** An EDTF date: may be open, uncertain, or known to the month only. */
export const date = maker("date");
/** A moment that a machine wrote: ISO 8601 in UTC. */
export const instant = maker("instant");
export const place = maker("place");
/** Canonical JSON that a program wrote; shown, not searched. */
export const data = maker("data");
/** Names in several scripts. */
export const names = maker("names");
export const strings = maker("strings");

type Pointed<Type extends FieldType, Options extends FieldOptions, Key extends "vocabulary" | "to"> = Made<
  Type,
  Options
> & {
  readonly [K in Key]: string;
};
type PointedMaker<Type extends FieldType, Key extends "vocabulary" | "to"> = <
  const Options extends FieldOptions = Record<never, never>,
>(
  target: string,
  options?: Options,
) => Pointed<Type, Options, Key>;

function pointedMaker<Type extends FieldType, Key extends "vocabulary" | "to">(
  type: Type,
  key: Key,
): PointedMaker<Type, Key> {
  return <const Options extends FieldOptions>(target: string, options?: Options) =>
    ({ type, [key]: target, ...options }) as Pointed<Type, Options, Key>;
}

/** A term of the named vocabulary. */
export const code = pointedMaker("code", "vocabulary");
export const codes = pointedMaker("codes", "vocabulary");
/** A date as it was said, in a calendar of the named vocabulary; what it comes to stands in the field `of`. */
export const given = pointedMaker("given", "vocabulary");
/** The text of the field `of` in other languages. */
export const translations = pointedMaker("translations", "vocabulary");
/** A record of the named kind, or of "any". */
export const link = pointedMaker("link", "to");
export const links = pointedMaker("links", "to");

export function isSetType(type: FieldType): type is SetType {
  return setTypes.some((each) => each === type);
}
