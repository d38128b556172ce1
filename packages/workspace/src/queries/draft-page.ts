// One draft as its page shows it: what was taken in, each paragraph with its label and its states, and the drafts beside it.
import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf, type LanguageText, type RecordState, type View } from "@tocsin/records";
import { labelText, type DraftNotice } from "@tocsin/texts";
import { draftOf, type KeptDraft } from "../drafts/draft-paragraphs.ts";
import { draftOrder, draftsBeside } from "../drafts/drafts-of.ts";
import { linkIn, listIn, objectIn, stringIn, textIn, type Values } from "../values.ts";

export interface DraftPage {
  readonly record: RecordId;
  readonly title: LanguageText | null;
  readonly negotiation: { readonly record: RecordId; readonly title: string } | null;
  readonly stage: string | null;
  readonly dated: string | null;
  readonly symbol: string | null;
  /** BCP 47; `und` where nobody said. */
  readonly language: string;
  readonly sharing: string;
  readonly givenBy: LanguageText | null;
  readonly evidence: RecordId | null;
  readonly sha256: string | null;
  readonly form: string | null;
  readonly captured: string | null;
  readonly notices: readonly DraftNotice[];
  readonly paragraphs: readonly DraftPageParagraph[];
  /** Drafts of the same text but this one, in the order of their dates. */
  readonly others: readonly OtherDraft[];
}

export interface DraftPageParagraph {
  readonly record: RecordId;
  readonly label: string | null;
  /** Without the label. */
  readonly text: string;
  readonly brackets: "none" | "some" | "whole";
  readonly agreed: "open" | "ad-referendum" | "agreed";
  /** Paragraphs of other drafts that it goes on from. */
  readonly follows: number;
}

export interface OtherDraft {
  readonly record: RecordId;
  readonly title: string;
  readonly stage: string | null;
  readonly dated: string | null;
  /** Whether its date is before this one's. */
  readonly isEarlier: boolean;
  /** How far a person has said which paragraphs belong together; null where nobody has begun. */
  readonly aligned: { readonly by: string; readonly confirmed: number; readonly open: number } | null;
}

/** Throws `records.not-found`. */
export const draftPage = query(
  "draft.page",
  { draft: link("draft", { required: true }) },
  async (view, { draft }): Promise<DraftPage> => {
    const kept = await draftOf(view, draft);
    const values = valuesOf(kept.state);
    return {
      record: draft,
      title: textIn(values["title"]),
      ...aboutOf(values),
      language: kept.language,
      negotiation: await negotiationOf(view, linkIn(values["negotiation"])),
      paragraphs: paragraphsOf(kept),
      others: await othersOf(view, kept),
    };
  },
);

function aboutOf(values: Values) {
  return {
    stage: stringIn(values["stage"]),
    dated: stringIn(values["dated"]),
    symbol: stringIn(values["symbol"]),
    sharing: stringIn(values["sharing"]) ?? "us",
    givenBy: textIn(values["givenBy"]),
    evidence: linkIn(values["evidence"]),
    sha256: stringIn(values["sha256"]),
    form: stringIn(values["form"]),
    captured: stringIn(values["captured"]),
    notices: listIn(values["notices"]).flatMap((each) => {
      const { kind, detail } = objectIn(each);
      // What the capture wrote is taken at its word.
      return typeof kind === "string" && typeof detail === "string"
        ? [{ kind: kind as DraftNotice["kind"], detail }]
        : [];
    }),
  };
}

async function negotiationOf(view: View, record: RecordId | null): Promise<DraftPage["negotiation"]> {
  const state = record === null ? undefined : await view.read(record);
  if (record === null || state === undefined) return null;
  return { record, title: textIn(valuesOf(state)["title"])?.text ?? "" };
}

function paragraphsOf({ paragraphs }: KeptDraft): readonly DraftPageParagraph[] {
  return paragraphs.map(({ record, paragraph, agreed, follows }) => ({
    record,
    label: paragraph.label === null ? null : labelText(paragraph.label),
    text: paragraph.text,
    brackets: paragraph.brackets,
    agreed,
    follows: follows.length,
  }));
}

async function othersOf(view: View, { state }: KeptDraft): Promise<readonly OtherDraft[]> {
  const negotiation = linkIn(valuesOf(state)["negotiation"]);
  if (negotiation === null) return [];
  const own = draftOrder(state);
  const alignments = [
    ...(await view.linked(state.id, { kind: "alignment", field: "newer" })),
    ...(await view.linked(state.id, { kind: "alignment", field: "older" })),
  ];
  return (await draftsBeside(view, negotiation))
    .filter(({ id }) => id !== state.id)
    .map((each) => {
      const values = valuesOf(each);
      return {
        record: each.id,
        title: textIn(values["title"])?.text ?? "",
        stage: stringIn(values["stage"]),
        dated: stringIn(values["dated"]),
        isEarlier: draftOrder(each).localeCompare(own) < 0,
        aligned: alignedWith(alignments, each.id),
      };
    });
}

function alignedWith(alignments: readonly RecordState[], other: RecordId): OtherDraft["aligned"] {
  const newest = alignments
    .map(valuesOf)
    .findLast(({ older, newer }) => linkIn(older) === other || linkIn(newer) === other);
  if (newest === undefined) return null;
  return {
    by: textIn(newest["confirmedBy"])?.text ?? "",
    confirmed: listIn(newest["confirmed"]).length,
    open: listIn(newest["open"]).length,
  };
}
