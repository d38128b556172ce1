// Counts by the rules of a counter: lines, one of each subject in each event, and cells, moved by what a change does to
// the lines of a subject. Nothing is counted anew but the subjects that a change touches.
import type { RecordId } from "@tocsin/core";
import type { Counter, CountLine } from "@tocsin/records";
import { addRow, readDigest, writeDigest, type Digest } from "../digest.ts";
import type { SqlDatabase, SqlRow } from "../sql.ts";
import { affectedEvents, type ChangedState } from "./affected.ts";
import { gatherLines, marks } from "./gather.ts";

/** After the rows of the changes are written, in the same transaction. */
export async function moveCounts(
  database: SqlDatabase,
  { counter, digest }: { readonly counter: Counter; readonly digest: Digest },
  changes: readonly ChangedState[],
): Promise<void> {
  const events = await affectedEvents(database, counter, changes);
  if (events.length === 0) return;
  const fresh = await gatherLines(database, counter, events);
  const old = await linesWhere(database, "event", events);
  const gone = without(old, [...fresh.values()].flat());
  const come = without([...fresh.values()].flat(), old);
  const subjects = [...new Set([...gone, ...come].map(({ subject }) => subject))];
  if (subjects.length === 0) return;
  const moves = createMoves();
  const before = await linesWhere(database, "subject", subjects);
  for (const lines of bySubject(before).values()) moves.add(counter.cells(lines), -1);
  await database.runMany(
    "DELETE FROM line WHERE subject = ? AND event = ?",
    gone.map(({ subject, event }) => [subject, event]),
  );
  await database.runMany("INSERT INTO line VALUES (?, ?, ?, ?)", come.map(rowOf));
  for (const line of gone) addRow(digest, ["line", ...rowOf(line)], -1);
  for (const line of come) addRow(digest, ["line", ...rowOf(line)], 1);
  const after = [...without(before, gone), ...come];
  for (const lines of bySubject(after).values()) moves.add(counter.cells(lines), 1);
  await moves.write(database, digest);
}

const eventsAtOnce = 250;
const linesAtOnce = 2000;
const linesInMemory = 200_000;

/**
 * All of them from the rows that are there, when a filling ends. In one transaction with its mark, so that a filling that
 * was broken off neither loses nor doubles them.
 */
export async function fillCounts(
  database: SqlDatabase,
  counter: Counter,
  signal?: AbortSignal,
): Promise<void> {
  const known = await database.all("SELECT 1 FROM meta WHERE key = 'counted'");
  if (known.length > 0) return;
  await database.bulk(async (inside) => {
    const digest = await readDigest(inside);
    await fillLines(inside, { counter, digest, ...(signal ? { signal } : {}) });
    await fillCells(inside, { counter, digest, ...(signal ? { signal } : {}) });
    await writeDigest(inside, digest);
    await inside.run("INSERT INTO meta VALUES ('counted', '')");
  });
}

interface Filling {
  readonly counter: Counter;
  readonly digest: Digest;
  readonly signal?: AbortSignal;
}

async function fillLines(database: SqlDatabase, { counter, digest, signal }: Filling): Promise<void> {
  // In the order of their keys, as many at once as memory allows: in any other order every page is written many times.
  let waiting: SqlRow[] = [];
  const put = async (): Promise<void> => {
    const rows = waiting.sort(compareKeys);
    waiting = [];
    await database.runMany("INSERT INTO line VALUES (?, ?, ?, ?)", rows);
  };
  for (let last = 0; ;) {
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
  }
}

async function fillCells(database: SqlDatabase, filling: Filling): Promise<void> {
  const counts = new Map<string, number>();
  const count = (lines: readonly CountLine[], times: number): void => {
    for (const [key, by] of filling.counter.cells(lines))
      counts.set(key, (counts.get(key) ?? 0) + by * times);
  };
  // Most subjects have one line, and many of those say the same: such lines are counted together.
  const alike = new Map<string, { readonly line: CountLine; times: number }>();
  for await (const lines of linesOfSubjects(database, filling)) {
    const [line] = lines;
    if (line === undefined) continue;
    const key = `${line.when}\t${line.text}`;
    const known = alike.get(key);
    if (lines.length > 1) count(lines, 1);
    else if (known === undefined) alike.set(key, { line, times: 1 });
    else known.times += 1;
  }
  for (const [at, { line, times }] of [...alike.values()].entries()) {
    count([line], times);
    if (at % linesAtOnce !== 0) continue;
    filling.signal?.throwIfAborted();
    // Whoever asks meanwhile is answered.
    await database.all("SELECT 1");
  }
  const cells = [...counts].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const cell of cells) addRow(filling.digest, ["counted", ...cell], 1);
  await database.runMany("INSERT INTO counted VALUES (?, ?)", cells);
}

