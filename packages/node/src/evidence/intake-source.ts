// Files that a browser hands over one after the other: one file stays as it is, several become a tar archive.
import type { EvidenceSource } from "@tocsin/workspace";
import { FilesError } from "./errors.ts";
import { listingOf, mediaTypeOf } from "./path-source.ts";
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
  const { push, next } = createChannel();
  const packed: PackedFile[] = [];
  return {
    source: {
      mediaType: single ? mediaTypeOf(firstName) : "application/x-tar",
      original: null,
      stream: () => (single ? streamSingle(next) : streamArchive(next, packed)),
      listing: () => (single ? null : listingOf(packed)),
    },
    put: async (file) => {
      checkPath(file.path);
      await new Promise<void>((resolve, reject) => {
        push({
          type: "file",
          file,
          taken: (error) => (error === undefined ? resolve() : reject(toError(error))),
        });
      });
    },
    finish: () => push({ type: "end" }),
    fail: () => push({ type: "fail" }),
  };
}

function createChannel(): { readonly push: (item: Item) => void; readonly next: () => Promise<Item> } {
  const waiting: Item[] = [];
  let wake: () => void = () => undefined;
  return {
    push: (item) => {
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
  };
}

async function* streamArchive(next: () => Promise<Item>, packed: PackedFile[]): AsyncGenerator<Uint8Array> {
  const packer = createTarPacker();
  for (let item = await next(); item.type !== "end"; item = await next()) {
    if (item.type === "fail") throw ended();
    try {
      packed.push(yield* packer.pack(item.file));
      item.taken();
    } catch (error) {
      item.taken(error);
      throw error;
    }
  }
  yield* packer.finish();
}

async function* streamSingle(next: () => Promise<Item>): AsyncGenerator<Uint8Array> {
  for (let item = await next(); item.type !== "end"; item = await next()) {
    if (item.type === "fail") throw ended();
    try {
      yield* item.file.content;
      item.taken();
    } catch (error) {
      item.taken(error);
      throw error;
    }
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
