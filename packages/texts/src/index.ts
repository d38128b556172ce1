export * from "./errors.ts";
export {
  comparisonToAkomaNtoso,
  placeIdentities,
  type IdentityOf,
  type StatementFacts,
  type StatementSides,
} from "./akoma-ntoso/akoma-ntoso.ts";
export type { AlignedText, Alignment, ParagraphLink } from "./alignment/alignment.ts";
export { alignTexts } from "./alignment/align.ts";
export { confirmedAlignment, type ConfirmedLink, type Counts } from "./alignment/confirmed.ts";
export * from "./comparison/compare-drafts.ts";
export * from "./comparison/tracked-changes.ts";
export { hintWords, type HintWords } from "./hints/hint-words.ts";
export * from "./hints/own-words.ts";
export { wordingHints, type WordingHint, type Wordings } from "./hints/wording-hints.ts";
export type { AgreedState } from "./paragraphs/agreed.ts";
export * from "./paragraphs/brackets.ts";
export * from "./paragraphs/draft-text.ts";
export * from "./paragraphs/label.ts";
export * from "./paragraphs/read-draft.ts";
export * from "./paragraphs/split-plain.ts";
export * from "./sponsors/sponsor-line.ts";
export * from "./sponsors/compare-sponsors.ts";
export * from "./sponsors/vote.ts";
export * from "./words/compare-words.ts";
export * from "./words/shared-runs.ts";
