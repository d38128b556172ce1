// Replaces what the fonts cannot show by its code, in every text of a document's data, and counts it.
import type { Json } from "@tocsin/core";
import type { Font } from "./fonts.ts";

export interface ShowableData {
  readonly data: Json;
  /** Characters replaced. */
  readonly missing: number;
}

/** `fonts`: a character is shown where one of them has it. */
export function makeShowable(data: Json, fonts: readonly Pick<Font, "covered">[]): ShowableData {
  let missing = 0;
  const change = (value: Json): Json => {
    if (typeof value === "string")
      return replaceUncovered(value, fonts, () => {
        missing += 1;
      });
    if (isList(value)) return value.map(change);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member)]));
  };
  return { data: change(data), missing };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function replaceUncovered(
  text: string,
  fonts: readonly Pick<Font, "covered">[],
  onReplaced: () => void,
): string {
  let shown = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (fonts.some(({ covered }) => covered.has(code)) || isInvisible(code)) shown += character;
    else {
      onReplaced();
      shown += `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
    }
  }
  return shown;
}

/** White space and the format characters that typesetting handles without a glyph. */
function isInvisible(code: number): boolean {
  return (
    code === 0x0a ||
    code === 0x0d ||
    code === 0x20 ||
    code === 0xa0 ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}
