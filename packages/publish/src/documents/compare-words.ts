// Two versions of a text, word by word: Myers, "An O(ND) Difference Algorithm" (1986), over the words of UAX 29, so that
// no word of Arabic is ever cut in two.
import { wordsAndGaps } from "./count-words.ts";

export interface ComparedRun {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** More differences than these are shown as one replacement: the cost grows with their square. */
const mostDifferences = 2000;

/** The runs without `added` are `earlier`, those without `removed` are `later`. */
export function compareWords(earlier: string, later: string, language: string): readonly ComparedRun[] {
  const [before, after] = [wordsAndGaps(earlier, language), wordsAndGaps(later, language)];
  const start = sharedLength(before, after, 0);
  const most = Math.min(before.length, after.length) - start;
  let end = 0;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = script(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return joined([
    ...runsOf("same", before.slice(0, start)),
    ...middle,
    ...runsOf("same", before.slice(before.length - end)),
  ]);
}

function sharedLength(before: readonly string[], after: readonly string[], from: number): number {
  let at = from;
  while (at < before.length && at < after.length && before[at] === after[at]) at += 1;
  return at;
}

function script(before: readonly string[], after: readonly string[]): readonly ComparedRun[] {
  const trace = furthest(before, after);
  if (trace === null) return [...runsOf("removed", before), ...runsOf("added", after)];
  const runs: ComparedRun[] = [];
  let [x, y] = [before.length, after.length];
  for (let d = trace.length - 1; d > 0; d -= 1) {
    const reached = trace[d] ?? new Map<number, number>();
    const from = cameFrom(reached, x - y, d);
    const backX = reached.get(from) ?? 0;
    const isAdded = from > x - y;
    // Where this difference ends, and what is the same follows.
    const start = backX + (isAdded ? 0 : 1);
    runs.push(...runsOf("same", before.slice(start, x)).toReversed());
    runs.push(
      isAdded
        ? { kind: "added", text: after[backX - from] ?? "" }
        : { kind: "removed", text: before[backX] ?? "" },
    );
    [x, y] = [backX, backX - from];
  }
  return [...runsOf("same", before.slice(0, x)), ...runs.reverse()];
}

function runsOf(kind: ComparedRun["kind"], words: readonly string[]): readonly ComparedRun[] {
  return words.map((text) => ({ kind, text }));
}

/** By number of differences, how far each diagonal was before they were spent; null beyond `mostDifferences`. */
function furthest(
  before: readonly string[],
  after: readonly string[],
): readonly ReadonlyMap<number, number>[] | null {
  const trace: ReadonlyMap<number, number>[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= Math.min(before.length + after.length, mostDifferences); d += 1) {
    trace.push(reached);
    const next = new Map<number, number>();
    for (let k = -d; k <= d; k += 2) {
      const from = d === 0 ? 1 : cameFrom(reached, k, d);
      let x = (reached.get(from) ?? 0) + (d > 0 && from < k ? 1 : 0);
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      next.set(k, x);
      if (x >= before.length && x - k >= after.length) return trace;
    }
    reached = next;
  }
  return null;
}

function cameFrom(reached: ReadonlyMap<number, number>, k: number, d: number): number {
  const isAdded = k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
  return isAdded ? k + 1 : k - 1;
}

function joined(runs: readonly ComparedRun[]): readonly ComparedRun[] {
  const whole: { kind: ComparedRun["kind"]; text: string }[] = [];
  for (const { kind, text } of runs) {
    const last = whole.at(-1);
    if (last?.kind === kind) last.text += text;
    else whole.push({ kind, text });
  }
  return whole;
}
