// A file system for SQLite over files of one folder, for the sealed projection: the pages that come here are encrypted.
// The functions follow sqlite3_vfs and sqlite3_io_methods (https://sqlite.org/c3ref/io_methods.html), whose numbers
// of parameters are not ours to choose.
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";
import type { SqliteModule } from "./engine.ts";

const ok = 0;
const ioError = 10;
const cannotOpen = 14;
const notFound = 12;
const shortRead = 522;
const openCreate = 0x4;
const openDeleteOnClose = 0x8;

interface OpenFile {
  readonly descriptor: number;
  readonly path: string;
  readonly deleteOnClose: boolean;
}

export const projectionVfsName = "projection";

type Method = (...words: number[]) => number;

/** Names that SQLite asks for are absolute paths; only those that begin with `path` are opened. */
export function registerProjectionVfs(sqlite: SqliteModule, path: string): void {
  const open = new Map<number, OpenFile>();
  const shape = { name: projectionVfsName, mxPathname: 1024, hasAsyncMethod: () => false };
  sqlite.vfs_register({ ...shape, ...nameMethods(sqlite, path, open), ...fileMethods(sqlite, open) }, true);
}

function nameMethods(
  sqlite: SqliteModule,
  path: string,
  open: Map<number, OpenFile>,
): Readonly<Record<string, Method>> {
  const nameAt = (pointer: number): string => (pointer === 0 ? "" : sqlite.UTF8ToString(pointer));
  const answer = answerer(sqlite);
  return {
    xOpen: (...[, namePointer = 0, file = 0, flags = 0, flagsOut = 0]) => {
      const name = nameAt(namePointer);
      if (!name.startsWith(path)) return cannotOpen;
      return attempt(cannotOpen, () => {
        const mode = existsSync(name) ? "r+" : (flags & openCreate) === 0 ? null : "w+";
        if (mode === null) return cannotOpen;
        const descriptor = openSync(name, mode, 0o600);
        open.set(file, { descriptor, path: name, deleteOnClose: (flags & openDeleteOnClose) !== 0 });
        return flagsOut === 0 ? ok : answer(flagsOut, flags);
      });
    },
    xDelete: (...[, namePointer = 0]) =>
      attempt(ioError, () => {
        const name = nameAt(namePointer);
        if (name.startsWith(path)) rmSync(name, { force: true });
        return ok;
      }),
    xAccess: (...[, namePointer = 0, , resultPointer = 0]) => {
      const name = nameAt(namePointer);
      return answer(resultPointer, name.startsWith(path) && existsSync(name) ? 1 : 0);
    },
    xFullPathname: (...[, namePointer = 0, length = 0, target = 0]) => {
      const name = new TextEncoder().encode(nameAt(namePointer));
      if (name.length + 1 > length) return cannotOpen;
      sqlite.HEAPU8.set(name, target);
      sqlite.HEAPU8[target + name.length] = 0;
      return ok;
    },
    xGetLastError: () => ok,
  };
}

function fileMethods(sqlite: SqliteModule, open: Map<number, OpenFile>): Readonly<Record<string, Method>> {
  const answer = answerer(sqlite);
  const withFile = (file: number, work: (found: OpenFile) => number): number => {
    const found = open.get(file);
    return found ? attempt(ioError, () => work(found)) : ioError;
  };
  return {
    xClose: (...[file = 0]) =>
      withFile(file, ({ descriptor, path, deleteOnClose }) => {
        open.delete(file);
        closeSync(descriptor);
        if (deleteOnClose) rmSync(path, { force: true });
        return ok;
      }),
    xRead: (...[file = 0, target = 0, length = 0, low = 0, high = 0]) =>
      withFile(file, ({ descriptor }) => {
        const bytes = sqlite.HEAPU8.subarray(target, target + length);
        const count = readSync(descriptor, bytes, 0, length, offsetOf(low, high));
        if (count === length) return ok;
        bytes.fill(0, count);
        return shortRead;
      }),
    xWrite: (...[file = 0, source = 0, length = 0, low = 0, high = 0]) =>
      withFile(file, ({ descriptor }) => {
        const bytes = sqlite.HEAPU8.subarray(source, source + length);
        return writeSync(descriptor, bytes, 0, length, offsetOf(low, high)) === length ? ok : ioError;
      }),
    xTruncate: (...[file = 0, low = 0, high = 0]) =>
      withFile(file, ({ descriptor }) => {
        ftruncateSync(descriptor, offsetOf(low, high));
        return ok;
      }),
    xSync: (...[file = 0]) =>
      withFile(file, ({ descriptor }) => {
        fsyncSync(descriptor);
        return ok;
      }),
    xFileSize: (...[file = 0, sizePointer = 0]) =>
      withFile(file, ({ descriptor }) => {
        new DataView(sqlite.HEAPU8.buffer).setBigInt64(sizePointer, BigInt(fstatSync(descriptor).size), true);
        return ok;
      }),
    xLock: () => ok,
    xUnlock: () => ok,
    xCheckReservedLock: (...[, resultPointer = 0]) => answer(resultPointer, 0),
    xFileControl: () => notFound,
    // The ciphers take a journal header as long as a page for a page, and rolling back then restores nothing (tried).
    xSectorSize: () => 512,
    xDeviceCharacteristics: () => 0,
  };
}

function answerer(sqlite: SqliteModule): (pointer: number, value: number) => number {
  return (pointer, value) => {
    new DataView(sqlite.HEAPU8.buffer).setInt32(pointer, value, true);
    return ok;
  };
}

function offsetOf(low: number, high: number): number {
  return high * 2 ** 32 + (low >>> 0);
}

function attempt(failure: number, work: () => number): number {
  try {
    return work();
  } catch {
    return failure;
  }
}
