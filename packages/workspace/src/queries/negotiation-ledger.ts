// The ledger of language: every ask by every draft, as people read it, with what the machine would look at where nobody has.
import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf, type RecordState, type View } from "@tocsin/records";
import { alignTexts, labelText, wordingHints, type WordingHint } from "@tocsin/texts";
import { draftOf, type KeptDraft } from "../drafts/draft-paragraphs.ts";
import { hintListsOf } from "../drafts/hint-lists.ts";
import { draftsBeside } from "../drafts/drafts-of.ts";
import { stateOf } from "../state-of.ts";
import { flagIn, linkIn, linksIn, stringIn, textIn } from "../values.ts";

export interface Ledger {
  readonly negotiation: RecordId;
  /** In the order of their dates, those without one by when they were taken in. */
  readonly drafts: readonly LedgerDraft[];
  readonly asks: readonly LedgerAsk[];
}

export interface LedgerDraft {
  readonly record: RecordId;
  readonly title: string;
  readonly stage: string | null;
  readonly dated: string | null;
  readonly sharing: string;
  readonly language: string;
  readonly paragraphs: number;
  /** Paragraphs that the draft, or somebody since, notes as agreed. */
  readonly agreed: number;
  /** Paragraphs of which words stand in square brackets. */
  readonly bracketed: number;
}

export interface LedgerAsk {
  readonly record: RecordId;
  readonly title: string;
  readonly words: string;
  /** BCP 47, of the title and the words. */
  readonly language: string;
  readonly priority: string | null;
  readonly closed: boolean;
  /** One for each draft, in their order. */
  readonly cells: readonly LedgerCell[];
}

/** What a person read. */
export interface LedgerLine {
  readonly record: RecordId;
  readonly standing: string;
  readonly when: string | null;
  readonly likelyBy: string | null;
  readonly source: string | null;
  readonly confidence: string | null;
  readonly reasons: string | null;
  readonly paragraphs: readonly { readonly record: RecordId; readonly label: string | null }[];
}

export interface LedgerCell {
  readonly draft: RecordId;
  /** The newest entry of a person; null where nobody has read the draft for it. */
  readonly entry: LedgerLine | null;
  /** How often a person has read it for this ask. */
  readonly readings: number;
  /** The paragraph whose words are most like the ask, where one is like it at all. No judgement. */
  readonly alike: {
    readonly record: RecordId;
    readonly label: string | null;
    /** 0 to 1. */
    readonly score: number;
    /** Between the words of the ask and those of the paragraph. */
    readonly hints: readonly WordingHint[];
  } | null;
}

/** Throws `records.not-found`. */
export const negotiationLedger = query(
  "negotiation.ledger",
  { negotiation: link("negotiation", { required: true }), draft: link("draft") },
  async (view, { negotiation, draft }): Promise<Ledger> => {
    await stateOf(view, negotiation, "negotiation");
    const states = await draftsBeside(view, negotiation);
    const wanted = states.filter(({ id }) => draft === undefined || id === draft);
    const drafts = await Promise.all(wanted.map(({ id }) => draftOf(view, id)));
    const asks = await view.linked(negotiation, { kind: "ask", field: "negotiation" });
    const lists = await hintListsOf(view);
    return {
      negotiation,
      drafts: drafts.map(lineOf),
      asks: await Promise.all(asks.map((ask) => askLine(view, ask, { drafts, lists }))),
    };
  },
);

function lineOf({ state, language, paragraphs }: KeptDraft): LedgerDraft {
  const values = valuesOf(state);
  return {
    record: state.id,
    title: textIn(values["title"])?.text ?? "",
    stage: stringIn(values["stage"]),
    dated: stringIn(values["dated"]),
    sharing: stringIn(values["sharing"]) ?? "us",
    language,
    paragraphs: paragraphs.length,
    agreed: paragraphs.filter(({ agreed }) => agreed !== "open").length,
    bracketed: paragraphs.filter(({ paragraph }) => paragraph.brackets !== "none").length,
  };
}

interface Read {
  readonly drafts: readonly KeptDraft[];
  readonly lists: HintLists;
}

type HintLists = Awaited<ReturnType<typeof hintListsOf>>;

async function askLine(view: View, ask: RecordState, { drafts, lists }: Read): Promise<LedgerAsk> {
  const values = valuesOf(ask);
  const words = textIn(values["words"])?.text ?? "";
  const entries = await view.linked(ask.id, { kind: "ledgerEntry", field: "ask" });
  return {
    record: ask.id,
    title: textIn(values["title"])?.text ?? "",
    words,
    language: (textIn(values["words"]) ?? textIn(values["title"]))?.lang ?? "und",
    priority: stringIn(values["priority"]),
    closed: flagIn(values["closed"]) === true,
    cells: drafts.map((draft) => ({
      draft: draft.state.id,
      ...entryFor(entries, draft),
      alike: words === "" ? null : alikeIn(words, draft, lists),
    })),
  };
}

function entryFor(entries: readonly RecordState[], draft: KeptDraft): Pick<LedgerCell, "entry" | "readings"> {
  const own = entries.filter((state) => linkIn(valuesOf(state)["draft"]) === draft.state.id);
  const newest = own.at(-1);
  if (newest === undefined) return { entry: null, readings: 0 };
  const values = valuesOf(newest);
  const entry = {
    record: newest.id,
    standing: stringIn(values["standing"]) ?? "",
    when: stringIn(values["when"]),
    likelyBy: textIn(values["likelyBy"])?.text ?? null,
    source: textIn(values["source"])?.text ?? null,
    confidence: stringIn(values["confidence"]),
    reasons: textIn(values["reasons"])?.text ?? null,
    paragraphs: linksIn(values["paragraphs"]).map((record) => ({ record, label: labelIn(draft, record) })),
  };
  return { entry, readings: own.length };
}

function labelIn({ paragraphs }: KeptDraft, record: RecordId): string | null {
  const label = paragraphs.find((each) => each.record === record)?.paragraph.label ?? null;
  return label === null ? null : labelText(label);
}

function alikeIn(words: string, { paragraphs, language }: KeptDraft, lists: HintLists): LedgerCell["alike"] {
  const sides = paragraphs.map(({ paragraph }) => ({ text: paragraph.text, label: null }));
  const [found] = alignTexts([{ text: words, label: null }], sides, language).links;
  const kept = found === undefined ? undefined : paragraphs[found.after[0] ?? -1];
  if (found === undefined || kept === undefined) return null;
  const { label, text } = kept.paragraph;
  return {
    record: kept.record,
    label: label === null ? null : labelText(label),
    score: found.score,
    hints: wordingHints({ before: words, after: text }, language, lists),
  };
}
