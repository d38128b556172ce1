// The resolution's page: what was won for the first time, won, weakened, lost, asked for, and what nobody knows; the
// commitments by theme; and what an organisation, a platform and a State can do next. No paragraph numbers: nobody has them.
import { resolutionPage, resolutionSources, type CitedSource, type ResolutionRow } from "@tocsin/assess";
import { mark, type Markup } from "../markup.ts";
import { addressOf, type PagePlan } from "../page-plan.ts";
import { placesUnder } from "../site.ts";
import { framePage, pathIn, type Place } from "./frame.ts";
import { nextSteps, whoCanAct, type NextStep } from "./next-steps.ts";

const rest = "resolution.html";

export function* resolutionPages(place: Place): Generator<PagePlan> {
  const model = resolutionPage();
  const counts = rowsOf(model).map(({ id }) => placesUnder(place.site, "commitment", id).length);
  yield {
    path: pathIn(place.tongue, rest),
    from: [model, counts, nextSteps],
    make: () => page(place, model),
  };
}

type Model = ReturnType<typeof resolutionPage>;

function rowsOf({ sections }: Model): readonly ResolutionRow[] {
  return sections.flatMap(({ rows }) => rows);
}

function page(place: Place, model: Model): string {
  const { tongue } = place;
  const sections = model.sections.filter(({ rows }) => rows.length > 0);
  const contents = mark`<ul class="inline">${sections.map(({ name, label, rows }) => mark`<li><a href="#${name}">${tongue.say(label)}</a> ${tongue.number(rows.length)}</li>`)}<li><a href="#themes">${tongue.say("library.resolution.by-theme")}</a></li>
<li><a href="#next">${tongue.say("library.next")}</a></li></ul>`;
  const content = mark`<h1>${tongue.say("resolution.title")} <bdi dir="ltr">${model.symbol}</bdi></h1>
<p class="lead">${tongue.say("resolution.intro")}</p>
<nav aria-label="${tongue.text("library.contents")}">${contents}</nav>${facts(place, model)} ${sections.map(
    (section) =>
      mark`<section aria-labelledby="${section.name}"><h2 id="${section.name}">${tongue.say(section.label)}</h2>
<p class="soft">${tongue.say(section.intro)}</p>${section.rows.map((row) => rowCard(place, row))}</section>`,
  )} ${byTheme(place, model)} ${next(place)} ${sources(place)}`;
  return framePage(place, {
    rest,
    title: { text: tongue.text("resolution.title"), lang: tongue.locale },
    description: tongue.text("resolution.intro").slice(0, 160),
    content,
    part: "resolution",
  });
}

function facts(place: Place, { facts: entries }: Model): Markup {
  const { tongue } = place;
  const rows = entries.map(
    ({ label, text, standing, sources: cited }) =>
      mark`<div><dt>${tongue.say(label)}</dt>
<dd>${tongue.say(text)} <small>${tongue.say(`resolution.standing.${standing}`)} ${citedMarks(place, cited)}</small></dd></div>`,
  );
  return mark`<section class="card" aria-labelledby="facts"><h2 id="facts">${tongue.say("resolution.facts")}</h2>
<dl>${rows}</dl></section>`;
}

function rowCard(place: Place, row: ResolutionRow): Markup {
  const { tongue } = place;
  const marks = mark`<span class="tag">${tongue.say(row.standing === "unknown" ? "resolution.standing.unknown" : `standings.${row.standing}.label`)}</span> <span class="tag${row.checked ? "" : " warn"}">${tongue.say(row.checked ? "resolution.checked" : "resolution.unchecked")}</span>`;
  const first =
    row.first === null ? null : mark`<p class="soft">${tongue.say(`resolution.first.${row.first}`)}</p>`;
  const wordings = row.wordings.map(
    ({ text, followed, sources: cited }) =>
      mark`<li>${tongue.say(text)} ${followed ? mark`<small>${tongue.say("resolution.followed")}</small>` : null} ${citedMarks(place, cited)}</li>`,
  );
  return mark`<article class="card" id="${row.id}"><div class="head"><h3>${tongue.say(row.label)}</h3>${marks}</div>
<p>${tongue.say(row.text)} ${citedMarks(place, row.sources)}</p>${first} ${
    wordings.length === 0
      ? null
      : mark`<p class="soft">${tongue.say("resolution.wordings")}</p>
<ul>${wordings}</ul>`
  }${itemsLink(place, row.id)}</article>`;
}

