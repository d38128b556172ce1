// Finds which of many patterns occur in a text, in one pass: a rolling key of four characters picks the few
// patterns that can start there. About 2,000 patterns cost little more than a walk over the text.

export interface PatternSearch<Value> {
  /** Calls `found` for every pattern that occurs, once or more; returning true stops the search. */
  find(text: string, found: (value: Value) => boolean): void;
}

const width = 4;
const tableBits = 16;

/** Patterns have at least four characters; shorter ones are never found. */
export function createPatternSearch<Value>(
  patterns: readonly (readonly [string, Value])[],
): PatternSearch<Value> {
  const table = new Uint8Array(1 << tableBits);
  const byKey = new Map<number, (readonly [string, Value])[]>();
  for (const pattern of patterns) {
    if (pattern[0].length < width) continue;
    const key = keyAt(pattern[0], 0);
    table[key] = 1;
    const others = byKey.get(key);
    if (others === undefined) byKey.set(key, [pattern]);
    else others.push(pattern);
  }
  return {
    find(text, found) {
      let a = 0;
      let b = text.charCodeAt(0);
      let c = text.charCodeAt(1);
      let d = text.charCodeAt(2);
      for (let at = 0; at + width <= text.length; at += 1) {
        a = b;
        b = c;
        c = d;
        d = text.charCodeAt(at + width - 1);
        if (table[keyOf(a ^ (b << 7) ^ (c << 14) ^ (d << 21))] !== 1) continue;
        for (const [pattern, value] of byKey.get(keyOf(a ^ (b << 7) ^ (c << 14) ^ (d << 21))) ?? [])
          if (text.startsWith(pattern, at) && found(value)) return;
      }
    },
  };
}

function keyAt(text: string, at: number): number {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  const [c, d] = [text.charCodeAt(at + 2), text.charCodeAt(at + 3)];
  return keyOf(a ^ (b << 7) ^ (c << 14) ^ (d << 21));
}

function keyOf(four: number): number {
  return Math.imul(four, 0x9e3779b1) >>> (32 - tableBits);
}
