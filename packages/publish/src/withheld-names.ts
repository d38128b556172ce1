// Finds names that must not appear, in free text, titles, paths and addresses: in any script, whatever the case,
// accents, vowel signs, invisible characters and separators. It would rather strike a word too many.

/** Stands in a text where a withheld name stood. The outputs show a sentence of the catalogue instead. */
export const struckName = "[[name withheld]]";

export interface NameFinder {
  /** The text with every withheld name replaced by `struckName`, and how many were. */
  strike(text: string): { readonly text: string; readonly count: number };
  has(text: string): boolean;
  /** What stands in the text where a withheld name is found, each once, as it is written there. */
  found(text: string): readonly string[];
}

interface Word {
  readonly folded: string;
  /** UTF-16 offsets in the text: first, and one past the last. */
  readonly start: number;
  readonly end: number;
  /** Written small in a script that has capitals: not a name by itself. */
  readonly plain: boolean;
}

/** Shorter parts of a name are struck only inside the full name: too many words are spelt like them. */
const shortestPart = 3;
/** A name run together (`aminadiallo`) is found inside a longer word only from this length on. */
const shortestJoined = 6;
/** As far as its script sets no spaces: there two letters are a name. */
const shortestUnspaced = 2;
/** Characters that may stand between the words of one name: `Amina_Diallo`, `Diallo, Amina`. */
const widestGap = 3;

const particles: ReadonlySet<string> = new Set(
  "abd abu and bar ben bin bint das dei del della der des dos ibn las les los mac née ould san the umm van von عبد ابو ابن بنت بني".split(
    " ",
  ),
);

/**
 * Parts of a withheld name are found alone too, unless they are part of a name in `shown` (relatives share names),
 * or written small where names have capitals. `phrases` are found as a whole only.
 * Cost: linear in the text and in the names, but for names that share their first two words or six letters.
 */
export function createNameFinder(
  withheld: readonly string[],
  others: { readonly shown?: readonly string[]; readonly phrases?: readonly string[] } = {},
): NameFinder {
  const { shown = [], phrases = [] } = others;
  const allowed = new Set(shown.flatMap(foldedWords));
  const names = withheld.map(foldedWords).filter((words) => words.length > 0);
  const lower = new Set(withheld.flatMap(wordsOf).flatMap(({ folded, plain }) => (plain ? [folded] : [])));
  const whole = phrases.map(foldedWords).filter((words) => words.length > 0);
  const byBeginning = gathered([...names.flatMap(ordersOf), ...whole], (words) => beginningOf(words));
  const parts = new Set(
    names.flat().filter((part) => isTelling(part) && !allowed.has(part) && !lower.has(part)),
  );
  for (const words of names) if (words.length === 1) parts.add(words[0] ?? "");
  const joined = names
    .map((words) => words.join(""))
    .filter(
      (name) => name.length >= (isUnspaced(name) ? shortestUnspaced : shortestJoined) && !allowed.has(name),
    );
  const find = { byBeginning, parts, joined: joinedForms(joined) };
  return {
    strike: (text) => replace(text, matchesOf(text, find)),
    has: (text) => matchesOf(text, find).length > 0,
    found: (text) => [...new Set(matchesOf(text, find).map(({ start, end }) => text.slice(start, end)))],
  };
}

interface Forms {
  /** By their first two words: a first word alone is shared by thousands of names. */
  readonly byBeginning: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly parts: ReadonlySet<string>;
  readonly joined: readonly JoinedForms[];
}

/** Names run together, by their first letters. */
interface JoinedForms {
  readonly letters: number;
  readonly byLetters: ReadonlyMap<string, readonly string[]>;
}

function joinedForms(names: readonly string[]): readonly JoinedForms[] {
  const [long, short] = [
    names.filter((name) => name.length >= shortestJoined),
    names.filter((name) => name.length < shortestJoined),
  ];
  return [
    { letters: shortestJoined, byLetters: gathered(long, (name) => name.slice(0, shortestJoined)) },
    { letters: shortestUnspaced, byLetters: gathered(short, (name) => name.slice(0, shortestUnspaced)) },
  ].filter(({ byLetters }) => byLetters.size > 0);
}

function gathered<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function beginningOf(words: readonly string[]): string {
  return words.slice(0, 2).join(" ");
}

interface Match {
  readonly start: number;
  readonly end: number;
}

