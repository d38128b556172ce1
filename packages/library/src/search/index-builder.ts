// The index of the search, made while the items go by: which words stand in which item, and which stems a word has. Stems
// and dictionaries work here, where there is room for them; the script in the page only folds what is typed.
import { createSearchAnalysis, foldForSearch } from "@tocsin/language";
import type { TakenItem } from "../taking/taken-item.ts";

/** Of a very long text the beginning is searched. */
const mostSearched = 20_000;
const mostWordsRemembered = 100_000;

interface WordForms {
  readonly tokens: readonly string[];
  readonly stems: readonly string[];
}

export interface IndexEntry {
  /** Twice the number of the item, and one more where the word stands in its title or is a name; ascending. */
  readonly places: readonly number[];
  readonly stems: readonly string[];
}

export interface IndexBuilder {
  /** `number` counts up from 0. */
  add(item: TakenItem, number: number): void;
  readonly entries: ReadonlyMap<string, IndexEntry>;
}

interface Entry {
  readonly places: number[];
  readonly stems: string[];
}

export function createIndexBuilder(): IndexBuilder {
  const formsOf = createWordForms();
  const entries = new Map<string, Entry>();
  const entryOf = (token: string): Entry => {
    let entry = entries.get(token);
    if (entry === undefined) entries.set(token, (entry = { places: [], stems: [] }));
    return entry;
  };
  const addWords = (text: string, lang: string, seen: Set<string>): void => {
    for (const [word] of text.matchAll(wordPattern)) {
      const { tokens, stems } = formsOf(word, lang);
      for (const token of tokens) seen.add(token);
      for (const stem of stems) seen.add(stem);
      const [only] = tokens;
      if (only === undefined || tokens.length > 1 || stems.length === 0) continue;
      const entry = entryOf(only);
      for (const stem of stems) if (!entry.stems.includes(stem)) entry.stems.push(stem);
    }
  };
  return {
    entries,
    add: (item, number) => {
      const first = new Set<string>();
      const second = new Set<string>();
      for (const { lang, title, excerpt, body } of item.editions) {
        addWords(title, lang, first);
        addWords(excerpt, lang, second);
        addWords(body.slice(0, mostSearched), lang, second);
      }
      for (const name of [...item.authors, item.source?.text ?? ""]) addWords(name, "und", first);
      for (const token of first) entryOf(token).places.push(2 * number + 1);
      for (const token of second) if (!first.has(token)) entryOf(token).places.push(2 * number);
    },
  };
}

const wordPattern = /[\p{L}\p{N}\p{M}\u200c]+/gu;

/** Words come again and again; what each of them is found by is asked once. */
function createWordForms(): (word: string, lang: string) => WordForms {
  const { analyse, forms } = createSearchAnalysis();
  const remembered = new Map<string, WordForms>();
  return (word, lang) => {
    const key = `${lang}\n${word}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    if (remembered.size >= mostWordsRemembered) remembered.clear();
    // Traditional Chinese is found as it is written, and as simplified Chinese is typed.
    const tokens = new Set([
      ...foldForSearch(word, lang === "und" ? undefined : lang),
      ...analyse(word, lang),
    ]);
    const made = {
      tokens: [...tokens],
      stems: forms.ofText(word, lang).filter((each) => each.startsWith("=")),
    };
    remembered.set(key, made);
    return made;
  };
}
