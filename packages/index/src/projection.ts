// The projection: folds operations into states and keeps the tables that lists, filters and search are answered from.
// It is never believed where it matters: records are opened from the log, by the positions that it keeps.
import { encodeCanonicalText, isJsonObject, parseCanonical, encodeUtf8 } from "@tocsin/core";
import type { StampedOperation } from "@tocsin/records";
import type { CommitHash, ChainId, Heads } from "@tocsin/vault";
import { applyOperations } from "./apply-operations.ts";
import { readDigest, sumRows } from "./digest.ts";
import { IndexError } from "./errors.ts";
import type { ProjectionOptions } from "./options.ts";
import { schema, schemaVersion, tables } from "./schema.ts";
import type { SqlDatabase } from "./sql.ts";

export interface Projection extends ProjectionOptions {
  readonly database: SqlDatabase;
  /** How far into the log it reaches; null when it was never brought to its heads. */
  heads(): Promise<Heads | null>;
  /**
   * Folds in operations of one or more commits, in one transaction; those that are in already are skipped.
   * `heads` are those of the log after them, or null when more follow. Operations come in an order in which each
   * stands behind those that its writer had seen. A few hundred at a time keep others from waiting.
   */
  apply(operations: readonly StampedOperation[], heads: Heads | null): Promise<void>;
  /**
   * Adds up all rows and compares with what was written: false where pages of the file were put back from an older
   * copy of it, or a batch is incomplete. Then make it anew. Full-text and tallies are not in the sum. Reads the whole
   * file in small pieces, and begins again when something was applied meanwhile.
   */
  check(signal?: AbortSignal): Promise<boolean>;
  /** Empties it, to be made anew. */
  clear(): Promise<void>;
}

/** Throws `index.unreadable` when the tables are of another version, or were made for other kinds or another analysis. */
export async function openProjection(database: SqlDatabase, options: ProjectionOptions): Promise<Projection> {
  const basis = basisOf(options);
  await prepare(database, basis);
  let changes = 0;
  return {
    ...options,
    database,
    heads: () => readHeads(database),
    apply: (operations, heads) =>
      database.transaction(async (inside) => {
        changes += 1;
        if (operations.length > 0) await applyOperations(inside, options, operations);
        if (heads === null) await inside.run("DELETE FROM meta WHERE key = 'heads'");
        else await inside.run("INSERT OR REPLACE INTO meta VALUES ('heads', ?)", [encodeHeads(heads)]);
      }),
    check: async (signal) => {
      for (;;) {
        const before = changes;
        const [found, expected] = [await sumRows(database, signal), await readDigest(database)];
        if (before !== changes) continue;
        return (
          found.first === expected.first && found.second === expected.second && (await isComplete(database))
        );
      }
    },
    clear: () =>
      database.transaction(async (inside) => {
        for (const table of tables) await inside.run(`DROP TABLE IF EXISTS ${table}`);
        await createTables(inside, basis);
      }),
  };
}

/** Some words in scripts that are folded and split in different ways: other tokens mean another analysis. */
const probe = "The Ärzte's İs 12 ١٢ المدافعات پیگیری 인권옹호자 人权捍卫者 นักปกป้อง လူ့အခွင့်အရေး ёлка";

/** Everything that the rows follow from, besides the log. */
function basisOf({ registry, analyse }: ProjectionOptions): string {
  const kinds = [...registry.kinds.values()].map(({ name, fields, options }) => ({
    name,
    label: options.label,
    fields: Object.entries(fields).map(([field, { type, search, facet, sort, multiline }]) =>
      [field, type, search, facet, sort, multiline].map((part) => part ?? null),
    ),
  }));
  return encodeCanonicalText({ version: schemaVersion, kinds, probe: analyse(probe, "und") });
}

async function prepare(database: SqlDatabase, basis: string): Promise<void> {
  const known = await database.all("SELECT name FROM sqlite_master WHERE name = 'meta'");
  if (known.length === 0) {
    await database.transaction((inside) => createTables(inside, basis));
    return;
  }
  const [row] = await database.all("SELECT value FROM meta WHERE key = 'basis'");
  if (row?.[0] !== basis)
    throw new IndexError(
      "index.unreadable",
      "Cannot open projection: it was made for another version or other kinds",
    );
}

async function createTables(database: SqlDatabase, basis: string): Promise<void> {
  for (const statement of schema) await database.run(statement);
  await database.run("INSERT INTO meta VALUES ('basis', ?)", [basis]);
}

async function readHeads(database: SqlDatabase): Promise<Heads | null> {
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

async function isComplete(database: SqlDatabase): Promise<boolean> {
  return (await database.all("SELECT 1 FROM meta WHERE key = 'heads'")).length > 0;
}

function encodeHeads(heads: Heads): string {
  return encodeCanonicalText(
    Object.fromEntries([...heads].map(([chain, { sequence, hash }]) => [chain, { sequence, hash }])),
  );
}
