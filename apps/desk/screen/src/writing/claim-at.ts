// The sentence at the cursor, with the records that its notes lead to.
import { markedSentences, sentenceAt } from "@tocsin/language";
import { claimMark, openClaim } from "@tocsin/records";
import type { NoteNumbers } from "./note-numbers.ts";

export interface ClaimAtCursor {
  readonly words: string;
  readonly records: readonly string[];
  /** Marked as claiming something that nothing stands behind yet. */
  readonly isOpen: boolean;
}

interface Shown {
  /** As it is shown, with short numbers. */
  readonly text: string;
  readonly lang: string;
  /** In UTF-16 units. */
  readonly cursor: number;
  readonly numbers: NoteNumbers;
}

/** Null in an empty line. */
export function claimAt({ text, lang, cursor, numbers }: Shown): ClaimAtCursor | null {
  const found = sentenceAt(markedSentences(text, lang, claimMark), cursor);
  if (found === null) return null;
  const records = found.marks.flatMap((mark) => numbers[Number(mark) - 1] ?? []);
  return { words: found.words, records: [...new Set(records)], isOpen: found.marks.includes(openClaim) };
}
