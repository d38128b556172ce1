// Measures how deep JSON text nests without parsing it, so that a hostile text is refused before it costs memory.

export interface Nesting {
  /** Depth at the end of the text: zero when every bracket is closed. */
  readonly open: number;
  readonly deepest: number;
  readonly containers: number;
}

const quote = 0x22;
const backslash = 0x5c;

/**
 * Counts brackets outside strings; one pass, no memory. It does not check the grammar: JSON.parse does.
 * `from` is the depth at which the text starts, for a document that comes line by line.
 */
export function measureNesting(text: string, from = 0): Nesting {
  let open = from;
  let deepest = from;
  let containers = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
    } else if (code === 0x7b || code === 0x5b) {
      open += 1;
      containers += 1;
      if (open > deepest) deepest = open;
    } else if (code === 0x7d || code === 0x5d) {
      open -= 1;
    }
  }
  return { open, deepest, containers };
}

/** Index of the closing quote of the string that opens at `start`; the text's end when it is missing. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === backslash && first - 1 > start) first -= 1;
    if ((end - first) % 2 === 0) return end;
  }
  return text.length;
}
