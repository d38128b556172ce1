// Characters that cannot be seen, or turn the direction of what follows, as marks that can be.

export interface ShownPart {
  readonly text: string;
  /** Stands for a character that cannot be seen: its number. */
  readonly isMark: boolean;
}

const hidden = /([\p{Cc}\p{Cf}])/u;

export function shownParts(text: string): readonly ShownPart[] {
  return text
    .split(hidden)
    .filter((part) => part !== "")
    .map((part) =>
      hidden.test(part) ? { text: numberOf(part), isMark: true } : { text: part, isMark: false },
    );
}

function numberOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
