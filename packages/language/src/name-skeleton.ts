// Names across scripts: consonants alone, in classes that transliterations mix up. Two spellings of one name mostly have
// one skeleton; so do some different names. It finds candidates and proves nothing.
import { foldText } from "./fold.ts";

/** Skeletons of the words of a name, sorted: `محمد الأحمد`, `Mohammed Al-Ahmad` and `Мухаммед Ахмад` give `hmd mhmd`. */
export function nameSkeleton(name: string): readonly string[] {
  return foldText(name)
    .replace(/(?<=^|[\s-])(?:al|el|ad|as|ash|ar|an|ul)[-’']/gu, "")
    .split(/[^\p{L}\p{M}]+/u)
    .map(wordSkeleton)
    .filter((word) => word !== "")
    .sort();
}

function wordSkeleton(word: string): string {
  if (/^\p{sc=Hangul}/u.test(word)) return collapse(fromLatin(fromHangul(word)));
  if (/^\p{sc=Arab}/u.test(word)) return collapse(letters(word.replace(/^(?:و?ال)(?=..)/u, ""), arabic));
  if (/^\p{sc=Cyrl}/u.test(word)) return collapse(fromLatin(letters(word, cyrillic)));
  return collapse(fromLatin(word));
}

/** Longer spellings first. */
const latin: readonly (readonly [RegExp, string])[] = [
  [/tch|tsch|cz|ch|dj|dzh|zh|j/g, "J"],
  [/sch|sh|sz|ş|š/g, "S"],
  [/kh/g, "H"],
  [/gh|ck|q|g|c(?![eiy])/g, "K"],
  [/c/g, "S"],
  [/ph|f|v/g, "F"],
  [/th|t/g, "T"],
  [/dh|d/g, "D"],
  [/x/g, "KS"],
  [/k/g, "K"],
  [/p|b/g, "B"],
  [/h(?=.)/g, "H"],
];

function fromLatin(word: string): string {
  let left = word.normalize("NFD").replace(/\p{M}/gu, "");
  for (const [spelling, sound] of latin) left = left.replace(spelling, sound);
  return left
    .toLowerCase()
    .replace(/h$/, "")
    .replace(/[^bdfhjklmnrstz]/g, "");
}

const arabic: Readonly<Record<string, string>> = {
  ب: "b",
  پ: "b",
  ت: "t",
  ث: "t",
  ج: "j",
  چ: "j",
  ح: "h",
  خ: "h",
  د: "d",
  ذ: "d",
  ر: "r",
  ز: "z",
  ژ: "j",
  س: "s",
  ش: "s",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "z",
  غ: "k",
  ف: "f",
  ق: "k",
  ك: "k",
  گ: "k",
  ل: "l",
  م: "m",
  ن: "n",
};

const cyrillic: Readonly<Record<string, string>> = {
  б: "b",
  в: "v",
  г: "k",
  ґ: "k",
  д: "d",
  ж: "j",
  з: "z",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sh",
};

/** Vowels fall out; a medial ha counts, a final one is mostly silent. */
function letters(word: string, table: Readonly<Record<string, string>>): string {
  const known = [...word].map((letter, at, all) =>
    letter === "ه" ? (at === all.length - 1 ? "" : "h") : (table[letter] ?? ""),
  );
  return known.join("");
}

/** A doubled letter is one sound. */
function collapse(skeleton: string): string {
  return skeleton.replace(/(.)\1+/g, "$1");
}

/** Family names that everybody writes otherwise than the tables do. */
const families: Readonly<Record<string, string>> = {
  이: "lee",
  박: "park",
  최: "choi",
  임: "lim",
  노: "noh",
  유: "yoo",
  우: "woo",
  오: "oh",
};
const initials = "k k n t t l m b b s s  j j j k t b h".split(" ");
const finals = " k k k n n n t l k m b s t b h m b b s s ng j j k t b h".split(" ");

/** Syllables of Hangul are numbered: initial, vowel, final (Unicode, section 3.12). */
function fromHangul(word: string): string {
  return [...word]
    .map((syllable, at) => {
      const family = at === 0 ? families[syllable] : undefined;
      const code = (syllable.codePointAt(0) ?? 0) - 0xac00;
      if (family !== undefined) return family;
      if (code < 0 || code > 11_171) return "";
      return `${initials[Math.floor(code / 588)] ?? ""}a${finals[code % 28] ?? ""}`;
    })
    .join("");
}
