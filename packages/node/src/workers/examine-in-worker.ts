// Runs examiners in a thread of their own, so that hostile evidence can neither stop the program nor be waited for:
// cancelling ends the thread.
import { Worker } from "node:worker_threads";
import type { ExaminerOutput } from "@tocsin/core";
import { TocsinError } from "@tocsin/core";
import type { WorkerMessage, WorkerTask } from "./messages.ts";

export type ExaminerErrorCode =
  /** The worker ended without an answer, or its examiner threw. */
  "node.examiner-failed";

export class ExaminerError extends TocsinError<ExaminerErrorCode> {
  override readonly name = "ExaminerError";
}

export interface ExamineRequest {
  readonly paths: readonly string[];
  readonly indicatorPaths: readonly string[];
  /** What examiners of other packages need, by their name; must survive `structuredClone`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface ExamineOptions {
  readonly onOutput: (output: ExaminerOutput) => void;
  readonly signal?: AbortSignal;
  /** The built worker; beside the program that calls, unless told otherwise. */
  readonly worker?: URL;
  /** MiB of JavaScript heap after which the worker is ended. */
  readonly memoryLimit?: number;
}

const defaultMemoryLimit = 1024;

/**
 * Resolves when everything is examined and every output was handed over. Rejects with the signal's reason, or with
 * `node.examiner-failed`.
 */
export async function examineInWorker(request: ExamineRequest, options: ExamineOptions): Promise<void> {
  options.signal?.throwIfAborted();
  const task: WorkerTask = { settings: {}, ...request };
  const worker = new Worker(options.worker ?? new URL("./examine-worker.mjs", import.meta.url), {
    workerData: task,
    // Nothing of the environment is any business of an examiner.
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: options.memoryLimit ?? defaultMemoryLimit },
  });
  try {
    await listen(worker, options);
  } finally {
    await worker.terminate();
  }
}

function listen(worker: Worker, { onOutput, signal }: ExamineOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal?.reason);
    signal?.addEventListener("abort", stop, { once: true });
    const settle = (end: () => void): void => {
      signal?.removeEventListener("abort", stop);
      end();
    };
    const fail = (message: string, cause?: unknown): void =>
      settle(() =>
        reject(new ExaminerError("node.examiner-failed", `Cannot examine: ${message}`, { cause })),
      );
    worker.on("message", (message: WorkerMessage) => {
      if (signal?.aborted === true) return;
      if (message.kind === "outputs") for (const output of message.outputs) onOutput(output);
      else if (message.kind === "done") settle(resolve);
      else fail(message.message);
    });
    worker.on("error", (cause) => fail("the worker stopped", cause));
    worker.on("exit", () => fail("the worker ended early"));
  });
}
