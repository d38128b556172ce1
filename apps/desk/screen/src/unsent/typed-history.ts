// Undo and redo inside a form: the states that it had, oldest first. What is typed into one field in a row is one step.

export interface TypedHistory<State> {
  readonly past: readonly State[];
  readonly now: State;
  readonly future: readonly State[];
  /** The field that the last step was about; null after a step back or forth. */
  readonly field: string | null;
}

const mostSteps = 100;

export function historyOf<State>(now: State): TypedHistory<State> {
  return { past: [], now, future: [], field: null };
}

/** `inOne`: what is typed into the same field again belongs to the same step. */
export function stepped<State>(
  history: TypedHistory<State>,
  { now, field, inOne }: { readonly now: State; readonly field: string; readonly inOne: boolean },
): TypedHistory<State> {
  const past =
    inOne && history.field === field ? history.past : [...history.past, history.now].slice(-mostSteps);
  return { past, now, future: [], field };
}

export function undone<State>(history: TypedHistory<State>): TypedHistory<State> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const future = [history.now, ...history.future];
  return { past: history.past.slice(0, -1), now: before, future, field: null };
}

export function redone<State>(history: TypedHistory<State>): TypedHistory<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, field: null };
}
