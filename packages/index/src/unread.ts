// Operations of the log that could not be read: the tables lack what they say, so people are told how many there are.
import type { ClosedOperation, Position } from "@tocsin/vault";
import { addRow, readDigest, writeDigest } from "./digest.ts";
import type { SqlDatabase } from "./sql.ts";

/** What the vault says of an operation that it does not open, or `foreign`: it opens, and is no operation of ours. */
export type UnreadReason = ClosedOperation["state"] | "foreign";

export interface UnreadOperation {
  readonly position: Position;
  readonly reason: UnreadReason;
}

/** How many there are of each reason; reasons without any are left out. */
export type UnreadCounts = Readonly<Record<string, number>>;

/** Those that are remembered already are skipped. */
export async function addUnread(database: SqlDatabase, unread: readonly UnreadOperation[]): Promise<void> {
  if (unread.length === 0) return;
  const digest = await readDigest(database);
  for (const { position, reason } of unread) {
    const place = [position.chain, position.sequence, position.index];
    const known = await database.all(
      "SELECT 1 FROM unread WHERE chain = ? AND sequence = ? AND position = ?",
      place,
    );
    if (known.length > 0) continue;
    await database.run("INSERT INTO unread VALUES (?, ?, ?, ?)", [...place, reason]);
    addRow(digest, ["unread", ...place, reason], 1);
  }
  await writeDigest(database, digest);
}

export async function countUnread(database: SqlDatabase): Promise<UnreadCounts> {
  const rows = await database.all("SELECT reason, count(*) FROM unread GROUP BY reason ORDER BY reason");
  return Object.fromEntries(rows.map(([reason, count]) => [String(reason), Number(count)]));
}
