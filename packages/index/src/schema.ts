// The tables that serve every kind of record. Nothing here is the truth: the log is, and these can be made anew from it.

/** Raise it whenever the tables or what stands in them changes: older projections are then made anew. */
export const schemaVersion = 4;

/**
 * Cells carry kind and order of their record, so that a filtered list is one walk along a key. In `words`, tokens come
 * folded and parted by spaces: whatever is no space belongs to a token, letters that the engine does not know included.
 */
export const schema: readonly string[] = [
  "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
  `CREATE TABLE record (
     n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL, lang TEXT NOT NULL,
     sort INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, state TEXT NOT NULL)`,
  "CREATE INDEX record_of_kind ON record (kind, sort, n)",
  "CREATE INDEX record_of_any_kind ON record (sort, n, kind)",
  `CREATE TABLE cell (
     field TEXT NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, sort INTEGER NOT NULL, record INTEGER NOT NULL,
     PRIMARY KEY (field, text, kind, sort, record)) WITHOUT ROWID`,
  "CREATE INDEX cell_of_record ON cell (record)",
  `CREATE TABLE link (
     target TEXT NOT NULL, field TEXT NOT NULL, record INTEGER NOT NULL,
     PRIMARY KEY (target, field, record)) WITHOUT ROWID`,
  "CREATE INDEX link_of_record ON link (record)",
  `CREATE TABLE tally (
     kind TEXT NOT NULL, facet TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL,
     PRIMARY KEY (kind, facet, value)) WITHOUT ROWID`,
  `CREATE TABLE operation (
     record INTEGER NOT NULL, depth INTEGER NOT NULL, chain TEXT NOT NULL, sequence INTEGER NOT NULL,
     position INTEGER NOT NULL, PRIMARY KEY (record, depth, chain, sequence, position)) WITHOUT ROWID`,
  `CREATE TABLE unread (
     chain TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL, reason TEXT NOT NULL,
     PRIMARY KEY (chain, sequence, position)) WITHOUT ROWID`,
  `CREATE VIRTUAL TABLE words USING fts5(high, low, kind, content='', contentless_delete=1,
     tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'")`,
];

export const tables: readonly string[] = [
  "words",
  "unread",
  "operation",
  "tally",
  "link",
  "cell",
  "record",
  "meta",
];
