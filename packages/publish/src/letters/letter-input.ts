// What a letter leaves with: the frozen list as everybody gets it, and what stands above it. Nothing of a signer is in here that
// the list does not show.
import type { ListFile } from "@tocsin/letters";

export interface LetterInput {
  /** Entries that were erased since are in it as a hash alone. */
  readonly list: ListFile;
  /** Who collects, as the letter says. */
  readonly organiser: LetterWords | null;
  /** To whom this copy goes; all of them where it is nobody's own copy. */
  readonly addressees: readonly string[];
  /** Language to where its translation comes from: a code of `textOrigins`. */
  readonly origins: ReadonlyMap<string, string>;
  /** ISO 8601 in UTC, to the second. */
  readonly madeAt: string;
  /** Null: a preview. */
  readonly release: string | null;
  readonly approvedBy: string | null;
  readonly tool: { readonly name: string; readonly version: string };
}

export interface LetterWords {
  readonly text: string;
  readonly lang: string;
}
