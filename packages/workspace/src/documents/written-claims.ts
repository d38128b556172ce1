// The claims of a draft: its sentences that have notes, or that somebody marked as claiming something without having one yet.
import { isId, type RecordId } from "@tocsin/core";
import { markedSentences } from "@tocsin/language";
import { claimMark, openClaim } from "@tocsin/records";
import type { Draft } from "./draft.ts";

export interface WrittenClaim {
  /** Name of the part. */
  readonly part: string;
  /** Its record. */
  readonly record: RecordId;
  /** Which sentence of the part, from 1. */
  readonly sentence: number;
  /** As it was written, without its marks. */
  readonly words: string;
  readonly lang: string;
  /** What its notes lead to. */
  readonly records: readonly RecordId[];
  /** Marked as claiming something that nothing stands behind yet. */
  readonly isOpen: boolean;
}

/** In the order of the template. A quotation, which is a mark alone in its line, claims nothing. */
export function writtenClaims({ template, parts }: Draft): readonly WrittenClaim[] {
  return template.parts.flatMap(({ name }) =>
    parts.filter(({ part }) => part === name).flatMap((each) => claimsIn(each)),
  );
}

function claimsIn({ part, record, text, records }: Draft["parts"][number]): readonly WrittenClaim[] {
  if (text === null) return [];
  const sentences = markedSentences(text.text, text.lang, claimMark).filter(({ words }) => words !== "");
  const marked = new Set(Array.from(text.text.matchAll(claimMark), ([, id]) => id));
  // Notes without a mark stand behind the last words of the part.
  const behindAll = records.filter((id) => !marked.has(id));
  return sentences.flatMap(({ words, marks }, at): readonly WrittenClaim[] => {
    const isLast = at === sentences.length - 1;
    const own = [...marks.filter(isId), ...(isLast ? behindAll : [])];
    const isOpen = marks.includes(openClaim);
    if (own.length === 0 && !isOpen) return [];
    return [{ part, record, sentence: at + 1, words, lang: text.lang, records: [...new Set(own)], isOpen }];
  });
}
