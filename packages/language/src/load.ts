// The locales that ship. English is always there; the others are read when they are asked for.
import { sourceLocale, type Catalogue, type Catalogues } from "./catalogue.ts";
import { english } from "./english.ts";

/** In the order in which a choice of languages shows them. */
export const shippedLocales: readonly string[] = [sourceLocale, "ar", "es", "fr"];

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
    default:
      return undefined;
  }
}
