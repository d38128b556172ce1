// Words counted as a reader of the language would: Unicode Standard Annex 29, by Intl.Segmenter.

/** Words of a text in a language (BCP 47; an unknown one is taken as undetermined). Linear in the text. */
export function countWords(text: string, language: string): number {
  const segmenter = wordSegmenter(language);
  const known = new Map<string, number>();
  let words = 0;
  for (const piece of piecesOf(text)) {
    let count = known.get(piece);
    if (count === undefined) {
      count = 0;
      for (const { isWordLike } of segmenter.segment(piece)) if (isWordLike === true) count += 1;
      known.set(piece, count);
    }
    words += count;
  }
  return words;
}

/**
 * No word goes over white space. A segmenter takes time with the square of what it is given at once, so that what has no
 * white space for very long is cut, and may count a word more.
 */
function piecesOf(text: string): readonly string[] {
  return text.match(/\s+|\S{1,1000}/gu) ?? [];
}

/** Of no language where the tag is none: texts come from outside. */
export function wordSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter("und", { granularity: "word" });
  }
}
