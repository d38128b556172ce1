// The vault's stores in memory, with what a disk can do to them: lose what was not synced, fail to sync, decay.
import { concatBytes } from "@tocsin/core";
import type { BlobStore, BlobWriter, DeviceStore, IndexStore, LogStore, SegmentName } from "./ports.ts";

export interface MemoryStores {
  readonly log: LogStore;
  readonly blobs: BlobStore;
  readonly device: DeviceStore;
  readonly index: IndexStore;
  /** A power cut: keeps only what was synced, and of it `kept` bytes more of each segment's unsynced end. */
  crash(kept?: number): void;
  /** The next sync of a segment, blob or device file fails. */
  failNextSync(): void;
  /** Every file as it would lie on a disk, by path. */
  files(): ReadonlyMap<string, Uint8Array>;
  /** Replaces a segment or blob behind the vault's back. */
  replace(path: string, bytes: Uint8Array): void;
  /** Removes a file behind the vault's back. */
  remove(path: string): void;
}

interface MemoryFile {
  bytes: Uint8Array;
  /** Bytes from the start that survive a power cut; -1 while not even the name would. */
  durable: number;
}

interface MemoryDisk {
  readonly files: Map<string, MemoryFile>;
  sync(file: MemoryFile): void;
}

/** `place` is what the folder is recognised by. */
export function createMemoryStores(place = "here"): MemoryStores {
  const files = new Map<string, MemoryFile>();
  let isFailing = false;
  const disk: MemoryDisk = {
    files,
    sync(file) {
      if (isFailing) {
        isFailing = false;
        throw new Error("EIO: sync failed");
      }
      file.durable = file.bytes.length;
    },
  };
  return {
    log: createMemoryLog(disk),
    blobs: createMemoryBlobs(disk),
    device: createMemoryDevice(disk, place),
    index: createMemoryIndex(disk),
    crash(kept = 0) {
      for (const [path, file] of files) {
        file.bytes = file.bytes.slice(0, Math.max(0, file.durable) + kept);
        if (file.durable < 0 && file.bytes.length === 0) files.delete(path);
        else file.durable = file.bytes.length;
      }
    },
    failNextSync: () => void (isFailing = true),
    files: () => new Map([...files].map(([path, file]) => [path, file.bytes])),
    replace: (path, bytes) => void files.set(path, { bytes, durable: bytes.length }),
    remove: (path) => void files.delete(path),
  };
}

/** Copies everything, as a disk image would; to another place, as copying a folder would. */
export function copyMemoryStores(from: MemoryStores, place?: string): MemoryStores {
  const stores = createMemoryStores(place);
  for (const [path, bytes] of from.files()) stores.replace(path, bytes.slice());
  return stores;
}

function segmentPath({ chain, number }: SegmentName): string {
  return `chains/${chain}/${String(number).padStart(6, "0")}.seg`;
}

function createMemoryLog(disk: MemoryDisk): LogStore {
  const { files } = disk;
  const paths = (start: string): readonly string[] =>
    [...files.keys()].filter((path) => path.startsWith(start)).sort();
  return {
    chains: async () => [...new Set(paths("chains/").map((path) => path.split("/")[1] ?? ""))],
    segments: async (chain) =>
      paths(`chains/${chain}/`).map((path) => ({
        chain,
        number: Number.parseInt(path.slice(-10), 10),
        size: files.get(path)?.bytes.length ?? 0,
      })),
    stampOf: async (segment) => stampOf(files.get(segmentPath(segment))?.bytes ?? new Uint8Array(0)),
    read: async (segment, offset, length) =>
      (files.get(segmentPath(segment))?.bytes ?? new Uint8Array(0)).slice(offset, offset + length),
    async append(segment, bytes) {
      const path = segmentPath(segment);
      const file = files.get(path) ?? { bytes: new Uint8Array(0), durable: -1 };
      file.bytes = concatBytes(file.bytes, bytes);
      files.set(path, file);
    },
    async sync(segment) {
      const file = files.get(segmentPath(segment));
      if (file !== undefined) disk.sync(file);
    },
    async cut(segment, offset) {
      const file = files.get(segmentPath(segment));
      if (file === undefined) return;
      const aside = { bytes: file.bytes.slice(offset), durable: -1 };
      files.set(`aside/${segment.chain}-${segment.number}-${offset}`, aside);
      disk.sync(aside);
      file.bytes = file.bytes.slice(0, offset);
      disk.sync(file);
    },
    async replace(segment, bytes) {
      const file = { bytes: bytes.slice(), durable: -1 };
      disk.sync(file);
      files.set(segmentPath(segment), file);
    },
    close: async () => {},
  };
}

