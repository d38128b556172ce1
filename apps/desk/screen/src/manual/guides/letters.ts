// An open letter from its text to its frozen list: two signatures of one signer, merged by a person, and what leaves.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

const kinds = ["letter", "letterVersion", "signature", "signatureCheck", "signerDecision"];

const line = {
  key: "letters.desk.queue.open",
  values: { count: { said: "1" } },
} as const;

export const gatherSignatures: Guide = {
  name: "gather-signatures",
  screens: [...kinds, ...kinds.flatMap((kind) => [`list/${kind}`, `new/${kind}`])],
  steps: [
    { do: "go", to: "kind.letter" },
    { do: "follow", link: "command.letter.open" },
    { do: "write", field: "letter.title", text: example.openLetter },
    { do: "write", field: "letterVersion.body", text: example.openLetterText, note: "text" },
    { do: "write", field: "letter.deadline", text: { said: "2099-12-01T18:00" } },
    { do: "choose", field: "letter.zone", term: { said: "Africa/Cairo" }, note: "zone" },
    { do: "press", button: "action.add" },
    { do: "follow", link: "letters.desk.sign" },
    { do: "write", field: "signature.name", text: { said: "Example Watch" } },
    { do: "choose", field: "signature.visibility", term: "signatureVisibility.public.label", note: "shown" },
    { do: "press", button: "action.add" },
    { do: "follow", link: "letters.desk.sign" },
    { do: "write", field: "signature.name", text: { said: "EXAMPLE WATCH e.V." } },
    { do: "press", button: "action.add" },
    { do: "see", text: "letters.out.counts", picture: "letter" },
    { do: "follow", link: line, note: "queue" },
    { do: "write", field: "signerDecision.by", text: example.approver },
    { do: "see", text: "signerDecision.keeps", picture: "queue" },
    { do: "press", button: "signerDecisions.same.label", note: "kept" },
    { do: "go", to: "kind.letter" },
    { do: "follow", link: example.openLetter },
    { do: "follow", link: "letters.desk.freeze", note: "preview" },
    { do: "see", text: "letters.desk.leaves", picture: "freeze" },
    { do: "write", field: "letter.frozenBy", text: example.approver },
    { do: "press", button: "letters.desk.freeze.act", note: "for-ever" },
    { do: "see", text: "letterStates.frozen.label" },
    { do: "write", field: "release.approvedBy", text: example.approver },
    { do: "press", button: "desk.release.approve" },
    { do: "see", text: "desk.report.written", note: "check", picture: "out" },
  ],
};
