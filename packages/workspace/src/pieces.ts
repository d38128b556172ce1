// A map that is too large for one field, as JSON objects that together are the whole: each a string that fits.
import { isJsonObject, type Json } from "@tocsin/core";

/** UTF-16 units; a field of data holds somewhat more, a piece, which is a string, about 4,000. */
export const pieceAtMost = 4_000;

/** Every key in one piece. */
export function inPieces(map: Readonly<Record<string, string | number | null>>): readonly string[] {
  const pieces: string[] = [];
  let entries: string[] = [];
  let size = 2;
  for (const [key, value] of Object.entries(map)) {
    const entry = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
    if (size + entry.length > pieceAtMost && entries.length > 0) {
      pieces.push(`{${entries.join(",")}}`);
      [entries, size] = [[], 2];
    }
    entries.push(entry);
    size += entry.length + 1;
  }
  return entries.length === 0 ? pieces : [...pieces, `{${entries.join(",")}}`];
}

/** What is no piece is left out. */
export function fromPieces(pieces: readonly string[]): ReadonlyMap<string, Json> {
  return new Map(pieces.flatMap((piece) => Object.entries(objectIn(piece))));
}

function objectIn(text: string): Readonly<Record<string, Json>> {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
