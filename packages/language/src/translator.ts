// Turns keys and values into sentences (MessageFormat 2). What is inserted is isolated in its own direction, and a
// message that a locale lacks falls back to English, marked, so that the screen can say in which language it is.
import { MessageFormat } from "messageformat";
import { sourceLocale, type Catalogue, type Catalogues } from "./catalogue.ts";
import { directionOf, type Direction } from "./direction.ts";
import { messageFunctions } from "./functions.ts";

/**
 * Numbers are written by the locale's rules; strings are shown as they are, without direction controls; of a list each
 * string stands by itself, joined as the locale joins ("A, B and C").
 */
export type MessageValues = Readonly<Record<string, string | number | Date | readonly string[]>>;

export interface Translation {
  readonly text: string;
  /** Locale of `text`; `zxx` where no catalogue has the key and `text` is the key itself. */
  readonly locale: string;
  /** Whether `text` is not in the locale that was asked for. */
  readonly fallback: boolean;
}

export interface Translator {
  readonly locale: string;
  readonly direction: Direction;
  /** The sentence alone. */
  t(key: string, values?: MessageValues): string;
  /** The sentence with the locale that it is in. */
  translate(key: string, values?: MessageValues): Translation;
  /** Whether this locale or English has `key`. */
  has(key: string): boolean;
}

export interface TranslatorOptions {
  /** False leaves out the invisible isolates (U+2066 to U+2069): for plain files and machine-read text. */
  readonly isolate?: boolean;
  /** Told of each message that does not parse or lacks a value; the text still appears. */
  readonly onProblem?: (key: string, problem: unknown) => void;
}

/** Never throws for a missing or malformed message. Messages are parsed at first use and kept. */
export function createTranslator(
  locale: string,
  catalogues: Catalogues,
  options: TranslatorOptions = {},
): Translator {
  const own = createSource(locale, catalogues[locale], options);
  const english = createSource(sourceLocale, catalogues[sourceLocale], options);
  const translate = (key: string, values: MessageValues = {}): Translation => {
    const text = own(key, values);
    if (text !== undefined) return { text, locale, fallback: false };
    const englishText = english(key, values);
    if (englishText !== undefined)
      return { text: englishText, locale: sourceLocale, fallback: locale !== sourceLocale };
    return { text: key, locale: "zxx", fallback: true };
  };
  return {
    locale,
    direction: directionOf(locale),
    translate,
    t: (key, values) => translate(key, values).text,
    has: (key) => [locale, sourceLocale].some((name) => Object.hasOwn(catalogues[name] ?? {}, key)),
  };
}

type Formatter = (values: MessageValues) => string;
type Source = (key: string, values: MessageValues) => string | undefined;

function createSource(locale: string, catalogue: Catalogue | undefined, options: TranslatorOptions): Source {
  const formatters = new Map<string, Formatter | undefined>();
  return (key, values) => {
    if (!formatters.has(key)) formatters.set(key, formatterOf(locale, { key, catalogue }, options));
    return formatters.get(key)?.(values);
  };
}

function formatterOf(
  locale: string,
  place: { readonly key: string; readonly catalogue: Catalogue | undefined },
  options: TranslatorOptions,
): Formatter | undefined {
  const { key, catalogue } = place;
  const message = catalogue !== undefined && Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  if (message === undefined || message === "") return undefined;
  if (isConstant(message)) return () => message;
  const report = (problem: unknown): void => options.onProblem?.(key, problem);
  try {
    const format = new MessageFormat(locale, message, {
      functions: messageFunctions,
      dir: directionOf(locale),
      bidiIsolation: options.isolate === false ? "none" : "default",
    });
    const join = joinerOf(locale, options.isolate !== false);
    return remembering((values) => format.format(withoutControls(values, join), report));
  } catch (problem) {
    report(problem);
    return undefined;
  }
}

const maximumRemembered = 200;

/**
 * Lists say the same few counts again and again, and writing a number by Intl takes about 0.1 ms. Sentences with texts
 * in them are never remembered: they can hold names, and a locked vault must leave none behind.
 */
function remembering(format: Formatter): Formatter {
  const texts = new Map<string, string>();
  return (values) => {
    if (!Object.values(values).every((value) => typeof value === "number")) return format(values);
    const place = JSON.stringify(values);
    const known = texts.get(place);
    if (known !== undefined) return known;
    const text = format(values);
    if (texts.size >= maximumRemembered) texts.clear();
    texts.set(place, text);
    return text;
  };
}

/** Most messages are plain sentences, which need no parsing: MessageFormat 2, section "Simple messages". */
function isConstant(message: string): boolean {
  return !/[{}\\]/.test(message) && !message.trimStart().startsWith(".");
}

type Join = (parts: readonly string[]) => string;

/** Each part in its own direction: the "and" of the locale would else be drawn into the words beside it. */
function joinerOf(locale: string, isIsolated: boolean): Join {
  const apart = (text: string): string => (isIsolated ? `\u2068${text}\u2069` : text);
  return (parts) => new Intl.ListFormat(locale).format(parts.map((part) => apart(withoutControl(part))));
}

/** A name or file name with direction controls could leave its isolate and rearrange the sentence around it. */
function withoutControls(values: MessageValues, join: Join): Record<string, string | number | Date> {
  const safe: Record<string, string | number | Date> = {};
  for (const [name, value] of Object.entries(values)) safe[name] = shownValue(value, join);
  return safe;
}

function shownValue(value: MessageValues[string], join: Join): string | number | Date {
  if (typeof value === "string") return withoutControl(value);
  return typeof value === "number" || value instanceof Date ? value : join(value);
}

function withoutControl(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}
