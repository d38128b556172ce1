// Where everybody stands in the picture of who did what to whom: those who act, what happened in the order of its days, and
// to whom. Each part that somebody had is a line in their box, from which the links to the incidents go out, so that no
// words lie on a line. The same graph gives the same picture; boxes never touch. Lengths are in rem.
export type Column = 0 | 1 | 2;

export interface LaidOutNode {
  readonly key: string;
  readonly column: Column;
  /** What it is sorted by within its column where nothing else says. */
  readonly order: string;
  /** Lines below its name, each with a key of its own. */
  readonly lines: readonly string[];
}

export interface LaidOutLink {
  readonly key: string;
  /** The line of the box that it goes out from. */
  readonly from: string;
  readonly line: string;
  readonly to: string;
  readonly isSuspected: boolean;
}

export interface Box {
  readonly key: string;
  readonly column: Column;
  readonly at: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Route {
  readonly key: string;
  readonly isSuspected: boolean;
  /** Of an SVG path. */
  readonly path: string;
}

export interface PlacedColumn {
  readonly column: Column;
  readonly at: number;
  readonly width: number;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** Those in which somebody stands. The others take no room: on a narrow screen they would be all that one sees. */
  readonly columns: readonly PlacedColumn[];
  readonly boxes: readonly Box[];
  readonly routes: readonly Route[];
}

const narrowestBox = 15;
const widestBox = 22;
const headHeight = 3;
const lineHeight = 1.4;
const aside = 3;
const between = 6;
const gap = 0.9;
const bottom = 0.4;

/** Links to keys that nobody has are left out. Boxes are wider where there is room for it, up to `length`. */
export function layOutGraph(
  nodes: readonly LaidOutNode[],
  links: readonly LaidOutLink[],
  length = 0,
): GraphLayout {
  const columns = columnsOf(nodes, length);
  const placeOf = new Map(columns.map((place) => [place.column, place]));
  const events = stack(inOrder(nodes, 1), new Map(), placeOf.get(1));
  const tops = new Map(events.map(({ key, top, height }) => [key, top + height / 2]));
  const people = ([0, 2] as const).flatMap((column) => {
    const own = inOrder(nodes, column);
    const wanted = wantedPlaces(own, links, tops);
    const sorted = own.toSorted((a, b) => (wanted.get(a.key) ?? 0) - (wanted.get(b.key) ?? 0));
    return stack(sorted, wanted, placeOf.get(column));
  });
  const boxes = [...events, ...people];
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  const linesOf = new Map(nodes.map(({ key, lines }) => [key, lines]));
  return {
    width: (columns.at(-1)?.at ?? 0) + (columns.at(-1)?.width ?? 0) + aside,
    columns,
    height: Math.max(0, ...boxes.map(({ top, height }) => top + height)),
    boxes,
    routes: links.flatMap((link) => {
      const [from, to] = [byKey.get(link.from), byKey.get(link.to)];
      const line = linesOf.get(link.from)?.indexOf(link.line) ?? -1;
      if (from === undefined || to === undefined || line < 0) return [];
      const out = from.top + headHeight + (line + 0.5) * lineHeight;
      return [{ key: link.key, isSuspected: link.isSuspected, path: pathOf(from, to, out) }];
    }),
  };
}

function columnsOf(nodes: readonly LaidOutNode[], length: number): GraphLayout["columns"] {
  const held = new Set(nodes.map(({ column }) => column));
  const columns = ([0, 1, 2] as const).filter((column) => held.has(column));
  const room = (length - 2 * aside - (columns.length - 1) * between) / Math.max(columns.length, 1);
  const width = Math.min(widestBox, Math.max(narrowestBox, room));
  return columns.map((column, place) => ({ column, at: aside + place * (width + between), width }));
}

function inOrder(nodes: readonly LaidOutNode[], column: Column): readonly LaidOutNode[] {
  return nodes
    .filter((node) => node.column === column)
    .toSorted((a, b) => compare(a.order, b.order) || compare(a.key, b.key));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Beside what they had a part in: the middle of it. */
function wantedPlaces(
  nodes: readonly LaidOutNode[],
  links: readonly LaidOutLink[],
  tops: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  return new Map(
    nodes.map(({ key }): readonly [string, number] => {
      const places = links.flatMap(({ from, to }) => (from === key ? (tops.get(to) ?? []) : []));
      const sum = places.reduce((all, place) => all + place, 0);
      return [key, places.length === 0 ? Number.MAX_SAFE_INTEGER : sum / places.length];
    }),
  );
}

/** One below the other, as near as may be to where each wants to be. */
function stack(
  nodes: readonly LaidOutNode[],
  wanted: ReadonlyMap<string, number>,
  { at, width }: Pick<PlacedColumn, "at" | "width"> = { at: 0, width: narrowestBox },
): readonly Box[] {
  let free = 0;
  return nodes.map(({ key, column, lines }) => {
    const height = headHeight + lines.length * lineHeight + bottom;
    const place = wanted.get(key);
    const isPlaced = place !== undefined && place < Number.MAX_SAFE_INTEGER;
    const top = Math.max(free, isPlaced ? place - height / 2 : free);
    free = top + height + gap;
    return { key, column, at, top, width, height };
  });
}

/** Between columns straight across; within one, and back to itself, around its outer side. */
function pathOf(from: Box, to: Box, out: number): string {
  const into = to.top + headHeight / 2;
  if (from.column === to.column) {
    const isFirst = from.column === 0;
    const edge = isFirst ? from.at : from.at + from.width;
    const turn = edge + (isFirst ? -aside : aside) * 0.9;
    return `M${round(edge)} ${round(out)} C${round(turn)} ${round(out)} ${round(turn)} ${round(into)} ${round(edge)} ${round(into)}`;
  }
  const isOnwards = from.column < to.column;
  const start = isOnwards ? from.at + from.width : from.at;
  const end = isOnwards ? to.at : to.at + to.width;
  const middle = (start + end) / 2;
  return `M${round(start)} ${round(out)} C${round(middle)} ${round(out)} ${round(middle)} ${round(into)} ${round(end)} ${round(into)}`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