function createMemoryBlobs(disk: MemoryDisk): BlobStore {
  const { files } = disk;
  const named = (ending: string): readonly string[] =>
    [...files.keys()]
      .filter((path) => path.startsWith("evidence/") && path.endsWith(ending))
      .map((path) => path.slice("evidence/".length, -ending.length))
      .sort();
  const pathsOf = (name: string) => ({
    partial: `evidence/${name}.partial`,
    draft: `evidence/${name}.draft`,
    age: `evidence/${name}.age`,
  });
  const writerOn = (name: string, file: MemoryFile): BlobWriter => {
    const { partial, draft, age } = pathsOf(name);
    return {
      write: async (bytes) => void (file.bytes = concatBytes(file.bytes, bytes)),
      async keepDraft(bytes) {
        const kept = { bytes: bytes.slice(), durable: -1 };
        disk.sync(kept);
        files.set(draft, kept);
      },
      async finish() {
        disk.sync(file);
        for (const path of [partial, draft]) files.delete(path);
        files.set(age, file);
      },
      async discard() {
        for (const path of [partial, draft]) files.delete(path);
      },
    };
  };
  return {
    async create(name) {
      const file: MemoryFile = { bytes: new Uint8Array(0), durable: 0 };
      files.set(pathsOf(name).partial, file);
      return writerOn(name, file);
    },
    unfinishedSize: async (name) => files.get(pathsOf(name).partial)?.bytes.length ?? 0,
    draft: async (name) => files.get(pathsOf(name).draft)?.bytes.slice() ?? null,
    async resume(name) {
      const file = files.get(pathsOf(name).partial);
      if (file === undefined) return null;
      const before = file.bytes;
      const read = (offset: number, length: number): Uint8Array => before.slice(offset, offset + length);
      return { written: { size: before.length, read, close: () => {} }, writer: writerOn(name, file) };
    },
    async open(name) {
      const file = files.get(`evidence/${name}.age`);
      if (file === undefined) return null;
      const bytes = file.bytes;
      return {
        size: bytes.length,
        read: (offset, length) => bytes.slice(offset, offset + length),
        close: () => {},
      };
    },
    names: async () => named(".age"),
    unfinished: async () => named(".partial"),
    async remove(name) {
      for (const path of Object.values(pathsOf(name))) files.delete(path);
    },
  };
}

/** As a file system that notices every change. */
function stampOf(bytes: Uint8Array): string {
  return `${bytes.length}/${bytes.reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 7)}`;
}

function createMemoryIndex({ files }: MemoryDisk): IndexStore {
  return {
    read: async () => files.get("log.index")?.bytes.slice() ?? null,
    write: async (bytes) => void files.set("log.index", { bytes: bytes.slice(), durable: -1 }),
  };
}

function createMemoryDevice(disk: MemoryDisk, place: string): DeviceStore {
  return {
    read: async () => disk.files.get("device")?.bytes.slice() ?? null,
    async write(bytes) {
      const file = { bytes: bytes.slice(), durable: -1 };
      disk.sync(file);
      disk.files.set("device", file);
    },
    place: async () => place,
  };
}
