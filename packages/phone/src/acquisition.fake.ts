// An acquisition in memory, for tests: files as bytes, databases as lists of rows.
import { PhoneError } from "./errors.ts";
import type { Acquisition, EvidenceDatabase, EvidenceRows } from "./acquisition.ts";

export type FakeCell = string | number | bigint | Uint8Array | null;

export interface FakeTable {
  readonly columns: readonly string[];
  /** The first cell is the ROWID, then the columns. */
  readonly rows: readonly (readonly [number, ...FakeCell[]])[];
  /** Number of rows after which the table is damaged. */
  readonly damagedAfter?: number;
}

export interface FakeAcquisitionParts {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** By path; a path that is in `files` too keeps the bytes from there. */
  readonly databases?: ReadonlyMap<string, ReadonlyMap<string, FakeTable>>;
  /** Paths that the system does not let anybody look at. */
  readonly forbidden?: ReadonlySet<string>;
  readonly digest: (algorithm: "sha1" | "sha256", bytes: Uint8Array) => string;
}

const databaseHeader = new Uint8Array(
  Array.from("SQLite format 3\0", String).map((letter) => letter.charCodeAt(0)),
);

export function createMemoryAcquisition(parts: FakeAcquisitionParts): Acquisition {
  const databases = parts.databases ?? new Map<string, ReadonlyMap<string, FakeTable>>();
  const files = new Map<string, Uint8Array>([...databases.keys()].map((path) => [path, databaseHeader]));
  for (const [path, bytes] of parts.files) files.set(path, bytes);
  const fileAt = (path: string): Uint8Array => {
    const bytes = files.get(checked(path));
    if (bytes === undefined) throw new PhoneError("phone.missing-file", "Cannot read file: it is not there");
    return bytes;
  };
  return {
    ready: () => Promise.resolve(),
    list: (depth = Infinity) => [...files.keys()].filter((path) => path.split("/").length <= depth + 1),
    size: (path) => {
      if (parts.forbidden?.has(path) === true)
        throw new PhoneError("phone.unreadable-file", "Cannot read file: the system refuses");
      return files.get(checked(path))?.length ?? null;
    },
    read: (path, offset, length) => fileAt(path).slice(offset, offset + length),
    sha256: (path) => parts.digest("sha256", fileAt(path)),
    sha1: (bytes) => parts.digest("sha1", bytes),
    openDatabase(path) {
      fileAt(path);
      const tables = databases.get(path);
      if (tables === undefined)
        throw new PhoneError("phone.not-a-database", "Cannot open database: no SQLite header");
      return openFakeDatabase(tables);
    },
    close: () => undefined,
  };
}

function checked(path: string): string {
  const isOutside = path.startsWith("/") || path.includes("\\") || path.includes("\0");
  if (isOutside || path.split("/").some((part) => part === "" || part === "." || part === ".."))
    throw new PhoneError("phone.bad-path", "Cannot read file: its path leaves the acquisition");
  return path;
}

function openFakeDatabase(tables: ReadonlyMap<string, FakeTable>): EvidenceDatabase {
  return {
    columns: (table) => tables.get(table)?.columns ?? null,
    rows(table, columns) {
      const found = tables.get(table);
      const positions = columns.map((column) => found?.columns.indexOf(column) ?? -1);
      if (found === undefined || positions.includes(-1))
        throw new PhoneError("phone.no-table", "Cannot read table: it or a column is not there");
      return createFakeRows(found, positions);
    },
    log: null,
    close: () => undefined,
  };
}

function createFakeRows(table: FakeTable, positions: readonly number[]): EvidenceRows {
  let at = -1;
  const cell = (column: number): FakeCell => {
    const position = positions[column];
    return position === undefined ? null : (table.rows[at]?.[position + 1] ?? null);
  };
  return {
    next() {
      at += 1;
      if (at === table.damagedAfter) throw new PhoneError("phone.damaged-database", "Cannot read table");
      return at < table.rows.length;
    },
    row: () => table.rows[at]?.[0] ?? 0,
    text(column) {
      const value = cell(column);
      return typeof value === "string" ? value : null;
    },
    number(column) {
      const value = cell(column);
      return typeof value === "number" || typeof value === "bigint" ? value : null;
    },
    blob(column) {
      const value = cell(column);
      return value instanceof Uint8Array ? value.slice() : null;
    },
    close: () => undefined,
  };
}
