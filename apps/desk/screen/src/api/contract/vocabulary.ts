// A vocabulary with everything that is known of its terms; the words stand in the catalogues.
export interface VocabularyPage {
  readonly name: string;
  /** The HURIDOCS list that the crosswalk leads to. */
  readonly list: string | null;
  readonly extensible: boolean;
  readonly terms: readonly TermPage[];
}

export interface TermPage {
  readonly code: string;
  readonly depth: number;
  readonly crosswalk: readonly CrosswalkEntry[];
  readonly source: string | null;
  readonly dated: string | null;
  readonly checked: boolean;
  readonly engages: readonly string[];
  readonly ask: readonly string[];
  /** The act whose first steps apply. */
  readonly steps: string | null;
}

export interface CrosswalkEntry {
  readonly scheme: string;
  readonly code: string | null;
  readonly relation: "same" | "broader" | "none" | "not-known";
  readonly why: string | null;
}
