// The analysis of search: what a text is found by besides its own words, and the ways in which a typed word can stand in a
// text whose language is not known. Tokens that no text has begin with a mark: = a stem in a language, + two parts that are
// also written as one, ~ the sound of a name.
import { foldForSearch, foldText } from "../fold.ts";
import { isKoreanEnd, koreanStem } from "./korean-forms.ts";
import { nameKeys, soundsLike } from "./name-keys.ts";
import { createSimplifier } from "./old-characters.ts";
import { languagesByScript, stemByLanguage } from "./stemmers.ts";

interface FoundForm {
  readonly how: "same" | "form" | "name";
  readonly rows: readonly (readonly string[])[];
  readonly whole?: string;
}

/** Analysis for texts and questions: `analyse` gives the tokens of a text, `forms` what finds more than those. */
export interface SearchAnalysis {
  readonly analyse: (text: string, lang: string) => readonly string[];
  readonly forms: {
    readonly version: number;
    readonly ofText: (text: string, lang: string) => readonly string[];
    readonly ofName: (name: string, lang: string) => readonly string[];
    readonly split: (typed: string) => readonly string[];
    readonly ofWord: (word: string) => readonly FoundForm[];
    readonly isWholeIn: (text: string, word: string) => boolean;
    readonly isNameLike: (name: string, typed: string) => boolean;
  };
}

/** Raise it whenever a text would get other tokens or forms than before: indexes are then made anew. */
const analysisVersion = 1;

/** Words of a language come again and again: so many stems are remembered for each before it is forgotten. */
const mostRemembered = 20_000;
const leastLetters = 3;
const mostLetters = 40;

const han = /^\p{sc=Han}/u;
const hangul = /^\p{sc=Hangul}/u;

export function createSearchAnalysis(): SearchAnalysis {
  const simplify = createSimplifier();
  const analyse = (text: string, lang: string): readonly string[] =>
    foldForSearch(simplify(text), lang === "und" ? undefined : lang);
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const wordsOf = (text: string): readonly string[] =>
    [...segmenter.segment(text)].map(({ segment }) => segment);
  const stemsOf = createStems();
  return {
    analyse,
    forms: {
      version: analysisVersion,
      ofText: (text, lang) => formsOfText(text, languageOf(lang), stemsOf),
      ofName: (name) => nameKeys(name).map((key) => `~${key}`),
      split: (typed) => split(typed, analyse),
      ofWord: (word) => formsOfWord(simplify(word), { analyse, stemsOf, wordsOf }),
      isWholeIn: (text, word) => isWholeIn(simplify(foldText(text)), foldText(word), wordsOf),
      isNameLike: soundsLike,
    },
  };
}

type StemsOf = (word: string, language: string) => readonly string[];

function createStems(): StemsOf {
  const remembered = new Map<string, Map<string, readonly string[]>>();
  return (word, language) => {
    const stem = stemByLanguage.get(language);
    if (stem === undefined || word.length < leastLetters || word.length > mostLetters) return [];
    let known = remembered.get(language);
    if (known === undefined || known.size >= mostRemembered) remembered.set(language, (known = new Map()));
    const before = known.get(word);
    if (before !== undefined) return before;
    const stems = [...new Set(stem(word))].filter((each) => each.length > 1);
    known.set(word, stems);
    return stems;
  };
}

function languageOf(lang: string): string {
  return (lang.split("-")[0] ?? "").toLowerCase();
}

const marked = (language: string, stem: string): string => `=${language}:${stem}`;

/** Words, with the parts that a hyphen or a half-space joins. */
const joinedRun = /[\p{L}\p{N}\p{M}]+(?:[-‐‑\u200c][\p{L}\p{N}\p{M}]+)*/gu;
const joiner = /[-‐‑\u200c]/gu;

function formsOfText(text: string, lang: string, stemsOf: StemsOf): readonly string[] {
  const found = new Set<string>();
  for (const [run] of text.toLowerCase().normalize("NFC").matchAll(joinedRun)) {
    const parts = run.split(joiner);
    for (const part of parts) addStems(found, part, { lang, stemsOf });
    if (parts.length === 1 || run.length > mostLetters) continue;
    const joined = parts.join("");
    found.add(`+${foldText(joined)}`);
    addStems(found, joined, { lang, stemsOf });
  }
  return [...found];
}

/** A stem that is the word itself is found as the word. */
function addStems(
  found: Set<string>,
  word: string,
  { lang, stemsOf }: { readonly lang: string; readonly stemsOf: StemsOf },
): void {
  const possible = possibleLanguages(word);
  const language = lang === "und" ? possible[0] : possible.find((each) => each === lang);
  if (language === undefined) return;
  const stems = stemsOf(word, language);
  if (stems.length === 0) return;
  const own = stems.length === 1 && isPlain(word) ? word : foldText(word);
  for (const stem of stems) if (stem !== own) found.add(marked(language, stem));
}

function isPlain(word: string): boolean {
  return /^[a-z]+$/.test(word);
}

