// What two sequences share, in order: Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in linear space
// (section 4b). Past a bound of differences the furthest path is taken, so that no pair of texts takes long.

/** Pairs of places, ascending on both sides. */
export type SharedPlaces = readonly (readonly [before: number, after: number])[];

interface Box {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** How many differences are looked through in one box before the furthest path is taken as it is. */
const mostDifferences = 1024;

export function sharedPlaces(before: readonly string[], after: readonly string[]): SharedPlaces {
  const [a, b] = numbered(before, after);
  const shared: [number, number][] = [];
  const size = before.length + after.length + 3;
  const search: Search = {
    a,
    b,
    forward: new Int32Array(2 * size),
    backward: new Int32Array(2 * size),
    size,
  };
  const open: Box[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length }];
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    const inner = withoutEnds(search, box, shared);
    if (inner.a === inner.aEnd || inner.b === inner.bEnd) continue;
    const [x, y] = splitOf(search, inner);
    open.push({ ...inner, a: x, b: y }, { ...inner, aEnd: x, bEnd: y });
  }
  return shared.sort(([one], [other]) => one - other);
}

interface Search {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly forward: Int32Array;
  readonly backward: Int32Array;
  /** Where diagonal 0 stands in both. */
  readonly size: number;
}

/** Equal texts get equal numbers: comparing numbers is what the search does all the time. */
function numbered(before: readonly string[], after: readonly string[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(before, numberOf), Int32Array.from(after, numberOf)];
}

function withoutEnds({ a, b }: Search, box: Box, shared: [number, number][]): Box {
  let { a: x, b: y, aEnd, bEnd } = box;
  for (; x < aEnd && y < bEnd && a[x] === b[y]; x += 1, y += 1) shared.push([x, y]);
  for (; x < aEnd && y < bEnd && a[aEnd - 1] === b[bEnd - 1]; aEnd -= 1, bEnd -= 1)
    shared.push([aEnd - 1, bEnd - 1]);
  return { a: x, aEnd, b: y, bEnd };
}

/** A place on a shortest path through `box`, neither its beginning nor its end; both sides have at least one item. */
function splitOf(search: Search, box: Box): readonly [number, number] {
  const [width, height] = [box.aEnd - box.a, box.bEnd - box.b];
  const { forward, backward, size } = search;
  forward[size + 1] = 0;
  backward[size + 1] = 0;
  const bound = Math.min(Math.ceil((width + height) / 2), mostDifferences);
  for (let d = 0; d <= bound; d += 1) {
    const met = goForward(search, box, d) ?? goBackward(search, box, d);
    if (met !== null) return met;
  }
  return furthest(search, box, bound);
}

/** Diagonals that lie in the box after `d` differences. */
function diagonals(d: number, width: number, height: number): readonly [number, number] {
  return [-(d - 2 * Math.max(0, d - height)), d - 2 * Math.max(0, d - width)];
}

function goForward({ a, b, forward, backward, size }: Search, box: Box, d: number) {
  const [width, height] = [box.aEnd - box.a, box.bEnd - box.b];
  const delta = width - height;
  const [least, most] = diagonals(d, width, height);
  for (let k = least; k <= most; k += 2) {
    let x = step(forward, size, { k, d });
    while (x < width && x - k < height && a[box.a + x] === b[box.b + x - k]) x += 1;
    forward[size + k] = x;
    const other = delta - k;
    if (delta % 2 === 0 || Math.abs(other) > d - 1) continue;
    const [from, to] = diagonals(d - 1, width, height);
    if (other < from || other > to) continue;
    if (x + (backward[size + other] ?? 0) >= width) return [box.a + x, box.b + x - k] as const;
  }
  return null;
}

function goBackward({ a, b, forward, backward, size }: Search, box: Box, d: number) {
  const [width, height] = [box.aEnd - box.a, box.bEnd - box.b];
  const delta = width - height;
  const [least, most] = diagonals(d, width, height);
  for (let k = least; k <= most; k += 2) {
    let x = step(backward, size, { k, d });
    while (x < width && x - k < height && a[box.aEnd - 1 - x] === b[box.bEnd - 1 - x + k]) x += 1;
    backward[size + k] = x;
    const other = delta - k;
    if (delta % 2 !== 0 || other < least || other > most) continue;
    if (x + (forward[size + other] ?? 0) >= width) return [box.aEnd - x, box.bEnd - x + k] as const;
  }
  return null;
}

function step(
  reached: Int32Array,
  size: number,
  { k, d }: { readonly k: number; readonly d: number },
): number {
  const [down, right] = [reached[size + k + 1] ?? 0, reached[size + k - 1] ?? 0];
  if (k === -d || (k !== d && right < down)) return down;
  return right + 1;
}

function furthest({ forward, size }: Search, box: Box, d: number): readonly [number, number] {
  const [width, height] = [box.aEnd - box.a, box.bEnd - box.b];
  const [least, most] = diagonals(d, width, height);
  let best: readonly [number, number] = [0, 0];
  for (let k = least; k <= most; k += 2) {
    const x = Math.min(forward[size + k] ?? 0, width);
    const y = x - k;
    if (y >= 0 && y <= height && x + y > best[0] + best[1]) best = [x, y];
  }
  return [box.a + best[0], box.b + best[1]];
}
