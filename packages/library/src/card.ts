// What lists keep of an item while a library is built: some hundred bytes, so that 10,000 fit in memory. And its order.
import type { ItemCorrection, ItemKind, LibraryText } from "./library-input.ts";
import { bytesOfText } from "./pages/in-pages.ts";
import type { Facet, TakenItem } from "./taking/taken-item.ts";

export interface Card {
  readonly slug: string;
  readonly kind: ItemKind;
  readonly at: number | null;
  readonly dated: string | null;
  readonly changed: string;
  readonly faces: readonly CardFace[];
  readonly source: LibraryText | null;
  readonly authors: readonly string[];
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly related: readonly string[];
  readonly isWithdrawn: boolean;
  /** Of what was withdrawn that alone. */
  readonly corrections: readonly ItemCorrection[];
  /** About what it takes in a list, whatever the language, in bytes. */
  readonly weight: number;
  /** Characters of all its texts. */
  readonly textLength: number;
  /** Digest of the whole item as it was taken in. */
  readonly digest: string;
}

export interface CardFace {
  readonly lang: string;
  readonly isOriginal: boolean;
  readonly title: string;
  /** Beginning of the excerpt. */
  readonly gist: string;
}

const gistLength = 220;
const sourceLength = 120;
/** Markup, kind, date and name of the language around the texts of one. */
const bytesAround = 420;

export function cardOf(item: TakenItem, digest: string): Card {
  const faces = item.editions.map(({ lang, isOriginal, title, excerpt }) => ({
    lang,
    isOriginal,
    title,
    gist: shortened(excerpt, gistLength),
  }));
  const source = item.source && { ...item.source, text: shortened(item.source.text, sourceLength) };
  const texts = Math.max(...faces.map(({ title, gist }) => bytesOfText(title) + bytesOfText(gist)));
  return {
    slug: item.slug,
    kind: item.kind,
    at: item.at,
    dated: item.dated,
    changed: item.changed,
    faces,
    source,
    authors: item.authors,
    facets: item.facets,
    related: item.related,
    isWithdrawn: item.withdrawn !== null,
    corrections: correctionsOf(item),
    weight: bytesAround + texts + bytesOfText(source?.text ?? "") + item.slug.length,
    textLength: item.editions.reduce((sum, { excerpt, body }) => sum + excerpt.length + body.length, 0),
    digest,
  };
}

function correctionsOf({ withdrawn, corrections }: TakenItem): readonly ItemCorrection[] {
  if (withdrawn === null) return corrections;
  return [{ when: withdrawn.when, change: "removed", text: withdrawn.reason }];
}

function shortened(text: string, length: number): string {
  const line = text.slice(0, 2 * length).replace(/\s+/g, " ");
  if (line.length <= length) return line;
  const cut = line.slice(0, length).toWellFormed();
  const space = cut.lastIndexOf(" ");
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}

/** The newest first; without a date last; then by address, so that the order is always the same. */
export function byDate(one: Card, other: Card): number {
  const difference = (other.at ?? Number.NEGATIVE_INFINITY) - (one.at ?? Number.NEGATIVE_INFINITY);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return one.slug < other.slug ? -1 : Number(one.slug > other.slug);
}
