// Facets as plain links: the address is the state. A code has its page; a State and a theme together have one, too.
import { mark, type Markup } from "../markup.ts";
import { addressOf } from "../page-plan.ts";
import { countAll, countCodes, type Counted, type Places } from "../site.ts";
import { facets, type Facet } from "../taking/taken-item.ts";
import { pathIn, spoken, type Place } from "./frame.ts";

export interface Choice {
  readonly facet: Facet;
  readonly code: string;
}

/** Path of the list that shows what is chosen, without ending, below the folder of the language. */
export function baseOf(choices: readonly Choice[]): string {
  if (choices.length === 0) return "all";
  return choices.map(({ facet, code }) => `${facet}/${code}`).join("/");
}

export function facetLink(place: Place, from: string, { facet, code }: Choice): Markup {
  const { tongue } = place;
  const address = addressOf(from, pathIn(tongue, `${facet}/${code}.html`));
  return mark`<a href="${address}">${spoken(tongue, tongue.label(facet, code))}</a>`;
}

/** What is chosen, each with a link to the list without it. */
export function chips(place: Place, from: string, choices: readonly Choice[]): Markup | null {
  if (choices.length === 0) return null;
  const { tongue } = place;
  const items = choices.map((choice) => {
    const without = baseOf(choices.filter((each) => each !== choice));
    const label = tongue.label(choice.facet, choice.code);
    return mark`<li><a class="chip" href="${addressOf(from, pathIn(tongue, `${without}.html`))}"><span class="hide">${tongue.say("library.remove")} </span><small>${tongue.say(`library.one.${choice.facet}`)}</small> ${spoken(tongue, label)} <span aria-hidden="true">×</span></a></li>`;
  });
  return mark`<ul class="chips" aria-label="${tongue.text("library.chosen")}">${items}</ul>`;
}

const shownOfEach = 8;
/** Of a list that is narrowed already; where there are more, they have a page of their own. */
export const shownOfPair = 12;

/** By what a list of one State, or one theme, can be narrowed further; null for any other. */
export function narrowedBy(choices: readonly Choice[]): Facet | null {
  const [first, second] = choices;
  if (first === undefined || second !== undefined) return null;
  return first.facet === "country" ? "theme" : first.facet === "theme" ? "country" : null;
}

/** Beside a list: what it can be narrowed to from here. */
export function narrowing(
  place: Place,
  from: string,
  list: { readonly choices: readonly Choice[]; readonly places: Places },
): Markup | null {
  const { site } = place;
  const { choices } = list;
  if (choices.length === 0) {
    const groups = facets.map((facet) =>
      group(place, from, {
        facet,
        counted: countAll(site, facet),
        choices,
        shown: shownOfEach,
        index: `${facet}.html`,
      }),
    );
    return aside(place, groups);
  }
  const facet = narrowedBy(choices);
  if (facet === null) return null;
  const counted = countCodes(site, facet, list.places);
  const index = counted.length > shownOfPair ? `${baseOf(choices)}/${facet}.html` : null;
  return aside(place, [group(place, from, { facet, counted, choices, shown: shownOfPair, index })]);
}

function aside({ tongue }: Place, groups: readonly (Markup | null)[]): Markup | null {
  if (groups.every((each) => each === null)) return null;
  return mark`<aside aria-label="${tongue.text("library.narrow")}">${groups}</aside>`;
}

interface Group {
  readonly facet: Facet;
  readonly counted: readonly Counted[];
  readonly choices: readonly Choice[];
  readonly shown: number;
  /** Page that has them all, below the folder of the language. */
  readonly index: string | null;
}

function group(place: Place, from: string, { facet, counted, choices, shown, index }: Group): Markup | null {
  if (counted.length === 0) return null;
  const { tongue } = place;
  const rows = counted.slice(0, shown).map(({ code, count }) => {
    const address = addressOf(from, pathIn(tongue, `${baseOf(withChoice(choices, { facet, code }))}.html`));
    return mark`<li><a href="${address}">${spoken(tongue, tongue.label(facet, code))}</a> <b>${tongue.number(count)}</b></li>`;
  });
  const more =
    index === null
      ? null
      : mark`<p><a href="${addressOf(from, pathIn(tongue, index))}">${tongue.say(`library.every.${facet}`)}</a></p>`;
  return mark`<h2>${tongue.say(`library.many.${facet}`)}</h2>
<ul class="counts">${rows}</ul>${more}`;
}

/** A pair has one address, the State first. */
export function withChoice(choices: readonly Choice[], choice: Choice): readonly Choice[] {
  return [...choices, choice].toSorted(
    (one, other) => facets.indexOf(one.facet) - facets.indexOf(other.facet),
  );
}
