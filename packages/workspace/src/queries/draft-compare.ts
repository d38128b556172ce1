// Two drafts of a negotiated text beside each other: by what a person confirmed, else by a proposal, with hints.
import type { RecordId } from "@tocsin/core";
import { link, query, RecordsError } from "@tocsin/records";
import {
  compareDrafts,
  labelText,
  wordingHints,
  type ComparedRun,
  type Comparison,
  type DraftParagraph,
  type RowKind,
  type WordingHint,
} from "@tocsin/texts";
import { alignmentOf, linkKey } from "../drafts/alignments.ts";
import { hintListsOf } from "../drafts/hint-lists.ts";
import { draftOf, paragraphsIn, type KeptDraft } from "../drafts/draft-paragraphs.ts";

export interface ComparedDrafts {
  readonly older: RecordId;
  readonly newer: RecordId;
  /** BCP 47, of the newer one. */
  readonly language: string;
  /** The record in which a person confirmed what belongs together; null for a proposal. */
  readonly confirmed: RecordId | null;
  readonly counts: Comparison["counts"];
  readonly rows: readonly ComparedDraftRow[];
}

export interface ComparedDraftRow {
  readonly kind: RowKind;
  readonly moved: boolean;
  /** 0 to 1; null for a paragraph that came or went. */
  readonly score: number | null;
  readonly before: readonly ComparedParagraph[];
  readonly after: readonly ComparedParagraph[];
  /** Whether a person said that they belong together; a paragraph that came or went nobody says so of. */
  readonly byPerson: boolean;
  readonly runs: readonly ComparedRun[];
  readonly hints: readonly WordingHint[];
}

export interface ComparedParagraph {
  readonly record: RecordId;
  readonly place: number;
  readonly label: string | null;
  readonly brackets: DraftParagraph["brackets"];
  readonly agreed: DraftParagraph["agreed"];
}

/** Throws `records.not-found`, `records.bad-input` for two drafts that are one. */
export const draftCompare = query(
  "draft.compare",
  { older: link("draft", { required: true }), newer: link("draft", { required: true }) },
  async (view, input): Promise<ComparedDrafts> => {
    if (input.older === input.newer)
      throw new RecordsError("records.bad-input", "Cannot compare: both are the same draft");
    const [older, newer] = [await draftOf(view, input.older), await draftOf(view, input.newer)];
    const { language } = newer;
    const lists = await hintListsOf(view);
    const { alignment, confirmed, byPerson } = await alignmentOf(view, older, newer);
    const { rows, counts } = compareDrafts(paragraphsIn(older), paragraphsIn(newer), { language, alignment });
    const [before, after] = [placesOf(older), placesOf(newer)];
    return {
      ...input,
      language,
      confirmed,
      counts,
      rows: rows.map((row) => {
        const sides = {
          before: row.before.flatMap((each) => before.get(each) ?? []),
          after: row.after.flatMap((each) => after.get(each) ?? []),
        };
        return {
          ...row,
          ...sides,
          byPerson: byPerson.has(
            linkKey({ before: sides.before.map(placeIn), after: sides.after.map(placeIn) }),
          ),
          hints:
            row.kind === "same"
              ? []
              : wordingHints({ before: wordsIn(row.before), after: wordsIn(row.after) }, language, lists),
        };
      }),
    };
  },
);

function placeIn({ place }: ComparedParagraph): number {
  return place;
}

function wordsIn(side: readonly DraftParagraph[]): string {
  return side.map(({ text }) => text).join("\n");
}

function placesOf({ paragraphs }: KeptDraft): ReadonlyMap<DraftParagraph, ComparedParagraph> {
  return new Map(
    paragraphs.map(({ record, paragraph }, place) => {
      const { label, brackets, agreed } = paragraph;
      return [
        paragraph,
        { record, place, label: label === null ? null : labelText(label), brackets, agreed },
      ];
    }),
  );
}
