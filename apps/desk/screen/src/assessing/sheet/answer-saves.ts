// How one answer saves itself as it is typed: by the same ways as the fields of a record, and to the sheet alone.
import { useEffect } from "react";
import type { Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import type { AssessmentPage, ShownAnswer } from "@tocsin/workspace";
import { useDesk } from "../../desk.tsx";
import type { FieldSaves } from "../../records/field-saves.ts";

export type AnswerValues = Readonly<Record<string, Json>>;

interface Answering {
  readonly page: AssessmentPage;
  readonly rating: string;
  readonly question: string;
  readonly fields: readonly FormField[];
}

export function useAnswerSaves({ page, rating, question, fields }: Answering): {
  readonly saves: FieldSaves;
  readonly values: AnswerValues;
} {
  const { saves: book, api } = useDesk();
  const { assessment, title } = page;
  const values = valuesIn(page, rating, question);
  const record = `${rating}_${question}`;
  const saves = book.of({
    kind: "rating",
    record,
    label: title?.text ?? "",
    fields,
    values,
    ports: {
      write: (change) => api.run("rating.write", { rating, question, ...change }),
      read: async () =>
        valuesIn(await api.ask<AssessmentPage>("assessment.page", { assessment, rating }), rating, question),
    },
  });
  useEffect(() => book.show(record), [book, record]);
  const key = JSON.stringify(values);
  useEffect(() => saves.take(JSON.parse(key) as AnswerValues), [saves, key]);
  return { saves, values };
}

export function answerIn(page: AssessmentPage, rating: string, question: string): ShownAnswer | undefined {
  return page.questions
    .find((each) => each.question === question)
    ?.answers.find((each) => each.rating === rating);
}

/** What stands in the fields of the answer, nothing where it says nothing. */
function valuesIn(page: AssessmentPage, rating: string, question: string): AnswerValues {
  const answer = answerIn(page, rating, question);
  if (answer === undefined) return {};
  const { level, reasons, statedReason, evidence, confidential, due, zone } = answer;
  const said: Readonly<Record<string, Json | null>> = {
    level,
    reasons: reasons === null ? null : { ...reasons },
    statedReason: statedReason === null ? null : { ...statedReason },
    evidence: evidence.length === 0 ? null : [...evidence],
    confidential: confidential === null ? null : { ...confidential },
    due,
    zone,
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}
