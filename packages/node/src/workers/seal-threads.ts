// Threads that seal evidence. One that has finished its file waits a while for the next: starting one takes as long as
// sealing some mebibytes.
import { Worker } from "node:worker_threads";
import { type EvidenceSealer, type SealerInput, VaultError } from "@tocsin/vault";
import type { SealReply, SealTask } from "./seal-messages.ts";

/** Tasks that a thread holds at one time. */
const tasksAhead = 3;
/** Milliseconds that a thread waits for another file. */
const longestWait = 5000;

export type Room = Uint8Array<ArrayBuffer>;

/** A thread at work for one file. Every promise rejects with `vault.sealing-failed` when the thread ends. */
export interface SealThread {
  /** Takes a room over, of which `length` bytes are filled; waits until the thread has few enough tasks. */
  post(room: Room, length: number): Promise<void>;
  takePieces(): readonly Uint8Array[];
  /** One that came back, to be filled again. */
  takeRoom(): Room | undefined;
  /** After the last room. */
  finish(room: Room, length: number): ReturnType<EvidenceSealer["finish"]>;
  /** Finished or not. */
  close(): void;
}

export interface SealThreads {
  /** Whether `take` would give a thread that runs already. */
  isOneWaiting(): boolean;
  take(input: SealerInput): SealThread;
}

export function createSealThreads(program: URL): SealThreads {
  let waiting: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  const drop = (): void => {
    void waiting?.terminate();
    waiting = null;
  };
  /** One is enough: files come in one after the other. */
  const giveBack = (worker: Worker): void => {
    if (waiting !== null) return void worker.terminate();
    waiting = worker;
    worker.removeAllListeners();
    for (const event of ["error", "exit"])
      worker.on(event, () => (waiting === worker ? (waiting = null) : null));
    worker.unref();
    timer = setTimeout(drop, longestWait);
    timer.unref();
  };
  return {
    isOneWaiting: () => waiting !== null,
    take(input) {
      const worker = waiting ?? new Worker(program, { env: {} });
      waiting = null;
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.ref();
      return workFor(worker, input, giveBack);
    },
  };
}

function workFor(worker: Worker, input: SealerInput, giveBack: (worker: Worker) => void): SealThread {
  const rooms: Room[] = [];
  let pieces: Uint8Array[] = [];
  let begin: SealerInput | null = input;
  let tasks = 0;
  let sha256: Uint8Array | null = null;
  let failure: VaultError | null = null;
  let isOver = false;
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
  for (const event of ["error", "messageerror", "exit"]) worker.on(event, fail);
  const until = async (isReady: () => boolean): Promise<void> => {
    while (failure === null && !isReady()) await new Promise<void>((resolve) => (wake = resolve));
    if (failure !== null) throw failure;
  };
  const post = async (room: Room, length: number, isLast = false): Promise<void> => {
    await until(() => tasks < tasksAhead);
    tasks += 1;
    const task: SealTask = { input: begin, room, length, isLast };
    begin = null;
    worker.postMessage(task, [room.buffer]);
  };
  const takePieces = (): readonly Uint8Array[] => {
    const done = pieces;
    pieces = [];
    return done;
  };
  return {
    post,
    takePieces,
    takeRoom: () => rooms.pop(),
    async finish(room, length) {
      await post(room, length, true);
      await until(() => sha256 !== null);
      isOver = true;
      giveBack(worker);
      return { pieces: takePieces(), sha256: sha256 ?? new Uint8Array(0) };
    },
    close() {
      if (!isOver) void worker.terminate();
      isOver = true;
    },
  };
}
