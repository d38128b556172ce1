// The tables that serve every kind of record. Nothing here is the truth: the log is, and these can be made anew from it.

/** Raise it whenever the tables or what stands in them changes: older projections are then made anew. */
export const schemaVersion = 18;

/** Every ASCII character but the space, the apostrophe doubled; what is beyond ASCII belongs to tokens anyway. */
const tokenCharacters = Array.from({ length: 127 }, (_, code) => String.fromCharCode(code))
  .filter((each) => /[!-~]/.test(each) && !/[a-z0-9]/i.test(each))
  .map((each) => (each === "'" ? "''" : each === '"' ? '""' : each))
  .join("");

/**
 * Cells carry kind and order of their record, so that a filtered list is one walk along a key. In `words`, tokens come
 * folded and parted by spaces: whatever is no space belongs to a token, letters that the engine does not know included.
 */
export const schema: readonly string[] = [
  "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
  "CREATE TABLE state (n INTEGER PRIMARY KEY, id TEXT NOT NULL, text TEXT NOT NULL)",
  `CREATE TABLE operation (
     record INTEGER NOT NULL, depth INTEGER NOT NULL, chain TEXT NOT NULL, sequence INTEGER NOT NULL,
     position INTEGER NOT NULL, PRIMARY KEY (record, depth, chain, sequence, position)) WITHOUT ROWID`,
  `CREATE TABLE unread (
     chain TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL, reason TEXT NOT NULL,
     PRIMARY KEY (chain, sequence, position)) WITHOUT ROWID`,
  `CREATE TABLE record (
     n INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, lang TEXT NOT NULL,
     sort INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL)`,
  `CREATE TABLE cell (
     field TEXT NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, sort INTEGER NOT NULL, record INTEGER NOT NULL,
     PRIMARY KEY (field, text, kind, sort, record)) WITHOUT ROWID`,
  `CREATE TABLE link (
     target TEXT NOT NULL, field TEXT NOT NULL, record INTEGER NOT NULL, alike TEXT NOT NULL, own TEXT NOT NULL,
     PRIMARY KEY (target, field, record)) WITHOUT ROWID`,
  `CREATE TABLE tally (
     kind TEXT NOT NULL, facet TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL,
     PRIMARY KEY (kind, facet, value)) WITHOUT ROWID`,
  `CREATE TABLE line (
     subject TEXT NOT NULL, event TEXT NOT NULL, began TEXT NOT NULL, text TEXT NOT NULL,
     PRIMARY KEY (subject, event)) WITHOUT ROWID`,
  "CREATE TABLE counted (key TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID",
  `CREATE VIRTUAL TABLE words USING fts5(high, low, near, kind, content='', contentless_delete=1, prefix='2 3',
     tokenize="ascii tokenchars '${tokenCharacters}'")`,
  // The words of the full text, each with where it stands: to find those that begin alike.
  "CREATE VIRTUAL TABLE term USING fts5vocab(words, instance)",
];

/** Made when a filling ends: sorting everything once is faster than keeping it sorted. */
export const indexes: readonly string[] = [
  "CREATE UNIQUE INDEX IF NOT EXISTS record_of_id ON record (id)",
  "CREATE INDEX IF NOT EXISTS record_of_kind ON record (kind, sort, n)",
  "CREATE INDEX IF NOT EXISTS record_of_any_kind ON record (sort, n, kind)",
  "CREATE INDEX IF NOT EXISTS record_of_writing ON record (updated, n, kind)",
  "CREATE INDEX IF NOT EXISTS operation_of_log ON operation (depth, chain, sequence, position)",
];

/**
 * Made once the lines are there, of which nothing but their keys is asked before. The second holds all that is asked of
 * some months: looking each line up apart would read a page for every one.
 */
export const lineIndexes: readonly string[] = [
  "CREATE INDEX IF NOT EXISTS line_of_event ON line (event)",
  "CREATE INDEX IF NOT EXISTS line_of_month ON line (substr(began, 1, 7), began, text)",
];

/** Full text is merged when a filling ends, or by what comes later: not again and again while it grows. */
export const fillSettings: readonly string[] = [
  "INSERT INTO words (words, rank) VALUES ('automerge', 0)",
  "INSERT INTO words (words, rank) VALUES ('crisismerge', 400)",
  "INSERT INTO words (words, rank) VALUES ('hashsize', 16000000)",
];

export const usualSettings: readonly string[] = [
  "INSERT INTO words (words, rank) VALUES ('automerge', 4)",
  "INSERT INTO words (words, rank) VALUES ('crisismerge', 16)",
  "INSERT INTO words (words, rank) VALUES ('hashsize', 1048576)",
];

export const tables: readonly string[] = [
  "term",
  "words",
  "counted",
  "line",
  "tally",
  "link",
  "cell",
  "record",
  "unread",
  "operation",
  "state",
  "meta",
];
