// Names across scripts, for search: keys of the consonants of each word find candidates, and the vowels, as far as they are
// written, tell those apart that share consonants alone. Both are guesses: what they find is marked as such.
import { foldText } from "../fold.ts";
import { nameSkeleton } from "../name-skeleton.ts";

/** Latin spellings of the article in front of a name; Arabic ones are known to the skeleton. */
const articleOf = /(^|\s)(?:al|el|ad|as|ash|ar|an|ul)[-’'](?=\S)/giu;
const article = "al";

/** Keys of a name, each once. One for the article, so that it may be typed as a word of its own. */
export function nameKeys(name: string): readonly string[] {
  const hasArticle = new RegExp(articleOf).test(name) || /(?:^|\s)ال../u.test(name);
  const keys = wordsOfName(name).flatMap(keysOfWord);
  return [...new Set([...keys, ...(hasArticle || /^[ae]l$/iu.test(name) ? [article] : [])])];
}

/** Every word that was typed sounds like one of the name. */
export function soundsLike(name: string, typed: string): boolean {
  if (/^[ae]l$/iu.test(typed)) return true;
  const words = wordsOfName(name);
  return wordsOfName(typed).every((sought) => words.some((word) => areAlike(word, sought)));
}

/** Parts joined by a hyphen are one word; a Korean name without a space is a family name and a given one. */
function wordsOfName(name: string): readonly string[] {
  return name
    .replace(articleOf, "$1")
    .replace(/[-‐‑·’']/gu, "")
    .split(/[^\p{L}\p{M}]+/u)
    .flatMap((word) => (/^\p{sc=Hangul}{3,4}$/u.test(word) ? [word.slice(0, 1), word.slice(1)] : [word]))
    .filter((word) => word !== "");
}

/** Spellings that more than one sound can stand behind: Persian reads some Arabic letters otherwise, French its ch. */
function keysOfWord(word: string): readonly string[] {
  const others = /^\p{sc=Arabic}/u.test(word)
    ? word.replace(/[ضذ]/gu, "ز").replace(/ث/gu, "س")
    : word.replace(/ch/giu, "sh");
  return [...new Set([word, others].flatMap((each) => nameSkeleton(each)))];
}

/** Vowels by how many consonants stand before them. */
interface Sounds {
  readonly keys: readonly string[];
  readonly vowels: ReadonlyMap<number, string>;
  /** Short vowels are not written. */
  readonly isAbjad: boolean;
  /** Its vowels are not compared. */
  readonly isUnknown: boolean;
}

function areAlike(one: string, other: string): boolean {
  const [a, b] = [soundsOf(one), soundsOf(other)];
  const key = a.keys.find((each) => b.keys.includes(each));
  if (key === undefined) return false;
  if (a.isUnknown || b.isUnknown) return true;
  const places = new Set([...a.vowels.keys(), ...b.vowels.keys()]);
  return [...places].every((place) => fit(a, b, { place, length: key.length }));
}

interface Place {
  readonly place: number;
  readonly length: number;
}

function fit(a: Sounds, b: Sounds, { place, length }: Place): boolean {
  const [one, other] = [a.vowels.get(place), b.vowels.get(place)];
  if (one !== undefined && other !== undefined) return shareVowel(one, other);
  const [written = "", lacking] = one === undefined ? [other, a] : [one, b];
  // At the end it is often left out, and in front the letter that carries it is dropped.
  if (length > 1 && (place === 0 || place >= length)) return true;
  if (lacking.isAbjad) return !isLong(written) && (length > 2 || written !== "i");
  return length > 2;
}

const isLong = (vowels: string): boolean => /[AIU]|ou|oo|ee|aa|ei|ai|ey|ay/u.test(vowels);

const classes: readonly (readonly [RegExp, string])[] = [
  [/[aAäα]/u, "a"],
  [/[iIy]|ee/u, "i"],
  [/[oOuU]/u, "u"],
];

/** A short e is written for any vowel. */
function shareVowel(one: string, other: string): boolean {
  const sets = [one, other].map((vowels, at) => {
    const found = classes.flatMap(([pattern, name]) => (pattern.test(vowels) ? [name] : []));
    const isShortE =
      /^e$/u.test(vowels) && !(isLong(at === 0 ? other : one) && /[UuoO]/u.test(at === 0 ? other : one));
    if (isShortE) return ["a", "i", "u"];
    return /e/u.test(vowels) && !/ee/u.test(vowels) ? [...found, "a", "i"] : found;
  });
  return sets[0]?.some((each) => sets[1]?.includes(each)) ?? true;
}

function soundsOf(word: string): Sounds {
  const isAbjad = /^\p{sc=Arabic}/u.test(word);
  const keys = keysOfWord(word);
  const isUnknown = !isAbjad && !/^[\p{sc=Latin}\p{sc=Cyrillic}]/u.test(word);
  const spelt = isAbjad ? spellArabic(word) : spellOther(word);
  const vowels = new Map<number, string>();
  let place = 0;
  for (const [run] of spelt.matchAll(/[aeiouyAIU]+|[^aeiouyAIU]+/gu)) {
    if (/^[aeiouyAIU]/u.test(run)) vowels.set(place, run);
    else place += lengthOf(run);
  }
  return { keys, vowels, isAbjad, isUnknown };
}

/** How many sounds consonants make, with another one behind them: a last h is mostly silent and would not count. */
function lengthOf(consonants: string): number {
  const [first, second] = /^\p{sc=Arabic}/u.test(consonants)
    ? "نر"
    : /^\p{sc=Cyrillic}/u.test(consonants)
      ? "нр"
      : "nr";
  const next = consonants.endsWith(first ?? "") ? second : first;
  return nameSkeleton(`${consonants}${next ?? ""}`).join("").length - 1;
}

/** The letters that carry vowels, in capitals; consonants stay as they are, for the skeleton to read. */
function spellArabic(word: string): string {
  return foldText(word)
    .replace(/^ال(?=..)/u, "")
    .replace(/^[اعي](?=[^او])/u, "")
    .replace(/ا/gu, "A")
    .replace(/و/gu, "U")
    .replace(/ي/gu, "I")
    .replace(/[عءه]$/u, "")
    .replace(/[عء]/gu, "");
}

const cyrillicVowels: Readonly<Record<string, string>> = {
  а: "a",
  э: "e",
  е: "e",
  ё: "o",
  и: "i",
  і: "i",
  ї: "i",
  ы: "i",
  й: "i",
  о: "o",
  у: "u",
  ю: "u",
  я: "a",
  є: "e",
};

function spellOther(word: string): string {
  return foldText(word).replace(/[аэеёиіїыйоуюяє]/gu, (letter) => cyrillicVowels[letter] ?? letter);
}
