// What every page has: head, way round, languages, foot. Static, without a script, every address relative.
import { directionOf } from "@tocsin/language";
import type { LibraryText } from "../library-input.ts";
import { mark, nothing, type Markup } from "../markup.ts";
import { addressOf } from "../page-plan.ts";
import type { Site } from "../site.ts";
import type { Tongue } from "../words/tongue.ts";

export interface Page {
  /** Below the folder of the language: `items/some-slug.html`. */
  readonly rest: string;
  /** Where the other languages have it, if elsewhere. */
  readonly restElsewhere?: string;
  readonly title: LibraryText;
  readonly description?: string;
  readonly content: Markup;
  /** Feed of what this page lists, below the folder of the language, without its ending. */
  readonly feed?: string;
  readonly data?: Markup;
  /** Which part of the way round is the current one. */
  readonly part?: string;
  /** Path of the script of this page, from the root; only search has one. */
  readonly script?: string;
  /** The start page lies at the root, too. */
  readonly isRoot?: boolean;
  /** What nobody need find by a machine. */
  readonly isUnlisted?: boolean;
}

export interface Place {
  readonly site: Site;
  readonly tongue: Tongue;
}

/** Nothing but the styles beside it; `file:` because the page may lie on a stick, where an address has no host. */
const policy = "default-src 'none'; style-src 'self' file:; base-uri 'none'; form-action 'none'";
const policyWithScript =
  "default-src 'none'; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'self' file:";

export function pathIn(tongue: Tongue, rest: string): string {
  return `${tongue.locale}/${rest}`;
}

export function framePage(place: Place, page: Page): string {
  const { site, tongue } = place;
  const path = page.isRoot === true ? "index.html" : pathIn(tongue, page.rest);
  const to = (target: string): string => addressOf(path, target);
  const name = tongue.choose(site.head.title);
  const heading = page.rest === "index.html" ? name.text : `${page.title.text} – ${name.text}`;
  const made = mark`<!doctype html><html lang="${tongue.locale}" dir="${tongue.direction}"><head><meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${page.script === undefined ? policy : policyWithScript}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>${page.isUnlisted === true ? mark`<meta name="robots" content="noindex"/>` : null}<title>${heading}</title>${page.description === undefined || page.description === "" ? null : mark`<meta name="description" content="${page.description}"/>`}<link rel="stylesheet" href="${to("style.css")}"/><link rel="preload" as="style" href="${to("parts.css")}"/>${headLinks(place, page, to)}${page.data ?? null}</head>
<body><a class="skip" href="#main">${tongue.say("library.skip")}</a><header><a class="brand" href="${to(pathIn(tongue, "index.html"))}"${languageOf(tongue, name)}><i></i>${name.text}</a> ${wayRound(place, page, to)} ${languages(place, page, to)}</header>
<main id="main">${page.content}</main>${foot(place, page, to)}<link rel="stylesheet" href="${to("parts.css")}"/> ${page.script === undefined ? null : mark`<script src="${to(page.script)}"></script>`}</body></html>
`;
  return made.html;
}

type To = (target: string) => string;

function headLinks({ site, tongue }: Place, page: Page, to: To): Markup {
  const { head } = site;
  const elsewhere = page.restElsewhere ?? page.rest;
  const alternates = site.tongues.map(({ locale }) => {
    const rest = locale === tongue.locale ? page.rest : elsewhere;
    return mark`<link rel="alternate" hreflang="${locale}" href="${to(`${locale}/${rest}`)}"/>`;
  });
  const path = pathIn(tongue, page.rest);
  return mark`${alternates} ${head.address === null ? null : mark`<link rel="canonical" href="${head.address}${path}"/>`} ${head.onion === null ? null : mark`<meta http-equiv="onion-location" content="${head.onion}${path}"/>`} ${page.feed === undefined ? null : mark`<link rel="alternate" type="application/atom+xml" title="${page.title.text}" href="${to(pathIn(tongue, `${page.feed}.xml`))}"/><link rel="alternate" type="application/feed+json" title="${page.title.text}" href="${to(pathIn(tongue, `${page.feed}.json`))}"/>`} `;
}

