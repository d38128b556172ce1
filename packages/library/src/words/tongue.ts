// What one language of the interface says: messages, names of codes, dates, numbers and sizes. Everything that is slow to
// say is said once and remembered for this build.
import {
  directionOf,
  isSameLanguage,
  localeName,
  nameInSentence,
  type Direction,
  type Translator,
} from "@tocsin/language";
import type { LibraryInput, LibraryText } from "../library-input.ts";
import { mark, type Markup } from "../markup.ts";
import { safeTitle } from "../taking/safe-text.ts";
import type { Facet } from "../taking/taken-item.ts";
import { createDateWords } from "./date-words.ts";

export interface Tongue {
  readonly locale: string;
  readonly direction: Direction;
  /** Marked with its language where this one lacks the message. */
  say(key: string, values?: Readonly<Record<string, string | number>>): Markup;
  /** The same for an attribute or a title. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  has(key: string): boolean;
  /** Name of a code of a facet, with its language where that is another one. */
  label(facet: Facet, code: string): LibraryText;
  languageName(lang: string): string;
  /** The same within a sentence. */
  languageInside(lang: string): string;
  number(value: number): string;
  size(bytes: number): string;
  /** EDTF in words. */
  date(edtf: string): string;
  /** Day of an instant, ISO 8601 in UTC. */
  day(instant: string): string;
  /** That of the texts which fits best: this language, the languages that its readers read too, the first. */
  choose(texts: readonly LibraryText[]): LibraryText;
  isOwn(lang: string): boolean;
  /** Whether two tags name one language in one script. */
  isSame(one: string, other: string): boolean;
  /** This language and its relatives, the nearest first. */
  readonly readable: readonly string[];
  compare(one: string, other: string): number;
}

const longestLabel = 160;

/** An organisation's own name of a code, as pages show it again and again. */
function safeLabel({ text, lang }: LibraryText): LibraryText {
  const safe = safeTitle(text, () => undefined);
  return { text: safe.length > longestLabel ? `${safe.slice(0, longestLabel).toWellFormed()}…` : safe, lang };
}

const messagesOf: Readonly<Partial<Record<Facet, string>>> = {
  country: "countries",
  theme: "themes",
  act: "acts",
  technology: "technologies",
};

export function createTongue(words: Translator, input: Pick<LibraryInput, "head" | "labels">): Tongue {
  const { locale } = words;
  const readable = [locale, ...(input.head.relatives?.[locale] ?? [])];
  const sameTags = remember((pair: string) => isSameLanguage(...parted(pair)));
  const isSame = (one: string, other: string): boolean => one === other || sameTags(`${one}\n${other}`);
  const choose = (texts: readonly LibraryText[]): LibraryText => {
    const found = readable.map((wanted) => texts.find(({ lang }) => isSame(lang, wanted)));
    return found.find((each) => each !== undefined) ?? texts[0] ?? { text: "", lang: "und" };
  };
  const translate = createTranslate(words);
  const labelOf = remember((place: string) => {
    const [facet, code = ""] = place.split("\n");
    const own = input.labels?.[facetOf(facet)]?.[code];
    return own === undefined || own.length === 0 ? null : safeLabel(choose(own));
  });
  const dates = createDateWords(words);
  const numbers = new Intl.NumberFormat(locale);
  const collator = new Intl.Collator(locale);
  return {
    locale,
    direction: directionOf(locale),
    readable,
    text: (key, values) => translate(key, values).text,
    has: (key) => words.has(key),
    say: (key, values) => {
      const said = translate(key, values);
      return said.lang === locale
        ? mark`${said.text}`
        : mark`<span lang="${said.lang}" dir="${directionOf(said.lang)}">${said.text}</span>`;
    },
    label: (facet, code) => labelOf(`${facet}\n${code}`) ?? builtInLabel(facet, code, { words, translate }),
    languageName: remember((lang: string) =>
      lang === "und" ? words.t("desk.language.und") : localeName(lang, locale),
    ),
    languageInside: remember((lang: string) => nameInSentence(lang, locale)),
    number: (value) => numbers.format(value),
    size: createSizeWords(locale),
    date: remember(dates.date),
    day: remember(dates.day),
    choose,
    isOwn: (lang) => isSame(lang, locale),
    isSame,
    compare: (one, other) => collator.compare(one, other),
  };
}

function parted(pair: string): [string, string] {
  const [one = "", other = ""] = pair.split("\n");
  return [one, other];
}

function facetOf(
  name: string | undefined,
): "country" | "theme" | "commitment" | "act" | "technology" | "year" {
  switch (name) {
    case "theme":
    case "commitment":
    case "act":
    case "technology":
    case "year":
      return name;
    default:
      return "country";
  }
}

type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => LibraryText;

function createTranslate(words: Translator): Translate {
  const remembered = remember((place: string): LibraryText => {
    const [key, values] = JSON.parse(place) as [string, Record<string, string | number>];
    const { text, locale } = words.translate(key, values);
    return { text, lang: locale };
  });
  const plain = remember((key: string): LibraryText => remembered(JSON.stringify([key, {}])));
  return (key, values) => (values === undefined ? plain(key) : remembered(JSON.stringify([key, values])));
}

function builtInLabel(
  facet: Facet,
  code: string,
  { words, translate }: { readonly words: Translator; readonly translate: Translate },
): LibraryText {
  if (facet === "language") return { text: languageLabel(code, words), lang: words.locale };
  const key = facet === "commitment" ? `commitment.${code}.label` : messageKey(facet, code);
  return key !== null && words.has(key) ? translate(key) : { text: code, lang: "zxx" };
}

function messageKey(facet: Facet, code: string): string | null {
  if (facet === "kind") return `library.kind.${code}`;
  const vocabulary = messagesOf[facet];
  return vocabulary === undefined ? null : `${vocabulary}.${code}.label`;
}

function languageLabel(code: string, words: Translator): string {
  return code === "und" ? words.t("desk.language.und") : localeName(code, words.locale);
}

function createSizeWords(locale: string): (bytes: number) => string {
  const formatOf = remember(
    (key: string) =>
      new Intl.NumberFormat(locale, {
        style: "unit",
        unit: key.slice(1),
        maximumFractionDigits: Number(key.slice(0, 1)),
      }),
  );
  return (bytes) => {
    const [value, unit] = inUnit(bytes);
    return formatOf(`${value < 10 && unit !== "byte" ? 1 : 0}${unit}`).format(value);
  };
}

function inUnit(bytes: number): readonly [number, string] {
  if (bytes < 1_000) return [bytes, "byte"];
  return bytes < 1_000_000 ? [bytes / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
}

const mostRemembered = 5_000;

function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= mostRemembered) made.clear();
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
