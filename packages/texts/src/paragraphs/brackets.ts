// Square brackets: words that are not agreed yet. They nest, and drafts forget to close them.

export interface Bracket {
  /** Of the opening and behind the closing mark. */
  readonly from: number;
  readonly to: number;
  /** 1 for an outer one. */
  readonly depth: number;
}

export interface Brackets {
  /** In the order in which they open. */
  readonly pairs: readonly Bracket[];
  /** Marks without their counterpart. */
  readonly unpaired: number;
}

export function readBrackets(text: string): Brackets {
  const open: number[] = [];
  const pairs: Bracket[] = [];
  let unpaired = 0;
  for (const { 0: mark, index } of text.matchAll(/[[\]［］]/gu)) {
    if (mark === "[" || mark === "［") {
      open.push(index);
      continue;
    }
    const from = open.pop();
    if (from === undefined) unpaired += 1;
    else pairs.push({ from, to: index + 1, depth: open.length + 1 });
  }
  return { pairs: pairs.sort((one, other) => one.from - other.from), unpaired: unpaired + open.length };
}

/** `whole` where one pair holds the paragraph, but for a last mark of punctuation. */
export function bracketState(text: string): "none" | "some" | "whole" {
  const { pairs, unpaired } = readBrackets(text);
  if (pairs.length + unpaired === 0) return "none";
  const first = pairs[0];
  const isWhole =
    first !== undefined &&
    text.slice(0, first.from).trim() === "" &&
    /^[\s.,;:،؛。，；]*$/u.test(text.slice(first.to));
  return isWhole ? "whole" : "some";
}
