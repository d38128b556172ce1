// Takes names that must stay inside out of every text of the library, and looks once more when everything is put together.
import { PublishError, type NameFinder } from "@tocsin/publish";
import type { ItemEdition, LibraryItem, LibraryText } from "@tocsin/library";

/** Stands where a name stood, in whatever language the text is. */
const gap = "[…]";
const marker = /\[\[name withheld\]\]/g;

export interface Striker {
  strike(text: string): string;
  /** How many names were struck so far. */
  count(): number;
}

export function createStriker(finder: NameFinder): Striker {
  let count = 0;
  return {
    strike: (text) => {
      const struck = finder.strike(text.toWellFormed());
      count += struck.count;
      return struck.text.replace(marker, gap);
    },
    count: () => count,
  };
}

export function struckItem(item: LibraryItem, { strike }: Striker): LibraryItem {
  const text = (each: LibraryText): LibraryText => ({ ...each, text: strike(each.text) });
  return {
    ...item,
    editions: item.editions.map((edition) => struckEdition(edition, strike)),
    authors: item.authors.map(strike),
    source: item.source === null ? null : text(item.source),
    // An address with a name in it leads to nothing once the name is gone.
    address: item.address === null || strike(item.address) !== item.address ? null : item.address,
    licence: item.licence === null ? null : strike(item.licence),
    corrections: item.corrections.map((each) => ({ ...each, text: each.text && text(each.text) })),
    withdrawn:
      item.withdrawn === null || item.withdrawn.reason === null
        ? item.withdrawn
        : { ...item.withdrawn, reason: text(item.withdrawn.reason) },
  };
}

function struckEdition(edition: ItemEdition, strike: Striker["strike"]): ItemEdition {
  const { title, excerpt, body } = edition;
  return { ...edition, title: strike(title), excerpt: strike(excerpt), body: strike(body) };
}

/** Throws `publish.leak` where a name that must be withheld is in a text all the same. */
export function checkItem(item: LibraryItem, finder: NameFinder): LibraryItem {
  const texts = [
    ...item.editions.flatMap(({ title, excerpt, body }) => [title, excerpt, body]),
    ...item.authors,
    item.source?.text ?? "",
    item.address ?? "",
    item.licence ?? "",
    item.withdrawn?.reason?.text ?? "",
    ...item.corrections.flatMap(({ text }) => text?.text ?? []),
  ];
  if (texts.some((text) => finder.has(text)))
    throw new PublishError("publish.leak", "Cannot publish library: a withheld name would be in it");
  return item;
}
