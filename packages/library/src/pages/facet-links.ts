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

/** Beside a list: what it can be narrowed to from here. */
export function narrowing(
  place: Place,
  from: string,
  list: { readonly choices: readonly Choice[]; readonly places: Places },
): Markup | null {
  const { site } = place;
  const [first, second] = list.choices;
  if (first === undefined) {
    const groups = facets.map((facet) =>
      group(place, from, { facet, counted: countAll(site, facet), choices: [], hasIndex: true }),
    );
    return aside(place, groups);
  }
  if (second !== undefined || (first.facet !== "country" && first.facet !== "theme")) return null;
  const facet = first.facet === "country" ? "theme" : "country";
  const counted = countCodes(site, facet, list.places);
  return aside(place, [group(place, from, { facet, counted, choices: [first], hasIndex: false })]);
}

function aside({ tongue }: Place, groups: readonly (Markup | null)[]): Markup | null {
  if (groups.every((each) => each === null)) return null;
  return mark`<aside aria-label="${tongue.text("library.narrow")}">${groups}</aside>`;
}

interface Group {
  readonly facet: Facet;
  readonly counted: readonly Counted[];
  readonly choices: readonly Choice[];
  readonly hasIndex: boolean;
}

function group(place: Place, from: string, { facet, counted, choices, hasIndex }: Group): Markup | null {
  if (counted.length === 0) return null;
  const { tongue } = place;
  const shown = hasIndex ? counted.slice(0, shownOfEach) : counted;
  const rows = shown.map(({ code, count }) => {
    const both = inOrder([...choices, { facet, code }]);
    const address = addressOf(from, pathIn(tongue, `${baseOf(both)}.html`));
    return mark`<li><a href="${address}">${spoken(tongue, tongue.label(facet, code))}</a> <b>${tongue.number(count)}</b></li>`;
  });
  const more = hasIndex
    ? mark`<p><a href="${addressOf(from, pathIn(tongue, `${facet}.html`))}">${tongue.say(`library.every.${facet}`)}</a></p>`
    : null;
  return mark`<h2>${tongue.say(`library.many.${facet}`)}</h2>
<ul class="counts">${rows}</ul>${more}`;
}

/** A pair has one address, the State first. */
function inOrder(choices: readonly Choice[]): readonly Choice[] {
  return choices.toSorted((one, other) => facets.indexOf(one.facet) - facets.indexOf(other.facet));
}
