// The dozen or so types of field. Whoever reads records switches on these, never on kinds.
import type { Json, Place, RecordId } from "@tocsin/core";

/** Text always says in which language it is: a BCP 47 tag, or `und` where nobody knows. */
export interface LanguageText {
  readonly text: string;
  readonly lang: string;
}

/** What a field of each type holds. The last six are sets: concurrent additions are all kept. */
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
  readonly names: readonly LanguageText[];
  readonly codes: readonly string[];
  readonly links: readonly RecordId[];
  readonly strings: readonly string[];
}

export type FieldType = keyof FieldValues;

export const setTypes = ["names", "codes", "links", "strings"] as const;
export type SetType = (typeof setTypes)[number];

/** What must be true before the field may leave the vault: the name, the place, or the case behind it is allowed. */
export type Guard = "name" | "place" | "case";

export interface FieldOptions {
  readonly required?: boolean;
  /** In the full-text index, and how much it weighs. */
  readonly search?: "high" | "low";
  /** Counted and offered as a filter; for places, by country. */
  readonly facet?: boolean | "country";
  /** The list's order. */
  readonly sort?: boolean;
  /** No finer than this where a release says "coarse". */
  readonly coarsen?: "month" | "year" | "region" | "country";
  readonly guard?: Guard;
  /** Several lines. */
  readonly multiline?: boolean;
  /** What people type here can identify somebody: no spelling service, no autofill. */
  readonly sensitive?: boolean;
  /** Written by the program, shown and never edited. */
  readonly fixed?: boolean;
}

export interface Field<Type extends FieldType = FieldType> extends FieldOptions {
  readonly type: Type;
  /** Name of the vocabulary of a code. */
  readonly vocabulary?: string;
  /** Kind that a link leads to. */
  readonly to?: string;
}

export const text = (options: FieldOptions = {}): Field<"text"> => ({ type: "text", ...options });
export const string = (options: FieldOptions = {}): Field<"string"> => ({ type: "string", ...options });
export const integer = (options: FieldOptions = {}): Field<"integer"> => ({ type: "integer", ...options });
export const flag = (options: FieldOptions = {}): Field<"flag"> => ({ type: "flag", ...options });
/** An EDTF date: may be open, uncertain, or known to the month only. */
export const date = (options: FieldOptions = {}): Field<"date"> => ({ type: "date", ...options });
/** A moment that a machine wrote: ISO 8601 in UTC. */
export const instant = (options: FieldOptions = {}): Field<"instant"> => ({ type: "instant", ...options });
export const place = (options: FieldOptions = {}): Field<"place"> => ({ type: "place", ...options });
/** Canonical JSON that a program wrote; shown, not searched. */
export const data = (options: FieldOptions = {}): Field<"data"> => ({ type: "data", ...options });
/** Names in several scripts. */
export const names = (options: FieldOptions = {}): Field<"names"> => ({ type: "names", ...options });
export const strings = (options: FieldOptions = {}): Field<"strings"> => ({ type: "strings", ...options });

export const code = (vocabulary: string, options: FieldOptions = {}): Field<"code"> => ({
  type: "code",
  vocabulary,
  ...options,
});
export const codes = (vocabulary: string, options: FieldOptions = {}): Field<"codes"> => ({
  type: "codes",
  vocabulary,
  ...options,
});
export const link = (to: string, options: FieldOptions = {}): Field<"link"> => ({
  type: "link",
  to,
  ...options,
});
export const links = (to: string, options: FieldOptions = {}): Field<"links"> => ({
  type: "links",
  to,
  ...options,
});

export function isSetType(type: FieldType): type is SetType {
  return type === "names" || type === "codes" || type === "links" || type === "strings";
}
