// Makes up a table of incidents with three people each, in rows of 45 columns: for measuring, from a seed, and without
// anything of the program that reads it.

const words = [
  "river",
  "market",
  "north",
  "bridge",
  "school",
  "letter",
  "office",
  "garden",
  "harbour",
  "stone",
];
const acts = ["network.shutdown", "network.throttling", "network.service-blocking"];
const roles = ["defender", "relative", "perpetrator"];
const countries = ["TD", "OM", "VE", "TZ", "VN"];
const fillers = 12;

export const tableColumns: readonly string[] = [
  "no",
  "title",
  "acts",
  "from",
  "to",
  "country",
  "area",
  "narrative",
  "means",
  "effects",
  "reason",
  "remark",
  ...[1, 2, 3].flatMap((person) =>
    ["no", "name", "other name", "gender", "role", "country", "notes"].map(
      (each) => `person ${person} ${each}`,
    ),
  ),
  ...Array.from({ length: fillers }, (_, at) => `extra ${at + 1}`),
];

/** A line with its end; the first holds the headings. */
export function* tableLines(incidents: number, seed = 1): Generator<string> {
  const next = createRandom(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? "";
  const text = (count: number): string => Array.from({ length: count }, () => pick(words)).join(" ");
  yield lineOf(tableColumns);
  for (let incident = 1; incident <= incidents; incident += 1) {
    const month = String(1 + Math.floor(next() * 12)).padStart(2, "0");
    const people = roles.flatMap((role, at) => {
      const no = incident * 3 + at;
      return [String(no), `Person ${no} ${text(1)}`, `${text(1)} ${no}`, "", role, pick(countries), text(4)];
    });
    const dates = [
      `2024-${month}-0${1 + Math.floor(next() * 4)}`,
      `2024-${month}-1${Math.floor(next() * 9)}`,
    ];
    const about = [text(12), text(4), text(4), text(3), text(3)];
    const head = [
      String(incident),
      `${text(3)}, ${incident}`,
      pick(acts),
      ...dates,
      pick(countries),
      text(1),
      ...about,
    ];
    yield lineOf([
      ...head,
      ...people,
      ...Array.from({ length: fillers }, (_, at) => (at % 3 === 0 ? text(2) : "")),
    ]);
  }
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
}

/** Mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
