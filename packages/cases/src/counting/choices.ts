// What a person can choose from while they put a question to the counts: what fits is offered, what does not fit is let go.
import { breakdowns, faultOf, measures, scopes } from "./question.ts";
import type { BadQuestion, Breakdown, CountQuestion, LooseQuestion } from "./question.ts";

export interface CountChoices {
  /** What was chosen, without what does not fit. */
  readonly question: CountQuestion;
  /** What was wrong with it as it was chosen; null where nothing was. */
  readonly fault: BadQuestion | null;
  readonly measures: typeof measures;
  readonly scopes: typeof scopes;
  readonly first: readonly Breakdown[];
  /** Beside the first that was chosen; none where none was. */
  readonly second: readonly Breakdown[];
}

export function choicesFor(typed: LooseQuestion): CountChoices {
  const question = fitted(typed);
  const { by } = question;
  const [chosen] = by;
  const fits = (some: readonly Breakdown[]): boolean => faultOf({ ...question, by: some }) === null;
  return {
    question,
    fault: faultOf(typed),
    measures,
    scopes,
    first: breakdowns.filter((each) => fits([each])),
    second: chosen === undefined ? [] : breakdowns.filter((each) => fits([chosen, each])),
  };
}

function fitted({ measure, scope, by, period }: LooseQuestion): CountQuestion {
  const base = {
    measure: measures.find((each) => each === measure) ?? "people",
    scope: scopes.find((each) => each === scope) ?? "indicator",
    by: [],
  } as const;
  const isPeriod = period !== undefined && faultOf({ ...base, period }) === null;
  const timed: CountQuestion = isPeriod ? { ...base, period } : base;
  return by.reduce<CountQuestion>((question, name) => {
    const added = breakdowns.filter((each) => each === name);
    const wider = { ...question, by: [...question.by, ...added] };
    return faultOf(wider) === null ? wider : question;
  }, timed);
}
