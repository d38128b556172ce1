// Hashes and seals evidence in a thread of its own, while the calling thread reads and writes. What is small is not
// worth a thread, and is sealed where it is.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type CreateSealer, createEvidenceSealer, type EvidenceSealer, VaultError } from "@tocsin/vault";
import { createNodePrimitives } from "../crypto/primitives.ts";
import type { SealReply, SealTask } from "./seal-messages.ts";

const roomLength = 1_048_576;
/** Tasks that the thread holds at one time. */
const tasksAhead = 3;
/** Starting the thread takes as long as sealing this many rooms. */
const roomsBeforeThread = 8;

export interface SealInWorkerOptions {
  /** The built worker; beside the program that calls, unless told otherwise. Without one, nothing is threaded. */
  readonly worker?: URL;
  readonly roomsBeforeThread?: number;
}

export function createWorkerSealing(options: SealInWorkerOptions = {}): CreateSealer | undefined {
  const worker = options.worker ?? new URL("./seal-worker.mjs", import.meta.url);
  if (!existsSync(fileURLToPath(worker))) return undefined;
  const before = options.roomsBeforeThread ?? roomsBeforeThread;
  return (input) =>
    createSealer({
      before,
      inThread: () => createThread(new Worker(worker, { workerData: input, env: {} })),
      here: () => createEvidenceSealer(createNodePrimitives(), input),
    });
}

type Room = Uint8Array<ArrayBuffer>;

interface SealerParts {
  readonly before: number;
  inThread(): Thread;
  here(): EvidenceSealer;
}

/** Fills rooms; the first of them wait until it is known whether a thread is worth it. */
function createSealer({ before, inThread, here }: SealerParts): EvidenceSealer {
  const waiting: Room[] = [];
  let thread: Thread | null = null;
  let room: Room = new Uint8Array(roomLength);
  let filled = 0;

  /** Passes on the full room, and gives what is sealed. */
  const turn = async (): Promise<readonly Uint8Array[]> => {
    if (thread === null && waiting.length < before) {
      waiting.push(room);
      room = new Uint8Array(roomLength);
      return [];
    }
    if (thread === null) {
      thread = inThread();
      for (const full of waiting) await thread.post({ room: full, length: roomLength, isLast: false });
    }
    await thread.post({ room, length: roomLength, isLast: false });
    room = thread.takeRoom() ?? new Uint8Array(roomLength);
    return thread.takePieces();
  };

  return {
    async update(bytes) {
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length;) {
        if (filled === roomLength) {
          pieces.push(...(await turn()));
          filled = 0;
        }
        const part = bytes.subarray(at, at + roomLength - filled);
        room.set(part, filled);
        filled += part.length;
        at += part.length;
      }
      return pieces;
    },
    async finish() {
      const last = room.subarray(0, filled);
      if (thread === null) return sealHere(here(), [...waiting, last]);
      await thread.post({ room, length: filled, isLast: true });
      const sha256 = await thread.ended();
      return { pieces: thread.takePieces(), sha256 };
    },
    close: () => thread?.close(),
  };
}

async function sealHere(
  sealer: EvidenceSealer,
  all: readonly Uint8Array[],
): ReturnType<EvidenceSealer["finish"]> {
  const pieces: Uint8Array[] = [];
  for (const bytes of all) pieces.push(...(await sealer.update(bytes)));
  const end = await sealer.finish();
  return { pieces: [...pieces, ...end.pieces], sha256: end.sha256 };
}

interface Thread {
  /** Waits until the thread has few enough tasks. Throws `vault.sealing-failed`, and so does `ended`. */
  post(task: SealTask): Promise<void>;
  takePieces(): readonly Uint8Array[];
  takeRoom(): Room | undefined;
  /** SHA-256 of all plain bytes, once the last task is answered. */
  ended(): Promise<Uint8Array>;
  close(): void;
}

function createThread(worker: Worker): Thread {
  const rooms: Room[] = [];
  let pieces: Uint8Array[] = [];
  let tasks = 0;
  let sha256: Uint8Array | null = null;
  let failure: VaultError | null = null;
  let wake = (): void => {};
  const fail = (cause: unknown): void => {
    failure ??= new VaultError("vault.sealing-failed", "Cannot seal evidence: its thread ended", { cause });
    wake();
  };
  worker.on("message", (reply: SealReply) => {
    tasks -= 1;
    pieces.push(...reply.pieces);
    rooms.push(reply.room);
    sha256 = reply.sha256;
    wake();
  });
  worker.on("error", fail);
  worker.on("messageerror", fail);
  worker.on("exit", fail);
  const until = async (isReady: () => boolean): Promise<void> => {
    while (failure === null && !isReady()) await new Promise<void>((resolve) => (wake = resolve));
    if (failure !== null) throw failure;
  };

  return {
    async post(task) {
      await until(() => tasks < tasksAhead);
      tasks += 1;
      worker.postMessage(task, [task.room.buffer]);
    },
    takePieces() {
      const done = pieces;
      pieces = [];
      return done;
    },
    takeRoom: () => rooms.pop(),
    async ended() {
      await until(() => sha256 !== null);
      return sha256 ?? new Uint8Array(0);
    },
    close: () => void worker.terminate(),
  };
}
