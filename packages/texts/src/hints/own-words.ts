// The lists of the program with the words of an organisation in them: a word of its own stands where the organisation puts it,
// and one of the program that it does not want is left out. The lists of the program stay as they are.
import { hintWords, type HintWords } from "./hint-words.ts";

export interface OwnHintWord {
  /** BCP 47; a region says nothing. */
  readonly language: string;
  readonly words: string;
  readonly role: "verb" | "qualifier" | "unused";
  /** From 1, the strongest, to `weakestStep`; of verbs. A verb without one gives no hint. */
  readonly step: number | null;
}

export const weakestStep = 5;

export function hintLanguage(language: string): string {
  return language.split("-")[0]?.toLowerCase() ?? "";
}

export function withOwnWords(
  own: readonly OwnHintWord[],
  lists: Readonly<Record<string, HintWords>> = hintWords,
): Readonly<Record<string, HintWords>> {
  const made: Record<string, HintWords> = { ...lists };
  for (const language of new Set(own.map((each) => hintLanguage(each.language))))
    made[language] = listWith(
      own.filter((each) => hintLanguage(each.language) === language),
      lists[language] ?? { ladder: [], qualifiers: [] },
    );
  return made;
}

function listWith(own: readonly OwnHintWord[], { ladder, qualifiers }: HintWords): HintWords {
  const named = new Set(own.map(({ words }) => keyOf(words)));
  const left = (list: readonly string[]): readonly string[] => list.filter((each) => !named.has(keyOf(each)));
  const added = (of: (word: OwnHintWord) => boolean): readonly string[] =>
    own.filter(of).map(({ words }) => words);
  const steps = Math.max(ladder.length, weakestStep);
  return {
    ladder: Array.from({ length: steps }, (_, at) => [
      ...left(ladder[at] ?? []),
      ...added(({ role, step }) => role === "verb" && step === at + 1),
    ]),
    qualifiers: [...left(qualifiers), ...added(({ role }) => role === "qualifier")],
  };
}

function keyOf(words: string): string {
  return words.trim().toLowerCase();
}
