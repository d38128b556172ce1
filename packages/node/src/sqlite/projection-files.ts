// A file system for SQLite over synchronous Node files, for one database of ours: it opens the database and its two
// journals, whose paths are given, and nothing else. A temporary file, which SQLite would write in the clear, cannot
// be opened at all. Locks are left out: whoever opens the vault's folder has locked it.
// The functions follow sqlite3_vfs and sqlite3_io_methods (https://sqlite.org/c3ref/io_methods.html), whose numbers
// of parameters are not ours to choose.
import { randomFillSync } from "node:crypto";
import {
  closeSync,
  constants,
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

export interface ProjectionFiles {
  readonly name: string;
  /** What SQLite calls the database; its journals have the same name with `-journal` or `-wal`. */
  readonly database: string;
  /** The error of the last call that failed, if one did: SQLite itself only learns that it did. */
  failure: unknown;
  /** Closes what SQLite has left open. */
  close(): void;
}

const [ok, cannotOpen, notFound] = [0, 14, 12];
const [readFailed, shortRead, writeFailed, syncFailed, truncateFailed, sizeFailed, deleteFailed] = [
  266, 522, 778, 1034, 1546, 1802, 2570,
];
/** SQLITE_IOCAP_POWERSAFE_OVERWRITE: writing a range leaves the bytes beside it alone. */
const powersafeOverwrite = 0x1000;
/** Julian day of 1970-01-01, in milliseconds. */
const epochInJulian = 210_866_760_000_000;
const suffixes = ["", "-journal", "-wal"] as const;
const database = "projection";

export function registerProjectionFiles(sqlite: SqliteModule, path: string): ProjectionFiles {
  const open = new Map<number, number>();
  const files: ProjectionFiles = {
    name: "projection-files",
    database,
    failure: undefined,
    close() {
      for (const descriptor of open.values()) closeSync(descriptor);
      open.clear();
    },
  };
  const paths = new Map(suffixes.map((suffix) => [`${database}${suffix}`, `${path}${suffix}`]));
  const state: FilesState = { sqlite, files, open, paths };
  sqlite.vfs_register(
    {
      name: files.name,
      mxPathname: 64,
      hasAsyncMethod: () => false,
      ...nameMethods(state),
      ...byteMethods(state),
      ...plainMethods(state),
    },
    true,
  );
  return files;
}

interface FilesState {
  readonly sqlite: SqliteModule;
  readonly files: ProjectionFiles;
  /** Pointer of a file in the engine to its descriptor. */
  readonly open: Map<number, number>;
  readonly paths: ReadonlyMap<string, string>;
}

type Method = (...words: number[]) => number;
type Methods = Readonly<Record<string, Method>>;

function attempt({ files }: FilesState, code: number, work: () => number): number {
  try {
    return work();
  } catch (error) {
    files.failure = error;
    return code;
  }
}

function answer({ sqlite }: FilesState, pointer: number, value: number): number {
  new DataView(sqlite.HEAPU8.buffer).setInt32(pointer, value, true);
  return ok;
}

function nameMethods(state: FilesState): Methods {
  const { sqlite, open, paths } = state;
  const pathAt = (pointer: number): string | undefined =>
    pointer === 0 ? undefined : paths.get(sqlite.UTF8ToString(pointer));
  return {
    xOpen: (...[, name = 0, file = 0, flags = 0, flagsOut = 0]) =>
      attempt(state, cannotOpen, () => {
        const path = pathAt(name);
        if (path === undefined) return cannotOpen;
        open.set(file, openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600));
        return flagsOut === 0 ? ok : answer(state, flagsOut, flags);
      }),
    xDelete: (...[, name = 0]) =>
      attempt(state, deleteFailed, () => {
        const path = pathAt(name);
        if (path !== undefined) rmSync(path, { force: true });
        return ok;
      }),
    xAccess: (...[, name = 0, , result = 0]) => answer(state, result, existsSync(pathAt(name) ?? "") ? 1 : 0),
    xFullPathname(...[, name = 0, length = 0, target = 0]) {
      const bytes = new TextEncoder().encode(sqlite.UTF8ToString(name));
      if (bytes.length + 1 > length) return cannotOpen;
      sqlite.HEAPU8.set(bytes, target);
      sqlite.HEAPU8[target + bytes.length] = 0;
      return ok;
    },
  };
}

/** Offsets and sizes come as two halves of 32 bits. */
const joinHalves = (low: number, high: number): number => high * 2 ** 32 + (low >>> 0);

function byteMethods(state: FilesState): Methods {
  const { sqlite, open } = state;
  const descriptorOf = (file: number): number => open.get(file) ?? -1;
  return {
    xRead: (...[file = 0, target = 0, length = 0, low = 0, high = 0]) =>
      attempt(state, readFailed, () => {
        const read = readSync(descriptorOf(file), sqlite.HEAPU8, target, length, joinHalves(low, high));
        if (read === length) return ok;
        sqlite.HEAPU8.fill(0, target + read, target + length);
        return shortRead;
      }),
    xWrite: (...[file = 0, source = 0, length = 0, low = 0, high = 0]) =>
      attempt(state, writeFailed, () => {
        const offset = joinHalves(low, high);
        for (let done = 0; done < length;)
          done += writeSync(descriptorOf(file), sqlite.HEAPU8, source + done, length - done, offset + done);
        return ok;
      }),
    xTruncate: (...[file = 0, low = 0, high = 0]) =>
      attempt(state, truncateFailed, () => {
        ftruncateSync(descriptorOf(file), joinHalves(low, high));
        return ok;
      }),
    xSync: (...[file = 0]) =>
      attempt(state, syncFailed, () => {
        fsyncSync(descriptorOf(file));
        return ok;
      }),
    xFileSize: (...[file = 0, pointer = 0]) =>
      attempt(state, sizeFailed, () => {
        const { size } = fstatSync(descriptorOf(file));
        new DataView(sqlite.HEAPU8.buffer).setBigInt64(pointer, BigInt(size), true);
        return ok;
      }),
    xClose(...[file = 0]) {
      const descriptor = open.get(file);
      open.delete(file);
      if (descriptor !== undefined) closeSync(descriptor);
      return ok;
    },
  };
}

function plainMethods(state: FilesState): Methods {
  const { sqlite } = state;
  return {
    // The nonces of encrypted pages come from here.
    xRandomness(...[, length = 0, target = 0]) {
      randomFillSync(sqlite.HEAPU8, target, length);
      return length;
    },
    xCurrentTimeInt64(...[, pointer = 0]) {
      new DataView(sqlite.HEAPU8.buffer).setBigInt64(pointer, BigInt(Date.now() + epochInJulian), true);
      return ok;
    },
    xCheckReservedLock: (...[, result = 0]) => answer(state, result, 0),
    xLock: () => ok,
    xUnlock: () => ok,
    xFileControl: () => notFound,
    // With the length of a page, the ciphers take a journal's header for a page, and rolling back restores nothing.
    xSectorSize: () => 512,
    xDeviceCharacteristics: () => powersafeOverwrite,
    xGetLastError: () => ok,
  };
}
