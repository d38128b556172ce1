// Which paragraphs of two drafts belong together, for a person to confirm: what was confirmed, what is proposed, what is left.
import type { RecordId } from "@tocsin/core";
import { link, query, RecordsError, valuesOf } from "@tocsin/records";
import { labelText } from "@tocsin/texts";
import { alignmentOf, linkKey } from "../drafts/alignments.ts";
import { draftOf, type KeptDraft } from "../drafts/draft-paragraphs.ts";
import { textIn } from "../values.ts";

export interface DraftAlignment {
  readonly older: AlignedDraft;
  readonly newer: AlignedDraft;
  /** The record that holds what was confirmed; null before anybody has confirmed anything. */
  readonly confirmed: RecordId | null;
  /** By their place in the newer draft. */
  readonly links: readonly AlignedLink[];
}

export interface AlignedDraft {
  readonly record: RecordId;
  readonly title: string;
  readonly language: string;
  /** By their place. */
  readonly paragraphs: readonly { readonly label: string | null; readonly text: string }[];
}

export interface AlignedLink {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** 0 to 1: how like they are; no probability. Of what a person confirmed it is 1. */
  readonly score: number;
  readonly moved: boolean;
  readonly byPerson: boolean;
}

/** Throws `records.not-found`, `records.bad-input` for two drafts that are one. */
export const draftAlignment = query(
  "draft.alignment",
  { older: link("draft", { required: true }), newer: link("draft", { required: true }) },
  async (view, input): Promise<DraftAlignment> => {
    if (input.older === input.newer)
      throw new RecordsError("records.bad-input", "Cannot align: both are the same draft");
    const [older, newer] = [await draftOf(view, input.older), await draftOf(view, input.newer)];
    const { alignment, confirmed, byPerson } = await alignmentOf(view, older, newer);
    return {
      older: sideOf(older),
      newer: sideOf(newer),
      confirmed,
      links: alignment.links.map((each) => ({ ...each, byPerson: byPerson.has(linkKey(each)) })),
    };
  },
);

function sideOf({ state, language, paragraphs }: KeptDraft): AlignedDraft {
  return {
    record: state.id,
    title: textIn(valuesOf(state)["title"])?.text ?? "",
    language,
    paragraphs: paragraphs.map(({ paragraph: { label, text } }) => ({
      label: label === null ? null : labelText(label),
      text,
    })),
  };
}