/** Lines come in order of their subjects; those of the last one of a slice may go on in the next. */
async function* linesOfSubjects(
  database: SqlDatabase,
  { signal }: Filling,
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

interface Moves {
  add(cells: readonly (readonly [string, number])[], by: 1 | -1): void;
  write(database: SqlDatabase, digest: Digest): Promise<void>;
}

function createMoves(): Moves {
  const moves = new Map<string, number>();
  return {
    add(cells, by) {
      for (const [key, count] of cells) moves.set(key, (moves.get(key) ?? 0) + by * count);
    },
    async write(database, digest) {
      const moved = [...moves].filter(([, by]) => by !== 0);
      const known = await readCounts(
        database,
        moved.map(([key]) => key),
      );
      const rows = moved.map(([key, by]): SqlRow => [key, (known.get(key) ?? 0) + by]);
      for (const [key, count] of known) addRow(digest, ["counted", key, count], -1);
      for (const row of rows) if (row[1] !== 0) addRow(digest, ["counted", ...row], 1);
      await database.runMany(
        "DELETE FROM counted WHERE key = ?",
        rows.filter(([, n]) => n === 0).map(([key]) => [key ?? ""]),
      );
      await database.runMany(
        "INSERT OR REPLACE INTO counted VALUES (?, ?)",
        rows.filter(([, n]) => n !== 0),
      );
    },
  };
}

const keysAtOnce = 400;

async function readCounts(
  database: SqlDatabase,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (let at = 0; at < keys.length; at += keysAtOnce) {
    const slice = keys.slice(at, at + keysAtOnce);
    const rows = await database.all(`SELECT key, count FROM counted WHERE key IN (${marks(slice)})`, slice);
    for (const [key, count] of rows) counts.set(String(key), Number(count));
  }
  return counts;
}

/** Every kept count whose key begins so. */
export async function countsUnder(
  database: SqlDatabase,
  prefix: string,
): Promise<ReadonlyMap<string, number>> {
  // No key has a character beyond the last one of Unicode.
  const rows = await database.all("SELECT key, count FROM counted WHERE key >= ? AND key < ?", [
    prefix,
    `${prefix}\u{10FFFF}`,
  ]);
  return new Map(rows.map(([key, count]) => [String(key), Number(count)]));
}

export async function linesBetween(
  database: SqlDatabase,
  from: string,
  to: string,
): Promise<readonly CountLine[]> {
  const rows = await database.all(
    "SELECT subject, event, began, text FROM line WHERE substr(began, 1, 7) BETWEEN ? AND ?",
    [from, to],
  );
  return rows.map(lineOf);
}

async function linesWhere(
  database: SqlDatabase,
  column: "event" | "subject",
  values: readonly string[],
): Promise<readonly CountLine[]> {
  const lines: CountLine[] = [];
  for (let at = 0; at < values.length; at += keysAtOnce) {
    const slice = values.slice(at, at + keysAtOnce);
    const rows = await database.all(
      `SELECT subject, event, began, text FROM line WHERE ${column} IN (${marks(slice)})`,
      slice,
    );
    lines.push(...rows.map(lineOf));
  }
  return lines;
}

function without(lines: readonly CountLine[], others: readonly CountLine[]): readonly CountLine[] {
  const known = new Set(others.map((line) => rowOf(line).join("\0")));
  return lines.filter((line) => !known.has(rowOf(line).join("\0")));
}

function bySubject(lines: readonly CountLine[]): ReadonlyMap<string, readonly CountLine[]> {
  const found = new Map<string, CountLine[]>();
  for (const line of lines) {
    const list = found.get(line.subject);
    if (list === undefined) found.set(line.subject, [line]);
    else list.push(line);
  }
  return found;
}

function rowOf({ subject, event, when, text }: CountLine): SqlRow {
  return [subject, event, when, text];
}

function lineOf([subject, event, when, text]: SqlRow): CountLine {
  return {
    subject: String(subject),
    event: String(event) as RecordId,
    when: String(when),
    text: String(text),
  };
}
