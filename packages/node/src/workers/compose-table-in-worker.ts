// Reads a table and composes its operations in a thread of its own: a large or hostile file neither stops the program nor
// is waited for. Cancelling ends the thread.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { TocsinError } from "@tocsin/core";
import { FormatError } from "@tocsin/formats";
import { RecordsError } from "@tocsin/records";
import {
  WorkspaceError,
  type ComposedBatch,
  type ComposePorts,
  type ComposeTable,
  type LookAt,
  type TableFile,
  type TableLook,
  type TableToCompose,
} from "@tocsin/workspace";
import type { TableReply, TableTask, TableWish } from "./table-messages.ts";

export interface ComposeInWorkerOptions {
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

export function createTableComposer(options: ComposeInWorkerOptions = {}): ComposeTable | undefined {
  const threading = threadingOf(options);
  return threading === null ? undefined : (table, ports) => composeInWorker(table, ports, threading);
}

/** The sheets of a table and their first rows, with the same limits. */
export function createTableLook(options: ComposeInWorkerOptions = {}): LookAt | undefined {
  const threading = threadingOf(options);
  return threading === null ? undefined : (files, signal) => lookInWorker(files, threading, signal);
}

interface Threading {
  readonly worker: URL;
  readonly maxOldGenerationSizeMb: number;
  readonly takesBytes: boolean;
}

function threadingOf(options: ComposeInWorkerOptions): Threading | null {
  const worker = options.worker ?? new URL("./compose-table-worker.mjs", import.meta.url);
  if (!existsSync(fileURLToPath(worker))) return null;
  return {
    worker,
    maxOldGenerationSizeMb: options.memoryLimit ?? defaultMemoryLimit,
    takesBytes: options.takesBytes === true,
  };
}

async function* composeInWorker(
  table: TableToCompose,
  { readKnown, signal }: ComposePorts,
  threading: Threading,
): AsyncGenerator<ComposedBatch> {
  signal?.throwIfAborted();
  const thread = startThread(table, threading);
  const answers = listen(thread, signal);
  const tell = (wish: TableWish): void => thread.postMessage(wish);
  try {
    for (let ahead = 0; ahead < batchesAhead; ahead += 1) tell({ kind: "next" });
    for (;;) {
      const reply = await answers.take();
      if (reply.kind === "end") return;
      if (reply.kind === "failed") throw failureOf(reply);
      if (reply.kind === "look") throw strayReply();
      if (reply.kind === "ask") {
        tell({ kind: "known", records: await readKnown(reply.ids) });
        continue;
      }
      tell({ kind: "next" });
      yield reply.batch;
    }
  } finally {
    answers.close();
    await thread.terminate();
  }
}

async function lookInWorker(
  files: readonly TableFile[],
  threading: Threading,
  signal: AbortSignal | undefined,
): Promise<TableLook> {
  signal?.throwIfAborted();
  const thread = startThread({ files, mapping: null }, threading);
  const answers = listen(thread, signal);
  const next: TableWish = { kind: "next" };
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

function startThread(task: TableTask, { worker, maxOldGenerationSizeMb, takesBytes }: Threading): Worker {
  const buffers = task.files.flatMap(({ bytes }) => (isAlone(bytes) ? [bytes.buffer] : []));
  return new Worker(worker, {
    workerData: task,
    transferList: takesBytes ? [...new Set(buffers)] : [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb },
  });
}

/** Small files can lie in memory that they share with others. */
function isAlone(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.length === bytes.buffer.byteLength;
}

interface Answers {
  /** The next one. Throws the signal's reason, or what the thread ended with. */
  take(): Promise<TableReply>;
  close(): void;
}

function listen(thread: Worker, signal: AbortSignal | undefined): Answers {
  const waiting: TableReply[] = [];
  let failure: { readonly error: unknown } | null = null;
  let wake = (): void => undefined;
  const fail = (error: unknown): void => {
    failure ??= { error };
    wake();
  };
  const stop = (): void => fail(signal?.reason);
  signal?.addEventListener("abort", stop, { once: true });
  thread.on("message", (reply: TableReply) => {
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

function failureOf({ code, message, details }: Extract<TableReply, { kind: "failed" }>): TocsinError {
  if (code === "formats.limit") return new FormatError(code, message, { details });
  if (code === "records.missing-field" || code === "records.bad-value" || code === "records.too-long")
    return new RecordsError(code, message, { details });
  if (code === "workspace.cell-too-long") return new WorkspaceError(code, message, { details });
  return new FormatError("formats.bad-table", message, { details });
}
