// Answers about instruments: one that fits each kind of thing, and an older version of one.
import type { Answer } from "./answer.ts";

const subjects = ["state", "company", "measure", "proceeding"];

const line = (subject: string, version: number) => ({
  id: `fits-${subject}`,
  version,
  title: `Example instrument for a ${subject}`,
  about: "It asks what an invented text asks for.",
  lang: "en",
  subjects: [subject],
  commitments: ["C-GEN-1"],
  questions: 6,
  checked: false,
  record: null,
  retired: false,
  titles: { ar: "أداة مثال", es: "Instrumento de ejemplo", fr: "Instrument d’exemple" },
});

export const assessingAnswers: Readonly<Record<string, Answer>> = {
  "query/instrument.list": () => ({
    instruments: [line("state", 1), ...subjects.map((subject) => line(subject, 2))],
    problems: [],
  }),
};
