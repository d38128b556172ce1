// What a person confirmed of two drafts, and what the machine proposes where nobody has.
import { isJsonObject, type Json, type RecordId } from "@tocsin/core";
import { valuesOf, type View } from "@tocsin/records";
import {
  confirmedAlignment,
  proposeAlignment,
  type Alignment,
  type ConfirmedLink,
  type Counts,
} from "@tocsin/texts";
import { integerIn, linkIn, listIn } from "../values.ts";
import { paragraphsIn, type KeptDraft } from "./draft-paragraphs.ts";

export interface KnownAlignment {
  readonly alignment: Alignment;
  /** The record of the person's confirmation; null for a proposal. */
  readonly confirmed: RecordId | null;
  /** Keys of links (`linkKey`) that a person confirmed; the others are proposals that nobody has decided. */
  readonly byPerson: ReadonlySet<string>;
}

/** The newest confirmation of these two, with what it left open, else a proposal. */
export async function alignmentOf(view: View, older: KeptDraft, newer: KeptDraft): Promise<KnownAlignment> {
  const known = (await view.linked(newer.state.id, { kind: "alignment", field: "newer" }))
    .map((state) => ({ id: state.id, values: valuesOf(state) }))
    .filter(({ values }) => linkIn(values["older"]) === older.state.id);
  const newest = known.at(-1);
  if (newest === undefined)
    return { alignment: proposed(older, newer), confirmed: null, byPerson: new Set() };
  const byPerson = new Set(linksIn(newest.values["confirmed"]).map(linkKey));
  const scores = scoresIn(newest.values["proposed"]);
  const kept = [...linksIn(newest.values["confirmed"]), ...linksIn(newest.values["open"])];
  const alignment = confirmedAlignment(kept, countsOf(older, newer));
  // What nobody has decided is as sure as it was proposed, and no surer.
  const links = alignment.links.map((each) => {
    const key = linkKey(each);
    return byPerson.has(key) ? each : { ...each, score: scores.get(key) ?? 0 };
  });
  return { alignment: { ...alignment, links }, confirmed: newest.id, byPerson };
}

/** 0 to 1, by key of the link, as the machine proposed it. */
function scoresIn(value: Json | undefined): ReadonlyMap<string, number> {
  const scores = listIn(value).map((each) => (isJsonObject(each) ? integerIn(each["score"]) : null));
  return new Map(linksIn(value).map((each, at) => [linkKey(each), (scores[at] ?? 0) / 1000]));
}

export function countsOf(older: KeptDraft, newer: KeptDraft): Counts {
  return { before: older.paragraphs.length, after: newer.paragraphs.length };
}

/** What one link is told from another by. */
export function linkKey({ before, after }: ConfirmedLink): string {
  const ascending = (places: readonly number[]): string => places.toSorted((a, b) => a - b).join(",");
  return `${ascending(before)}>${ascending(after)}`;
}

export function proposed(older: KeptDraft, newer: KeptDraft): Alignment {
  return proposeAlignment(paragraphsIn(older), paragraphsIn(newer), newer.language);
}

/** What is no link is passed over: `confirmedAlignment` refuses what does not fit the drafts. */
export function linksIn(value: Json | undefined): readonly ConfirmedLink[] {
  return listIn(value).flatMap((each) => {
    if (!isJsonObject(each)) return [];
    const places = (side: Json | undefined): readonly number[] =>
      listIn(side).flatMap((at) => (typeof at === "number" ? [at] : []));
    return [{ before: places(each["before"]), after: places(each["after"]) }];
  });
}
