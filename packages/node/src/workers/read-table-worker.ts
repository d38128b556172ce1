// The program of the thread that reads a table: a batch of rows for each time that it is asked. The build makes one file
// of it.
import { parentPort, workerData } from "node:worker_threads";
import { FormatError } from "@tocsin/formats";
import { createBuiltInRegistry, lookAtTable, rowBatches, type TableToRead } from "@tocsin/workspace";
import type { ReadReply, ReadTask } from "./read-messages.ts";

if (parentPort !== null) {
  const port = parentPort;
  const task: ReadTask = workerData;
  const read = task.mapping === null ? looks(task.bytes) : batches(task);
  const next = (): ReadReply => {
    try {
      const { value, done } = read.next();
      return done === true ? { kind: "end" } : value;
    } catch (error) {
      const known = error instanceof FormatError ? error : null;
      const message = error instanceof Error ? error.message : "its reader failed";
      return { kind: "failed", code: known?.code ?? null, message, details: known?.details ?? {} };
    }
  };
  port.on("message", () => port.postMessage(next()));
}

function* batches(table: TableToRead): Generator<ReadReply, undefined> {
  for (const batch of rowBatches(table, createBuiltInRegistry())) yield { kind: "batch", batch };
}

function* looks(bytes: Uint8Array): Generator<ReadReply, undefined> {
  yield { kind: "look", look: lookAtTable(bytes) };
}
