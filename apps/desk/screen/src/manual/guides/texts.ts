// A text that is negotiated: two drafts come in, a person says which paragraph is which, and the ledger keeps what was won.
import type { Guide } from "../guide.ts";
import { example, newRecord } from "./example-words.ts";

/** Kinds of a negotiated text, and the ways to begin one. */
const kinds = [
  "negotiation",
  "draft",
  "draftParagraph",
  "alignment",
  "ask",
  "ledgerEntry",
  "amendment",
  "sponsorList",
  "position",
  "agreedLanguage",
  "handOver",
  "hintWord",
];

const place = { key: "texts.ledger.cell", values: { ask: example.ask, draft: example.newerDraft } } as const;

export const negotiateText: Guide = {
  name: "negotiate-text",
  screens: [...kinds, ...kinds.flatMap((kind) => [`list/${kind}`, `new/${kind}`])],
  steps: [
    { do: "go", to: "kind.negotiation" },
    { do: "follow", link: newRecord("negotiation") },
    { do: "write", field: "negotiation.title", text: example.negotiation },
    { do: "press", button: "action.add" },
    { do: "follow", link: "texts.capture", note: "inside" },
    { do: "write", field: "texts.capture.words", text: example.olderText },
    { do: "write", field: "draft.title", text: example.olderDraft },
    { do: "write", field: "draft.dated", text: { said: "2026-02-01" } },
    { do: "press", button: "texts.capture.seal" },
    { do: "see", text: "texts.paragraphs", note: "paragraphs" },
    { do: "go", to: "kind.negotiation" },
    { do: "follow", link: example.negotiation },
    { do: "follow", link: "texts.capture" },
    { do: "write", field: "texts.capture.words", text: example.newerText },
    { do: "write", field: "draft.title", text: example.newerDraft },
    { do: "write", field: "draft.dated", text: { said: "2026-02-10" } },
    { do: "press", button: "texts.capture.seal" },
    { do: "follow", link: "texts.align" },
    { do: "write", field: "alignment.confirmedBy", text: example.approver, note: "confirm" },
    { do: "press", button: "texts.align.all-sure", note: "sure" },
    { do: "see", text: "texts.align.confirmed", picture: "align" },
    { do: "follow", link: "texts.compare" },
    { do: "see", text: "comparison.legend", note: "hints", picture: "compare" },
    { do: "go", to: "kind.negotiation" },
    { do: "follow", link: example.negotiation },
    { do: "follow", link: "texts.ask.new" },
    { do: "write", field: "ask.title", text: example.ask },
    { do: "write", field: "ask.words", text: example.askWords },
    { do: "press", button: "action.add" },
    { do: "see", text: "desk.record.saves-itself" },
    { do: "go", to: "kind.negotiation" },
    { do: "follow", link: example.negotiation },
    { do: "press", button: place, note: "ledger" },
    { do: "unfold", part: "texts.ledger.read" },
    { do: "choose", field: "ledgerEntry.standing", term: "askStandings.weaker.label" },
    { do: "press", button: "action.add" },
    { do: "see", text: "texts.ledger.open-entry", picture: "ledger" },
    { do: "unfold", part: "texts.motions.take", note: "sponsors" },
    { do: "see", text: "texts.positions.cover", note: "positions", picture: "room" },
  ],
};
