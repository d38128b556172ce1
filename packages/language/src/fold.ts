// Text to search tokens: folding that does not depend on the language, so that a question in one language finds a text
// in another (names travel). Unicode NFKC and general categories; dictionaries of the platform where a script has no
// spaces. Stemming is not done here.

/** Longer runs of letters are cut: they are hashes and keys, or an attempt to fill the index. */
const maximumTokenLength = 64;

/**
 * Tokens of `text`, in order, with repetitions. Case, accents, Arabic vowel signs and tatweel, and forms of one letter
 * are folded; Han, kana and Hangul become pairs of characters; Thai, Lao, Khmer and Burmese become words of the
 * platform's dictionary. `language` (BCP 47) helps that dictionary alone.
 */
export function foldForSearch(text: string, language?: string): readonly string[] {
  const tokens: string[] = [];
  for (const run of foldText(text).match(runPattern) ?? []) {
    if (isAscii(run)) tokens.push(run.slice(0, maximumTokenLength));
    else splitRun(run, language, tokens);
  }
  return tokens;
}

/** `text` with the differences taken away that a search should not see. */
export function foldText(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(removed, "")
    .replace(joiningApostrophe, "$1$2")
    .replace(singleLetters, (letter) => replacements.get(letter) ?? letter)
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
    .normalize("NFC");
}

// Letters, numbers, and the vowel signs that Indic and South-East Asian scripts write as marks.
const runPattern = /[\p{L}\p{N}\p{M}]+/gu;

// Accents (U+0300-036F); Hebrew points; Arabic vowel signs, Quranic signs and tatweel; soft hyphen, joiners of emoji and
// direction controls. ZWNJ (U+200C) stays out: Persian writes it between parts that a reader also writes apart.
const removed =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u00ad\u061c\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;

// Ukrainian and Belarusian write an apostrophe inside a word.
const joiningApostrophe = /([\u0400-\u04ff])['’ʼ]([\u0400-\u04ff])/g;

// Persian and Urdu forms of kaf, ya and ha; alef maqsura as ya; ta marbuta as ha (as people type them).
const replacements: ReadonlyMap<string, string> = new Map([
  ...pairs("ٱ", "ا"),
  ...pairs("ىیېے", "ي"),
  ...pairs("کڪ", "ك"),
  ...pairs("ةۀهھہۃە", "ه"),
  ...pairs("ı", "i"),
  ...pairs("œ", "oe"),
  ...pairs("æ", "ae"),
  ...pairs("ß", "ss"),
  ...pairs("ø", "o"),
  ...pairs("ł", "l"),
  ...pairs("đð", "d"),
  ...pairs("þ", "th"),
  ...pairs("ħ", "h"),
  ...pairs("ŋ", "n"),
  ...pairs("ς", "σ"),
]);

const singleLetters = /[ٱىیېےکڪةۀھہۃەıœæßøłđðþħŋς]/g;

function pairs(letters: string, replacement: string): [string, string][] {
  return [...letters].map((letter) => [letter, replacement]);
}

/** Decimal digits stand in runs of ten, zero first (Unicode, section 4.6): the digit is the distance to its zero. */
function asciiDigit(digit: string): string {
  let value = 0;
  let code = (digit.codePointAt(0) ?? 0) - 1;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code))) {
    value += 1;
    code -= 1;
  }
  return String(value);
}

const pairedScripts = "\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{sc=Hangul}";
const dictionaryScripts = "\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const piecePattern = new RegExp(
  `(?<paired>[${pairedScripts}]+)|(?<dictionary>[${dictionaryScripts}]+)|[^${pairedScripts}${dictionaryScripts}]+`,
  "gu",
);

function splitRun(run: string, language: string | undefined, tokens: string[]): void {
  for (const piece of run.matchAll(piecePattern)) {
    const text = piece[0];
    if (piece.groups?.["paired"] !== undefined) pushPairs(text, tokens);
    else if (piece.groups?.["dictionary"] !== undefined) pushWords(text, language, tokens);
    else tokens.push(text.slice(0, maximumTokenLength));
  }
}

function pushPairs(text: string, tokens: string[]): void {
  const characters = [...text];
  if (characters.length === 1) tokens.push(text);
  for (let at = 0; at + 1 < characters.length; at += 1)
    tokens.push(`${characters[at] ?? ""}${characters[at + 1] ?? ""}`);
}

function pushWords(text: string, language: string | undefined, tokens: string[]): void {
  const words = new Intl.Segmenter(language, { granularity: "word" });
  for (const { segment } of words.segment(text)) tokens.push(segment.slice(0, maximumTokenLength));
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
