// Answers of the fake desk about one negotiated text: no ask yet, one amendment with a vote, sponsors of two days, positions.
import type { HintWordLists, Ledger, Motions, Positions } from "@tocsin/workspace";
import { idOf, type Answer } from "./answer.ts";

export const negotiationId = idOf("g");
const [amendment, listOne, listTwo, position, draft] = ["w", "x", "y", "z", "d"].map(idOf);
if (!amendment || !listOne || !listTwo || !position || !draft) throw new Error("Five ids were made");

const ledger: Ledger = { negotiation: negotiationId, drafts: [], asks: [] };

const motions: Motions = {
  negotiation: negotiationId,
  amendments: [
    {
      record: amendment,
      title: "Example amendment on shutdowns",
      number: "L.42",
      operation: "delete",
      state: "rejected",
      paragraph: null,
      where: "OP2",
      effect: "It would take away the duty to refrain.",
      sponsors: ["Example State"],
      tabled: "2026-03-01",
      vote: {
        inFavour: 15,
        against: 28,
        abstaining: null,
        absent: null,
        voted: null,
        didNotVote: null,
        isAdopted: false,
        problem: null,
      },
    },
  ],
  sponsors: [
    { record: listOne, dated: "2026-03-01", members: ["Chile"], observers: ["Norway"], change: null },
    {
      record: listTwo,
      dated: "2026-03-20",
      members: ["Chile", "Fiji"],
      observers: [],
      change: {
        joined: [{ name: "Fiji", isMember: true }],
        left: [{ name: "Norway", isMember: false }],
        otherwise: [],
      },
    },
  ],
};

const line = {
  record: position,
  stance: "oppose",
  when: "2026-03-02",
  confidence: "doubted",
  mayLeave: false,
};
const positions: Positions = {
  negotiation: negotiationId,
  delegations: ["Example Delegation", "Other Delegation"],
  rows: [{ paragraph: null, label: null, cells: [[line], []] }],
};

const hintWords: HintWordLists = {
  lists: [
    {
      language: "en",
      ladder: [
        [{ words: "decides", record: null, source: null, checked: false }],
        [{ words: "encourages", record: null, source: null, checked: false }],
      ],
      qualifiers: [{ words: "where feasible", record: idOf("q"), source: "Example handbook", checked: true }],
      unused: [],
    },
  ],
};

export const motionsAnswers: Readonly<Record<string, Answer>> = {
  "query/hint.words": () => hintWords,
  "query/negotiation.ledger": () => ledger,
  "query/negotiation.motions": () => motions,
  "query/negotiation.positions": () => positions,
};
