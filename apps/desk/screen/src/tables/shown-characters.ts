// Characters that cannot be seen, or turn the direction of what follows, as marks that can be.
import { withVisibleCharacters } from "@tocsin/core";

export interface ShownPart {
  readonly text: string;
  /** Stands for a character that cannot be seen: its number. */
  readonly isMark: boolean;
}

/** By the rule for everything that leaves: joiners of the scripts that write with them stay. */
export function shownParts(text: string): readonly ShownPart[] {
  return withVisibleCharacters(text)
    .split(/‹(U\+[0-9A-F]{4,6})›/)
    .map((part, at) => ({ text: part, isMark: at % 2 === 1 }))
    .filter((part) => part.text !== "");
}
