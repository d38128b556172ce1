// The rows of one table, one at a time, each column read only when it is asked for.
import { PhoneError } from "@tocsin/phone";
import type { EvidenceRows } from "@tocsin/phone";
import type { SqliteModule } from "./engine.ts";

export interface RowSource {
  readonly sqlite: SqliteModule;
  readonly statement: number;
  /** Bytes of the database and its log: what it can hold follows from it. */
  readonly size: number;
  readonly step: () => boolean;
  readonly finalize: () => void;
}

const integerType = 1;
const realType = 2;
const textType = 3;
const blobType = 4;
const missingType = 0;
/** A row takes at least this many bytes of its page: its pointer, its length, its number and a header. */
const smallestRow = 4;

export function createEvidenceRows({ sqlite, statement, size, step, finalize }: RowSource): EvidenceRows {
  // Pages that point at one another, or rows that share their overflow pages, would otherwise never end.
  let rowsLeft = Math.ceil(size / smallestRow);
  let bytesLeft = 2 * size;
  let heap = Buffer.from(sqlite.HEAPU8.buffer);
  const heapFor = (length: number): Buffer => {
    bytesLeft -= length;
    if (bytesLeft < 0) throw tooMuch();
    if (heap.buffer !== sqlite.HEAPU8.buffer) heap = Buffer.from(sqlite.HEAPU8.buffer);
    return heap;
  };
  const typeOf = (column: number): number =>
    column < 0 ? missingType : sqlite._sqlite3_column_type(statement, column + 1);
  return {
    next() {
      rowsLeft -= 1;
      if (rowsLeft < 0) throw tooMuch();
      return step();
    },
    row: () => Number(readInteger(sqlite, statement, 0)),
    text(column) {
      if (typeOf(column) !== textType) return null;
      const pointer = sqlite._sqlite3_column_text(statement, column + 1);
      const length = sqlite._sqlite3_column_bytes(statement, column + 1);
      return heapFor(length).toString("utf8", pointer, pointer + length);
    },
    number(column) {
      const type = typeOf(column);
      if (type === realType) return sqlite._sqlite3_column_double(statement, column + 1);
      return type === integerType ? readInteger(sqlite, statement, column + 1) : null;
    },
    blob(column) {
      if (typeOf(column) !== blobType) return null;
      const pointer = sqlite._sqlite3_column_blob(statement, column + 1);
      const length = sqlite._sqlite3_column_bytes(statement, column + 1);
      heapFor(length);
      return sqlite.HEAPU8.slice(pointer, pointer + length);
    },
    close: finalize,
  };
}

function readInteger(sqlite: SqliteModule, statement: number, column: number): number | bigint {
  const low = sqlite._sqlite3_column_int64(statement, column) >>> 0;
  const high = sqlite.getTempRet0() | 0;
  const value = high * 2 ** 32 + low;
  return Number.isSafeInteger(value) ? value : (BigInt(high) << 32n) | BigInt(low);
}

function tooMuch(): PhoneError {
  return new PhoneError("phone.limit", "Cannot read table: it gives more than a file of its size can hold");
}
