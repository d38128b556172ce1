import {
  countingMethod,
  countingRules,
  readNotCounted,
  readTables,
  withTotals,
  type CountingRule,
  type CountQuestion,
  type ShownTable,
} from "@tocsin/cases";
import { query, string, strings } from "@tocsin/records";
import { parseQuestion } from "../counts/question.ts";

/** Numbers as they are inside, small ones included. */
export interface CountPage {
  readonly question: CountQuestion;
  readonly method: { readonly name: string; readonly version: number };
  readonly rules: readonly CountingRule[];
  readonly tables: readonly ShownTable[];
  readonly notCounted: readonly {
    readonly status: string;
    readonly reason: string;
    readonly count: number;
  }[];
}

/** People whom attacks struck, or what else is counted, in tables by status. Throws `records.bad-input`. */
export const count = query(
  "count",
  { measure: string(), scope: string(), by: strings(), period: string(), status: string() },
  async (view, { status, ...typed }): Promise<CountPage> => {
    const question = parseQuestion(typed);
    const isAsked = (each: { readonly status: string }): boolean =>
      status === undefined || each.status === status;
    return {
      question,
      method: countingMethod,
      rules: countingRules,
      tables: (await readTables(view, question)).filter(isAsked).map(withTotals),
      notCounted: (await readNotCounted(view, question)).filter(isAsked),
    };
  },
);
