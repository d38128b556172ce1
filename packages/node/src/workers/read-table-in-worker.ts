// Reads a table in a thread of its own: a large or hostile file neither stops the program nor is waited for. Cancelling
// ends the thread.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { FormatError } from "@tocsin/formats";
import type { LookAt, ReadRows, RowBatch, TableLook, TableToRead } from "@tocsin/workspace";
import type { ReadReply, ReadTask, ReadWish } from "./read-messages.ts";

export interface ReadInWorkerOptions {
  /** The built worker; beside the program that calls, unless told otherwise. Without one, nothing is threaded. */
  readonly worker?: URL;
  /** MiB of JavaScript heap after which the thread is ended. */
  readonly memoryLimit?: number;
  /** The bytes move to the thread instead of being copied, and are gone for whoever gave them. */
  readonly takesBytes?: boolean;
}

const defaultMemoryLimit = 512;
/** Batches that the thread makes while the ones before are written. */
const batchesAhead = 3;
const next: ReadWish = "next";

export function createTableReader(options: ReadInWorkerOptions = {}): ReadRows | undefined {
  const settings = settingsOf(options);
  return settings === null ? undefined : (table, signal) => readInWorker(table, { ...settings, signal });
}

/** The sheets of a table and their first rows, with the same limits. */
export function createTableLook(options: ReadInWorkerOptions = {}): LookAt | undefined {
  const settings = settingsOf(options);
  return settings === null ? undefined : (bytes, signal) => lookInWorker(bytes, { ...settings, signal });
}

interface Settings {
  readonly worker: URL;
  readonly maxOldGenerationSizeMb: number;
  readonly takesBytes: boolean;
}

interface Reading extends Settings {
  readonly signal: AbortSignal | undefined;
}

function settingsOf(options: ReadInWorkerOptions): Settings | null {
  const worker = options.worker ?? new URL("./read-table-worker.mjs", import.meta.url);
  if (!existsSync(fileURLToPath(worker))) return null;
  return {
    worker,
    maxOldGenerationSizeMb: options.memoryLimit ?? defaultMemoryLimit,
    takesBytes: options.takesBytes === true,
  };
}

async function lookInWorker(bytes: Uint8Array, reading: Reading): Promise<TableLook> {
  const thread = startThread({ bytes, mapping: null }, reading);
  const answers = listen(thread, reading.signal);
  try {
    thread.postMessage(next);
    const reply = await answers.take();
    if (reply.kind === "look") return reply.look;
    throw reply.kind === "failed" ? failureOf(reply) : strayReply();
  } finally {
    answers.close();
    await thread.terminate();
  }
}

function startThread(
  task: ReadTask,
  { worker, maxOldGenerationSizeMb, takesBytes, signal }: Reading,
): Worker {
  signal?.throwIfAborted();
  return new Worker(worker, {
    workerData: task,
    transferList: takesBytes && isAlone(task.bytes) ? [task.bytes.buffer] : [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb },
  });
}

async function* readInWorker({ bytes, mapping }: TableToRead, reading: Reading): AsyncGenerator<RowBatch> {
  const thread = startThread({ bytes, mapping }, reading);
  const answers = listen(thread, reading.signal);
  try {
    for (let ahead = 0; ahead < batchesAhead; ahead += 1) thread.postMessage(next);
    for (;;) {
      const reply = await answers.take();
      if (reply.kind === "end") return;
      if (reply.kind === "failed") throw failureOf(reply);
      if (reply.kind === "look") throw strayReply();
      thread.postMessage(next);
      yield reply.batch;
    }
  } finally {
    answers.close();
    await thread.terminate();
  }
}

/** Small files can lie in memory that they share with others. */
function isAlone(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.length === bytes.buffer.byteLength;
}

interface Answers {
  /** The next one. Throws the signal's reason, or what the thread ended with. */
  take(): Promise<ReadReply>;
  close(): void;
}

function listen(thread: Worker, signal: AbortSignal | undefined): Answers {
  const waiting: ReadReply[] = [];
  let failure: { readonly error: unknown } | null = null;
  let wake = (): void => undefined;
  const fail = (error: unknown): void => {
    failure ??= { error };
    wake();
  };
  const stop = (): void => fail(signal?.reason);
  signal?.addEventListener("abort", stop, { once: true });
  thread.on("message", (reply: ReadReply) => {
    waiting.push(reply);
    wake();
  });
  thread.on("error", (cause: Error & { readonly code?: string }) => fail(endedBy(cause)));
  thread.on("exit", () => fail(new FormatError("formats.bad-table", "Cannot read table: its reader ended")));
  return {
    async take() {
      while (waiting.length === 0 && failure === null)
        await new Promise<void>((resolve) => (wake = () => resolve()));
      signal?.throwIfAborted();
      const reply = waiting.shift();
      if (reply !== undefined) return reply;
      throw failure?.error;
    },
    close: () => signal?.removeEventListener("abort", stop),
  };
}

function endedBy(cause: Error & { readonly code?: string }): FormatError {
  return cause.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? new FormatError("formats.limit", "Cannot read table: it takes more memory than is given to it", {
        cause,
      })
    : new FormatError("formats.bad-table", "Cannot read table: its reader stopped", { cause });
}

function strayReply(): FormatError {
  return new FormatError("formats.bad-table", "Cannot read table: its reader answered something else");
}

function failureOf({ code, message, details }: Extract<ReadReply, { kind: "failed" }>): FormatError {
  return new FormatError(code === "formats.limit" ? code : "formats.bad-table", message, { details });
}
