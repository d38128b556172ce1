// What the words of an answer say in other languages: a layer of its own beside the original, each signed by whoever translated it
// and whoever reviewed it.
import type { LanguageText } from "@tocsin/records";
import { textIn } from "../values.ts";

export interface SignedTranslation extends LanguageText {
  readonly by: string | null;
  readonly reviewedBy: string | null;
}

export function translationsIn(value: unknown): readonly SignedTranslation[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each): readonly SignedTranslation[] => {
    const said = textIn(each);
    if (said === null) return [];
    const name = (field: string): string | null =>
      typeof each === "object" && each !== null && typeof each[field] === "string" ? each[field] : null;
    return [{ ...said, by: name("by"), reviewedBy: name("reviewedBy") }];
  });
}
