// Alterations of what was written: frames exchanged, taken out, rewritten, flipped.
import { encodeContents, encodeFrame, frameType } from "./commit.ts";
import type { Parts } from "./operation.ts";
import type { Chain, Written } from "./vault-writer.ts";

/** Puts other frames in the place of one. */
export function replace(chain: Chain, frame: Buffer, ...others: readonly Buffer[]): void {
  for (const frames of chain.segments) {
    const at = frames.indexOf(frame);
    if (at !== -1) {
      frames.splice(at, 1, ...others);
      return;
    }
  }
  throw new Error("Cannot replace frame: it is in no segment");
}

export const takeOut = (chain: Chain, ...frames: readonly Buffer[]): void => {
  for (const frame of frames) replace(chain, frame);
};

/** The contents frame of a commit with other slots or bodies, its check made anew. */
export function contentsWith(written: Written, change: (part: Parts, at: number) => Parts): Buffer {
  const parts = written.parts.map(change);
  return encodeFrame(frameType.contents, encodeContents(written.chain.id, written.sequence, parts));
}

/** A copy with one bit flipped. */
export function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

/** Puts `next` in the place of a commit's contents frame, so that later places are found by it. */
export function setContents(written: Written, next: Buffer): void {
  replace(written.chain, written.frames.contents, next);
  written.frames.contents = next;
}

export function setCommit(written: Written, next: Buffer): void {
  replace(written.chain, written.frames.commit, next);
  written.frames.commit = next;
}
