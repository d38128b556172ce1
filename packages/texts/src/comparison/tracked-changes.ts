// A comparison as recorded changes of a word processor: accepted, all of it is the newer text to the letter; rejected, the
// older one (ECMA-376 part 1, 17.13.5). A paragraph that moved is removed where it stood and added where it stands.
import type { DraftParagraph } from "../paragraphs/draft-text.ts";
import { compareWords, type ComparedRun } from "../words/compare-words.ts";
import type { Comparison, ComparisonRow } from "./compare-drafts.ts";

export interface TrackedParagraph {
  readonly runs: readonly ComparedRun[];
  /** Of its end: where it is `removed` or `added`, refusing or accepting the other joins it with the next. */
  readonly end: ComparedRun["kind"];
}

export interface TrackedTexts {
  readonly before: readonly DraftParagraph[];
  readonly after: readonly DraftParagraph[];
  readonly language: string;
}

export function trackedParagraphs(
  { rows }: Comparison,
  { before, after, language }: TrackedTexts,
): readonly TrackedParagraph[] {
  const rowOfAfter = new Map<DraftParagraph, ComparisonRow>();
  const rowOfBefore = new Map<DraftParagraph, ComparisonRow>();
  const [placeBefore, placeAfter] = [placesIn(before), placesIn(after)];
  for (const row of rows) {
    // Parts that do not follow each other cannot be one run of paragraphs in both texts.
    if (row.moved || !isTogether(row.before, placeBefore) || !isTogether(row.after, placeAfter)) continue;
    for (const paragraph of row.before) rowOfBefore.set(paragraph, row);
    for (const paragraph of row.after) rowOfAfter.set(paragraph, row);
  }
  const written: TrackedParagraph[] = [];
  let at = 0;
  /** Everything of the older text that stands before the next one with a counterpart. */
  const writeRemoved = (): void => {
    for (; at < before.length; at += 1) {
      const paragraph = before[at];
      if (paragraph === undefined || (rowOfBefore.get(paragraph)?.after.length ?? 0) > 0) return;
      written.push({ runs: [{ kind: "removed", text: paragraph.printed }], end: "removed" });
    }
  };
  for (const paragraph of after) {
    const row = rowOfAfter.get(paragraph);
    if (row === undefined || row.before.length === 0) {
      written.push({ runs: [{ kind: "added", text: paragraph.printed }], end: "added" });
      continue;
    }
    if (row.after[0] !== paragraph) continue;
    writeRemoved();
    written.push(...changedParagraphs(row, language));
    at += row.before.length;
  }
  writeRemoved();
  return withKeptEnd(written);
}

type Places = ReadonlyMap<DraftParagraph, number>;

function placesIn(side: readonly DraftParagraph[]): Places {
  return new Map(side.map((paragraph, place) => [paragraph, place]));
}

function isTogether(part: readonly DraftParagraph[], places: Places): boolean {
  const [first] = part;
  const start = first === undefined ? 0 : places.get(first);
  if (start === undefined) return false;
  return part.every((paragraph, at) => places.get(paragraph) === start + at);
}

function changedParagraphs({ before, after }: ComparisonRow, language: string): readonly TrackedParagraph[] {
  const [earlier, later] = [before, after].map((side) => side.map(({ printed }) => printed).join("\n")) as [
    string,
    string,
  ];
  const paragraphs: { runs: ComparedRun[]; end: ComparedRun["kind"] }[] = [{ runs: [], end: "same" }];
  for (const { kind, text } of compareWords(earlier, later, language))
    for (const [nth, part] of text.split("\n").entries()) {
      const last = paragraphs.at(-1);
      if (nth > 0) {
        if (last) last.end = kind;
        paragraphs.push({ runs: part === "" ? [] : [{ kind, text: part }], end: "same" });
      } else if (part !== "") last?.runs.push({ kind, text: part });
    }
  return paragraphs;
}

/**
 * The last end of a document cannot be removed or added. Where the last paragraphs are of one kind, the end before them is
 * in their place; where they are of both, the last of each share the last end. Joined, nothing is left over either way.
 */
function withKeptEnd(paragraphs: readonly TrackedParagraph[]): readonly TrackedParagraph[] {
  const start = paragraphs.findLastIndex(({ end }) => end === "same") + 1;
  const tail = paragraphs.slice(start);
  if (tail.length === 0) return paragraphs;
  const [removed, added] = (["removed", "added"] as const).map((kind) =>
    tail.filter(({ end }) => end === kind),
  ) as [TrackedParagraph[], TrackedParagraph[]];
  const [lastRemoved, lastAdded] = [removed.at(-1), added.at(-1)];
  const kept = paragraphs.slice(0, start);
  if (lastRemoved !== undefined && lastAdded !== undefined) {
    const runs = [...lastRemoved.runs, ...lastAdded.runs];
    return [
      ...kept,
      ...tail.filter((each) => each !== lastRemoved && each !== lastAdded),
      { runs, end: "same" },
    ];
  }
  const [before, last] = [kept.at(-1), tail.at(-1)];
  if (before === undefined || last === undefined) return paragraphs;
  return [...kept.slice(0, -1), { ...before, end: last.end }, ...tail.slice(0, -1), { ...last, end: "same" }];
}
