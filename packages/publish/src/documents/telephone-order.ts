// Numbers in groups (a telephone, an account) within a text from right to left: each group alone would be set to the left
// of the one before it. Unicode Standard Annex 9: a no-break space joins numbers, and after a left-to-right mark they keep
// the order in which they are read.

const grouped = /(?<![\p{L}\p{N}])\+?\p{Nd}{1,6}(?: \p{Nd}{2,6}){2,6}(?![\p{L}\p{N}])/gu;

/** The same text with the groups of each such number held together. */
export function holdNumbers(text: string): string {
  return text.replaceAll(grouped, (number) => `\u200e${number.replaceAll(" ", "\u00a0")}`);
}
