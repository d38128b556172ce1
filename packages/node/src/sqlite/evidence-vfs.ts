// A file system for SQLite that holds one database, read by range from elsewhere, and perhaps its write-ahead log.
// It has no way to write: every call that would change something answers that it is read-only.
// The functions follow sqlite3_vfs and sqlite3_io_methods (https://sqlite.org/c3ref/io_methods.html), whose numbers
// of parameters are not ours to choose.
import type { SqliteModule } from "./engine.ts";

/** A file as SQLite sees it. */
export interface ReadableFile {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

export interface EvidenceVfs {
  readonly name: string;
  /** What the next databases are opened from; by file name, `evidence.db` and `evidence.db-wal`. */
  readonly files: Map<string, ReadableFile>;
  /** The error with which reading a file failed, if one did: SQLite itself only learns that it did. */
  failure: unknown;
}

const ok = 0;
const readOnly = 8;
const cannotOpen = 14;
const shortRead = 522;
const readFailed = 266;
const notFound = 12;
const openReadOnly = 0x1;
const openLog = 0x80000;
/** Reading far ahead makes a walk through a table about as fast as the disk. */
const blockLength = 128 * 1024;

const emptyFile: ReadableFile = { size: 0, read: () => new Uint8Array(0) };

export function registerEvidenceVfs(sqlite: SqliteModule): EvidenceVfs {
  const vfs: EvidenceVfs = { name: "evidence", files: new Map(), failure: undefined };
  const open = new Map<number, ReadableFile>();
  sqlite.vfs_register({ name: vfs.name, ...describe(), ...createMethods({ sqlite, vfs, open }) }, true);
  return vfs;
}

function describe(): object {
  return { mxPathname: 64, hasAsyncMethod: () => false };
}

interface VfsState {
  readonly sqlite: SqliteModule;
  readonly vfs: EvidenceVfs;
  readonly open: Map<number, ReadableFile>;
}

type Method = (...words: number[]) => number;

function createMethods({ sqlite, vfs, open }: VfsState): Readonly<Record<string, Method>> {
  const answer = (pointer: number, value: number): number => {
    new DataView(sqlite.HEAPU8.buffer).setInt32(pointer, value, true);
    return ok;
  };
  return {
    xOpen(...[, namePointer = 0, file = 0, flags = 0, flagsOut = 0]) {
      const name = namePointer === 0 ? "" : sqlite.UTF8ToString(namePointer);
      // A database in WAL mode without its log is read as if the log were empty.
      const found = vfs.files.get(name) ?? ((flags & openLog) === 0 ? undefined : emptyFile);
      if (found === undefined) return cannotOpen;
      open.set(file, cacheBlocks(found));
      return flagsOut === 0 ? ok : answer(flagsOut, openReadOnly | (flags & openLog));
    },
    xClose(...[file = 0]) {
      open.delete(file);
      return ok;
    },
    xRead(...[file = 0, target = 0, length = 0, low = 0, high = 0]) {
      const offset = high * 2 ** 32 + (low >>> 0);
      try {
        const bytes = open.get(file)?.read(offset, length) ?? new Uint8Array(0);
        sqlite.HEAPU8.set(bytes, target);
        if (bytes.length === length) return ok;
        sqlite.HEAPU8.fill(0, target + bytes.length, target + length);
        return shortRead;
      } catch (error) {
        vfs.failure = error;
        return readFailed;
      }
    },
    xFileSize(...[file = 0, sizePointer = 0]) {
      const size = open.get(file)?.size ?? 0;
      new DataView(sqlite.HEAPU8.buffer).setBigInt64(sizePointer, BigInt(size), true);
      return ok;
    },
    xAccess(...[, namePointer = 0, , resultPointer = 0]) {
      return answer(resultPointer, vfs.files.has(sqlite.UTF8ToString(namePointer)) ? 1 : 0);
    },
    xFullPathname(...[, namePointer = 0, length = 0, target = 0]) {
      const name = new TextEncoder().encode(sqlite.UTF8ToString(namePointer));
      if (name.length + 1 > length) return cannotOpen;
      sqlite.HEAPU8.set(name, target);
      sqlite.HEAPU8[target + name.length] = 0;
      return ok;
    },
    xCheckReservedLock: (...[, resultPointer = 0]) => answer(resultPointer, 0),
    xLock: () => ok,
    xUnlock: () => ok,
    xSync: () => ok,
    xWrite: () => readOnly,
    xTruncate: () => readOnly,
    xDelete: () => readOnly,
    xFileControl: () => notFound,
    xSectorSize: () => 512,
    xDeviceCharacteristics: () => 0,
    xGetLastError: () => ok,
  };
}

/** Keeps the block that was read last: SQLite asks page by page. */
function cacheBlocks(file: ReadableFile): ReadableFile {
  let start = 0;
  let block: Uint8Array = new Uint8Array(0);
  return {
    size: file.size,
    read(offset, length) {
      if (offset >= start && offset + length <= start + block.length)
        return block.subarray(offset - start, offset - start + length);
      if (length >= blockLength) return file.read(offset, length);
      start = offset;
      block = file.read(offset, blockLength);
      return block.subarray(0, length);
    },
  };
}