const parts = [
  ["start", "index.html"],
  ["all", "all.html"],
  ["country", "country.html"],
  ["theme", "theme.html"],
  ["commitment", "commitment.html"],
  ["resolution", "resolution.html"],
  ["timeline", "timeline.html"],
  ["numbers", "numbers.html"],
  ["search", "search.html"],
  ["words", "words.html"],
] as const;

function wayRound({ site, tongue }: Place, page: Page, to: To): Markup {
  const shown = parts.filter(([name]) => name !== "numbers" || site.tables.length > 0);
  const links = shown.map(([name, rest]) => {
    const current = name === page.part ? (rest === page.rest ? "page" : "true") : null;
    return mark`<li><a href="${to(pathIn(tongue, rest))}"${current === null ? null : mark` aria-current="${current}"`}>${tongue.say(`library.part.${name}`)}</a></li>`;
  });
  return mark`<nav aria-label="${tongue.text("library.parts")}"><ul>${links}</ul></nav>`;
}

function languages({ site, tongue }: Place, page: Page, to: To): Markup {
  if (site.tongues.length < 2) return nothing;
  const elsewhere = page.restElsewhere ?? page.rest;
  const links = site.tongues.map(({ locale, direction, languageName }) => {
    const name = mark`<bdi lang="${locale}" dir="${direction}">${languageName(locale)}</bdi>`;
    if (locale === tongue.locale) return mark`<li><span aria-current="true">${name}</span></li>`;
    return mark`<li><a href="${to(`${locale}/${elsewhere}`)}" hreflang="${locale}">${name}</a></li>`;
  });
  return mark`<nav class="tongues" aria-label="${tongue.text("library.languages")}"><ul>${links}</ul></nav>`;
}

function foot({ site, tongue }: Place, page: Page, to: To): Markup {
  const { head } = site;
  const feed =
    page.feed === undefined
      ? null
      : mark`<p>${tongue.say("library.feed")} <a href="${to(pathIn(tongue, `${page.feed}.xml`))}">Atom</a> · <a href="${to(pathIn(tongue, `${page.feed}.json`))}">JSON Feed</a></p>`;
  const { id, sha256 } = head.release;
  const mirrors = head.mirrors.map((each) => mark`<li><code dir="ltr">${each}</code></li>`);
  return mark`<footer>${feed}<p>${tongue.say("library.foot.by")} <bdi>${head.publisher}</bdi> · ${tongue.say("library.foot.made")} <time datetime="${head.made}">${tongue.day(head.made)}</time></p>
<p>${tongue.say("library.foot.release")} <code dir="ltr">${id}</code>${sha256 === null ? null : mark` · SHA-256 <code dir="ltr">${sha256}</code>`}</p>
<p><a href="${to(pathIn(tongue, "corrections.html"))}">${tongue.say("library.corrections")}</a></p>
<p>${tongue.say("library.foot.quiet")}</p>${
    mirrors.length === 0
      ? null
      : mark`<p>${tongue.say("library.foot.mirrors")}</p>
<ul>${mirrors}</ul>`
  }</footer>`;
}

/** `lang` and `dir` where a text is not in the language of the page. */
export function languageOf(tongue: Tongue, { lang }: Pick<LibraryText, "lang">): Markup | null {
  if (lang === tongue.locale || lang === "zxx") return null;
  if (lang === "und") return mark` dir="auto"`;
  return mark` lang="${lang}" dir="${directionOf(lang)}"`;
}

/** A text in whatever language, isolated. */
export function spoken(tongue: Tongue, text: LibraryText): Markup {
  return mark`<bdi${languageOf(tongue, text)}>${text.text}</bdi>`;
}

/** A date as EDTF, in words; for machines, too, where it is a plain one. */
export function dateMarkup(tongue: Tongue, edtf: string): Markup {
  const isPlain = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(edtf);
  return isPlain
    ? mark`<time datetime="${edtf}">${tongue.date(edtf)}</time>`
    : mark`<span>${tongue.date(edtf)}</span>`;
}
