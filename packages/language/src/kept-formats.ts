// Formats of the locale, made once: making one takes longer than using it a hundred times.

export const numberFormat = kept<Intl.NumberFormat, Intl.NumberFormatOptions>(
  (locale, options) => new Intl.NumberFormat(locale, options),
);
export const dateFormat = kept<Intl.DateTimeFormat, Intl.DateTimeFormatOptions>(
  (locale, options) => new Intl.DateTimeFormat(locale, options),
);
export const collator = kept<Intl.Collator, Intl.CollatorOptions>(
  (locale, options) => new Intl.Collator(locale, options),
);
export const displayNames = kept<Intl.DisplayNames, Intl.DisplayNamesOptions>(
  (locale, options) => new Intl.DisplayNames([locale], options ?? { type: "language" }),
);

/** A few dozen at the most: locales of the screen, and options that stand in the code. Malformed locales throw each time. */
function kept<Format, Options extends object>(
  make: (locale: string, options?: Options) => Format,
): (locale: string, options?: Options) => Format {
  const formats = new Map<string, Format>();
  return (locale, options) => {
    const key = options === undefined ? locale : `${locale} ${JSON.stringify(options)}`;
    const known = formats.get(key);
    if (known !== undefined) return known;
    const format = make(locale, options);
    formats.set(key, format);
    return format;
  };
}
