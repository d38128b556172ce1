// What in a new wording may be weaker or stronger than in the old one: a verb further down the ladder, a qualifier that came
// or went. Hints only: a person reads the words and decides.
import { foldForSearch } from "@tocsin/language";
import { hintWords, type HintWords } from "./hint-words.ts";
import { hintLanguage } from "./own-words.ts";

export interface WordingHint {
  readonly kind: "weaker-verb" | "stronger-verb" | "qualifier-added" | "qualifier-removed";
  /** The words as the list has them; for a verb, the new one. */
  readonly words: string;
  /** The verb before; null for a qualifier. */
  readonly before: string | null;
}

export interface Wordings {
  readonly before: string;
  readonly after: string;
}

/** `language`: BCP 47. A language without a list gives no hint. */
export function wordingHints(
  { before, after }: Wordings,
  language: string,
  lists: Readonly<Record<string, HintWords>> = hintWords,
): readonly WordingHint[] {
  const list = lists[hintLanguage(language)];
  if (list === undefined) return [];
  const [old, now] = [before, after].map((text) => finderIn(text, language)) as [Finder, Finder];
  return [...verbHints(list, old, now), ...qualifierHints(list, old, now)];
}

/** Where words stand in a text, whatever its case and accents; -1 where they do not. */
type Finder = (words: string) => number;

function finderIn(text: string, language: string): Finder {
  const folded = ` ${foldForSearch(text, language).join(" ")} `;
  return (words) => {
    const wanted = foldForSearch(words, language).join(" ");
    const at = folded.indexOf(` ${wanted} `);
    // Arabic writes "and" and "so" as one word with what follows.
    return at === -1 ? Math.max(folded.indexOf(` و${wanted} `), folded.indexOf(` ف${wanted} `)) : at;
  };
}

function verbHints({ ladder }: HintWords, old: Finder, now: Finder): readonly WordingHint[] {
  const [was, is] = [firstVerb(ladder, old), firstVerb(ladder, now)];
  if (was === null || is === null || was.step === is.step) return [];
  const kind = is.step > was.step ? "weaker-verb" : "stronger-verb";
  return [{ kind, words: is.verb, before: was.verb }];
}

/** The verb that stands first says what the paragraph does. */
function firstVerb(
  ladder: HintWords["ladder"],
  find: Finder,
): { readonly verb: string; readonly step: number } | null {
  const found = ladder.flatMap((verbs, step) => verbs.map((verb) => ({ verb, step, at: find(verb) })));
  const [first] = found.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at);
  return first ?? null;
}

function qualifierHints({ qualifiers }: HintWords, old: Finder, now: Finder): readonly WordingHint[] {
  return qualifiers.flatMap((words): readonly WordingHint[] => {
    const [was, is] = [old(words) >= 0, now(words) >= 0];
    if (was === is) return [];
    return [{ kind: is ? "qualifier-added" : "qualifier-removed", words, before: null }];
  });
}
