// The locales that ship. English is always there; the others are read when they are asked for.
import { sourceLocale, type Catalogue, type Catalogues } from "./catalogue.ts";
import { english } from "./english.ts";

/** Every text is there in these. Whatever leaves is written in one of them. */
export const wholeLocales: readonly string[] = [sourceLocale, "ar", "es", "fr"];

/** Only begun: the desk speaks them as far as they go and says the rest in English. */
export const begunLocales: readonly string[] = ["ko"];

/** In the order in which a choice of languages shows them. */
export const shippedLocales: readonly string[] = [...wholeLocales, ...begunLocales];

/** Catalogues for `createTranslator(locale, ...)`: English, and `locale` where it ships. */
export async function loadCatalogues(locale: string): Promise<Catalogues> {
  const own = await loadCatalogue(locale);
  return own === undefined ? { [sourceLocale]: english } : { [sourceLocale]: english, [locale]: own };
}

async function loadCatalogue(locale: string): Promise<Catalogue | undefined> {
  switch (locale) {
    case "ar":
      return (await import("./arabic.ts")).arabic;
    case "es":
      return (await import("./spanish.ts")).spanish;
    case "fr":
      return (await import("./french.ts")).french;
    case "ko":
      return (await import("./korean.ts")).korean;
    default:
      return undefined;
  }
}
