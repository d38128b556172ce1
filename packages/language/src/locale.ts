// Which locale a person gets (RFC 4647, lookup, by language and script), and what locales are called.
import { sourceLocale } from "./catalogue.ts";
import { displayNames } from "./kept-formats.ts";

const ownNames: Readonly<Record<string, string>> = { "en-XA": "[Þšéûðö]" };

/** Name of `locale` in the language `inLocale`, or in its own language. The code itself where nobody knows it. */
export function localeName(locale: string, inLocale: string = locale): string {
  const own = ownNames[locale];
  if (own !== undefined) return own;
  const name = nameInSentence(locale, inLocale);
  return name === locale ? name : name.charAt(0).toLocaleUpperCase(inLocale) + name.slice(1);
}

/** The same as it stands within a sentence: French and Spanish write names of languages small. */
export function nameInSentence(locale: string, inLocale: string): string {
  try {
    return displayNames(inLocale, { type: "language" }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** Name of a country (ISO 3166-1 alpha-2) in the language `inLocale`; the code itself where nobody knows it. */
export function countryName(code: string, inLocale: string): string {
  try {
    return displayNames(inLocale, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * The first of `wanted` that `available` can serve: exactly, with trailing subtags dropped, or in the same language
 * and script. English where nothing fits. Malformed tags are passed over.
 */
export function negotiateLocale(wanted: readonly string[], available: readonly string[]): string {
  for (const tag of wanted) {
    const found =
      exactMatch(tag, available) ?? available.find((locale) => likelyForm(locale) === likelyForm(tag));
    if (found !== undefined) return found;
  }
  return sourceLocale;
}

/** Whether two tags name one language in one script; a tag that names no language is like no other. */
export function isSameLanguage(one: string, other: string): boolean {
  const forms = [one, other].map((tag) => (/^(und|zxx|mul|mis)\b/i.test(tag) ? undefined : likelyForm(tag)));
  return forms[0] !== undefined && forms[0] === forms[1];
}

function exactMatch(tag: string, available: readonly string[]): string | undefined {
  const subtags = tag.toLowerCase().split("-");
  for (let length = subtags.length; length > 0; length -= 1) {
    const range = subtags.slice(0, length).join("-");
    const found = available.find((locale) => locale.toLowerCase() === range);
    if (found !== undefined && likelyForm(found) === likelyForm(tag)) return found;
  }
  return undefined;
}

/** Language and script, the script filled in where it is usual: `zh-TW` gives `zh-Hant`. */
function likelyForm(tag: string): string | undefined {
  try {
    const locale = new Intl.Locale(tag).maximize();
    return `${locale.language}-${locale.script ?? ""}`;
  } catch {
    return undefined;
  }
}
