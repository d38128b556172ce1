// Every word that hints point at, by language: those of the program beside those of the organisation, each with who checked it.
import type { RecordId } from "@tocsin/core";
import { query, string } from "@tocsin/records";
import { hintLanguage, weakestStep, withOwnWords } from "@tocsin/texts";
import { ownHintWords, type KeptHintWord } from "../drafts/hint-lists.ts";

export interface HintWordLists {
  readonly lists: readonly HintWordList[];
}

export interface HintWordList {
  /** BCP 47. */
  readonly language: string;
  /** From the strongest verbs to the weakest. */
  readonly ladder: readonly (readonly HintWordLine[])[];
  readonly qualifiers: readonly HintWordLine[];
  /** Of the program, and taken out by somebody here. */
  readonly unused: readonly HintWordLine[];
}

export interface HintWordLine {
  readonly words: string;
  /** Null for a word of the program, which nobody outside has looked at. */
  readonly record: RecordId | null;
  readonly source: string | null;
  readonly checked: boolean;
}

export const hintWords = query("hint.words", { language: string() }, async (view, { language }) => {
  const own = await ownHintWords(view);
  const lists = withOwnWords(own);
  const wanted = Object.keys(lists).filter(
    (each) => language === undefined || each === hintLanguage(language),
  );
  return { lists: wanted.map((each) => listOf(each, lists, own)) } satisfies HintWordLists;
});

function listOf(
  language: string,
  lists: ReturnType<typeof withOwnWords>,
  all: readonly KeptHintWord[],
): HintWordList {
  const own = all.filter((each) => hintLanguage(each.language) === language);
  const { ladder = [], qualifiers = [] } = lists[language] ?? {};
  const lineOf = (words: string): HintWordLine => {
    const kept = own.find((each) => each.words === words);
    return {
      words,
      record: kept?.record ?? null,
      source: kept?.source ?? null,
      checked: kept?.checked === true,
    };
  };
  const steps = Math.max(ladder.length, weakestStep);
  return {
    language,
    ladder: Array.from({ length: steps }, (_, at) => (ladder[at] ?? []).map(lineOf)),
    qualifiers: qualifiers.map(lineOf),
    unused: own.filter(({ role }) => role === "unused").map(({ words }) => lineOf(words)),
  };
}
