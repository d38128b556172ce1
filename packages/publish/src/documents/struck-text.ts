import type { Translator } from "@tocsin/language";
import { PublishError } from "../errors.ts";
import { struckName, type NameFinder } from "../withheld-names.ts";
import { shown } from "../words.ts";

/**
 * A text of a person: names struck, unseen characters shown. The one door through which such texts come into a document.
 * Throws `publish.leak`.
 */
export function struckText(text: string, finder: NameFinder, translator: Translator): string {
  const struck = finder.strike(text.toWellFormed().replaceAll("\r\n", "\n")).text;
  if (finder.has(struck.replaceAll(struckName, " ")))
    throw new PublishError("publish.leak", "Cannot compose document: a withheld name is still in it");
  return shown(struck, translator);
}
