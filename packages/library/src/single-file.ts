// The whole library as one page that needs nothing: every item in every language that it has, links within the page, no
// script. For a stick that goes from hand to hand.
import { directionOf, type Translator } from "@tocsin/language";
import { LibraryError } from "./errors.ts";
import type { LibraryProblem } from "./library-file.ts";
import type { LibraryInput } from "./library-input.ts";
import { mark, type Markup, type Part } from "./markup.ts";
import { baseStyle, partsStyle } from "./style.ts";
import { correctionMarkup } from "./pages/correction-pages.ts";
import { takeItem } from "./taking/take-item.ts";
import type { TakenEdition, TakenItem } from "./taking/taken-item.ts";
import { chooseEdition } from "./words/choose-edition.ts";
import { createTongue, type Tongue } from "./words/tongue.ts";

export interface SingleFileOptions {
  readonly translators: ReadonlyMap<string, Translator>;
  readonly onProblem: (problem: LibraryProblem) => void;
  readonly signal?: AbortSignal;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** In pieces, in the first language of the interface. The same input gives the same bytes. Throws `library.head`. */
export async function* singleFile(
  input: LibraryInput,
  { translators, onProblem, signal }: SingleFileOptions,
): AsyncGenerator<string> {
  const { head } = input;
  const words = translators.get(head.locales[0] ?? "");
  if (words === undefined)
    throw new LibraryError("library.head", "Cannot build library: no translator for its first language");
  const tongue = createTongue(words, input);
  const name = tongue.choose(head.title);
  yield mark`<!doctype html><html lang="${tongue.locale}" dir="${tongue.direction}"><head><meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/><title>${name.text}</title><style>`.html;
  yield baseStyle + partsStyle;
  // Without the way round beside it.
  yield "@media (min-width:68rem){body{display:block}main{margin-inline:auto}}";
  yield mark`</style></head>
<body><a class="skip" href="#main">${tongue.say("library.skip")}</a>
<main id="main"><h1 lang="${name.lang}" dir="${directionOf(name.lang)}">${name.text}</h1>
<p class="soft"><bdi>${head.publisher}</bdi> · <time datetime="${head.made}">${tongue.day(head.made)}</time></p>
<nav aria-labelledby="contents"><h2 id="contents">${tongue.say("library.items")}</h2><ol>
`.html;
  for await (const item of takenOf(input, () => undefined, signal)) yield entryOf(tongue, item).html;
  yield "</ol></nav>\n";
  for await (const item of takenOf(input, onProblem, signal)) yield itemMarkup(tongue, item).html;
  yield `${footOf(tongue, input)}</main></body></html>\n`;
}

/** A page cannot prove itself: its signature lies beside it. */
function footOf(tongue: Tongue, { head }: LibraryInput): string {
  const { id } = head.release;
  return mark`<footer><h2>${tongue.say("library.single.check")}</h2>
<p>${tongue.say("library.single.check.how")} <code dir="ltr">tocsin library verify</code></p>
<p>${tongue.say("library.single.check.key")}</p>
<p>${tongue.say("library.foot.release")} <code dir="ltr">${id}</code></p></footer>`.html;
}

async function* takenOf(
  { items }: LibraryInput,
  onProblem: SingleFileOptions["onProblem"],
  signal: AbortSignal | undefined,
): AsyncGenerator<TakenItem> {
  for await (const each of items) {
    signal?.throwIfAborted();
    const taken = takeItem(each, onProblem);
    if (taken !== null) yield taken.item;
  }
}

function entryOf(tongue: Tongue, item: TakenItem): Markup {
  const edition = chooseEdition(item.editions, tongue);
  if (edition === undefined) return mark``;
  return mark`<li><a href="#${item.slug}" lang="${edition.lang}" dir="${directionOf(edition.lang)}">${edition.title}</a></li>
`;
}

function itemMarkup(tongue: Tongue, item: TakenItem): Markup {
  const dated = item.dated === null ? null : mark`<time>${tongue.date(item.dated)}</time>`;
  const source =
    item.source === null ? null : mark`<bdi lang="${item.source.lang}">${item.source.text}</bdi>`;
  const facts = [tongue.say(`library.kind.${item.kind}`), dated, source].filter((each) => each !== null);
  return mark`<article id="${item.slug}">${headOf(tongue, item)}<p class="meta">${facts.map((each, at) => mark`${at === 0 ? null : " · "}${each}`)}</p>
${item.withdrawn === null ? wholeOf(tongue, item) : goneOf(tongue, item.withdrawn)}</article>
`;
}

function headOf(tongue: Tongue, item: TakenItem): Part {
  const edition = chooseEdition(item.editions, tongue);
  if (edition === undefined) return null;
  return mark`<h2 lang="${edition.lang}" dir="${directionOf(edition.lang)}">${edition.title}</h2>`;
}

function goneOf(tongue: Tongue, { when, reason }: NonNullable<TakenItem["withdrawn"]>): Markup {
  const why = reason === null ? null : mark` <span lang="${reason.lang}" dir="auto">${reason.text}</span>`;
  return mark`<p><b>${tongue.say("library.withdrawn")}</b> <time datetime="${when}">${tongue.day(when)}</time>${why}</p>`;
}

function wholeOf(tongue: Tongue, item: TakenItem): Part {
  const { address, authors, corrections, licence } = item;
  const shown = chooseEdition(item.editions, tongue);
  const others = item.editions.filter((each) => each !== shown);
  return [
    authors.length === 0
      ? null
      : mark`<p>${authors.map((each, at) => mark`${at === 0 ? null : ", "}<bdi>${each}</bdi>`)}</p>`,
    shown === undefined ? null : editionMarkup(tongue, shown, false),
    others.map((each) => editionMarkup(tongue, each, true)),
    address === null ? null : mark`<p>${addressMarkup(address)}</p>`,
    item.copy === null ? null : copyMarkup(tongue, item.copy),
    licence === null ? null : mark`<p class="soft"><bdi>${licence}</bdi></p>`,
    corrections.length === 0
      ? null
      : mark`<ul class="soft">${corrections.map((each) => mark`<li>${correctionMarkup(tongue, each)}</li>`)}</ul>`,
  ];
}

/** One page holds no files: it says that there is one, how large, and its hash. */
function copyMarkup(
  tongue: Tongue,
  { file, mediaType, bytes, sha256 }: NonNullable<TakenItem["copy"]>,
): Markup {
  const words = tongue.say(file === null ? "library.copy.kept" : "library.copy.elsewhere");
  return mark`<p class="soft">${words} (<bdi dir="ltr">${mediaType}</bdi>, ${tongue.size(bytes)})<br/>SHA-256 <code dir="ltr">${sha256}</code></p>`;
}

/** Every other language of an item follows under its own name. */
function editionMarkup(tongue: Tongue, edition: TakenEdition, isOther: boolean): Markup {
  const { lang, title, excerpt, body } = edition;
  const heading = isOther ? mark`<h3>${title}</h3>` : null;
  const name = isOther || !tongue.isOwn(lang) ? mark`<p class="soft">${tongue.languageName(lang)}</p>` : null;
  return mark`${name}<div lang="${lang}" dir="${directionOf(lang)}">${heading}${excerpt === "" ? null : mark`<p>${excerpt}</p>`}${body === "" ? null : mark`<p>${body}</p>`}</div>`;
}

function addressMarkup({ shown, href }: NonNullable<TakenItem["address"]>): Markup {
  const text = mark`<bdi dir="ltr">${shown}</bdi>`;
  return href === null
    ? mark`<code>${text}</code>`
    : mark`<a href="${href}" rel="noreferrer noopener external">${text}</a>`;
}
