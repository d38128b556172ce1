// A power cut for tests: at a chosen step that changes something on a disk, the write is cut in half, what was not made
// durable is lost, and from then on every step fails.
import type * as files from "node:fs/promises";

type Files = typeof files;
type Handle = files.FileHandle;

export interface Power {
  /** It goes at step `at`, counted from 0; without one it stays on. */
  setTo(at?: number): void;
}

export interface FilesWithPower extends Power {
  readonly files: Files;
}

export function createFilesWithPower(real: Files): FilesWithPower {
  /** Bytes that would survive, of files that have others. */
  const durable = new Map<string, number>();
  let left = Number.POSITIVE_INFINITY;
  const cut = (): Error => new Error("The power is off");
  const lose = async (): Promise<void> => {
    for (const [path, size] of durable) await real.truncate(path, size);
    durable.clear();
  };
  const step = async <T>(whole: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> => {
    if (left < 0) throw cut();
    left -= 1;
    if (left >= 0) return whole();
    await half?.();
    await lose();
    throw cut();
  };
  const guarded = (path: string, handle: Handle, size: number): object => {
    const write = (put: (part: Uint8Array) => Promise<unknown>, bytes: Uint8Array): Promise<unknown> => {
      if (!durable.has(path)) durable.set(path, size);
      return step(
        () => put(bytes),
        () => put(bytes.subarray(0, bytes.length >> 1)),
      );
    };
    const sync = (): Promise<void> =>
      step(async () => {
        await handle.sync();
        durable.delete(path);
        size = (await handle.stat()).size;
      });
    return {
      stat: () => handle.stat(),
      read: handle.read.bind(handle),
      close: () => handle.close(),
      sync,
      datasync: sync,
      truncate: (length: number) => {
        size = Math.min(size, length);
        return step(() => handle.truncate(length));
      },
      appendFile: (bytes: Uint8Array) => write((part) => handle.appendFile(part), bytes),
      writeFile: (bytes: Uint8Array) => write((part) => handle.writeFile(part), bytes),
      write: async (bytes: Uint8Array, offset: number, length: number, position: number) => {
        const part = bytes.subarray(offset, offset + length);
        await write((each) => handle.write(each, 0, each.length, position), part);
        return { bytesWritten: part.length };
      },
    };
  };
  const open = async (path: string, flags = "r", mode?: number): Promise<object> => {
    const opened = (): Promise<Handle> => real.open(path, flags, mode);
    const handle = flags === "r" ? await opened() : await step(opened);
    return guarded(path, handle, (await handle.stat()).size);
  };
  const rename: Files["rename"] = (from, to) =>
    step(async () => {
      await real.rename(from, to);
      const size = durable.get(String(from));
      durable.delete(String(from));
      if (size === undefined) durable.delete(String(to));
      else durable.set(String(to), size);
    });
  const rm: Files["rm"] = (path, options) =>
    step(async () => {
      await real.rm(path, options);
      durable.delete(String(path));
    });
  return {
    setTo(at = Number.POSITIVE_INFINITY) {
      left = at;
      durable.clear();
    },
    files: {
      ...real,
      open: open as unknown as Files["open"],
      rename,
      rm,
      mkdir: ((path: string, options: object) => step(() => real.mkdir(path, options))) as Files["mkdir"],
    },
  };
}
