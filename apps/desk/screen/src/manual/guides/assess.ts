// Holding somebody to what was promised: an assessment with two raters, from its beginning to its final levels.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

const firstQuestion = { said: "1. Does the State recognise that children defend rights, also online?" };

const sheet = (rater: string) =>
  [
    { do: "unfold", part: "assess.sheet.begin" },
    { do: "write", field: "rating.rater", text: rater },
    { do: "press", button: "command.rating.begin" },
  ] as const;

const rest = {
  do: "rate",
  level: "assessmentLevels.partly.label",
  field: "answer.reasons",
  text: example.looked,
  button: "assess.next-question",
} as const;

export const assessTwoRaters: Guide = {
  name: "assess-two-raters",
  screens: [
    "assess",
    "instruments",
    "instrument",
    "list/instrument",
    "assessment",
    "list/assessment",
    "rating",
    "list/rating",
    "answer",
    "settlement",
    "rightOfReply",
    "list/rightOfReply",
  ],
  steps: [
    { do: "go", to: "kind.assessment" },
    { do: "follow", link: "command.assessment.begin" },
    { do: "follow", link: example.instrument, note: "instrument" },
    { do: "choose", field: "assessment.country", term: "countries.DE.label" },
    { do: "write", field: "assessment.title", text: example.assessment },
    { do: "write", field: "assessment.period", text: { said: "2024" }, note: "period" },
    { do: "press", button: "command.assessment.begin" },
    { do: "see", text: "assess.next.no-sheet" },
    ...sheet(example.rater),
    { ...rest, note: "levels", picture: "sheet" },
    { do: "press", button: "assess.close", note: "closed" },
    { do: "follow", link: "assess.back" },
    ...sheet(example.secondRater),
    { do: "answer", question: firstQuestion, answer: "assessmentLevels.met.label", note: "alone" },
    { do: "write", field: "answer.reasons", text: example.looked },
    { do: "press", button: "assess.next-question" },
    rest,
    { do: "press", button: "assess.close" },
    { do: "follow", link: "assess.back" },
    { do: "see", text: "assess.agreement", note: "alpha", picture: "compared" },
    { do: "unfold", part: "assess.settle" },
    { do: "answer", question: "settlement.level", answer: "assessmentLevels.partly.label" },
    { do: "write", field: "settlement.reasons", text: example.settled },
    { do: "write", field: "settlement.dissent", text: example.dissent, note: "dissent" },
    { do: "press", button: "assess.settle.act" },
    { do: "unfold", part: "command.reply.invite", note: "invite" },
    { do: "write", field: "rightOfReply.to", text: example.invited },
    { do: "write", field: "rightOfReply.deadline", text: { said: "2190-01-31" } },
    { do: "choose", field: "rightOfReply.zone", term: { said: "Africa/Cairo" } },
    { do: "press", button: "assess.reply.invite.act" },
    { do: "unfold", part: "command.reply.receive", note: "silence" },
    { do: "write", field: "rightOfReply.words", text: example.replied },
    { do: "press", button: "assess.reply.receive.act" },
    { do: "press", button: "command.assessment.finish", note: "final" },
    { do: "see", text: "assess.result", picture: "result" },
  ],
};
