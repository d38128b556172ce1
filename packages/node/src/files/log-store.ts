// Chains as files: chains/<chain>/000001.seg, with torn tails kept under aside/.
import { type FileHandle, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { VaultError, type LogStore, type SegmentInfo, type SegmentName } from "@tocsin/vault";
import { createFolder, privateFile, replaceFile, syncFolder } from "./durable.ts";
import { namesIn } from "./names.ts";

const chainPattern = /^[0-9a-f]{32}$/;
const segmentPattern = /^([0-9]{6})\.seg$/;

interface OpenSegment {
  readonly handle: FileHandle;
  /** Whether its name is yet to be made durable. */
  isNew: boolean;
}

export function openFolderLog(folder: string): LogStore {
  const appending = new Map<string, OpenSegment>();

  const folderOf = (chain: string): string => {
    if (!chainPattern.test(chain)) throw new VaultError("vault.limit", "Cannot use chain: bad name");
    return join(folder, "chains", chain);
  };
  const pathOf = ({ chain, number }: SegmentName): string =>
    join(folderOf(chain), `${String(number).padStart(6, "0")}.seg`);
  const openSegment = async (segment: SegmentName): Promise<OpenSegment> => {
    const path = pathOf(segment);
    const held = appending.get(path);
    if (held !== undefined) return held;
    await createFolder(folderOf(segment.chain));
    const handle = await open(path, "a", privateFile);
    const opened = { handle, isNew: true };
    appending.set(path, opened);
    return opened;
  };
  const closeSegment = async (path: string): Promise<void> => {
    const held = appending.get(path);
    appending.delete(path);
    await held?.handle.close();
  };

  return {
    chains: async () => (await namesIn(join(folder, "chains"))).filter((name) => chainPattern.test(name)),
    async segments(chain) {
      const found: SegmentInfo[] = [];
      for (const name of await namesIn(folderOf(chain))) {
        const number = Number.parseInt(segmentPattern.exec(name)?.[1] ?? "", 10);
        if (Number.isNaN(number)) continue;
        const { size } = await stat(pathOf({ chain, number }));
        found.push({ chain, number, size });
      }
      return found.sort((a, b) => a.number - b.number);
    },
    async read(segment, offset, length) {
      const handle = await open(pathOf(segment), "r");
      try {
        return await readRange(handle, offset, length);
      } finally {
        await handle.close();
      }
    },
    async append(segment, bytes) {
      const { handle } = await openSegment(segment);
      await handle.appendFile(bytes);
    },
    async sync(segment) {
      const held = await openSegment(segment);
      await held.handle.datasync();
      if (!held.isNew) return;
      await syncFolder(folderOf(segment.chain));
      held.isNew = false;
    },
    async cut(segment, offset) {
      const path = pathOf(segment);
      await closeSegment(path);
      const handle = await open(path, "r+");
      try {
        const { size } = await handle.stat();
        const aside = join(folder, "aside");
        await createFolder(aside);
        const name = `${segment.chain}-${segment.number}-${offset}`;
        await replaceFile(await freeName(aside, name), await readRange(handle, offset, size - offset));
        await handle.truncate(offset);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async close() {
      for (const path of [...appending.keys()]) await closeSegment(path);
    },
  };
}

/** A path that nothing has yet: an earlier tail of the same place is never overwritten. */
async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await namesIn(folder));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`;
  return join(folder, free);
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
