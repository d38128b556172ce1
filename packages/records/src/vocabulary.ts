// Vocabularies are data: codes with labels in the catalogues, a source, and crosswalks to the codes of the field.

/** A term of a vocabulary. Its label and definition stand in the catalogues: `acts.<code>.label`, `.definition`. */
export interface Term {
  /** Dotted path: a term stands under the term that its path extends (`spyware.infection` under `spyware`). */
  readonly code: string;
  /** Codes elsewhere: scheme to code, or "none" where it was looked for and there is none. */
  readonly crosswalk?: Readonly<Record<string, string>>;
  readonly source?: string;
  readonly checked?: boolean;
  /** Ids of commitments that a record with this term engages. */
  readonly engages?: readonly string[];
}

export interface Vocabulary {
  readonly name: string;
  readonly terms: readonly Term[];
  /** Terms that an organisation adds are accepted when this is true. */
  readonly open?: boolean;
}

export function termOf(vocabulary: Vocabulary, code: string): Term | undefined {
  return vocabulary.terms.find((term) => term.code === code);
}
