// The port to the analysis of texts: how a text and a question become tokens that can be held against each other.

/** Tokens of a text in a language, in order, for texts and questions alike. */
export type Analyse = (text: string, lang: string) => readonly string[];

/** In which way a word stands in a text: as it was typed, in another form, or as a name that sounds alike. */
export type Likeness = "same" | "form" | "name";

/** One way in which a typed word can stand in a text: all of these rows of tokens, each in an unbroken row. */
export interface WordForm {
  readonly how: Likeness;
  readonly rows: readonly (readonly string[])[];
  /** Where a script does not part words: what must stand there as a word, not as parts of two others. */
  readonly whole?: string;
}

/**
 * What finds a word in more than the form in which it was typed. Its tokens have a mark in front that no token of a text
 * has.
 */
export interface WordForms {
  /** Another number: other forms, and what was made by the ones before is to be made anew. */
  readonly version: number;
  /** What a text is found by besides its own tokens, such as stems. Each once. */
  ofText(text: string, lang: string): readonly string[];
  /** What a name is found by in any script. Each once. */
  ofName(name: string, lang: string): readonly string[];
  /** The words of what was typed. */
  split(typed: string): readonly string[];
  /** The ways in which a typed word can stand in a text, the same one first; the language of the text is not known. */
  ofWord(word: string): readonly WordForm[];
  /** Whether the word stands in the text, and not only parts of two others that happen to spell it. */
  isWholeIn(text: string, word: string): boolean;
  /** Whether some word of the name can be another spelling of what was typed: what `ofName` finds is a guess. */
  isNameLike(name: string, typed: string): boolean;
}
