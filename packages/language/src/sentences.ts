// Sentences of what people write, with the marks that stand in each: Unicode Standard Annex 29, by Intl.Segmenter. Marks are no
// words: they are taken out before the text is parted, because a bracket behind a full stop would hide that a sentence ends there.

export interface MarkedSentence {
  /** In UTF-16 units of the text as it was given, with its marks and the space behind it; the end is not included. */
  readonly start: number;
  readonly end: number;
  /** Without its marks and the space around it; empty for a line that holds marks alone. */
  readonly words: string;
  /** What the first group of `mark` held, in their order. */
  readonly marks: readonly string[];
}

/**
 * In the order of the text; a line break ends a sentence. `mark` is a global expression with one group. A mark belongs to the
 * sentence in or behind which it stands. Linear in the text but for lines of very many words.
 */
export function markedSentences(text: string, language: string, mark: RegExp): readonly MarkedSentence[] {
  const segmenter = sentenceSegmenter(language);
  let at = 0;
  return text.split("\n").flatMap((line) => {
    const start = at;
    at += line.length + 1;
    return sentencesIn(line, mark, segmenter).map((each) => ({
      ...each,
      start: each.start + start,
      end: each.end + start,
    }));
  });
}

/** The sentence that a cursor stands in or right behind; null where there is none. */
export function sentenceAt(sentences: readonly MarkedSentence[], offset: number): MarkedSentence | null {
  return (
    sentences.find(({ start, end }) => offset >= start && offset < end) ??
    sentences.findLast(({ end }) => end === offset) ??
    null
  );
}

interface Mark {
  readonly held: string;
  /** In the line without marks. */
  readonly bare: number;
  /** In the line as it is, where the mark ends. */
  readonly end: number;
  readonly length: number;
}

function sentencesIn(line: string, mark: RegExp, segmenter: Intl.Segmenter): readonly MarkedSentence[] {
  const marks = marksIn(line, mark);
  const bare = line.replaceAll(mark, "");
  if (bare.trim() === "")
    return marks.length === 0
      ? []
      : [{ start: 0, end: line.length, words: "", marks: marks.map(({ held }) => held) }];
  const parts = Array.from(segmenter.segment(bare), ({ index, segment }) => ({ index, segment }));
  return parts.map(({ index, segment }, place) => {
    const isFirst = place === 0;
    const end = index + segment.length;
    const own = marks.filter(
      (each) => (isFirst ? each.bare >= index : each.bare > index) && each.bare <= end,
    );
    return {
      start: isFirst ? 0 : placeIn(index, marks),
      end: placeIn(end, marks),
      words: segment.trim(),
      marks: own.map(({ held }) => held),
    };
  });
}

function marksIn(line: string, mark: RegExp): readonly Mark[] {
  let taken = 0;
  return Array.from(line.matchAll(mark), (found) => {
    const [whole, held = ""] = found;
    const bare = found.index - taken;
    taken += whole.length;
    return { held, bare, end: found.index + whole.length, length: whole.length };
  });
}

/** A place of the line without marks in the line as it is, behind marks that stand right there. */
function placeIn(bare: number, marks: readonly Mark[]): number {
  return marks.reduce((at, each) => (each.bare <= bare ? at + each.length : at), bare);
}

/** Of no language where the tag is none: texts come from outside. */
function sentenceSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter("und", { granularity: "sentence" });
  }
}
