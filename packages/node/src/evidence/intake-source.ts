// Files that a browser hands over one after the other: one file stays as it is, several become a tar archive.
import { mediaTypeOfName } from "@tocsin/formats";
import type { EvidenceSource } from "@tocsin/workspace";
import { FilesError } from "./errors.ts";
import { createLooking, lookedThrough } from "./looking.ts";
import { listingOf } from "./path-source.ts";
import { createTarPacker, type FileToPack, type PackedFile } from "./tar-packer.ts";

export interface Intake {
  readonly source: EvidenceSource;
  /** Takes one file in; returns when its bytes were taken. */
  put(file: FileToPack): Promise<void>;
  /** No more files come. */
  finish(): void;
  /** Ends the stream with an error, so that nothing is kept. */
  fail(): void;
}

type Item =
  | { readonly type: "file"; readonly file: FileToPack; readonly taken: (error?: unknown) => void }
  | { readonly type: "end" }
  | { readonly type: "fail" };

export interface IntakeOptions {
  /** One file alone is kept as it is. */
  readonly single: boolean;
  readonly firstName: string;
}

export function createIntake({ single, firstName }: IntakeOptions): Intake {
  const { push, next, close } = createChannel();
  const packed: PackedFile[] = [];
  const looking = createLooking();
  return {
    source: {
      mediaType: single ? mediaTypeOfName(firstName) : "application/x-tar",
      original: null,
      async *stream(signal) {
        const stop = (): void => push({ type: "fail" });
        signal?.addEventListener("abort", stop, { once: true });
        try {
          yield* single ? streamSingle(next) : streamArchive(next, packed);
        } finally {
          signal?.removeEventListener("abort", stop);
          close();
        }
      },
      listing: () => (single ? null : listingOf(packed)),
      look: single ? looking.single : looking.folder,
    },
    put: async (file) => {
      checkPath(file.path);
      await new Promise<void>((resolve, reject) => {
        push({
          type: "file",
          file: lookedThrough(file, looking),
          taken: (error) => (error === undefined ? resolve() : reject(toError(error))),
        });
      });
    },
    finish: () => push({ type: "end" }),
    fail: () => push({ type: "fail" }),
  };
}

interface Channel {
  readonly push: (item: Item) => void;
  readonly next: () => Promise<Item>;
  /** Nobody takes anything any more: whoever waits, or comes later, hears so. */
  readonly close: () => void;
}

function createChannel(): Channel {
  const waiting: Item[] = [];
  let isClosed = false;
  let wake: () => void = () => undefined;
  const refuse = (item: Item): void => {
    if (item.type === "file") item.taken(ended());
  };
  return {
    push: (item) => {
      if (isClosed) return refuse(item);
      // Nothing that waits is worth taking once the whole is given up.
      if (item.type === "fail") waiting.splice(0).forEach(refuse);
      waiting.push(item);
      wake();
    },
    next: async () => {
      for (;;) {
        const item = waiting.shift();
        if (item) return item;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    close: () => {
      isClosed = true;
      waiting.splice(0).forEach(refuse);
    },
  };
}

async function* streamArchive(next: () => Promise<Item>, packed: PackedFile[]): AsyncGenerator<Uint8Array> {
  const packer = createTarPacker();
  for (let item = await next(); item.type !== "end"; item = await next()) {
    if (item.type === "fail") throw ended();
    packed.push(yield* taking(item, packer.pack(item.file)));
  }
  yield* packer.finish();
}

async function* streamSingle(next: () => Promise<Item>): AsyncGenerator<Uint8Array> {
  const item = await next();
  if (item.type === "end") return;
  if (item.type === "fail") throw ended();
  yield* taking(item, wholeOf(item.file));
  const last = await next();
  if (last.type === "file") last.taken(ended());
  if (last.type !== "end") throw ended();
}

async function* wholeOf({ size, content }: FileToPack): AsyncGenerator<Uint8Array, null> {
  let given = 0;
  for await (const piece of content) {
    given += piece.length;
    yield piece;
  }
  if (given !== size)
    throw new FilesError("files.changed", "Cannot take evidence: a file in it changed while it was read");
  return null;
}

/** Lets whoever gave the file know what came of it, also when nobody wants the rest. */
async function* taking<Result>(
  { taken }: Extract<Item, { readonly type: "file" }>,
  pieces: AsyncGenerator<Uint8Array, Result>,
): AsyncGenerator<Uint8Array, Result> {
  let outcome: unknown = ended();
  try {
    const result = yield* pieces;
    outcome = undefined;
    return result;
  } catch (error) {
    outcome = error;
    throw error;
  } finally {
    taken(outcome);
  }
}

/** Names come from outside: they may not climb out of the archive that somebody will unpack. */
function checkPath(path: string): void {
  const parts = path.split("/");
  const climbs = parts.some((part) => part === "" || part === "." || part === "..");
  if (climbs || path.length > 1024 || path.includes("\\") || path.includes("\0"))
    throw new FilesError("files.bad-path", "Cannot take evidence: a file name in it leads outside");
}

function ended(): FilesError {
  return new FilesError("files.changed", "Cannot take evidence: the files stopped coming");
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error("Cannot take evidence: unexpected failure");
}
