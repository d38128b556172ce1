// Two drafts held beside each other: a row for each paragraph, in the order of the newer one, with what went where it stood.
import { alignTexts } from "../alignment/align.ts";
import type { AlignedText, Alignment, ParagraphLink } from "../alignment/alignment.ts";
import type { DraftParagraph } from "../paragraphs/draft-text.ts";
import { labelText } from "../paragraphs/label.ts";
import { compareWords, type ComparedRun } from "../words/compare-words.ts";

export type RowKind = "same" | "changed" | "split" | "merged" | "added" | "removed";

export interface ComparisonRow {
  readonly kind: RowKind;
  readonly moved: boolean;
  /** 0 to 1 as the alignment has it; null for what was added or removed. */
  readonly score: number | null;
  readonly before: readonly DraftParagraph[];
  readonly after: readonly DraftParagraph[];
  /** Words without labels; a line feed where one paragraph ends and the next begins. */
  readonly runs: readonly ComparedRun[];
}

export interface Comparison {
  readonly rows: readonly ComparisonRow[];
  readonly counts: Readonly<Record<RowKind | "moved", number>>;
}

export interface CompareOptions {
  /** BCP 47, of the newer text. */
  readonly language: string;
  /** In the place of a proposal: what a person confirmed. */
  readonly alignment?: Alignment;
}

export function compareDrafts(
  before: readonly DraftParagraph[],
  after: readonly DraftParagraph[],
  { language, alignment = proposeAlignment(before, after, language) }: CompareOptions,
): Comparison {
  const rows = placesOf(alignment).map(({ link, removed, added }): ComparisonRow => {
    if (removed !== undefined) return goneRow(before[removed]);
    if (link === undefined) return newRow(after[added ?? -1]);
    const pick = (side: readonly DraftParagraph[], places: readonly number[]): readonly DraftParagraph[] =>
      places.flatMap((at) => side[at] ?? []);
    return linkedRow(pick(before, link.before), pick(after, link.after), { link, language });
  });
  return { rows, counts: countsOf(rows) };
}

export function proposeAlignment(
  before: readonly DraftParagraph[],
  after: readonly DraftParagraph[],
  language: string,
): Alignment {
  return alignTexts(before.map(aligned), after.map(aligned), language);
}

function aligned({ text, label }: DraftParagraph): AlignedText {
  return { text, label: label === null ? null : labelText(label) };
}

interface Place {
  readonly link?: ParagraphLink;
  readonly removed?: number;
  readonly added?: number;
}

/** What was removed stands behind the paragraph that it followed in the older text, wherever that went. */
function placesOf({ links, removed, added }: Alignment): readonly Place[] {
  const byAfter = new Map<number, Place>();
  const linkOf = new Map<number, ParagraphLink>();
  for (const link of links) {
    const first = link.after[0];
    if (first !== undefined) byAfter.set(first, { link });
    for (const one of link.before) linkOf.set(one, link);
  }
  for (const at of added) byAfter.set(at, { added: at });
  const behind = new Map<ParagraphLink | undefined, number[]>();
  const gone = new Set(removed);
  for (const at of removed) {
    let before = at - 1;
    while (before >= 0 && (gone.has(before) || linkOf.get(before)?.moved === true)) before -= 1;
    const link = linkOf.get(before);
    behind.set(link, [...(behind.get(link) ?? []), at]);
  }
  const goneBehind = (link: ParagraphLink | undefined): readonly Place[] =>
    (behind.get(link) ?? []).map((at) => ({ removed: at }));
  const inOrder = [...byAfter].sort(([one], [other]) => one - other);
  return [
    ...goneBehind(undefined),
    ...inOrder.flatMap(([, place]) => [place, ...(place.link === undefined ? [] : goneBehind(place.link))]),
  ];
}

function goneRow(paragraph: DraftParagraph | undefined): ComparisonRow {
  const before = paragraph === undefined ? [] : [paragraph];
  const runs = before.map(({ text }) => ({ kind: "removed" as const, text }));
  return { kind: "removed", moved: false, score: null, before, after: [], runs };
}

function newRow(paragraph: DraftParagraph | undefined): ComparisonRow {
  const after = paragraph === undefined ? [] : [paragraph];
  const runs = after.map(({ text }) => ({ kind: "added" as const, text }));
  return { kind: "added", moved: false, score: null, before: [], after, runs };
}

interface Linked {
  readonly link: ParagraphLink;
  readonly language: string;
}

function linkedRow(
  before: readonly DraftParagraph[],
  after: readonly DraftParagraph[],
  { link: { score, moved }, language }: Linked,
): ComparisonRow {
  const [earlier, later] = [before, after].map((side) => side.map(({ text }) => text).join("\n")) as [
    string,
    string,
  ];
  const runs = compareWords(earlier, later, language);
  const kind =
    after.length > 1 ? "split" : before.length > 1 ? "merged" : earlier === later ? "same" : "changed";
  return { kind, moved, score, before, after, runs };
}

function countsOf(rows: readonly ComparisonRow[]): Comparison["counts"] {
  const counts = { same: 0, changed: 0, split: 0, merged: 0, added: 0, removed: 0, moved: 0 };
  for (const { kind, moved } of rows) {
    counts[kind] += 1;
    if (moved) counts.moved += 1;
  }
  return counts;
}
