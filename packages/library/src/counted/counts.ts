// How many items there are under each code of a facet, in the order in which a picture of it goes: the one source of the
// page, the picture, the table for spreadsheets and the JSON.
import type { Site } from "../site.ts";
import { countAll } from "../site.ts";
import type { Tongue } from "../words/tongue.ts";

export interface CountRow {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

export interface Counts {
  readonly facet: "country" | "year";
  /** Path of the page without its ending, below the folder of the language. */
  readonly base: string;
  readonly title: string;
  /** What was counted. */
  readonly about: string;
  /** By code. */
  readonly rows: readonly CountRow[];
}

export function countsOfStates(site: Site, tongue: Tongue): Counts {
  return {
    facet: "country",
    base: "map",
    title: tongue.text("library.map"),
    about: tongue.text("library.map.about"),
    rows: rowsOf(site, tongue, "country"),
  };
}

export function countsOfYears(site: Site, tongue: Tongue): Counts {
  return {
    facet: "year",
    base: "timeline",
    title: tongue.text("library.part.timeline"),
    about: tongue.text("library.timeline.about"),
    rows: rowsOf(site, tongue, "year"),
  };
}

function rowsOf(site: Site, tongue: Tongue, facet: Counts["facet"]): readonly CountRow[] {
  return countAll(site, facet)
    .map(({ code, count }) => ({ code, count, label: tongue.label(facet, code).text }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}
