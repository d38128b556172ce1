// Items in a list: title, kind, day, source, languages, and how each begins, in the language that the reader gets.
import { mark, type Markup } from "../markup.ts";
import type { Card, CardFace } from "../card.ts";
import { addressOf } from "../page-plan.ts";
import type { Tongue } from "../words/tongue.ts";
import { chooseEdition } from "../words/choose-edition.ts";
import { dateMarkup, languageOf, pathIn, spoken } from "./frame.ts";

const noFace: CardFace = { lang: "und", isOriginal: false, title: "", gist: "" };

export function faceOf(tongue: Tongue, card: Card): CardFace {
  return chooseEdition(card.faces, tongue) ?? noFace;
}

/** Along a line of time, the newest first; the year stands where it changes. */
export function cardList(tongue: Tongue, from: string, cards: readonly Card[]): Markup {
  return mark`<ol class="tl">${cards.map((card) => mark`<li>${cardEntry(tongue, from, card)}</li>`)}</ol>`;
}

function cardEntry(tongue: Tongue, from: string, card: Card): Markup {
  const face = faceOf(tongue, card);
  const when =
    card.dated === null
      ? mark`<span class="soft">${tongue.say("library.undated")}</span>`
      : dateMarkup(tongue, card.dated);
  const source = card.source === null ? null : mark` · ${spoken(tongue, card.source)}`;
  const other = tongue.isOwn(face.lang)
    ? null
    : mark` · <span class="tag">${tongue.languageName(face.lang)}</span>`;
  const withdrawn = card.isWithdrawn
    ? mark` · <span class="tag warn">${tongue.say("library.withdrawn")}</span>`
    : null;
  return mark`<p class="meta">${when} · ${tongue.say(`library.kind.${card.kind}`)}${source}${other}${withdrawn}</p>
<p class="title">${cardLink(tongue, from, card)}</p>${face.gist === "" ? null : mark`<p class="gist"${languageOf(tongue, face)}>${face.gist}</p>`}`;
}

export function cardLink(tongue: Tongue, from: string, card: Card): Markup {
  const face = faceOf(tongue, card);
  const address = addressOf(from, pathIn(tongue, `items/${card.slug}.html`));
  return mark`<a href="${address}"${languageOf(tongue, face)}>${face.title}</a>`;
}
