// A small instrument and sheets for tests: `gap` is asked only where the law is there in part or not at all.
import type { Instrument, Level, Question } from "../instruments/instrument.ts";
import type { Sheet } from "./sheets.ts";

const question = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  scale: "safeguard",
  text: `Is ${id} there?`,
  help: "Look.",
  evidence: "Papers.",
  sources: [{ key: "limits", confirmed: true }],
  criteria: [],
  levels: { met: "Yes.", partly: "In part.", "not-met": "No." },
  deadline: false,
  ...more,
});

export const exampleInstrument: Instrument = {
  id: "example",
  version: 1,
  lang: "en",
  title: "An example",
  about: "For tests.",
  subjects: ["state"],
  commitments: ["C-GEN-1"],
  checked: false,
  questions: [
    question("law"),
    question("gap", { when: { question: "law", is: ["partly", "not-met"] } }),
    question("use"),
  ],
  translations: {},
  unreviewed: [],
};

/** Answers with reasons, but for the questions that are named last. */
export function sheetWith(
  id: string,
  answers: Readonly<Record<string, Level>>,
  withoutReasons: readonly string[] = [],
): Sheet {
  return {
    id,
    isClosed: false,
    answers: new Map(
      Object.entries(answers).map(([name, level]) => [
        name,
        { level, hasReasons: !withoutReasons.includes(name) },
      ]),
    ),
  };
}
