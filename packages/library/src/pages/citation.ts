// How an item is cited: who, what, where it came out, when; and as which record of this library, as it stood when made.
import { mark, type Markup } from "../markup.ts";
import type { TakenEdition, TakenItem } from "../taking/taken-item.ts";
import { languageOf, pathIn, spoken, type Place } from "./frame.ts";
import { restOf } from "./fallback-notice.ts";

const mostAuthors = 10;

export function citation({ site, tongue }: Place, item: TakenItem, edition: TakenEdition): Markup {
  const named = item.authors.slice(0, mostAuthors).join(", ");
  const authors =
    named === "" ? null : mark`<bdi>${named}</bdi>${item.authors.length > mostAuthors ? ", …" : "."} `;
  const source = item.source === null ? null : mark` ${spoken(tongue, item.source)}.`;
  const date = item.dated === null ? null : mark` ${tongue.date(item.dated)}.`;
  const { address } = site.head;
  const place = address === null ? item.slug : `${address}${pathIn(tongue, restOf(tongue, item, edition))}`;
  const library = tongue.choose(site.head.title);
  return mark`${authors}<cite${languageOf(tongue, edition)}>${edition.title}</cite>.${source}${date} ${spoken(tongue, library)}, <bdi dir="ltr">${place}</bdi>, ${tongue.day(site.head.made)}.`;
}
