// Counts of everything, made when a filling ends: lines of every event first, then the cells that they come to.
import type { Counter, CountLine } from "@tocsin/records";
import { addRow, readDigest, writeDigest, type Digest } from "../digest.ts";
import type { FillOptions } from "../options.ts";
import type { SqlDatabase, SqlRow } from "../sql.ts";
import { bySubject, lineOf, rowOf } from "./counts.ts";
import { gatherLines } from "./gather.ts";

const eventsAtOnce = 250;
const linesAtOnce = 2000;
const linesInMemory = 100_000;

/**
 * All of them from the rows that are there, when a filling ends. In one transaction with its mark, so that a filling that
 * was broken off neither loses nor doubles them.
 */
export async function fillCounts(
  database: SqlDatabase,
  counter: Counter,
  options: FillOptions,
): Promise<void> {
  const known = await database.all("SELECT 1 FROM meta WHERE key = 'counted'");
  if (known.length > 0) return;
  await database.bulk(async (inside) => {
    const digest = await readDigest(inside);
    const filling = await begin(inside, { counter, digest }, options);
    await fillLines(inside, filling);
    await fillCells(inside, filling);
    await writeDigest(inside, digest);
    await inside.run("INSERT INTO meta VALUES ('counted', '')");
  });
}

interface Filling {
  readonly counter: Counter;
  readonly digest: Digest;
  readonly signal?: AbortSignal;
  readonly events: number;
  /** Of two steps an event: one for its lines, one for the cells that they come to. */
  tell(done: number): void;
}

async function begin(
  database: SqlDatabase,
  { counter, digest }: Pick<Filling, "counter" | "digest">,
  { onProgress, signal }: FillOptions,
): Promise<Filling> {
  const events = await numberOf(database, "SELECT count(*) FROM record WHERE kind = ?", [counter.event]);
  const total = events * 2;
  return {
    counter,
    digest,
    events,
    tell: (done) => onProgress?.({ step: "counts", done: Math.min(Math.floor(done), total), total }),
    ...(signal ? { signal } : {}),
  };
}

async function numberOf(database: SqlDatabase, sql: string, values: readonly string[] = []): Promise<number> {
  return Number((await database.all(sql, values))[0]?.[0] ?? 0);
}

async function fillLines(database: SqlDatabase, { counter, digest, signal, tell }: Filling): Promise<void> {
  // In the order of their keys, as many at once as memory allows: in any other order every page is written many times.
  let waiting: SqlRow[] = [];
  const put = async (): Promise<void> => {
    const rows = waiting.sort(compareKeys);
    waiting = [];
    await database.runMany("INSERT INTO line VALUES (?, ?, ?, ?)", rows);
  };
  for (let last = 0, done = 0; ;) {
    signal?.throwIfAborted();
    const events = await database.all(
      "SELECT n, id FROM record WHERE n > ? AND kind = ? ORDER BY n LIMIT ?",
      [last, counter.event, eventsAtOnce],
    );
    const end = events.at(-1);
    if (end === undefined) return put();
    const lines = await gatherLines(
      database,
      counter,
      events.map(([, id]) => String(id)),
    );
    const rows = [...lines.values()].flat().map(rowOf);
    for (const row of rows) addRow(digest, ["line", ...row], 1);
    waiting.push(...rows);
    if (waiting.length >= linesInMemory) await put();
    last = Number(end[0]);
    tell((done += events.length));
  }
}

async function fillCells(database: SqlDatabase, filling: Filling): Promise<void> {
  const { counter, signal, events, tell } = filling;
  const counts = new Map<string, number>();
  const count = (lines: readonly CountLine[], times: number): void => {
    for (const [key, by] of counter.cells(lines)) counts.set(key, (counts.get(key) ?? 0) + by * times);
  };
  const total = await numberOf(database, "SELECT count(*) FROM line");
  let done = 0;
  const alike = createAlike(count);
  for await (const lines of linesOfSubjects(database, filling)) {
    const before = done;
    done += lines.length;
    const [line] = lines;
    if (lines.length > 1) count(lines, 1);
    else if (line !== undefined) alike.add(line);
    if (Math.floor(before / linesAtOnce) !== Math.floor(done / linesAtOnce))
      tell(events * (1 + (0.8 * done) / total));
    if (alike.size() < alikeInMemory) continue;
    // In pieces, so that whoever asks meanwhile is answered.
    for (const isMore of alike.take()) if (isMore) await database.all("SELECT 1");
  }
  for (const isMore of alike.take()) {
    signal?.throwIfAborted();
    if (isMore) await database.all("SELECT 1");
  }
  tell(events * 1.8);
  await writeCells(database, filling, counts);
}

/** More lines than this that are not alike are counted before others are read: they would fill the memory. */
const alikeInMemory = 50_000;

interface Alike {
  add(line: CountLine): void;
  size(): number;
  /** Counts what was added and forgets it, in pieces of as many lines as are read at once. */
  take(): Generator<boolean>;
}

/** Most subjects have one line, and many of those say the same in the same month: such lines are counted together. */
function createAlike(count: (lines: readonly CountLine[], times: number) => void): Alike {
  const alike = new Map<string, { readonly line: CountLine; times: number }>();
  return {
    size: () => alike.size,
    add(line) {
      const key = `${line.when.slice(0, 7)}\t${line.text}`;
      const known = alike.get(key);
      if (known === undefined) alike.set(key, { line, times: 1 });
      else known.times += 1;
    },
    *take() {
      for (const [at, { line, times }] of [...alike.values()].entries()) {
        count([line], times);
        if (at % linesAtOnce === 0) yield true;
      }
      alike.clear();
    },
  };
}

const cellsAtOnce = 5000;

async function writeCells(
  database: SqlDatabase,
  { digest, signal, events, tell }: Filling,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  const cells = [...counts].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  for (let at = 0; at < cells.length; at += cellsAtOnce) {
    signal?.throwIfAborted();
    const slice = cells.slice(at, at + cellsAtOnce);
    for (const cell of slice) addRow(digest, ["counted", ...cell], 1);
    await database.runMany("INSERT INTO counted VALUES (?, ?)", slice);
    tell(events * (1.8 + (0.2 * (at + slice.length)) / cells.length));
  }
  tell(events * 2);
}

/** Lines come in order of their subjects; those of the last one of a slice may go on in the next. */
async function* linesOfSubjects(
  database: SqlDatabase,
  { signal }: Pick<Filling, "signal">,
): AsyncGenerator<readonly CountLine[]> {
  let waiting: readonly CountLine[] = [];
  for (let from: SqlRow = ["", ""]; ;) {
    signal?.throwIfAborted();
    const rows = await database.all(
      "SELECT subject, event, began, text FROM line WHERE (subject, event) > (?, ?) ORDER BY subject, event LIMIT ?",
      [...from, linesAtOnce],
    );
    const lines = [...waiting, ...rows.map(lineOf)];
    const last = lines.at(-1)?.subject;
    const isEnd = rows.length < linesAtOnce;
    for (const [subject, of] of bySubject(lines)) if (isEnd || subject !== last) yield of;
    waiting = lines.filter(({ subject }) => subject === last);
    const end = rows.at(-1);
    if (end === undefined || isEnd) return;
    from = end.slice(0, 2);
  }
}

function compareKeys(a: SqlRow, b: SqlRow): number {
  const [one, other] = [`${a[0]} ${a[1]}`, `${b[0]} ${b[1]}`];
  return one < other ? -1 : one === other ? 0 : 1;
}
