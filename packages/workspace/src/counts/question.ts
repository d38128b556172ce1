// What somebody typed as a question to the counts.
import { faultOf, type BadQuestion, type CountQuestion } from "@tocsin/cases";
import { RecordsError } from "@tocsin/records";

export interface TypedQuestion {
  readonly measure?: string;
  readonly scope?: string;
  readonly by?: readonly string[];
  readonly period?: string;
}

/** People who meet the conditions of the indicator, by category, unless it says otherwise. Throws `records.bad-input`. */
export function parseQuestion({ measure, scope, by, period }: TypedQuestion): CountQuestion {
  const question = {
    measure: measure ?? "people",
    scope: scope ?? "indicator",
    by: by ?? ["category"],
    ...(period === undefined ? {} : { period }),
  };
  const fault = faultOf(question);
  if (fault !== null) throw badQuestion(fault);
  // `faultOf` found every word to be one that it knows.
  return question as CountQuestion;
}

const faults: Readonly<Record<BadQuestion, string>> = {
  measure: "what is counted is people, organisations, groups, stated, unnamed or incidents",
  scope: "the scope is indicator or all",
  by: "these cannot be broken down together; at most two, gender and age of people alone, one of act and family, one period",
  period: "a period is a year, a quarter or a month, such as 2025, 2025-Q1 or 2025-03",
};

function badQuestion(fault: BadQuestion): RecordsError {
  return new RecordsError("records.bad-input", `Cannot count: ${faults[fault]}`, {
    details: { field: fault },
  });
}
