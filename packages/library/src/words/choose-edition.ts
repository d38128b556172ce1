// In which language a reader is shown an item: their own, one that its readers mostly read too, the original, English.
interface Spoken {
  readonly lang: string;
  readonly isOriginal: boolean;
}

interface Reader {
  /** Begins with their own language. */
  readonly readable: readonly string[];
  isSame(one: string, other: string): boolean;
}

/** Undefined only where there is no edition at all. */
export function chooseEdition<E extends Spoken>(
  editions: readonly E[],
  { readable, isSame }: Reader,
): E | undefined {
  for (const wanted of readable) {
    // The very tag comes before another region of the same language.
    const found =
      editions.find(({ lang }) => lang === wanted) ?? editions.find(({ lang }) => isSame(lang, wanted));
    if (found !== undefined) return found;
  }
  return (
    editions.find(({ isOriginal }) => isOriginal) ??
    editions.find(({ lang }) => isSame(lang, "en")) ??
    editions[0]
  );
}
