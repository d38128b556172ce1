// What the French stemmer leaves apart: masculine and feminine of who does something, and participles in -it and -is.

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:eurs?|euses?)$/, "eur"],
  [/(?:teurs?|trices?)$/, "teur"],
  [/(?:its?|ites?)$/, "it"],
];

/** One more stem, or none. */
export function frenchForms(word: string): readonly string[] {
  const ending = endings.find(([pattern]) => pattern.test(word));
  if (ending === undefined || word.length < 7) return [];
  return [word.replace(...ending)];
}
