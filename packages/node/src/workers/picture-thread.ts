// One task about a picture or a document in a thread of its own, with a limit of memory and of time: it can be anybody's,
// and hostile.
import { Worker } from "node:worker_threads";
import { FormatError } from "@tocsin/formats";
import type { PictureProgress, PictureReply, PictureTask } from "./picture-messages.ts";

export interface PictureThreadOptions {
  /** The built worker; beside the program that calls, unless told otherwise. */
  readonly worker?: URL;
  /** MiB of JavaScript heap after which the thread is ended. */
  readonly memoryLimit?: number;
  /** Milliseconds after which it is ended; of a PDF that is copied, for each page. */
  readonly timeLimit?: number;
}

interface Listening {
  readonly signal?: AbortSignal | undefined;
  readonly onPage?: ((done: number, pages: number) => void) | undefined;
}

export type PictureDone = Exclude<PictureReply, { readonly kind: "failed" }>;

const defaultMemoryLimit = 1024;
const defaultTimeLimit = 180_000;

/** Throws what the task throws, `formats.limit`, and the reason of the signal. */
export async function inPictureThread(
  task: PictureTask,
  options: PictureThreadOptions,
  { signal, onPage }: Listening = {},
): Promise<PictureDone> {
  const worker = options.worker ?? new URL("./redact-picture-worker.mjs", import.meta.url);
  const { memoryLimit = defaultMemoryLimit, timeLimit = defaultTimeLimit } = options;
  signal?.throwIfAborted();
  const thread = new Worker(worker, {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  });
  try {
    const reply = await replyOf(thread, timeLimit, { signal, onPage });
    if (reply.kind !== "failed") return reply;
    throw new FormatError(reply.code, reply.message);
  } finally {
    await thread.terminate();
  }
}

function replyOf(thread: Worker, timeLimit: number, { signal, onPage }: Listening): Promise<PictureReply> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal?.reason);
    const begin = (): NodeJS.Timeout =>
      setTimeout(() => reject(limit("it takes longer than is given to it")), timeLimit);
    let timer = begin();
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      act();
    };
    signal?.addEventListener("abort", stop, { once: true });
    thread.on("message", (message: PictureReply | PictureProgress) => {
      if (message.kind !== "page") return settle(() => resolve(message));
      clearTimeout(timer);
      timer = begin();
      onPage?.(message.done, message.pages);
    });
    thread.once("error", (cause: Error & { readonly code?: string }) => settle(() => reject(endedBy(cause))));
    thread.once("exit", () => settle(() => reject(unread("its reader ended"))));
  });
}

function endedBy(cause: Error & { readonly code?: string }): FormatError {
  return cause.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? limit("it takes more memory than is given to it")
    : unread("its reader stopped", cause);
}

function limit(state: string): FormatError {
  return new FormatError("formats.limit", `Cannot redact picture: ${state}`);
}

function unread(state: string, cause?: Error): FormatError {
  return new FormatError("formats.bad-picture", `Cannot redact picture: ${state}`, { cause });
}
