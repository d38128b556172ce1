// What the checks of a view have in common: an empty view, and acts of one device that are written into it.
import type { RecordId } from "@tocsin/core";
import type { Operation, Patch } from "../operation.ts";
import type { StampedOperation, View } from "../view.ts";

export interface ViewUnderTest {
  readonly view: View;
  apply(operations: readonly StampedOperation[]): Promise<void>;
  close(): Promise<void>;
}

export type Using = (work: (under: ViewUnderTest) => Promise<void>) => Promise<void>;

export function idOf(n: number): RecordId {
  return String(n).padStart(26, "0") as RecordId;
}

/** Each act is a commit of one device, which has seen all before it. */
export function act(sequence: number, record: number, patch: Patch, kind = "sample"): StampedOperation {
  const operation: Operation = { kind, version: 1, record: idOf(record), act: "try", patch };
  const seen = new Map([["a", sequence]]);
  const commit = `a${sequence}`;
  return {
    stamp: { chain: "a", sequence, index: 0, depth: sequence, commit, device: "d", at: sequence, seen },
    operation,
  };
}

export const title = (text: string, lang = "en"): Patch => ({ title: { set: { text, lang } } });
