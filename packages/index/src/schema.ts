// The tables that serve every kind of record. Nothing here is the truth: the log is, and these can be made anew from it.

/** Raise it whenever the tables or what stands in them changes: older projections are then made anew. */
export const schemaVersion = 1;

export const schema: readonly string[] = [
  "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
  `CREATE TABLE record (
     n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL, lang TEXT NOT NULL,
     sort INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, state TEXT NOT NULL)`,
  "CREATE INDEX record_sort ON record (kind, sort, n)",
  "CREATE TABLE cell (record INTEGER NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL, number INTEGER)",
  "CREATE INDEX cell_text ON cell (field, text, record)",
  "CREATE INDEX cell_record ON cell (record)",
  "CREATE TABLE link (record INTEGER NOT NULL, field TEXT NOT NULL, target TEXT NOT NULL)",
  "CREATE INDEX link_target ON link (target, field)",
  "CREATE INDEX link_record ON link (record)",
  `CREATE TABLE tally (kind TEXT NOT NULL, facet TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL,
     PRIMARY KEY (kind, facet, value)) WITHOUT ROWID`,
  `CREATE TABLE operation (
     record INTEGER NOT NULL, depth INTEGER NOT NULL, chain TEXT NOT NULL, sequence INTEGER NOT NULL,
     position INTEGER NOT NULL, PRIMARY KEY (record, depth, chain, sequence, position)) WITHOUT ROWID`,
  "CREATE VIRTUAL TABLE words USING fts5(high, low, content='', contentless_delete=1, tokenize='unicode61')",
];

export const tables: readonly string[] = ["words", "operation", "tally", "link", "cell", "record", "meta"];
