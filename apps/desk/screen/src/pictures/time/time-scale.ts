// Time as a line of a given length. A gap that is longer than everything else together is folded to a short break, so that
// what happened in one month is not crushed by ten years without an entry.
export interface Span {
  /** Milliseconds since 1970, `from` not after `to`. */
  readonly from: number;
  readonly to: number;
}

export interface Segment extends Span {
  readonly at: number;
  readonly length: number;
  readonly isFolded: boolean;
}

export interface TimeScale {
  readonly length: number;
  readonly segments: readonly Segment[];
  /** Place on the line, between 0 and `length`. */
  placeOf(time: number): number;
}

export interface Tick {
  readonly time: number;
  readonly at: number;
  readonly precision: "day" | "month" | "year";
}

const day = 86_400_000;
const shortestFold = 90 * day;
const foldsAtMost = 6;
const foldLength = 4;

/** `length` in any unit; a folded gap takes four of it. */
export function createTimeScale(spans: readonly Span[], length: number): TimeScale {
  const covered = merged(spans);
  const first = covered[0]?.from ?? 0;
  const last = Math.max(covered.at(-1)?.to ?? first, first + day);
  const folded = foldedGaps(covered, last - first);
  const shown = last - first - sumOf(folded);
  const unit = Math.max(length - folded.length * foldLength, 1) / Math.max(shown, 1);
  const segments = segmentsOf({ from: first, to: last }, folded, unit);
  return { length, segments, placeOf: (time) => placeIn(segments, time) };
}

/** Beginnings of days, months or years, as close together as `apart` allows, none within a fold. */
export function ticksOf({ segments }: TimeScale, apart: number): readonly Tick[] {
  const open = segments.filter(({ isFolded }) => !isFolded);
  const unit = open.reduce((sum, { length }) => sum + length, 0) / Math.max(sumOf(open), 1);
  const step = steps.find(({ days }) => days * day * unit >= apart) ?? lastStep;
  const ticks: Tick[] = [];
  for (const segment of open)
    for (let time = stepFrom(segment.from, step); time <= segment.to; time = nextStep(time, step)) {
      const at = placeIn(segments, time);
      if (at >= (ticks.at(-1)?.at ?? -apart) + apart * 0.9)
        ticks.push({ time, at, precision: step.precision });
    }
  return ticks;
}

interface Step {
  readonly days: number;
  readonly months: number;
  readonly precision: Tick["precision"];
}

const lastStep: Step = { days: 36_525, months: 1200, precision: "year" };
const steps: readonly Step[] = [
  { days: 1, months: 0, precision: "day" },
  { days: 7, months: 0, precision: "day" },
  { days: 30, months: 1, precision: "month" },
  { days: 91, months: 3, precision: "month" },
  { days: 365, months: 12, precision: "year" },
  { days: 1826, months: 60, precision: "year" },
  { days: 7305, months: 240, precision: "year" },
  lastStep,
];

function stepFrom(time: number, { days, months }: Step): number {
  if (months === 0) return Math.ceil(time / (days * day)) * days * day;
  const date = new Date(time);
  const since = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const begun = Math.floor(since / months) * months;
  const start = startOfMonth(begun);
  return start >= time ? start : startOfMonth(begun + months);
}

function nextStep(time: number, { days, months }: Step): number {
  if (months === 0) return time + days * day;
  const date = new Date(time);
  return startOfMonth(date.getUTCFullYear() * 12 + date.getUTCMonth() + months);
}

/** Months since the year 0. */
function startOfMonth(months: number): number {
  return new Date(0).setUTCFullYear(Math.floor(months / 12), months % 12, 1);
}

function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const covered: Span[] = [];
  for (const span of sorted) {
    const last = covered.at(-1);
    if (last !== undefined && span.from <= last.to)
      covered[covered.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else covered.push(span);
  }
  return covered;
}

function foldedGaps(covered: readonly Span[], whole: number): readonly Span[] {
  const gaps = covered
    .slice(1)
    .map((span, at): Span => ({ from: covered[at]?.to ?? span.from, to: span.from }))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const folded: Span[] = [];
  let rest = whole;
  for (const gap of gaps.slice(0, foldsAtMost)) {
    const length = gap.to - gap.from;
    // Without it nothing would be left to draw.
    if (length < shortestFold || length * 2 <= rest || rest - length < day) break;
    folded.push(gap);
    rest -= length;
  }
  return folded.toSorted((a, b) => a.from - b.from);
}

function segmentsOf({ from, to }: Span, folded: readonly Span[], unit: number): readonly Segment[] {
  const segments: Segment[] = [];
  let [time, at] = [from, 0];
  const add = (until: number, isFolded: boolean): void => {
    const length = isFolded ? foldLength : (until - time) * unit;
    segments.push({ from: time, to: until, at, length, isFolded });
    [time, at] = [until, at + length];
  };
  for (const gap of folded) {
    add(gap.from, false);
    add(gap.to, true);
  }
  add(to, false);
  return segments;
}

function placeIn(segments: readonly Segment[], time: number): number {
  const segment = segments.find(({ to }) => time <= to) ?? segments.at(-1);
  if (segment === undefined) return 0;
  const part = (time - segment.from) / Math.max(segment.to - segment.from, 1);
  return segment.at + Math.min(Math.max(part, 0), 1) * segment.length;
}

function sumOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
