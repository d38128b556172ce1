// Counts by the rules of a counter: lines, one of each subject in each event, and cells, moved by what a change does to
// the lines of a subject. Nothing is counted anew but the subjects that a change touches.
import type { RecordId } from "@tocsin/core";
import type { Counter, CountLine } from "@tocsin/records";
import { addRow, type Digest } from "../digest.ts";
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

/** Lines of these events, or of these subjects. */
export async function linesWhere(
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

export function bySubject(lines: readonly CountLine[]): ReadonlyMap<string, readonly CountLine[]> {
  const found = new Map<string, CountLine[]>();
  for (const line of lines) {
    const list = found.get(line.subject);
    if (list === undefined) found.set(line.subject, [line]);
    else list.push(line);
  }
  return found;
}

export function rowOf({ subject, event, when, text }: CountLine): SqlRow {
  return [subject, event, when, text];
}

export function lineOf([subject, event, when, text]: SqlRow): CountLine {
  return {
    subject: String(subject),
    event: String(event) as RecordId,
    when: String(when),
    text: String(text),
  };
}
