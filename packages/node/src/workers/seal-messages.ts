// What the sealing thread is told, and what it answers: one answer for each task, in order.
import type { SealerInput } from "@tocsin/vault";

export interface SealTask {
  /** With the first task of a file: what it is sealed under. */
  readonly input: SealerInput | null;
  /** Moves to the thread, and comes back with the answer to be filled again. */
  readonly room: Uint8Array<ArrayBuffer>;
  /** Bytes of it that are filled. */
  readonly length: number;
  readonly isLast: boolean;
}

export interface SealReply {
  readonly pieces: readonly Uint8Array[];
  readonly room: Uint8Array<ArrayBuffer>;
  /** Of all plain bytes; with the last answer only. */
  readonly sha256: Uint8Array | null;
}
