// How far into the log the tables reach: written in the transaction of what reaches there, as canonical JSON.
import { encodeCanonicalText, encodeUtf8, isJsonObject, parseCanonical } from "@tocsin/core";
import type { ChainId, CommitHash, Heads } from "@tocsin/vault";
import type { SqlDatabase } from "./sql.ts";

export async function readHeads(database: SqlDatabase): Promise<Heads | null> {
  const [row] = await database.all("SELECT value FROM meta WHERE key = 'heads'");
  const text = row?.[0];
  if (typeof text !== "string") return null;
  const value = parseCanonical(encodeUtf8(text));
  if (!isJsonObject(value)) return null;
  return new Map(
    Object.entries(value).map(([chain, head]) => {
      const { sequence, hash } = isJsonObject(head) ? head : {};
      const known = typeof sequence === "number" && typeof hash === "string";
      return [chain as ChainId, { sequence: known ? sequence : 0, hash: (known ? hash : "") as CommitHash }];
    }),
  );
}

/** Null where more follows that must not be taken for read. */
export async function writeHeads(database: SqlDatabase, heads: Heads | null): Promise<void> {
  if (heads === null) await database.run("DELETE FROM meta WHERE key = 'heads'");
  else await database.run("INSERT OR REPLACE INTO meta VALUES ('heads', ?)", [encodeHeads(heads)]);
}

function encodeHeads(heads: Heads): string {
  return encodeCanonicalText(
    Object.fromEntries([...heads].map(([chain, { sequence, hash }]) => [chain, { sequence, hash }])),
  );
}
