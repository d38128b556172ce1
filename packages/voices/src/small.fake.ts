// A small questionnaire and answers to it, for tests: one choice, one repeat with a condition in it, one number, one text.
import type { AnswerFile } from "./answer-file.ts";

const leastConsent = { attribution: "none", quote: false, reuse: "here", until: null } as const;

const say = (text: string): Record<string, string> => ({ en: text });

export function smallQuestionnaire(): Record<string, unknown> {
  return {
    format: "tocsin-questionnaire",
    formatVersion: 1,
    id: "small",
    version: 1,
    purpose: "consultation",
    languages: ["en", "ar"],
    unreviewed: ["ar"],
    title: { en: "A small one", ar: "استبيان صغير" },
    about: say("For tests"),
    questions: [
      {
        id: "seen",
        type: "one",
        text: { en: "Did it happen?", ar: "هل حدث ذلك؟" },
        why: say("The rest depends on it"),
        required: true,
        options: [
          { code: "yes", text: { en: "Yes", ar: "نعم" } },
          { code: "no", text: say("No") },
        ],
      },
      {
        id: "times",
        type: "number",
        text: say("How often?"),
        why: say("To count"),
        when: { question: "seen", is: ["yes"] },
      },
      {
        id: "each",
        type: "repeat",
        most: 3,
        text: say("Each time"),
        why: say("To keep them apart"),
        when: { question: "times", atLeast: 1 },
        questions: [
          { id: "what", type: "long", text: say("What was it?"), why: say("Own words"), required: true },
          {
            id: "kinds",
            type: "several",
            text: say("Of which kinds?"),
            why: say("To compare"),
            options: [
              { code: "threat", text: say("A threat") },
              { code: "theft", text: say("A theft") },
            ],
          },
          {
            id: "by-whom",
            type: "text",
            text: say("By whom?"),
            why: say("To see patterns"),
            when: { question: "kinds", is: ["threat"] },
          },
        ],
      },
      { id: "when", type: "date", text: say("When?"), why: say("To order them") },
    ],
  };
}

export function smallAnswers(): AnswerFile {
  const quotable = { ...leastConsent, attribution: "role-region", quote: true, until: "2028-12-31" } as const;
  return {
    questionnaire: { id: "small", version: 1, digest: "0".repeat(64) },
    answer: "1".repeat(32),
    edition: 1,
    day: "2026-11-29",
    language: "ar",
    writtenIn: "ar",
    contributor: { role: "محامية" },
    answers: [
      { question: "seen", item: null, value: "yes", consent: leastConsent },
      { question: "times", item: null, value: 2, consent: leastConsent },
      { question: "what", item: 0, value: "رسالة تهديد", consent: quotable },
      { question: "kinds", item: 0, value: ["threat"], consent: leastConsent },
      { question: "by-whom", item: 0, value: "لا أعرف", consent: leastConsent },
      { question: "what", item: 1, value: "سرقة هاتف", consent: leastConsent },
      { question: "when", item: null, value: "2026-11", consent: leastConsent },
    ],
  };
}
