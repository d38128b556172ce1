// The words of every sentence by its identifier: for a screen that shows a report and pulls its threads.
import type { Translator } from "@tocsin/language";
import { sentencesOf } from "./free-texts.ts";
import type { Report } from "./report.ts";
import { wordsOf } from "./words.ts";

export function reportText(report: Report, translator: Translator): Readonly<Record<string, string>> {
  const sentences = report.sections.flatMap(({ blocks }) => blocks.flatMap(sentencesOf));
  return Object.fromEntries(sentences.map(({ id, says }) => [id, wordsOf(says, translator).text]));
}
