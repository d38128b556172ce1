// Words of what people write for a document. Marks of notes are no words.
import { countWords } from "@tocsin/language";
import { claimMark } from "@tocsin/records";

/** Words of a text in a language (BCP 47; an unknown one is taken as undetermined). Linear in the text. */
export function countWritten(text: string, language: string): number {
  return countWords(text.replaceAll(claimMark, ""), language);
}
