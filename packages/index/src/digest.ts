// A digest of the rows, moved by what is written. Every page of the file is authentic by itself, but somebody could put
// back an older copy of some of them: then the rows no longer add up. It is no secret and no proof, only a sum of sums.
import type { SqlDatabase, SqlRow } from "./sql.ts";
import type { TableRows } from "./table-rows.ts";

/** Sums modulo 2^32 of two hashes of each row. */
export interface Digest {
  first: number;
  second: number;
}

export function addRecord(digest: Digest, { record, cells, links }: TableRows, by: 1 | -1): void {
  addRow(digest, record, by);
  for (const row of cells) addRow(digest, row, by);
  for (const row of links) addRow(digest, row, by);
}

/** Rows of different tables differ in their number of columns. */
export function addRow(digest: Digest, row: SqlRow, by: 1 | -1): void {
  const text = row.join("\0");
  let first = 0x811c9dc5 ^ row.length;
  let second = 0x01000193 ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x9e3779b1);
    second = Math.imul(second ^ unit, 0x5f356495);
  }
  first ^= Math.imul(second ^ (second >>> 15), 0x85ebca77);
  second ^= Math.imul(first ^ (first >>> 13), 0xc2b2ae3d);
  digest.first = (digest.first + by * (first >>> 0)) >>> 0;
  digest.second = (digest.second + by * (second >>> 0)) >>> 0;
}

export async function readDigest(database: SqlDatabase): Promise<Digest> {
  const [row] = await database.all("SELECT value FROM meta WHERE key = 'digest'");
  const [first = 0, second = 0] = typeof row?.[0] === "string" ? row[0].split(" ").map(Number) : [];
  return { first, second };
}

export async function writeDigest(database: SqlDatabase, { first, second }: Digest): Promise<void> {
  await database.run("INSERT OR REPLACE INTO meta VALUES ('digest', ?)", [`${first} ${second}`]);
}

const sliceLength = 400;
const slices = [
  "SELECT n, id, kind, label, lang, sort, created, updated, state FROM record WHERE n BETWEEN ? AND ?",
  "SELECT field, text, kind, sort, record FROM cell INDEXED BY cell_of_record WHERE record BETWEEN ? AND ?",
  "SELECT target, field, record FROM link INDEXED BY link_of_record WHERE record BETWEEN ? AND ?",
  "SELECT record, depth, chain, sequence, position FROM operation WHERE record BETWEEN ? AND ?",
];

/** Adds up what is there, a few hundred records at a time, so that others have their turn. */
export async function sumRows(database: SqlDatabase, signal?: AbortSignal): Promise<Digest> {
  const digest: Digest = { first: 0, second: 0 };
  const [row] = await database.all("SELECT max(n) FROM record");
  const last = Number(row?.[0] ?? 0);
  for (let from = 1; from <= last; from += sliceLength) {
    signal?.throwIfAborted();
    await database.transaction(async (inside) => {
      for (const slice of slices)
        for (const each of await inside.all(slice, [from, from + sliceLength - 1])) addRow(digest, each, 1);
    });
  }
  for (const each of await database.all("SELECT chain, sequence, position, reason FROM unread"))
    addRow(digest, each, 1);
  return digest;
}
