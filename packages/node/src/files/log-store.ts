// Chains as files: chains/<chain>/000001.seg, with torn tails kept under aside/.
import { type FileHandle, open, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { VaultError, type LogStore, type SegmentInfo, type SegmentName } from "@tocsin/vault";
import { createFolder, privateFile, replaceFile, syncFolder } from "./durable.ts";
import { namesIn } from "./names.ts";

const chainPattern = /^[0-9a-f]{32}$/;
/** Segments count from 1. */
const segmentPattern = /^(?!000000)([0-9]{6})\.seg$/;

interface OpenSegment {
  readonly handle: FileHandle;
  /** Whether its name is yet to be made durable. */
  isNew: boolean;
}

export function openFolderLog(folder: string): LogStore {
  const folderOf = (chain: string): string => {
    if (!chainPattern.test(chain)) throw new VaultError("vault.limit", "Cannot use chain: bad name");
    return join(folder, "chains", chain);
  };
  const pathOf = ({ chain, number }: SegmentName): string =>
    join(folderOf(chain), `${String(number).padStart(6, "0")}.seg`);
  const appending = createAppending();

  return {
    chains: async () =>
      (await namesIn(join(folder, "chains"), "folders")).filter((name) => chainPattern.test(name)),
    async segments(chain) {
      const numbers = (await namesIn(folderOf(chain), "files")).flatMap(
        (name) => segmentPattern.exec(name)?.[1] ?? [],
      );
      const found: SegmentInfo[] = [];
      for (const number of numbers.map(Number)) {
        const { size } = await stat(pathOf({ chain, number }));
        found.push({ chain, number, size });
      }
      return found.sort((a, b) => a.number - b.number);
    },
    async stampOf(segment) {
      // Whoever changes a file can set back the time of its change, but not the time of its inode's change.
      const found = await stat(pathOf(segment), { bigint: true });
      return [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join("/");
    },
    async read(segment, offset, length) {
      const handle = await open(pathOf(segment), "r");
      try {
        return await readRange(handle, offset, length);
      } finally {
        await handle.close();
      }
    },
    append: async (segment, bytes) => (await appending.open(pathOf(segment))).handle.appendFile(bytes),
    async sync(segment) {
      const held = await appending.open(pathOf(segment));
      await held.handle.datasync();
      if (held.isNew) await syncFolder(folderOf(segment.chain));
      held.isNew = false;
    },
    async cut(segment, offset) {
      const path = pathOf(segment);
      await appending.close(path);
      await cutFile(path, offset, join(folder, "aside", `${segment.chain}-${segment.number}-${offset}`));
    },
    async replace(segment, bytes) {
      const path = pathOf(segment);
      await appending.close(path);
      await replaceFile(path, bytes);
    },
    close: appending.closeAll,
  };
}

interface Appending {
  /** The file at `path`, opened for appending once and kept open. */
  open(path: string): Promise<OpenSegment>;
  close(path: string): Promise<void>;
  closeAll(): Promise<void>;
}

function createAppending(): Appending {
  const held = new Map<string, OpenSegment>();
  const close = async (path: string): Promise<void> => {
    const segment = held.get(path);
    held.delete(path);
    await segment?.handle.close();
  };
  return {
    async open(path) {
      const known = held.get(path);
      if (known !== undefined) return known;
      await createFolder(dirname(path));
      const segment = { handle: await open(path, "a", privateFile), isNew: true };
      held.set(path, segment);
      return segment;
    },
    close,
    async closeAll() {
      for (const path of held.keys()) await close(path);
    },
  };
}

/** Copies everything from `offset` on to `aside`, durably, before it is cut off. */
async function cutFile(path: string, offset: number, aside: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    const { size } = await handle.stat();
    await createFolder(dirname(aside));
    await replaceFile(await freePath(aside), await readRange(handle, offset, size - offset));
    await handle.truncate(offset);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A path that nothing has yet: an earlier tail of the same place is never overwritten. */
async function freePath(path: string): Promise<string> {
  const taken = new Set(await namesIn(dirname(path)));
  let free = path;
  for (let count = 2; taken.has(basename(free)); count += 1) free = `${path}-${count}`;
  return free;
}

async function readRange(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const { size } = await handle.stat();
  const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, offset + filled);
    if (bytesRead === 0) return bytes.subarray(0, filled);
    filled += bytesRead;
  }
  return bytes;
}
