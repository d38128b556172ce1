// Vocabularies are data: codes with labels in the catalogues, a source, and crosswalks to the codes of the field.

/** Why a term has no code in a scheme. `not-seen`: the scheme may have one; our references do not give it. */
export type WithoutCode = "grouping" | "no-list" | "no-term" | "not-seen" | "split";

/** A term of a vocabulary. Its label and definition stand in the catalogues: `acts.<code>.label`, `.definition`. */
export interface Term {
  /** Dotted path: a term stands under the term that its path extends (`spyware.infection` under `spyware`). */
  readonly code: string;
  /** Codes elsewhere: scheme to code, "none" where there is none, "not-known" where our references do not give it. */
  readonly crosswalk?: Readonly<Record<string, string>>;
  /** Scheme to the reason, wherever the crosswalk gives no code. */
  readonly without?: Readonly<Record<string, WithoutCode>>;
  /** Schemes whose code stands for more than our term does. */
  readonly broader?: readonly string[];
  readonly source?: string;
  /** When the term and its crosswalk were last gone through: ISO 8601 date. */
  readonly dated?: string;
  /** Whether somebody outside has looked at the crosswalk. */
  readonly checked?: boolean;
  /** Ids of commitments that a record with this term engages. */
  readonly engages?: readonly string[];
  /** Whom to ask first: codes of the vocabulary `helpers`. */
  readonly ask?: readonly string[];
  /** More words by which people look for it, in any language, apart by spaces. Searched, never shown. */
  readonly also?: string;
}

export interface Vocabulary {
  readonly name: string;
  readonly terms: readonly Term[];
  /** Terms that an organisation adds are accepted when this is true. */
  readonly open?: boolean;
  /** Shown in the order of the reader's alphabet instead of its own. */
  readonly byLabel?: boolean;
  /** An organisation may add terms of its own under these. Where rules of the program hang on the codes it may not. */
  readonly extensible?: boolean;
  /** The HURIDOCS list that the crosswalk `huridocs` leads to, such as `L24`. */
  readonly list?: string;
}

export function termOf(vocabulary: Vocabulary, code: string): Term | undefined {
  return vocabulary.terms.find((term) => term.code === code);
}

/**
 * Where the definition of a term stands, best first: its own, then what the list says of each of its terms (a list of names,
 * such as that of countries, means the same by every one).
 */
export function definitionKeys(vocabulary: string, code: string): readonly string[] {
  return [`${vocabulary}.${code}.definition`, `vocabulary.${vocabulary}.each`];
}

/** A code and those above it, nearest first: `a.b.c`, `a.b`, `a`. */
export function pathOf(code: string): readonly string[] {
  const parts = code.split(".");
  return parts.map((_, at) => parts.slice(0, parts.length - at).join("."));
}
