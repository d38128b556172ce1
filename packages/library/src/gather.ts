// The first reading: of each item only what lists and the search need is kept.
import { cardOf, type Card } from "./card.ts";
import type { LibraryProblem } from "./library-file.ts";
import type { LibraryItem } from "./library-input.ts";
import { createIndexBuilder } from "./search/index-builder.ts";
import { createPieces, type Pieces } from "./search/pieces.ts";
import { takeItem } from "./taking/take-item.ts";
import type { Taken } from "./taking/taken-item.ts";

export interface Gathered {
  /** In the order in which they came, by which the index counts them. */
  readonly cards: readonly Card[];
  readonly pieces: Pieces;
}

export interface Gathering {
  readonly digestOf: (value: unknown) => string;
  readonly onProblem: (problem: LibraryProblem) => void;
  readonly signal: AbortSignal | undefined;
}

export async function gather(
  items: AsyncIterable<LibraryItem>,
  { digestOf, onProblem, signal }: Gathering,
): Promise<Gathered> {
  const cards = new Map<string, Card>();
  const index = createIndexBuilder();
  for await (const each of items) {
    signal?.throwIfAborted();
    const taken = takeItem(each, onProblem);
    if (taken === null) continue;
    const { item } = taken;
    if (cards.has(item.slug)) {
      onProblem({ code: "slug-twice", where: item.slug, detail: null });
      continue;
    }
    const card = cardOf(item, digestOf(item));
    if (!card.isWithdrawn) index.add(item, cards.size);
    cards.set(item.slug, card);
  }
  for (const { slug, related } of cards.values()) {
    const missing = related.filter((other) => !cards.has(other)).length;
    if (missing > 0) onProblem({ code: "no-related", where: slug, detail: String(missing) });
  }
  return { cards: [...cards.values()], pieces: createPieces(index.entries) };
}

/** Every later reading: the same items, whole, one at a time. */
export async function* readAgain(items: AsyncIterable<LibraryItem>): AsyncGenerator<Taken> {
  const seen = new Set<string>();
  for await (const each of items) {
    const taken = takeItem(each, () => undefined);
    if (taken === null || seen.has(taken.item.slug)) continue;
    seen.add(taken.item.slug);
    yield taken;
  }
}
