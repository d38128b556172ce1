// Argon2id in a thread of its own, one for each passphrase: the calling thread goes on with its work, and the memory in
// which the passphrase was stretched goes back to the system with the thread.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type Argon2idInput, checkArgon2id, type Primitives, stretchingFailed } from "@tocsin/crypto";

/** `worker` is the built one, beside the program that calls unless told otherwise. Without one, nothing is threaded. */
export function createArgon2id(worker?: URL): Primitives["argon2id"] {
  const program = worker ?? new URL("./argon2-worker.mjs", import.meta.url);
  return async (input) => {
    checkArgon2id(input);
    if (existsSync(fileURLToPath(program))) return stretchInThread(program, input);
    const { stretchHere } = await import("./argon2.ts");
    return stretchHere(input);
  };
}

async function stretchInThread(program: URL, input: Argon2idInput): Promise<Uint8Array> {
  // A copy that moves to the thread: of what is sent, nothing stays here.
  const password = new Uint8Array(input.password);
  const thread = startThread(program, { ...input, password });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const fail = (cause: unknown): void => reject(stretchingFailed(cause));
      thread.once("message", (key: unknown) => {
        if (key instanceof Uint8Array && key.length === input.length) resolve(key);
        else fail(undefined);
      });
      thread.once("error", fail);
      thread.once("messageerror", fail);
      thread.once("exit", fail);
    });
  } finally {
    await thread.terminate();
  }
}

function startThread(
  program: URL,
  task: Argon2idInput & { readonly password: Uint8Array<ArrayBuffer> },
): Worker {
  try {
    return new Worker(program, { workerData: task, transferList: [task.password.buffer], env: {} });
  } catch (cause) {
    task.password.fill(0);
    throw stretchingFailed(cause);
  }
}
