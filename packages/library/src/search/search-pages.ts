// The page of the search, and in each language the rows that it shows of what it finds.
import { directionOf } from "@tocsin/language";
import type { Card } from "../card.ts";
import { mark } from "../markup.ts";
import { addressOf, type PagePlan } from "../page-plan.ts";
import { faceOf } from "../pages/card-list.ts";
import { framePage, pathIn, type Place } from "../pages/frame.ts";
import type { Tongue } from "../words/tongue.ts";
import { scriptJson } from "./pieces.ts";

const rowsOfFile = 50;
const longestTitle = 160;

/** `numbered` are the cards in the order in which the index counts them. */
export function* searchPages(place: Place, numbered: readonly Card[], pieces: number): Generator<PagePlan> {
  const { tongue } = place;
  yield { path: pathIn(tongue, "search.html"), from: pieces, make: () => searchPage(place, pieces) };
  for (let first = 0; first < numbered.length; first += rowsOfFile) {
    const number = first / rowsOfFile;
    const rows = numbered.slice(first, first + rowsOfFile);
    yield {
      path: pathIn(tongue, `found/${number}.js`),
      from: rows.map(({ digest }) => digest),
      make: () => `libraryItems(${number},${scriptJson(rows.map((card) => rowOf(tongue, card)))})\n`,
    };
  }
}

function rowOf(tongue: Tongue, card: Card): readonly string[] {
  const { title, lang } = faceOf(tongue, card);
  const date = card.dated === null ? tongue.text("library.undated") : tongue.date(card.dated);
  const meta = [date, tongue.text(`library.kind.${card.kind}`), card.source?.text ?? ""];
  const shown = title.length > longestTitle ? `${title.slice(0, longestTitle).toWellFormed()}…` : title;
  const isOther = lang !== tongue.locale;
  const direction = lang === "und" ? "auto" : directionOf(lang);
  return [
    card.slug,
    shown,
    isOther && lang !== "und" ? lang : "",
    isOther ? direction : "",
    meta.filter((each) => each !== "").join(" · "),
  ];
}

function searchPage(place: Place, pieces: number): string {
  const { tongue } = place;
  const path = pathIn(tongue, "search.html");
  const text = (name: string): string => tongue.text(`library.search.${name}`);
  const content = mark`<h1>${tongue.say("library.part.search")}</h1>
<form id="search" role="search" data-root="${addressOf(path, "search/")}" data-count="${pieces}" data-size="${rowsOfFile}" data-working="${text("working")}" data-none="${text("none")}" data-found="${text("found")}" data-failed="${text("failed")}" data-more="${text("more")}"><label for="q">${tongue.say("library.search.label")}</label><input id="q" name="q" type="search" maxlength="200" autocomplete="off" dir="auto"/><button class="button strong">${tongue.say("library.search.go")}</button></form>
<p class="soft">${tongue.say("library.search.about")} <a href="words.html">${tongue.say("library.part.words")}</a></p>
<p id="status" role="status"></p>
<ol class="tl" id="results"></ol>
<button class="button" id="more" type="button" hidden>${tongue.say("library.search.more")}</button>`;
  return framePage(place, {
    rest: "search.html",
    title: { text: tongue.text("library.part.search"), lang: tongue.locale },
    content,
    part: "search",
    script: "search.js",
    isUnlisted: true,
  });
}
