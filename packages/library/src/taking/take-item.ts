// Looks an item through before any page is made of it. What is wrong is left out or made harmless, and told.
import { parseEdtf } from "@tocsin/core";
import type { LibraryProblem } from "../library-file.ts";
import type { ArchivedCopy, ItemEdition, LibraryItem, LibraryPicture } from "../library-input.ts";
import { bytesOfText } from "../pages/in-pages.ts";
import { isCode, isSafeFileName, isSlug, safeAddress } from "./safe-address.ts";
import {
  inParts,
  safeExcerpt,
  safeLanguage,
  safeLibraryText,
  safeText,
  safeTexts,
  safeTitle,
} from "./safe-text.ts";
import type { Facet, Taken, TakenEdition, TakenItem, TextFile } from "./taken-item.ts";

const most = {
  authors: 100,
  corrections: 100,
  pictures: 50,
  related: 200,
  codes: 300,
  editions: 40,
} as const;

/** Null for an item that has no address or nothing to show. */
export function takeItem(item: LibraryItem, onProblem: (problem: LibraryProblem) => void): Taken | null {
  const where = isSlug(item.slug) ? item.slug : "?";
  const tell = (code: LibraryProblem["code"], detail: string | null): void => {
    onProblem({ code, where, detail });
  };
  if (where === "?") {
    tell("bad-slug", null);
    return null;
  }
  const texts: TextFile[] = [];
  const editions =
    item.withdrawn === null ? takeEditions(item, { tell, texts }) : withdrawnEditions(item, tell);
  if (editions.length === 0) {
    tell("no-edition", null);
    return null;
  }
  return { item: takeRest(item, editions, tell), texts };
}

interface Taking {
  readonly tell: Tell;
  readonly texts: TextFile[];
}

type Tell = (code: LibraryProblem["code"], detail: string | null) => void;

function takeEditions(item: LibraryItem, taking: Taking): readonly TakenEdition[] {
  const seen = new Set<string>();
  const editions: TakenEdition[] = [];
  for (const edition of item.editions.slice(0, most.editions)) {
    const lang = safeLanguage(edition.lang, taking.tell);
    if (seen.has(lang)) {
      taking.tell("no-edition", lang);
      continue;
    }
    seen.add(lang);
    editions.push(takeEdition(item.slug, { ...edition, lang }, taking));
  }
  return editions;
}

function takeEdition(slug: string, edition: ItemEdition, { tell, texts }: Taking): TakenEdition {
  const { lang } = edition;
  const excerpt = safeExcerpt(edition.excerpt, tell);
  const whole = safeText(edition.body, "body", tell).trim();
  const parts = inParts(whole, bytesOfText(excerpt));
  const path = `text/${slug}.${lang}.txt`;
  const isLong = parts.length > 1;
  if (isLong) texts.push({ path, text: `${whole}\n` });
  return {
    lang,
    isOriginal: edition.isOriginal,
    translatedBy: edition.isOriginal ? null : edition.translatedBy,
    title: titleOf(edition, { slug, excerpt, tell }),
    excerpt,
    body: whole,
    parts,
    whole: isLong ? { path, bytes: bytesOfText(whole) + 1 } : null,
  };
}

function titleOf(
  edition: ItemEdition,
  { slug, excerpt, tell }: { readonly slug: string; readonly excerpt: string; readonly tell: Tell },
): string {
  const title = safeTitle(edition.title, tell);
  if (title !== "") return title;
  tell("no-title", edition.lang);
  return excerpt.slice(0, 80).toWellFormed() || slug;
}

/** Of what was withdrawn only the title stays, so that whoever comes by its address knows what it was. */
function withdrawnEditions(item: LibraryItem, tell: Tell): readonly TakenEdition[] {
  const bare = item.editions.map((edition) => ({ ...edition, excerpt: "", body: "" }));
  return takeEditions({ ...item, editions: bare }, { tell, texts: [] });
}

