// An item as schema.org data (JSON-LD), for machines that read pages.
import type { ItemKind } from "../library-input.ts";
import type { TakenEdition, TakenItem } from "../taking/taken-item.ts";
import { restOf } from "./fallback-notice.ts";
import { pathIn, type Place } from "./frame.ts";

function typeOf(kind: ItemKind): string {
  switch (kind) {
    case "article":
      return "Article";
    case "report":
      return "Report";
    case "law":
    case "resolution":
      return "Legislation";
    case "dataset":
      return "Dataset";
    case "judgment":
    case "letter":
    case "statement":
    case "case":
    case "measure":
    case "proceeding":
    case "commitment":
      return "CreativeWork";
  }
}

const mostAuthors = 20;

export function itemData({ site, tongue }: Place, item: TakenItem, edition: TakenEdition): object {
  const { head } = site;
  const { copy, address, source } = item;
  return {
    "@context": "https://schema.org",
    "@type": typeOf(item.kind),
    identifier: item.slug,
    name: edition.title,
    ...(edition.lang === "und" ? {} : { inLanguage: edition.lang }),
    ...(edition.excerpt === "" ? {} : { abstract: edition.excerpt.slice(0, 300).toWellFormed() }),
    ...(item.dated !== null && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(item.dated)
      ? { datePublished: item.dated }
      : {}),
    dateModified: item.changed,
    ...(item.authors.length === 0
      ? {}
      : { author: item.authors.slice(0, mostAuthors).map((name) => ({ "@type": "Person", name })) }),
    ...(source === null ? {} : { sourceOrganization: { "@type": "Organization", name: source.text } }),
    sdPublisher: { "@type": "Organization", name: head.publisher },
    ...(address?.href ? { sameAs: address.href } : {}),
    ...(head.address === null
      ? {}
      : { url: `${head.address}${pathIn(tongue, restOf(tongue, item, edition))}` }),
    ...(item.licence === null ? {} : { license: item.licence }),
    ...(copy === null
      ? {}
      : {
          encoding: {
            "@type": "MediaObject",
            encodingFormat: copy.mediaType,
            contentSize: String(copy.bytes),
            sha256: copy.sha256,
          },
        }),
  };
}
