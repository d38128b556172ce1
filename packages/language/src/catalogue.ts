// A catalogue holds the messages of one locale: flat dotted keys to MessageFormat 2 strings (Unicode LDML 48, part 9).

export type Catalogue = Readonly<Record<string, string>>;

/** Catalogues by BCP 47 locale. `en` is the complete one that all others fall back to. */
export type Catalogues = Readonly<Record<string, Catalogue>>;

/** The locale that is always complete. */
export const sourceLocale = "en";