function takeRest(whole: LibraryItem, editions: readonly TakenEdition[], tell: Tell): TakenItem {
  const item = whole.withdrawn === null ? whole : { ...whole, ...nothingShown };
  const at = timeOf(item, tell);
  return {
    slug: item.slug,
    kind: item.kind,
    editions,
    authors: item.authors.slice(0, most.authors).map((name) => safeText(name.slice(0, 200), "authors", tell)),
    dated: at === undefined ? null : item.dated,
    at: at ?? null,
    source: item.source && safeLibraryText(item.source, "source", tell),
    address: takeAddress(item.address, tell),
    copy: takeCopy(item.copy, tell),
    facets: takeFacets(item, { editions, at, tell }),
    related: [...new Set(item.related)].filter((each) => each !== item.slug).slice(0, most.related),
    pictures: takePictures(item.pictures, tell),
    changed: item.changed,
    corrections: item.corrections.slice(0, most.corrections).map(({ text, ...rest }) => ({
      ...rest,
      text: text && safeLibraryText(text, "corrections", tell),
    })),
    withdrawn: item.withdrawn && {
      when: item.withdrawn.when,
      reason: item.withdrawn.reason && safeLibraryText(item.withdrawn.reason, "withdrawn", tell),
    },
    licence: item.licence === null ? null : safeText(item.licence.slice(0, 200), "licence", tell),
  };
}

/** What a withdrawn item still says of itself is its title, its kind and its date. */
const nothingShown = {
  authors: [],
  source: null,
  address: null,
  copy: null,
  related: [],
  pictures: [],
  corrections: [],
  licence: null,
};

/** Undefined for a date that is none. */
function timeOf(item: LibraryItem, tell: Tell): number | null | undefined {
  if (item.dated === null) return null;
  try {
    return parseEdtf(item.dated).earliest;
  } catch {
    tell("bad-date", null);
    return undefined;
  }
}

function takeAddress(address: string | null, tell: Tell): TakenItem["address"] {
  if (address === null || address.trim() === "") return null;
  const taken = safeAddress(safeText(address, "address", tell));
  if (taken.href === null) tell("bad-address", null);
  return taken;
}

function takeCopy(copy: ArchivedCopy | null, tell: Tell): ArchivedCopy | null {
  if (copy === null) return null;
  const isWhole =
    /^[0-9a-f]{64}$/.test(copy.sha256) &&
    isSize(copy.bytes) &&
    /^[\w.+-]{1,80}\/[\w.+-]{1,120}$/.test(copy.mediaType);
  if (!isWhole) {
    tell("bad-copy", null);
    return null;
  }
  if (copy.file === null || isSafeFileName(copy.file)) return copy;
  tell("bad-copy", "file");
  return { ...copy, file: null };
}

function takePictures(pictures: readonly LibraryPicture[], tell: Tell): readonly LibraryPicture[] {
  return pictures
    .slice(0, most.pictures)
    .filter((each) => isPicture(each, tell))
    .map((each) => ({ ...each, alt: safeTexts(each.alt, "alt", tell) }));
}

function isPicture(picture: LibraryPicture, tell: Tell): boolean {
  const isWhole =
    isSafeFileName(picture.file) &&
    /\.(?:png|jpe?g|webp|gif|avif)$/i.test(picture.file) &&
    [picture.bytes, picture.width, picture.height].every(isSize);
  if (!isWhole) tell("bad-picture", null);
  return isWhole;
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

interface Facts {
  readonly editions: readonly TakenEdition[];
  readonly at: number | null | undefined;
  readonly tell: Tell;
}

function takeFacets(item: LibraryItem, { editions, at, tell }: Facts): TakenItem["facets"] {
  const taken: Partial<Record<Facet, readonly string[]>> = {
    kind: [item.kind],
    language: editions.map(({ lang }) => lang),
  };
  for (const name of ["country", "theme", "commitment", "act", "technology", "year"] as const) {
    const codes = [...new Set(item.facets[name] ?? [])].slice(0, most.codes);
    const good = codes.filter((code) => shapeOf(name).test(code) && isCode(code));
    if (good.length < codes.length) tell("bad-code", name);
    if (good.length > 0) taken[name] = good;
  }
  if (taken.year === undefined && typeof at === "number") {
    const year = String(new Date(at).getUTCFullYear());
    if (/^\d{4}$/.test(year)) taken.year = [year];
  }
  return taken;
}

function shapeOf(name: Facet): RegExp {
  if (name === "country") return /^[A-Z]{2}$/;
  return name === "year" ? /^\d{4}$/ : /./;
}
