// What a reader is told, in their own language, of the language in which an item is shown; and what else there is.
import { mark, nothing, type Markup } from "../markup.ts";
import { addressOf } from "../page-plan.ts";
import type { TakenEdition, TakenItem } from "../taking/taken-item.ts";
import { chooseEdition } from "../words/choose-edition.ts";
import type { Tongue } from "../words/tongue.ts";
import { pathIn } from "./frame.ts";

/** Where an edition is shown to readers of `tongue`, below the folder of the language. */
export function restOf(tongue: Tongue, item: TakenItem, edition: TakenEdition): string {
  const usual = chooseEdition(item.editions, tongue);
  return edition === usual ? `items/${item.slug}.html` : `items/${item.slug}.${edition.lang}.html`;
}

export function fallbackNotice(tongue: Tongue, item: TakenItem, shown: TakenEdition): Markup {
  const sentences = [whatIsShown(tongue, item, shown), whoTranslated(tongue, item, shown)].filter(
    (each) => each !== null,
  );
  const others = item.editions.filter((each) => each !== shown);
  if (sentences.length === 0 && others.length === 0) return nothing;
  const said = sentences.map((each) => mark`${each} `);
  return mark`<div class="${sentences.length === 0 ? "also" : "notice"}"><p>${said}${alsoHere(tongue, item, { shown, others, isSaid: sentences.length > 0 })}</p></div>`;
}

function whatIsShown(tongue: Tongue, item: TakenItem, { lang, isOriginal }: TakenEdition): Markup | null {
  if (lang === "und") return tongue.say("library.fallback.unnamed");
  if (tongue.isOwn(lang)) return null;
  const shown = tongue.languageInside(lang);
  const wanted = tongue.languageInside(tongue.locale);
  // The reader chose this edition where there is one in their own language.
  if (item.editions.some((each) => tongue.isOwn(each.lang)))
    return tongue.say("library.fallback.chosen", { shown });
  return tongue.say(isOriginal ? "library.fallback.original" : "library.fallback.shown", { wanted, shown });
}

export function whoTranslated(
  tongue: Tongue,
  item: Pick<TakenItem, "editions">,
  { isOriginal, translatedBy }: TakenEdition,
): Markup | null {
  if (isOriginal) return null;
  const original = item.editions.find((each) => each.isOriginal);
  const how = translatedBy ?? "unknown";
  if (original === undefined || original.lang === "und")
    return translatedBy === null ? null : tongue.say(`library.translated.${how}`);
  return tongue.say(`library.translated.${how}.from`, {
    original: tongue.languageInside(original.lang),
  });
}

interface Others {
  readonly shown: TakenEdition;
  readonly others: readonly TakenEdition[];
  readonly isSaid: boolean;
}

function alsoHere(tongue: Tongue, item: TakenItem, { shown, others, isSaid }: Others): Markup {
  if (others.length === 0) return isSaid ? tongue.say("library.fallback.nothing-else") : nothing;
  const own = pathIn(tongue, restOf(tongue, item, shown));
  const links = others.map((each, at) => {
    const address = addressOf(own, pathIn(tongue, restOf(tongue, item, each)));
    const note = each.isOriginal
      ? mark` (${tongue.say("library.edition.original")})`
      : each.translatedBy === "machine"
        ? mark` (${tongue.say("library.edition.machine")})`
        : null;
    const language = each.lang === "und" ? null : mark` hreflang="${each.lang}"`;
    return mark`${at === 0 ? null : " · "}<a href="${address}"${language}>${tongue.languageName(each.lang)}</a>${note}`;
  });
  return mark`${tongue.say("library.fallback.also")} ${links}`;
}
