// Stems of words in languages that change their ends: what is left is no word, only the same for most forms of one. By the
// published algorithms of Porter and Snowball; our own small ones for Arabic and Persian are in files of their own.
import { stemmer as bulgarian } from "@orama/stemmers/bulgarian";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { stemmer as turkish } from "@orama/stemmers/turkish";
import { stemmer as ukrainian } from "@orama/stemmers/ukrainian";
import { foldText } from "../fold.ts";
import { arabicForms } from "./arabic-forms.ts";
import { englishForms } from "./english-forms.ts";
import { frenchForms } from "./french-forms.ts";
import { persianForms } from "./persian-forms.ts";

/** Stems of a word in lower case, composed (NFC), accents and all. */
export type Stem = (word: string) => readonly string[];

/** A stemmer wants accents, and people leave them out: both stems count. */
function withoutAccents(stem: (word: string) => string): Stem {
  return (word) => {
    const plain = foldText(word);
    return plain === word ? [stem(word)] : [foldText(stem(word)), foldText(stem(plain))];
  };
}

/** In Russian the letter is written or not as one likes, and the stemmer does not know it. */
const russianStem: Stem = (word) => [foldText(russian(word.replaceAll("ё", "е")))];

/** By the primary tag of the language. */
export const stemByLanguage: ReadonlyMap<string, Stem> = new Map<string, Stem>([
  ["en", (word) => englishForms(word, english)],
  ["fr", (word) => [...withoutAccents(french)(word), ...frenchForms(word)]],
  ["es", withoutAccents(spanish)],
  ["pt", withoutAccents(portuguese)],
  ["it", withoutAccents(italian)],
  ["de", withoutAccents(german)],
  ["tr", withoutAccents(turkish)],
  ["ru", russianStem],
  ["uk", (word) => [foldText(ukrainian(word))]],
  ["bg", (word) => [foldText(bulgarian(word))]],
  ["ar", (word) => arabicForms(word)],
  ["fa", (word) => persianForms(word)],
]);

/** Languages in which a word of unknown language may be, by its script. */
export const languagesByScript: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\p{sc=Latin}/u, ["en", "fr", "es", "pt", "it", "de", "tr"]],
  [/^\p{sc=Cyrillic}/u, ["ru", "uk", "bg"]],
  [/^\p{sc=Arabic}/u, ["ar", "fa"]],
];
