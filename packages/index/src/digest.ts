// A digest of the rows, moved by what is written. Every page of the file is authentic by itself, but somebody could put
// back an older copy of some of them: then the rows no longer add up. It is no secret and no proof, only a sum of sums.
import type { SqlDatabase, SqlRow } from "./sql.ts";
import type { TableRows } from "./table-rows.ts";

/** Sums modulo 2^32 of two hashes of each row. */
export interface Digest {
  first: number;
  second: number;
}

export function addRecord(
  digest: Digest,
  { record, cells, links }: Pick<TableRows, "record" | "cells" | "links">,
  by: 1 | -1,
): void {
  addRow(digest, ["record", ...record], by);
  for (const row of cells) addRow(digest, ["cell", ...row], by);
  for (const row of links) addRow(digest, ["link", ...row], by);
}

/** The name of its table stands in front of a row. */
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

/** Each table with the columns of its key, in order, and the others. */
const summed = [
  ["state", ["n"], ", id, text"],
  ["record", ["n"], ", id, kind, label, lang, sort, created, updated"],
  ["cell", ["field", "text", "kind", "sort", "record"], ""],
  ["link", ["target", "field", "record"], ", alike, own"],
  ["operation", ["record", "depth", "chain", "sequence", "position"], ""],
  ["tally", ["kind", "facet", "value"], ", count"],
  ["line", ["subject", "event"], ", began, text"],
  ["counted", ["key"], ", count"],
  ["unread", ["chain", "sequence", "position"], ", reason"],
] as const;
const sliceLength = 500;

export type SummedTable = (typeof summed)[number][0];

/** Adds up what is there, a few hundred rows at a time, so that others have their turn. */
export async function sumRows(
  database: SqlDatabase,
  signal?: AbortSignal,
  only?: readonly SummedTable[],
): Promise<Digest> {
  const digest: Digest = { first: 0, second: 0 };
  for (const [table, key, others] of summed) {
    if (only?.includes(table) === false) continue;
    const columns = key.join(", ");
    const select = (where: string): string =>
      `SELECT ${columns}${others} FROM ${table}${where} ORDER BY ${columns} LIMIT ${sliceLength}`;
    const beyond = ` WHERE (${columns}) > (${key.map(() => "?").join(", ")})`;
    let rows = await database.all(select(""));
    while (rows.length > 0) {
      signal?.throwIfAborted();
      for (const row of rows) addRow(digest, [table, ...row], 1);
      const last = rows.length < sliceLength ? undefined : rows.at(-1);
      rows = last ? await database.all(select(beyond), last.slice(0, key.length)) : [];
    }
  }
  return digest;
}
