// Light stems of Persian words: plural, possessive and the prefixes of verbs, whether they are written apart, joined or with
// the half-space. Works on folded letters (Arabic forms of ya and kaf).
import { foldText } from "../fold.ts";

const suffixes =
  /(?:هايشان|هايمان|هايتان|هايش|هايم|هايت|هايي|هاي|ها|يانشان|انشان|انش|انم|انت|شان|مان|تان|يان|گان|ان|اي|ي|ش|م)$/;
const verbPrefix = /^ن?مي(?=..)/;
const least = 3;

export function persianForms(word: string): readonly string[] {
  const folded = foldText(word).replaceAll("\u200c", "");
  const stems = [folded, folded.replace(verbPrefix, "")].map((each) => without(each));
  return [...new Set(stems)];
}

function without(word: string): string {
  const match = suffixes.exec(word);
  return match === null || match.index < least ? word : word.slice(0, match.index);
}
