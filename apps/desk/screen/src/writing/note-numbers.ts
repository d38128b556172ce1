// Marks of notes as whoever writes sees them: a record has a short number in its part, and its id in what is kept.
import { noteMark } from "@tocsin/records";

/** The records of the notes of a part: the first one is note 1. */
export type NoteNumbers = readonly string[];

/** As they stand in the text, then those that stand behind its last words. Known numbers stay as they are. */
export function numbersFor(known: NoteNumbers, text: string, records: readonly string[]): NoteNumbers {
  const marked = Array.from(text.matchAll(noteMark), ([, id = ""]) => id).filter(isWhole);
  const all = [...new Set([...known, ...marked, ...records])];
  return all.length === known.length ? known : all;
}

/** What is kept, as it is shown. */
export function shownText(text: string, numbers: NoteNumbers): string {
  return text.replaceAll(noteMark, (mark, id: string) => {
    const at = numbers.indexOf(id);
    return at < 0 ? mark : `[^${at + 1}]`;
  });
}

/** What is shown, as it is kept: a number that nothing has stays as it was typed. */
export function keptText(shown: string, numbers: NoteNumbers): string {
  return shown.replaceAll(/\[\^(\d{1,4})\]/gu, (mark, digits: string) => {
    const id = numbers[Number(digits) - 1];
    return id === undefined ? mark : `[^${id}]`;
  });
}

/** Numbers that were typed and lead to nothing. */
export function idleMarks(text: string, numbers: NoteNumbers): readonly string[] {
  const ids = Array.from(text.matchAll(noteMark), ([, id = ""]) => id);
  return [...new Set(ids.filter((id) => !numbers.includes(id)))];
}

/** Without the marks of one record. */
export function withoutNote(text: string, id: string): string {
  return text.replaceAll(`[^${id}]`, "");
}

export function isMarked(text: string, id: string): boolean {
  return text.includes(`[^${id}]`);
}

/** Ids are longer than any number that somebody types. */
function isWhole(id: string): boolean {
  return id.length > 4;
}
