// Hashes and seals evidence in a thread of its own, while the calling thread reads and writes. What is small is not
// worth a thread, and is sealed where it is.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type CreateSealer,
  createEvidenceSealer,
  type EvidenceSealer,
  type SealerInput,
} from "@tocsin/vault";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { createSealThreads, type Room, type SealThread, type SealThreads } from "./seal-threads.ts";

const roomLength = 1_048_576;
/** Starting a thread takes as long as sealing this many rooms. */
const roomsBeforeThread = 8;

export interface SealInWorkerOptions {
  /** The built worker; beside the program that calls, unless told otherwise. Without one, nothing is threaded. */
  readonly worker?: URL;
  readonly roomsBeforeThread?: number;
}

export function createWorkerSealing(options: SealInWorkerOptions = {}): CreateSealer | undefined {
  const worker = options.worker ?? new URL("./seal-worker.mjs", import.meta.url);
  if (!existsSync(fileURLToPath(worker))) return undefined;
  const threads = createSealThreads(worker);
  const before = options.roomsBeforeThread ?? roomsBeforeThread;
  return (input) => createSealer({ before, threads, input });
}

interface SealerParts {
  readonly before: number;
  readonly threads: SealThreads;
  readonly input: SealerInput;
}

/** Fills rooms; the first of them wait until it is known whether a thread is worth it. */
function createSealer({ before, threads, input }: SealerParts): EvidenceSealer {
  const waiting: Room[] = [];
  let thread: SealThread | null = null;
  let room: Room = new Uint8Array(roomLength);
  let filled = 0;

  /** Passes on the full room, and gives what is sealed. */
  const turn = async (): Promise<readonly Uint8Array[]> => {
    if (thread === null && waiting.length < before && !threads.isOneWaiting()) {
      waiting.push(room);
      room = new Uint8Array(roomLength);
      return [];
    }
    if (thread === null) {
      thread = threads.take(input);
      for (const full of waiting) await thread.post(full, roomLength);
    }
    await thread.post(room, roomLength);
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
      if (thread !== null) return thread.finish(room, filled);
      return sealHere(createEvidenceSealer(createNodePrimitives(), input), [...waiting, last]);
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
