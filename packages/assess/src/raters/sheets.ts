// Sheets: what each rater answered in one assessment. A sheet is closed to the others until all have closed.
import { applyingOf, type Answered } from "../instruments/conditions.ts";
import type { Instrument, Level } from "../instruments/instrument.ts";

export interface SheetAnswer {
  readonly level: Level;
  /** Whether the rater gave reasons: for "no information", where they looked. */
  readonly hasReasons: boolean;
}

export interface Sheet {
  /** Id of the sheet; who rates is for the vault to know. */
  readonly id: string;
  readonly isClosed: boolean;
  readonly answers: ReadonlyMap<string, SheetAnswer>;
}

/** The sheets that whoever works on the sheet `own` may see; `null` is somebody who rates nothing here. */
export function sheetsShown(sheets: readonly Sheet[], own: string | null): readonly Sheet[] {
  return areAllClosed(sheets) ? sheets : sheets.filter(({ id }) => id === own);
}

export function areAllClosed(sheets: readonly Sheet[]): boolean {
  return sheets.length > 0 && sheets.every(({ isClosed }) => isClosed);
}

export interface Unanswered {
  readonly question: string;
  readonly lacks: "level" | "reasons";
}

/** What a sheet still lacks before it can be closed: a level of every question that applies, and reasons for it. */
export function unansweredIn(instrument: Instrument, { answers }: Sheet): readonly Unanswered[] {
  const applying = applyingOf(instrument, levelsOf(answers));
  return instrument.questions.flatMap(({ id }): readonly Unanswered[] => {
    // Whether a question applies that hangs on one without an answer is not known: that one is in the list.
    if (applying.get(id) !== "yes") return [];
    const answer = answers.get(id);
    if (answer === undefined) return [{ question: id, lacks: "level" }];
    return answer.hasReasons ? [] : [{ question: id, lacks: "reasons" }];
  });
}

export function levelsOf(answers: Sheet["answers"]): Answered {
  return new Map([...answers].map(([question, { level }]) => [question, level]));
}
