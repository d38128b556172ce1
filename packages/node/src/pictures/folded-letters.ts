// Letters of a page made comparable, each with where it came from.

export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of the text, the letter that it came from. */
  readonly from: readonly number[];
}

/** Marks of a word that goes on in the next line: PDFium's own, and the soft hyphen. */
const cuts: ReadonlySet<number> = new Set([2, 0xad]);

/** Lower case without marks; any white space is one space, and none where a word was cut. */
export function foldLetters(letters: readonly number[]): FoldedText {
  let text = "";
  const from: number[] = [];
  let isCut = false;
  for (const [at, code] of letters.entries()) {
    if (cuts.has(code)) {
      isCut = true;
      continue;
    }
    const letter = code === 0 || code > 0x10ffff ? " " : String.fromCodePoint(code);
    const isSpace = /^\s$/u.test(letter);
    if (isSpace && (isCut || text.endsWith(" "))) continue;
    isCut = false;
    const folded = isSpace ? " " : fold(letter);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) from.push(at);
  }
  return { text, from };
}

function fold(letter: string): string {
  return letter
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}\u0640]/gu, "");
}

/** The letters of every place where the words stand, in their order; none for no words. */
export function findIn({ text, from }: FoldedText, words: string): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  // A space is drawn nowhere; its box can be anywhere.
  const lettersAt = (start: number, end: number): readonly number[] =>
    from.slice(start, end).filter((_, each) => text[start + each] !== " ");
  if (words === "") return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push([...new Set(lettersAt(at, at + words.length))]);
  return found;
}
