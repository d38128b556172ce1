// The index by words and names that needs no script: words of the titles as the reader gets them, names of authors and of
// those who published, from A to Z and on, each letter with its pages.
import { foldForSearch } from "@tocsin/language";
import type { Card } from "../card.ts";
import { mark, type Markup } from "../markup.ts";
import { addressOf, pagePath, type PagePlan } from "../page-plan.ts";
import type { Tongue } from "../words/tongue.ts";
import { cardLink, faceOf } from "./card-list.ts";
import { framePage, pathIn, type Place } from "./frame.ts";
import { bytesOfText, inPages, roomOfPage } from "./in-pages.ts";
import { numberedPager } from "./pager.ts";

interface WordEntry {
  readonly word: string;
  readonly places: readonly number[];
}

const leastLetters = 3;
/** A word in more titles than this leads nowhere. */
const mostTitles = 60;
const shownTitles = 12;
/** Markup and address of a link around its title. */
const bytesOfLink = 90;
const bytesOfWord = 60;
const room = { entries: 300, bytes: roomOfPage };
/** Letters beside those of a page; the page of all letters has the rest. */
const lettersAround = 40;

export function* wordPages(place: Place): Generator<PagePlan> {
  const { site, tongue } = place;
  const letters = lettersOf(tongue, site.cards);
  yield plan(place, { letters: [...letters.keys()], letter: null, number: 1, pages: 1, entries: [] });
  for (const [letter, entries] of letters) {
    const parts = inPages(entries, (entry) => bytesOf(place, entry), room);
    for (const [at, part] of parts.entries())
      yield plan(place, {
        letters: [...letters.keys()],
        letter,
        number: at + 1,
        pages: parts.length,
        entries: part,
      });
  }
}

interface WordPage {
  readonly letters: readonly string[];
  readonly letter: string | null;
  readonly number: number;
  readonly pages: number;
  readonly entries: readonly WordEntry[];
}

function plan(place: Place, page: WordPage): PagePlan {
  const { site, tongue } = place;
  const shown = page.entries.map(({ word, places }) => [
    word,
    places.length,
    places.slice(0, shownTitles).map((at) => site.cards[at]?.digest),
  ]);
  const rest = restOfLetter(page.letter, page.number);
  return {
    path: pathIn(tongue, rest),
    from: [page.letters, page.pages, shown],
    make: () => wordPage(place, rest, page),
  };
}

function restOfLetter(letter: string | null, number: number): string {
  if (letter === null) return "words.html";
  return pagePath(baseOfLetter(letter), number);
}

function baseOfLetter(letter: string): string {
  return `words/${[...letter].map((each) => (each.codePointAt(0) ?? 0).toString(16)).join("-")}`;
}

function lettersOf(tongue: Tongue, cards: readonly Card[]): ReadonlyMap<string, readonly WordEntry[]> {
  const words = new Map<string, { word: string; places: number[] }>();
  for (const [place, card] of cards.entries()) {
    if (card.isWithdrawn) continue;
    const face = faceOf(tongue, card);
    const add = (word: string, key: string): void => {
      const entry = words.get(key);
      if (entry === undefined) words.set(key, { word, places: [place] });
      else if (entry.places.at(-1) !== place) entry.places.push(place);
    };
    for (const word of titleWords(face.title)) add(word, foldForSearch(word).join(""));
    for (const name of [...card.authors, card.source?.text ?? ""])
      if (name !== "") add(name, `${foldForSearch(name).join(" ")}\n`);
  }
  const kept = [...words].filter(
    ([key, { places }]) => key.length > 0 && (places.length <= mostTitles || key.endsWith("\n")),
  );
  kept.sort(([one], [other]) => tongue.compare(one, other) || (one < other ? -1 : 1));
  const letters = new Map<string, WordEntry[]>();
  for (const [key, entry] of kept) {
    const letter = letterOf(key);
    const entries = letters.get(letter);
    if (entries === undefined) letters.set(letter, [entry]);
    else entries.push(entry);
  }
  return letters;
}

