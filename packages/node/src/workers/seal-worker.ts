// The program of the sealing thread: one file of evidence after the other, hashed and sealed piece by piece in the order
// in which the pieces come. The build makes one file of it.
import { parentPort } from "node:worker_threads";
import { createEvidenceSealer, type EvidenceSealer } from "@tocsin/vault";
import { createNodePrimitives } from "../crypto/primitives.ts";
import type { SealReply, SealTask } from "./seal-messages.ts";

if (parentPort !== null) {
  const port = parentPort;
  const primitives = createNodePrimitives();
  let sealer: EvidenceSealer | null = null;
  let line = Promise.resolve();
  const reply = (answer: SealReply, spare: Uint8Array<ArrayBuffer>): void => {
    // Bytes of one's own array move to the other thread; parts of a larger one are copied.
    const own = answer.pieces.filter(({ buffer, length }) => buffer.byteLength === length);
    port.postMessage(answer, [spare.buffer, ...own.map(({ buffer }) => buffer as ArrayBuffer)]);
  };
  const work = async ({ input, room, length, isLast }: SealTask): Promise<void> => {
    if (input !== null) sealer = createEvidenceSealer(primitives, input);
    if (sealer === null) throw new TypeError("Cannot seal: no file was begun");
    const pieces = await sealer.update(room.subarray(0, length));
    if (!isLast) return reply({ pieces, room, sha256: null }, room);
    const end = await sealer.finish();
    sealer = null;
    reply({ pieces: [...pieces, ...end.pieces], room, sha256: end.sha256 }, room);
  };
  port.on("message", (task: SealTask) => {
    line = line.then(() => work(task));
  });
}
