// Where each mark of a timeline stands: a lane for each kind, as many rows in it as are needed for no two to touch, and one
// mark for many where there is no room. The same marks give the same picture. Lengths are in rem.
import { isEdtf, parseEdtf, type Edtf } from "@tocsin/core";
import { createTimeScale, ticksOf, type Segment, type Span, type Tick } from "./time-scale.ts";

export interface Dated {
  readonly key: string;
  readonly lane: string;
  /** EDTF, or null where nobody knows. */
  readonly date: string | null;
}

export interface PlacedMark {
  /** What it stands for, in order of time; more than one where there was no room. */
  readonly keys: readonly string[];
  readonly at: number;
  readonly row: number;
  /** Of the bar that shows from when to when; 0 for a single day. */
  readonly length: number;
  /** Room that it takes, its words included. */
  readonly room: number;
  /** The day is not known, or not for sure: drawn with a broken line. */
  readonly isVague: boolean;
  /** It has no known beginning, or no known end. */
  readonly isOpen: boolean;
}

export interface PlacedLane {
  readonly lane: string;
  /** Rows above it. */
  readonly from: number;
  readonly rows: number;
  readonly marks: readonly PlacedMark[];
}

export interface TimelineLayout {
  readonly length: number;
  readonly rows: number;
  readonly lanes: readonly PlacedLane[];
  readonly ticks: readonly Tick[];
  readonly folds: readonly Segment[];
  /** Keys of what has no day: they stand in a place of their own. */
  readonly unknown: readonly string[];
}

export interface LayoutOptions {
  readonly length: number;
  /** Lanes in their order; those without a mark take no room. */
  readonly lanes: readonly string[];
}

const markRoom = 1.75;
const wordsRoom = 11;
const mostWordsRoom = 24;
/** Beyond these there is no room for words beside the marks. */
const wordsUpTo = 40;
const rowsAtMost = 5;
const tickRoom = 7;

export function layOutTimeline(marks: readonly Dated[], { length, lanes }: LayoutOptions): TimelineLayout {
  const read = marks.flatMap((mark) => readMark(mark) ?? []);
  const scale = createTimeScale(
    read.map(({ span }) => span),
    Math.max(length - markRoom, 1),
  );
  const words = read.length <= wordsUpTo ? wordsRoom : 0;
  let from = 0;
  const placed = lanes.flatMap((lane): readonly PlacedLane[] => {
    const own = read.filter((each) => each.mark.lane === lane);
    if (own.length === 0) return [];
    const spots = own.map(({ mark, span, ...look }): PlacedMark => {
      const [start, end] = [scale.placeOf(span.from), scale.placeOf(span.to)];
      const bar = look.isSpan ? Math.max(end - start, 0.5) : 0;
      const room = Math.min(Math.max(bar, markRoom) + words, Math.max(length - start, markRoom));
      const { isVague, isOpen } = look;
      return { keys: [mark.key], at: start, row: 0, length: bar, room, isVague, isOpen };
    });
    const inRows = placeInRows(spots, length);
    const rows = 1 + Math.max(...inRows.map(({ row }) => row));
    const result = { lane, from, rows, marks: inRows };
    from += rows;
    return [result];
  });
  return {
    length,
    rows: from,
    lanes: placed,
    ticks: read.length === 0 ? [] : ticksOf(scale, tickRoom),
    folds: scale.segments.filter(({ isFolded }) => isFolded),
    unknown: marks.filter((mark) => readMark(mark) === null).map(({ key }) => key),
  };
}

interface ReadMark {
  readonly mark: Dated;
  readonly span: Span;
  readonly isSpan: boolean;
  readonly isVague: boolean;
  readonly isOpen: boolean;
}

/** Null where there is no day to be read: then it is not on the line. */
function readMark(mark: Dated): ReadMark | null {
  if (mark.date === null || !isEdtf(mark.date)) return null;
  const date = parseEdtf(mark.date);
  const { earliest, latest, interval } = date;
  const [from, to] = [earliest ?? latest, latest ?? earliest];
  if (from === null || to === null) return null;
  const isExact = isOneDay(date);
  const isSpan = interval || !isExact;
  return {
    mark,
    span: { from, to: isSpan ? to : from },
    isSpan,
    isVague: date.uncertain || date.approximate || !isExact,
    isOpen: earliest === null || latest === null,
  };
}

function isOneDay({ precision }: Edtf): boolean {
  return precision === "day" || precision === "instant";
}

/** Each into the first row in which it touches nobody; those that find none are drawn as one. */
function placeInRows(spots: readonly PlacedMark[], length: number): readonly PlacedMark[] {
  const rows: PlacedMark[][] = [];
  for (const spot of spots.toSorted((a, b) => a.at - b.at)) {
    const isFree = (row: readonly PlacedMark[] | undefined): boolean => {
      const last = row?.at(-1);
      return last === undefined || last.at + last.room <= spot.at;
    };
    const free = Array.from({ length: rowsAtMost }, (_, at) => at).find((at) => isFree(rows[at]));
    if (free !== undefined) (rows[free] ??= []).push({ ...spot, row: free });
    else joinLast(rows[rowsAtMost - 1] ?? [], spot);
  }
  return rows.flatMap((row) => withMoreRoom(row, length)).toSorted((a, b) => a.at - b.at || a.row - b.row);
}

/** Words go on to the next mark of their row. */
function withMoreRoom(row: readonly PlacedMark[], length: number): readonly PlacedMark[] {
  return row.map((mark, at) => {
    const free = (row[at + 1]?.at ?? length) - mark.at;
    const isAlone = mark.room > markRoom * 2 && mark.keys.length === 1;
    return isAlone ? { ...mark, room: Math.max(mark.room, Math.min(free, mostWordsRoom)) } : mark;
  });
}

function joinLast(row: PlacedMark[], { keys }: PlacedMark): void {
  const last = row.at(-1);
  if (last !== undefined)
    row[row.length - 1] = {
      ...last,
      keys: [...last.keys, ...keys],
      length: 0,
      room: Math.min(last.room, markRoom * 2),
      isOpen: false,
    };
}
