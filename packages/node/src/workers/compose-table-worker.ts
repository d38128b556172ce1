// The program of the thread that reads a table and composes its operations: a batch of rows for each time that it is
// asked. Without a mapping it looks at the first rows alone. The build makes one file of it.
import { hash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { isTocsinError } from "@tocsin/core";
import {
  composedBatches,
  createBuiltInRegistry,
  lookAtTable,
  type KnownRecord,
  type ReadKnown,
  type TableFile,
  type TableToCompose,
} from "@tocsin/workspace";
import type { TableReply, TableTask, TableWish } from "./table-messages.ts";

if (parentPort !== null) {
  const port = parentPort;
  const task: TableTask = workerData;
  const waiting: ((records: readonly KnownRecord[]) => void)[] = [];
  const say = (reply: TableReply): void =>
    port.postMessage(reply, reply.kind === "batch" ? [reply.batch.payloads.buffer] : []);
  const ask: ReadKnown = (ids) => {
    say({ kind: "ask", ids });
    return new Promise((resolve) => waiting.push(resolve));
  };
  const replies = task.mapping === null ? looks(task.files) : batches(task, ask);
  const next = async (): Promise<TableReply> => {
    try {
      const { value, done } = await replies.next();
      return done === true ? { kind: "end" } : value;
    } catch (error) {
      const known = isTocsinError(error) ? error : null;
      const message = error instanceof Error ? error.message : "its reader failed";
      return { kind: "failed", code: known?.code ?? null, message, details: known?.details ?? {} };
    }
  };
  port.on("message", (wish: TableWish) => {
    if (wish.kind === "known") waiting.shift()?.(wish.records);
    else void next().then(say);
  });
}

async function* batches(table: TableToCompose, readKnown: ReadKnown): AsyncGenerator<TableReply, undefined> {
  const parts = { registry: createBuiltInRegistry(), sha256: (text: string) => hash("sha256", text) };
  for await (const batch of composedBatches(table, parts, readKnown)) yield { kind: "batch", batch };
}

async function* looks(files: readonly TableFile[]): AsyncGenerator<TableReply, undefined> {
  yield { kind: "look", look: lookAtTable(files) };
}
