// A text cut where its direction changes, so that each run of a DOCX says its own: word processors lay out a run whole.

export interface ScriptRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/u;

/**
 * Joined, the runs are the text. A run from left to right begins and ends at a letter or digit of such a script (`A/HRC/1`);
 * marks and spaces around it go with the direction of the paragraph.
 */
export function scriptRuns(text: string, isRightToLeft: boolean): readonly ScriptRun[] {
  const runs: { text: string; rightToLeft: boolean }[] = [];
  // What stands between two letters belongs to them where they agree, and to the paragraph where they differ.
  let between = "";
  const push = (piece: string, toLeft: boolean): void => {
    const last = runs.at(-1);
    if (piece === "") return;
    if (last?.rightToLeft === toLeft) last.text += piece;
    else runs.push({ text: piece, rightToLeft: toLeft });
  };
  let before = isRightToLeft;
  for (const character of text) {
    const now = directionOfCharacter(character, before);
    if (now === null) {
      between += character;
      continue;
    }
    push(between, now === before ? now : isRightToLeft);
    push(character, now);
    between = "";
    before = now;
  }
  push(between, isRightToLeft);
  return runs;
}

/** Right to left, left to right, or null for what has no direction. A digit goes with what stands before it. */
function directionOfCharacter(character: string, before: boolean): boolean | null {
  if (rightToLeft.test(character)) return true;
  if (/[\p{L}\u200e]/u.test(character)) return false;
  return /\p{Nd}/u.test(character) ? before : null;
}
