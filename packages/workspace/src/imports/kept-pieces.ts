// What is kept of a row, cut into objects that fit into an operation each. Nothing of a text is lost: a long one goes on
// in the next piece, as `heading (part 2)`.
export type KeptTexts = Readonly<Record<string, string>>;

/** Characters as they stand in JSON: a line end takes two, a control character six. */
const pieceLength = 40_000;
const longestHeading = 200;

/** At least one, which may be empty. */
export function keptPieces(kept: KeptTexts): readonly KeptTexts[] {
  let last: Record<string, string> = {};
  const pieces = [last];
  let length = 0;
  for (const [heading, text] of Object.entries(kept)) {
    const head = cut(heading.toWellFormed(), longestHeading)[0] ?? "";
    cut(text.toWellFormed(), pieceLength / 2).forEach((part, at) => {
      const name = at === 0 ? head : `${head} (part ${at + 1})`;
      const room = jsonLength(name) + jsonLength(part) + 2;
      if (length + room > pieceLength || Object.hasOwn(last, name)) {
        last = {};
        pieces.push(last);
        length = 0;
      }
      last[name] = part;
      length += room;
    });
  }
  return pieces;
}

/** Halved until each part is short enough, and never between the halves of one character. */
function cut(text: string, longest: number): readonly string[] {
  if (text.length <= longest && jsonLength(text) <= longest) return [text];
  const half = text.length >> 1;
  const isBetween = /^[\udc00-\udfff]/.test(text.slice(half, half + 1));
  const middle = isBetween ? half + 1 : half;
  return [...cut(text.slice(0, middle), longest), ...cut(text.slice(middle), longest)];
}

function jsonLength(text: string): number {
  return JSON.stringify(text).length;
}
