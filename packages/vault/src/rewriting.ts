// Writes one segment anew for an erasure: named operations dropped, wraps of ended epochs dropped, slots sealed under the
// epoch that begins (docs/formats/vault.md, sections 5 and 11). Nothing that is signed or hashed changes.
import { concatBytes, isTocsinError } from "@tocsin/core";
import type { Primitives } from "@tocsin/crypto";
import { encodeContents, noOperation, parseContents, type SealedOperation } from "./contents.ts";
import { controlOrUnknown } from "./control-parsing.ts";
import { encodeFrame, type Frame, frameTypes, openingLength, scanSegment } from "./frame.ts";
import type { Keyring } from "./keyring.ts";
import { noBytes } from "./format.ts";
import { isClear, openClearContent, resealSlot, slotEpochOf, type EpochKey } from "./operation.ts";
import type { SegmentName } from "./ports.ts";
import type { Position } from "./types.ts";

export interface Rewriting {
  readonly primitives: Primitives;
  readonly keyring: Keyring;
  /** The epoch that begins with the erasure. */
  readonly epoch: EpochKey;
}

/** Null when nothing of the segment has to change. Bytes that are no frames stay as they are. */
export function rewriteSegment(
  rewriting: Rewriting,
  segment: SegmentName,
  bytes: Uint8Array,
): Uint8Array | null {
  const { frames } = scanSegment(rewriting.primitives, segment, bytes);
  const parts: Uint8Array[] = [];
  let at = 0;
  let isChanged = false;
  for (const frame of frames) {
    if (frame.type !== frameTypes.contents) continue;
    const rewritten = rewriteContents(rewriting, frame);
    if (rewritten === null) continue;
    isChanged = true;
    parts.push(bytes.subarray(at, frame.offset), rewritten);
    at = frame.offset + frame.length;
  }
  if (!isChanged) return null;
  parts.push(bytes.subarray(at));
  return concatBytes(...parts);
}

/** Whether a segment still holds something that the erasure has to change. */
export function needsRewriting(rewriting: Rewriting, segment: SegmentName, bytes: Uint8Array): boolean {
  if (bytes.length <= openingLength) return false;
  const { frames } = scanSegment(rewriting.primitives, segment, bytes);
  return frames.some((frame) => frame.type === frameTypes.contents && hasWork(rewriting, frame));
}

function rewriteContents(rewriting: Rewriting, frame: Frame): Uint8Array | null {
  const contents = parseOrNull(frame);
  if (contents === null) return null;
  const { chain, sequence } = contents;
  const operations = contents.operations.map((operation, index) =>
    rewriteOperation(rewriting, operation, { chain, sequence, index }),
  );
  if (operations.every((operation, at) => operation === contents.operations[at])) return null;
  return encodeFrame(
    rewriting.primitives,
    frameTypes.contents,
    encodeContents({ chain, sequence, operations }),
  );
}

function hasWork(rewriting: Rewriting, frame: Frame): boolean {
  const contents = parseOrNull(frame);
  return (
    contents?.operations.some((operation, index) => {
      const { chain, sequence } = contents;
      return workFor(rewriting, operation, { chain, sequence, index }) !== "none";
    }) ?? false
  );
}

function parseOrNull(frame: Frame): ReturnType<typeof parseContents> | null {
  try {
    return parseContents(frame.payload);
  } catch (cause) {
    if (isTocsinError(cause)) return null;
    throw cause;
  }
}

type Work = "none" | "drop" | "end" | "reseal";

function workFor(
  { primitives, keyring, epoch }: Rewriting,
  operation: SealedOperation,
  position: Position,
): Work {
  if (operation.slot.length === 0 && operation.body.length === 0) return "none";
  if (isClear(operation)) return isOldWrap(primitives, operation, { keyring, epoch }) ? "end" : "none";
  if (keyring.erasures.isErased(position)) return "drop";
  const sealedUnder = slotEpochOf(operation);
  if (sealedUnder === null || !keyring.isBefore(sealedUnder, epoch.id)) return "none";
  // What does not open is left: nobody will open it any more.
  return keyring.epochKey(sealedUnder) === undefined ? "none" : "reseal";
}

function rewriteOperation(
  rewriting: Rewriting,
  operation: SealedOperation,
  position: Position,
): SealedOperation {
  switch (workFor(rewriting, operation, position)) {
    case "none":
      return operation;
    case "drop":
      return noOperation;
    // The slot stays, so that a reader knows that this was no content of people.
    case "end":
      return { slot: operation.slot, body: noBytes };
    case "reseal": {
      const { primitives, keyring, epoch } = rewriting;
      const slot = resealSlot(primitives, operation, { position, epochKey: keyring.epochKey, epoch });
      return slot === null ? operation : { slot, body: operation.body };
    }
  }
}

function isOldWrap(
  primitives: Primitives,
  operation: SealedOperation,
  { keyring, epoch }: Pick<Rewriting, "keyring" | "epoch">,
): boolean {
  const content = openClearContent(primitives, operation);
  if (content === null) return false;
  const control = controlOrUnknown(content);
  return control.type === "wraps" && keyring.isBefore(control.epoch, epoch.id);
}