function possibleLanguages(word: string): readonly string[] {
  return languagesByScript.find(([script]) => script.test(word))?.[1] ?? [];
}

const typedPiece =
  /\p{sc=Han}+|\p{sc=Hangul}+|[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+|(?:(?![\p{sc=Han}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}\p{M}\u200c]|(?<=\p{sc=Cyrillic})['’ʼ](?=\p{sc=Cyrillic}))+/gu;
const dictionaryScript = /^[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function split(typed: string, analyse: SearchAnalysis["analyse"]): readonly string[] {
  const pieces = typed.normalize("NFKC").match(typedPiece) ?? [];
  return pieces.flatMap((piece) => (dictionaryScript.test(piece) ? analyse(piece, "und") : [piece]));
}

interface Wording {
  readonly analyse: SearchAnalysis["analyse"];
  readonly stemsOf: StemsOf;
  readonly wordsOf: (run: string) => readonly string[];
}

function formsOfWord(word: string, { analyse, stemsOf, wordsOf }: Wording): readonly FoundForm[] {
  const tokens = analyse(word, "und");
  if (tokens.length === 0) return [];
  const isParted = han.test(word) || hangul.test(word);
  const same: FoundForm = { how: "same", rows: [tokens], ...(isParted ? { whole: word } : {}) };
  const names = nameForms(word);
  if (han.test(word)) return [same, ...chineseForms(wordsOf(word), analyse), ...names];
  if (hangul.test(word)) return [same, ...koreanForms(word, analyse), ...names];
  return [same, ...stemForms(word, stemsOf), ...names];
}

function nameForms(word: string): readonly FoundForm[] {
  const keys = nameKeys(word).map((key) => [`~${key}`]);
  if (keys.length === 0) return [];
  // A Korean name of one word has the keys of both of its parts; other words have the keys of their spellings.
  if (hangul.test(word)) return [{ how: "name", rows: keys }];
  return keys.map((key) => ({ how: "name", rows: [key] }));
}

/** Words that were typed as one run need not stand side by side. */
function chineseForms(words: readonly string[], analyse: SearchAnalysis["analyse"]): readonly FoundForm[] {
  const joined = words.reduce<string[]>((done, word) => {
    // A lone character is mostly the end of the word before.
    if (done.length > 0 && (word.length < 2 || (done.at(-1) ?? "").length < 2))
      done.push(`${done.pop() ?? ""}${word}`);
    else done.push(word);
    return done;
  }, []);
  return joined.length < 2 ? [] : [{ how: "form", rows: joined.map((word) => analyse(word, "zh")) }];
}

function koreanForms(word: string, analyse: SearchAnalysis["analyse"]): readonly FoundForm[] {
  const stem = koreanStem(word);
  const less: readonly FoundForm[] =
    stem === word ? [] : [{ how: "form", rows: [analyse(stem, "ko")], whole: stem }];
  if (stem.length < 4 || stem.length % 2 === 1) return less;
  const halves = stem.match(/../gu) ?? [];
  return [...less, { how: "form", rows: halves.map((half) => [half]) }];
}

function stemForms(word: string, stemsOf: StemsOf): readonly FoundForm[] {
  const lower = word.toLowerCase().normalize("NFC").replaceAll("\u200c", "");
  const folded = foldText(lower);
  const tokens = new Set<string>([`+${folded}`]);
  for (const language of possibleLanguages(lower)) {
    // What was typed can be the stem of what stands there.
    tokens.add(marked(language, folded));
    for (const stem of stemsOf(lower, language)) {
      tokens.add(marked(language, stem));
      if (/^[\p{L}\p{N}]/u.test(stem)) tokens.add(stem);
    }
  }
  if (word.includes("\u200c")) tokens.add(folded);
  else tokens.delete(folded);
  return [...tokens].map((token) => ({ how: "form", rows: [[token]] }));
}

/** `text` and `word` are folded. */
function isWholeIn(text: string, word: string, wordsOf: (run: string) => readonly string[]): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (
      hangul.test(word)
        ? isKoreanEnd(restOf(text, at + word.length))
        : isChineseWord(text, [at, word.length], wordsOf)
    )
      return true;
  }
  return false;
}

function restOf(text: string, from: number): string {
  return /^\p{sc=Hangul}*/u.exec(text.slice(from, from + 40))?.[0] ?? "";
}

/** So much around a word is parted into words, to see whether its borders are some. */
const around = 30;

function isChineseWord(
  text: string,
  [at, length]: readonly [number, number],
  wordsOf: (run: string) => readonly string[],
): boolean {
  const from = Math.max(0, at - around);
  const [begin, end] = [at - from, at - from + length];
  let place = 0;
  const borders = new Set<number>([0]);
  for (const word of wordsOf(text.slice(from, at + length + around))) {
    const next = place + word.length;
    if (place <= begin && end <= next) return true;
    borders.add(next);
    place = next;
  }
  return borders.has(begin) && borders.has(end);
}