function itemsLink(place: Place, id: string): Markup | null {
  const { site, tongue } = place;
  const count = placesUnder(site, "commitment", id).length;
  if (count === 0) return null;
  const address = addressOf(pathIn(tongue, rest), pathIn(tongue, `commitment/${id}.html`));
  return mark`<p><a href="${address}">${tongue.say("library.count", { count })}</a></p>`;
}

function byTheme(place: Place, model: Model): Markup {
  const { tongue } = place;
  const themes = new Map<string, ResolutionRow[]>();
  for (const row of rowsOf(model)) {
    if (row.theme === null) continue;
    const rows = themes.get(row.theme);
    if (rows === undefined) themes.set(row.theme, [row]);
    else rows.push(row);
  }
  const groups = [...themes].map(
    ([theme, rows]) =>
      mark`<div><dt>${tongue.say(`themes.${theme}.label`)}</dt>
<dd><ul class="plain">${rows.map((row) => mark`<li><a href="#${row.id}">${tongue.say(row.label)}</a> <small>${tongue.say(row.standing === "unknown" ? "resolution.standing.unknown" : `standings.${row.standing}.label`)}</small></li>`)}</ul></dd></div>`,
  );
  return mark`<section class="card" aria-labelledby="themes"><h2 id="themes">${tongue.say("library.resolution.by-theme")}</h2>
<dl>${groups}</dl></section>`;
}

function next(place: Place): Markup {
  const { tongue } = place;
  const groups = whoCanAct.map(
    (who) =>
      mark`<h3>${tongue.say(`library.next.${who}`)}</h3>
<ul class="plain">${nextSteps.filter((step) => step.who === who).map((step) => stepRow(place, step))}</ul>`,
  );
  return mark`<section class="card" aria-labelledby="next"><h2 id="next">${tongue.say("library.next")}</h2>
<p class="soft">${tongue.say("library.next.about")}</p>${groups}</section>`;
}

function stepRow(place: Place, { who, name, commitments, sources: keys, checked }: NextStep): Markup {
  const { tongue } = place;
  const links = commitments.map((id) => mark` <a href="#${id}">${tongue.say(`commitment.${id}.label`)}</a>`);
  const cited = keys.map((key) => ({ key, ...resolutionSources[key] }));
  return mark`<li>${tongue.say(`library.next.${who}.${name}`)}${links} ${citedMarks(place, cited)} <span class="tag${checked ? "" : " warn"}">${tongue.say(checked ? "resolution.checked" : "resolution.unchecked")}</span></li>`;
}

/** Sources that something on the page names, in their own order. */
const namedSources = ((): readonly (keyof typeof resolutionSources)[] => {
  const { facts: entries, sections } = resolutionPage();
  const rows = sections.flatMap((section) => section.rows);
  const cited = [...entries, ...rows, ...rows.flatMap(({ wordings }) => wordings)];
  const named = new Set<string>([
    ...cited.flatMap((each) => each.sources.map(({ key }) => key)),
    ...nextSteps.flatMap((step) => step.sources),
  ]);
  return objectKeys(resolutionSources).filter((key) => named.has(key));
})();

function objectKeys<Key extends string>(object: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(object) as Key[];
}

/** Small numbers that lead to the list of sources at the foot. */
function citedMarks({ tongue }: Place, cited: readonly CitedSource[]): Markup {
  return mark`<small>${cited.map(({ key }) => mark`<a href="#s-${key}">[${tongue.number(namedSources.indexOf(key) + 1)}]</a> `)}</small>`;
}

function sources({ tongue }: Place): Markup {
  const rows = namedSources.map((key) => {
    const { title, url, read } = resolutionSources[key];
    return mark`<li id="s-${key}"><a href="${url}" rel="noreferrer noopener external" lang="en" dir="ltr">${title}</a> <small>${tongue.say(`resolution.read.${read}`)}</small></li>`;
  });
  return mark`<section aria-labelledby="sources"><h2 id="sources">${tongue.say("resolution.sources")}</h2>
<ol>${rows}</ol></section>`;
}