function matchesOf(text: string, forms: Forms): readonly Match[] {
  const words = wordsOf(text);
  const matches: Match[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (!word) break;
    const length = fullNameAt(words, at, forms);
    const last = length > 0 ? words[at + length - 1] : undefined;
    if (last) matches.push({ start: word.start, end: last.end });
    else if (isPart(word.folded, forms)) matches.push({ start: word.start, end: word.end });
    at += Math.max(length, 1);
  }
  return matches;
}

/** How many words from `at` on are a withheld name; 0 for none. The longest one counts. */
function fullNameAt(words: readonly Word[], at: number, forms: Forms): number {
  let longest = 0;
  const [one = "", two = ""] = [words[at]?.folded, words[at + 1]?.folded];
  for (const name of [
    ...(forms.byBeginning.get(one) ?? []),
    ...(forms.byBeginning.get(`${one} ${two}`) ?? []),
  ])
    if (name.length > longest && name.every((part, i) => follows(words, at + i, { part, first: i === 0 })))
      longest = name.length;
  return longest;
}

function follows(
  words: readonly Word[],
  at: number,
  want: { readonly part: string; readonly first: boolean },
): boolean {
  const word = words[at];
  if (word?.folded !== want.part) return false;
  return want.first || word.start - (words[at - 1]?.end ?? 0) <= widestGap;
}

function isPart(word: string, forms: Forms): boolean {
  if (forms.parts.has(word) || forms.joined.some((joined) => holdsOneOf(word, joined))) return true;
  return withoutArabicPrefix(word).some((stem) => forms.parts.has(stem));
}

function holdsOneOf(word: string, { letters, byLetters }: JoinedForms): boolean {
  for (let at = 0; at + letters <= word.length; at += 1)
    if (byLetters.get(word.slice(at, at + letters))?.some((name) => word.startsWith(name, at)) === true)
      return true;
  return false;
}

/** Arabic writes "and", "with", "for", "the" onto the word. */
function withoutArabicPrefix(word: string): readonly string[] {
  if (!isArabic(word)) return [];
  return ["و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "لل", "ول", "وب"]
    .filter((prefix) => word.startsWith(prefix))
    .map((prefix) => word.slice(prefix.length));
}

/** `Amina Diallo` is also written `Diallo Amina`. */
function ordersOf(words: readonly string[]): readonly (readonly string[])[] {
  return words.length === 2 ? [words, [...words].reverse()] : [words];
}

function isTelling(part: string): boolean {
  if (particles.has(part)) return false;
  return part.length >= shortestPart || (isUnspaced(part) && part.length >= 2);
}

function isArabic(word: string): boolean {
  return /^\p{Script=Arabic}/u.test(word);
}

/** Scripts that set no spaces between words. */
function isUnspaced(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Lao}]/u.test(
    word,
  );
}

function foldedWords(text: string): readonly string[] {
  return wordsOf(text).map((word) => word.folded);
}

/** Runs of letters, folded. Marks and invisible characters belong to the word that they stand in. */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let folded = "";
  let start = 0;
  let end = 0;
  let at = 0;
  const close = (): void => {
    if (folded !== "") words.push({ folded, start, end, plain: /^\p{Ll}/u.test(text.slice(start, end)) });
    folded = "";
  };
  for (const character of text) {
    const next = at + character.length;
    const letters = fold(character);
    if (letters === undefined) close();
    else if (letters !== "") {
      if (folded === "") start = at;
      folded += letters;
      end = next;
    }
    at = next;
  }
  close();
  return words;
}

/** Letters of one character without case and marks; empty for marks and invisible ones; undefined ends a word. */
function fold(character: string): string | undefined {
  // Most characters are ASCII; the way below takes longer and says the same of them.
  if (character < "\u0080") return /[A-Za-z]/.test(character) ? character.toLowerCase() : undefined;
  let letters = "";
  for (const part of character.normalize("NFKD").toLowerCase().normalize("NFKD"))
    if (/^\p{L}$/u.test(part) && part !== "ـ") letters += arabicForms[part] ?? part;
  if (letters !== "" || character === "ـ") return letters;
  return /^[\p{M}\p{Cf}\p{Lm}]$/u.test(character) ? "" : undefined;
}

const arabicForms: Readonly<Record<string, string>> = {
  ى: "ي",
  ی: "ي",
  ة: "ه",
  ک: "ك",
  ٱ: "ا",
  ß: "ss",
  ı: "i",
};

function replace(text: string, matches: readonly Match[]): { readonly text: string; readonly count: number } {
  let struck = "";
  let from = 0;
  for (const match of matches) {
    struck += text.slice(from, match.start) + struckName;
    from = match.end;
  }
  return { text: struck + text.slice(from), count: matches.length };
}
