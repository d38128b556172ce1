// Counts as picture, CSV and JSON beside their page.
import type { LibraryHead } from "../library-input.ts";
import { inertJson } from "../markup.ts";
import type { PagePlan } from "../page-plan.ts";
import { pathIn, type Place } from "../pages/frame.ts";
import type { NamedForm } from "../pages/form-links.ts";
import { csvLines } from "../tables/csv-lines.ts";
import type { Tongue } from "../words/tongue.ts";
import type { Counts } from "./counts.ts";

/** `picture` draws the same rows. */
export function countForms(
  { site, tongue }: Place,
  counts: Counts,
  picture: () => string,
): readonly NamedForm[] {
  return [
    ["svg", picture],
    ["csv", () => countsCsv(tongue, counts)],
    ["json", () => countsJson(tongue, counts, site.head)],
  ];
}

/** Whose picture it is, and of when. */
export function sourceOf({ site, tongue }: Place): string {
  return `${tongue.choose(site.head.title).text}, ${tongue.day(site.head.made)}`;
}

export function* formPlans(
  { tongue }: Place,
  counts: Counts,
  forms: readonly NamedForm[],
): Generator<PagePlan> {
  for (const [ending, make] of forms)
    yield { path: pathIn(tongue, `${counts.base}.${ending}`), from: counts, make };
}

function countsCsv(tongue: Tongue, { facet, rows }: Counts): string {
  return csvLines([
    ["", tongue.text(`library.one.${facet}`), tongue.text("library.items")],
    ...rows.map(({ code, label, count }) => [code, label, String(count)]),
  ]);
}

function countsJson(tongue: Tongue, { base, facet, title, about, rows }: Counts, head: LibraryHead): string {
  const { made, release } = head;
  const value = {
    slug: base,
    title,
    about,
    lang: tongue.locale,
    counted: "items",
    by: facet,
    made,
    release,
    rows,
  };
  return `${inertJson(value, 1)}\n`;
}