const withoutSpaces =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function titleWords(title: string): readonly string[] {
  const words = withoutSpaces.test(title)
    ? [...new Intl.Segmenter("zh", { granularity: "word" }).segment(title)]
        .filter(({ isWordLike }) => isWordLike === true)
        .map(({ segment }) => segment)
    : (title.match(/[\p{L}\p{N}\p{M}\u200c'’-]+/gu) ?? []);
  return words
    .map((word) => word.replace(/^['’-]+|['’-]+$/g, ""))
    .filter((word) => [...word].length >= leastFor(word));
}

function leastFor(word: string): number {
  return /^[\p{sc=Han}\p{sc=Hangul}]/u.test(word) ? 2 : leastLetters;
}

const firstHangul = 0xac00;
const syllablesOfConsonant = 588;

/** The folded first letter; of a Korean syllable its first consonant; digits and the rest together. */
function letterOf(key: string): string {
  const first = [...key][0] ?? "";
  if (/\p{sc=Hangul}/u.test(first)) {
    const at = Math.floor(((first.codePointAt(0) ?? 0) - firstHangul) / syllablesOfConsonant);
    return "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".charAt(at) || first;
  }
  if (/\p{sc=Han}/u.test(first)) return "漢";
  if (!/\p{L}/u.test(first)) return "0–9";
  return first.toUpperCase();
}

function bytesOf({ site, tongue }: Place, { word, places }: WordEntry): number {
  let bytes = bytesOfWord + bytesOfText(word);
  for (const at of places.slice(0, shownTitles)) {
    const card = site.cards[at];
    if (card !== undefined) bytes += bytesOfLink + card.slug.length + bytesOfText(faceOf(tongue, card).title);
  }
  return bytes;
}

function lettersNear({ letters, letter }: WordPage): readonly string[] {
  if (letter === null) return letters;
  const at = letters.indexOf(letter);
  return letters.slice(Math.max(0, at - lettersAround), at + lettersAround);
}

function wordPage(place: Place, rest: string, page: WordPage): string {
  const { tongue } = place;
  const path = pathIn(tongue, rest);
  const title =
    page.letter === null
      ? tongue.text("library.part.words")
      : `${tongue.text("library.part.words")}: ${page.letter}`;
  const letters = lettersNear(page).map(
    (letter) =>
      mark`<li><a href="${addressOf(rest, restOfLetter(letter, 1))}"${letter === page.letter ? mark` aria-current="true"` : null}><bdi>${letter}</bdi></a></li>`,
  );
  const content = mark`<h1>${title}</h1>
${page.letter === null ? mark`<p>${tongue.say("library.words.about")}</p>` : null}<nav aria-label="${tongue.text("library.words.letters")}"><ul class="az">${letters}</ul></nav>
${page.entries.length === 0 ? null : mark`<dl class="words">${page.entries.map((entry) => wordEntry(place, path, entry))}</dl>`}${page.letter === null ? null : numberedPager(tongue, { ...page, base: baseOfLetter(page.letter) })}`;
  return framePage(place, {
    rest,
    title: { text: title, lang: tongue.locale },
    content,
    part: "words",
    isUnlisted: page.letter !== null,
    // Words sort otherwise in another language.
    restElsewhere: "words.html",
  });
}

function wordEntry({ site, tongue }: Place, path: string, { word, places }: WordEntry): Markup {
  const links = places
    .slice(0, shownTitles)
    .map((at) => site.cards[at])
    .filter((card) => card !== undefined)
    .map((card) => mark`<dd>${cardLink(tongue, path, card)}</dd>`);
  const rest = places.length - shownTitles;
  return mark`<dt><bdi>${word}</bdi></dt>${links}${rest > 0 ? mark`<dd class="soft">${tongue.say("library.words.more", { count: rest })}</dd>` : null}
`;
}
