// What a sentence reads like in one language: catalogue sentences with their values, quotations, codes.
import { withVisibleCharacters } from "@tocsin/core";
import { directionOf, type Direction, type MessageValues, type Translator } from "@tocsin/language";
import { standardCode } from "@tocsin/records";
import { dateWords } from "./date-words.ts";
import type { Says, Value } from "./report.ts";
import { struckName } from "./withheld-names.ts";

export interface Words {
  readonly text: string;
  readonly kind: "sentence" | "quoted" | "verbatim";
  /** Set where it is not the language of the report. */
  readonly language: string | null;
  readonly direction: Direction;
}

export function wordsOf(says: Says, translator: Translator): Words {
  switch (says.kind) {
    case "quoted":
      return quotedWords(says.text.text, says.text.language, translator);
    case "verbatim":
      return { text: shown(says.text, translator), kind: "verbatim", language: null, direction: "ltr" };
    case "catalogue":
      return catalogueWords(says, translator);
  }
}

/**
 * Our own words for a code, under `key` or `key` without `.label`; for a term of an organisation's own those of the
 * standard term above it, since what it is called stays in the vault; the code itself, readable, where there are none.
 */
export function termWords(key: string, code: string, translator: Translator): string {
  const standard = key.replace(code, standardCode(code));
  const known = [key, key.replace(/\.label$/, ""), standard].find((name) => translator.has(name));
  return known === undefined ? code.replaceAll(/[-_]/g, " ") : translator.t(known);
}

/**
 * A person's text made safe to show: struck names become a sentence of the catalogue, and characters that steer
 * direction or the terminal, or are not seen, become visible, so that nothing reads otherwise than it is stored.
 */
export function shown(text: string, translator: Translator): string {
  return withVisibleCharacters(
    text.toWellFormed().replaceAll(struckName, translator.t("report.name.struck")),
  );
}

function quotedWords(text: string, language: string, translator: Translator): Words {
  const same = language.split("-")[0] === translator.locale.split("-")[0];
  return {
    text: shown(text.replaceAll("\r\n", "\n"), translator),
    kind: "quoted",
    language: same ? null : language,
    direction: directionOf(language),
  };
}

function catalogueWords(says: Extract<Says, { kind: "catalogue" }>, translator: Translator): Words {
  const { key, values } =
    !translator.has(says.key) && says.fallback !== null
      ? says.fallback
      : { key: says.key, values: says.values };
  const { text, locale } = translator.translate(key, valuesOf(values, translator));
  const language = locale === translator.locale ? null : locale;
  const direction = directionOf(locale);
  return {
    text: direction === "ltr" ? withoutIdleIsolates(text) : text,
    kind: "sentence",
    language,
    direction,
  };
}

/** Isolates do nothing in a sentence that runs left to right throughout, and would be copied out of a PDF with it. */
function withoutIdleIsolates(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/.test(text)
    ? text
    : text.replaceAll(/[\u2066-\u2069]/g, "");
}

function valuesOf(values: Readonly<Record<string, Value>>, translator: Translator): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueWords(value, translator)]),
  );
}

function valueWords(value: Value, translator: Translator): string | number {
  if (typeof value === "number") return value;
  if (typeof value === "string") return shown(value, translator);
  switch (value.kind) {
    case "term":
      return termWords(value.key, value.code, translator);
    case "terms":
      return listWords(
        value.codes.map((code) => termWords(`${value.prefix}${code}${value.suffix}`, code, translator)),
        translator,
      );
    case "labels":
      return value.labels.join(", ");
    case "date":
      return dateWords(value.edtf, translator);
  }
}

function listWords(items: readonly string[], translator: Translator): string {
  return items.join(translator.t("report.list.separator"));
}
