// The printed label of a paragraph: PP3 bis, OP5 alt, 12., (c) ter. It is what people call a paragraph in the room, and it
// changes from draft to draft: what a paragraph is, its label does not say.

export interface ParagraphLabel {
  /** `numbered`: a figure alone, as tabled texts print operative paragraphs; `item`: a letter or figure in brackets. */
  readonly kind: "preambular" | "operative" | "numbered" | "item";
  /** `3`, `5(c)`, `c`, `iv`; figures of other scripts as they are printed. */
  readonly number: string;
  /** In order: `bis`, `alt 2`. */
  readonly suffixes: readonly string[];
}

export interface LabelledText {
  readonly label: ParagraphLabel | null;
  /** What follows the label; a bracket that opened before the label stands before it. */
  readonly text: string;
}

const figures = String.raw`\p{Nd}{1,3}`;
const letter = String.raw`(?:[a-z]|[ivx]{1,5}|[\u0621-\u064a]|[\uac00-\ud7a3])`;
const added =
  "bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|alt|new|nouveau|nuevo|مكررا|مكررًا|مكرر|之[二三四五六七八九]";
const suffix = String.raw`(?:\s?(?:${added})(?:\.?\s?\d{1,2}(?![\p{L}\p{N}]))?\.?(?![\p{L}\p{N}]))`;
const item = String.raw`(?:\s?\((?:${letter}|${figures})\))`;
const before = String.raw`^(?<bracket>[[\s]{0,8})`;
const after = String.raw`(?<suffixes>${suffix}{0,4})\s?[.:)、．–—-]{0,2}(?=\s|$|\])\s*`;

/** PP and OP are what drafts in every language of the Council print; some write them with a stop. */
const lettered = new RegExp(`${before}(?<part>PP|OP)\\.?\\s?(?<number>${figures}${item}{0,2})${after}`, "iu");
const numbered = new RegExp(
  `${before}(?<number>${figures}${item}{0,2})(?<suffixes>${suffix}{0,4})\\s?[.)、．–—-]{1,2}(?:\\s+|$|(?<=[、．]))`,
  "iu",
);
const itemised = new RegExp(
  `${before}(?:\\((?<number>${letter}|${figures})\\)|(?<plain>${letter})\\))${after}`,
  "iu",
);
const reading: readonly (readonly [RegExp, "lettered" | "numbered" | "item"])[] = [
  [lettered, "lettered"],
  [numbered, "numbered"],
  [itemised, "item"],
];
/** A label stands in the first characters, or there is none. */
const longestLabel = 80;

export function readLabel(printed: string): LabelledText {
  const head = printed.slice(0, longestLabel);
  for (const [pattern, form] of reading) {
    const found = pattern.exec(head);
    const groups = found?.groups;
    if (!found || !groups) continue;
    const number = (groups["number"] ?? groups["plain"] ?? "").replaceAll(/\s/gu, "").toLowerCase();
    const suffixes = suffixesOf(groups["suffixes"] ?? "");
    const kind =
      form === "lettered" ? (/^pp$/iu.test(groups["part"] ?? "") ? "preambular" : "operative") : form;
    const bracket = (groups["bracket"] ?? "").replaceAll(/\s/gu, "");
    return { label: { kind, number, suffixes }, text: bracket + printed.slice(found[0].length) };
  }
  return { label: null, text: printed };
}

function suffixesOf(text: string): readonly string[] {
  const each = new RegExp(`(${added})\\.?(?:\\s?(\\d{1,2}))?`, "giu");
  return [...text.matchAll(each)].map(([, word = "", number]) =>
    number === undefined ? word.toLowerCase() : `${word.toLowerCase()} ${number}`,
  );
}

/** As it is cited, whatever way it was printed: `PP3 bis`, `OP5(c) alt 2`, `12`, `(c) ter`. */
export function labelText({ kind, number, suffixes }: ParagraphLabel): string {
  const first =
    kind === "preambular"
      ? `PP${number}`
      : kind === "operative"
        ? `OP${number}`
        : kind === "item"
          ? `(${number})`
          : number;
  return [first, ...suffixes].join(" ");
}
