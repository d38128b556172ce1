// The program of the thread that reads a table: a batch of rows for each time that it is asked. The build makes one file
// of it.
import { parentPort, workerData } from "node:worker_threads";
import { FormatError } from "@tocsin/formats";
import { createBuiltInRegistry, rowBatches } from "@tocsin/workspace";
import type { ReadReply, ReadTask } from "./read-messages.ts";

if (parentPort !== null) {
  const port = parentPort;
  const task: ReadTask = workerData;
  const batches = rowBatches(task, createBuiltInRegistry());
  const next = (): ReadReply => {
    try {
      const { value, done } = batches.next();
      return done === true ? { kind: "end" } : { kind: "batch", batch: value };
    } catch (error) {
      const known = error instanceof FormatError ? error : null;
      const message = error instanceof Error ? error.message : "its reader failed";
      return { kind: "failed", code: known?.code ?? null, message, details: known?.details ?? {} };
    }
  };
  port.on("message", () => port.postMessage(next()));
}
