// What the room has noted at a paragraph: agreed, or agreed ad referendum, as drafts print it in brackets. The words are data.

export type AgreedState = "open" | "ad-referendum" | "agreed";

/** By language of the draft; a draft in one can carry the notes of another. */
const agreedWords: Readonly<Record<string, readonly string[]>> = {
  en: ["agreed", "closed"],
  fr: ["agréé", "agréée", "convenu", "accepté"],
  es: ["acordado", "convenido", "aprobado"],
  ar: ["متفق عليه", "متفق عليها", "اتفق عليه"],
  ru: ["согласовано"],
  zh: ["已商定", "商定"],
};
const referendum = "ad\\s?-?ref(?:erendum|\\.)?|شرط الاستشارة|待核准";
const words = Object.values(agreedWords).flat().join("|");
const note = `(?<whole>[[(]\\s{0,3}(?:${words})(?<ref>\\s{1,3}\\(?(?:${referendum})\\)?)?\\.?\\s{0,3}[\\])])`;
const atStart = new RegExp(`^\\s{0,3}${note}\\s{0,3}`, "iu");
const atEnd = new RegExp(`\\s{0,3}${note}\\s{0,3}$`, "iu");
const longestNote = 60;

export interface Noted {
  readonly agreed: AgreedState;
  /** Without the note. */
  readonly text: string;
}

export function readAgreed(text: string): Noted {
  const head = atStart.exec(text.slice(0, longestNote));
  if (head) return { agreed: stateOf(head), text: text.slice(head[0].length) };
  const start = Math.max(0, text.length - longestNote);
  const tail = atEnd.exec(text.slice(start));
  if (tail) return { agreed: stateOf(tail), text: text.slice(0, start + tail.index) };
  return { agreed: "open", text };
}

function stateOf({ groups }: RegExpExecArray): AgreedState {
  return groups?.["ref"] === undefined ? "agreed" : "ad-referendum";
}
