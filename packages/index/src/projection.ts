// The projection: folds operations into states and keeps the tables that lists, filters and search are answered from.
// It is never believed where it matters: records are opened from the log, by the positions that it keeps.
import { encodeCanonicalText } from "@tocsin/core";
import type { StampedOperation } from "@tocsin/records";
import type { Heads } from "@tocsin/vault";
import { applyOperations } from "./apply-operations.ts";
import { readDigest, sumRows } from "./digest.ts";
import { IndexError } from "./errors.ts";
import { clearRows, filledTo, fillRows, fillStates, readIds, type KnownIds } from "./filling.ts";
import { readHeads, writeHeads } from "./heads.ts";
import type { FillOptions, ProjectionOptions } from "./options.ts";
import { schema, schemaVersion, tables } from "./schema.ts";
import type { SqlDatabase } from "./sql.ts";
import { unknownMark } from "./table-rows.ts";
import { addUnread, countUnread, type UnreadCounts, type UnreadOperation } from "./unread.ts";

export interface Projection extends ProjectionOptions {
  readonly database: SqlDatabase;
  /** How far into the log it reaches; null when that is not known. */
  heads(): Promise<Heads | null>;
  /** Whether it was emptied and has not been brought to the heads of the log since: what it lists is a part. */
  isFilling(): Promise<boolean>;
  /**
   * Folds in operations of one or more commits, in one transaction; those that are in already are skipped.
   * `heads` are how far it reaches with them, or null where that cannot be said. Operations come in an order in which
   * each stands behind those that its writer had seen. A few hundred at a time keep others from waiting. `unread` are
   * operations of the same commits that could not be read: they are remembered by place and reason.
   */
  apply(
    operations: readonly StampedOperation[],
    heads: Heads | null,
    unread?: readonly UnreadOperation[],
  ): Promise<void>;
  /**
   * Ends a filling, with the rows of every record that it has states of: until then lists, counts and search are empty or a
   * part. Broken off, it goes on where it was when it is called again. Nothing to do where none was begun.
   */
  endFilling(options?: FillOptions): Promise<void>;
  /** Operations of the log that could not be read when they were come to, by reason. */
  unread(): Promise<UnreadCounts>;
  /**
   * Adds up all rows and compares with what was written: false where pages of the file were put back from an older
   * copy of it, or it is not filled yet. Then make it anew. Of the full text it compares which records it holds, not with
   * which words. Reads nearly the whole file in small pieces, and begins again when something was applied meanwhile.
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
  let ids: KnownIds | undefined;
  const take = async (inside: SqlDatabase, operations: readonly StampedOperation[]): Promise<void> => {
    if (!(await isFilling(inside))) return applyOperations(inside, options, operations);
    if ((await filledTo(inside)) > 0) await clearRows(inside);
    const known = ids ?? (await readIds(inside));
    // Read anew should this fail: then what it learnt is not so.
    ids = undefined;
    await fillStates(inside, known, operations);
    ids = known;
  };
  return {
    ...options,
    database,
    heads: () => readHeads(database),
    isFilling: () => isFilling(database),
    apply: (operations, heads, unread = []) =>
      database.transaction(async (inside) => {
        changes += 1;
        if (operations.length > 0) await take(inside, operations);
        await addUnread(inside, unread);
        await writeHeads(inside, heads);
      }),
    async endFilling(fill = {}) {
      ids = undefined;
      if (!(await isFilling(database))) return;
      changes += 1;
      await fillRows(database, options, fill);
      await database.run("DELETE FROM meta WHERE key IN ('filling', 'filled', 'counted')");
    },
    unread: () => countUnread(database),
    check: async (signal) => {
      for (;;) {
        const before = changes;
        if (!(await isComplete(database))) return false;
        const [found, expected] = [await sumRows(database, signal), await readDigest(database)];
        if (before !== changes) continue;
        const adds = found.first === expected.first && found.second === expected.second;
        return adds && (await hasWordsOfAll(database));
      }
    },
    clear: () =>
      database.transaction(async (inside) => {
        for (const table of tables) await inside.run(`DROP TABLE IF EXISTS ${table}`);
        await createTables(inside, basis);
        changes += 1;
        ids = undefined;
      }),
  };
}

/** Some words in scripts that are folded and split in different ways: other tokens mean another analysis. */
const probe = "The Ärzte's İs 12 ١٢ المدافعات پیگیری 인권옹호자 人权捍卫者 นักปกป้อง လူ့အခွင့်အရေး ёлка";

/** Everything that the rows follow from, besides the log. */
function basisOf({ registry, analyse, forms, counter }: ProjectionOptions): string {
  const kinds = [...registry.kinds.values()].map(({ name, fields, options }) => ({
    name,
    label: options.label,
    fields: Object.entries(fields).map(([field, { type, search, facet, sort, multiline }]) =>
      [field, type, search, facet, sort, multiline].map((part) => part ?? null),
    ),
  }));
  return encodeCanonicalText({
    version: schemaVersion,
    kinds,
    probe: analyse(probe, "und"),
    ...(forms ? { forms: forms.version } : {}),
    counter: counter?.basis ?? "",
  });
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
  await database.run("INSERT INTO meta VALUES ('basis', ?), ('filling', '')", [basis]);
}

/** Whether the full text is of those records that have one; which words it holds of them is not compared. */
async function hasWordsOfAll(database: SqlDatabase): Promise<boolean> {
  const of = async (column: string, from: string): Promise<string> =>
    (await database.all(`SELECT count(*), total(${column}) FROM ${from}`)).join();
  return (
    (await of("id", "words_docsize")) ===
    (await of("n", `record WHERE substr(kind, 1, 1) <> '${unknownMark}'`))
  );
}

async function isFilling(database: SqlDatabase): Promise<boolean> {
  return (await database.all("SELECT 1 FROM meta WHERE key = 'filling'")).length > 0;
}

async function isComplete(database: SqlDatabase): Promise<boolean> {
  const rows = await database.all("SELECT key FROM meta WHERE key IN ('heads', 'filling')");
  return rows.length === 1 && rows[0]?.[0] === "heads";
}
