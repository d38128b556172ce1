// What is typed of a library, begun from what was said of the last one.
import type { Translator } from "@tocsin/language";
import type { LastLibraryRelease, LibraryAbout } from "@tocsin/workspace";
import type { LibraryPlanInput, SaidText } from "../api/contract/library.ts";

export interface SaidOfIt {
  readonly publisher: string;
  readonly title: string;
  readonly about: string;
  readonly locales: readonly string[];
  readonly address: string;
  readonly onion: string;
  /** One a line. */
  readonly mirrors: string;
  readonly numbers: boolean;
  /** A whole number as it is typed; empty for the usual one. */
  readonly threshold: string;
}

export const isThreshold = (typed: string): boolean => /^\d{0,6}$/.test(typed.trim());

const nothingSaid: LibraryAbout = {
  publisher: "",
  title: [],
  about: [],
  locales: [],
  address: null,
  onion: null,
  mirrors: [],
};

export function saidBefore(
  words: Translator,
  last: LastLibraryRelease | null,
  locales: readonly string[],
): SaidOfIt {
  const about = last?.about ?? { ...nothingSaid, locales };
  return {
    publisher: about.publisher,
    title: isUsualTitle(words, about) ? "" : textFor(words, about.title),
    about: textFor(words, about.about),
    locales: about.locales.filter((locale) => locales.includes(locale)),
    address: about.address ?? "",
    onion: about.onion ?? "",
    mirrors: about.mirrors.join("\n"),
    numbers: true,
    threshold: "",
  };
}

/** In the reader's language, else in the first. */
function textFor({ locale }: Translator, texts: readonly SaidText[]): string {
  return (texts.find(({ lang }) => lang === locale) ?? texts[0])?.text ?? "";
}

/** Made from the organisation's name: nobody typed it. */
function isUsualTitle(words: Translator, { title, publisher, locales }: LibraryAbout): boolean {
  const own = title.find(({ lang }) => lang === words.locale)?.text;
  const usual = words.t("library.leaves.title", { publisher }).replace(/[\u2066-\u2069]/g, "");
  return own === usual || (own === undefined && title.length === locales.length);
}

interface Planned {
  readonly last: LastLibraryRelease | null;
  readonly again: readonly string[];
  /** By record. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly files: readonly string[] | null;
}

/** What was said in other languages stays as it was, unless the text in this one is taken away. */
export function planInputOf(
  said: SaidOfIt,
  { locale }: Translator,
  { last, again, reasons, files }: Planned,
): LibraryPlanInput {
  const texts = (typed: string, before: readonly SaidText[]): readonly SaidText[] =>
    typed.trim() === ""
      ? []
      : [{ text: typed.trim(), lang: locale }, ...before.filter(({ lang }) => lang !== locale)];
  return {
    publisher: said.publisher.trim(),
    title: texts(said.title, []),
    about: texts(said.about, last?.about?.about ?? []),
    locales: said.locales,
    address: said.address.trim(),
    onion: said.onion.trim(),
    mirrors: said.mirrors
      .split("\n")
      .map((each) => each.trim())
      .filter((each) => each !== ""),
    numbers: said.numbers,
    again,
    ...(files === null ? {} : { files }),
    ...(said.threshold.trim() === "" ? {} : { threshold: Number(said.threshold.trim()) }),
    reasons: [...reasons].flatMap(([record, text]) =>
      text.trim() === "" ? [] : [{ record, text: text.trim(), lang: locale }],
    ),
  };
}

export function isWebAddress(typed: string): boolean {
  const text = typed.trim();
  if (text === "") return true;
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}
