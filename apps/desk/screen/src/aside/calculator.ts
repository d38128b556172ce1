// A calculator as everybody knows it: it works from left to right, as pocket calculators do.
export interface Calculator {
  /** What is shown. */
  readonly shown: string;
  readonly kept: number | null;
  readonly operation: Operation | null;
  /** The next digit begins a new number. */
  readonly isFresh: boolean;
}

const operations = ["+", "-", "*", "/"] as const;
type Operation = (typeof operations)[number];

export const emptyCalculator: Calculator = { shown: "0", kept: null, operation: null, isFresh: true };

/** Digits that fit into the display. */
const widest = 12;

/** `key`: a digit, ".", one of the operations, "=", or "C". Others change nothing. */
export function pressKey(state: Calculator, key: string): Calculator {
  if (key === "C") return emptyCalculator;
  if (/^[0-9.]$/.test(key)) return typed(state, key);
  if (key === "=") return { ...worked(state), operation: null, kept: null };
  const operation = operations.find((each) => each === key);
  if (operation === undefined) return state;
  const done = state.isFresh && state.operation !== null ? state : worked(state);
  return { ...done, kept: Number(done.shown), operation, isFresh: true };
}

function typed(state: Calculator, key: string): Calculator {
  const before = state.isFresh ? "0" : state.shown;
  if (key === "." && before.includes(".")) return state;
  if (before.length >= widest) return state;
  const shown = before === "0" && key !== "." ? key : before + key;
  return { ...state, shown, isFresh: false };
}

function worked(state: Calculator): Calculator {
  const { kept, operation, shown } = state;
  if (kept === null || operation === null) return { ...state, isFresh: true };
  const result = resultOf(kept, operation, Number(shown));
  return { ...state, shown: numberShown(result), isFresh: true };
}

function resultOf(a: number, operation: Operation, b: number): number {
  switch (operation) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
  }
}

function numberShown(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(10))) : "–";
}
