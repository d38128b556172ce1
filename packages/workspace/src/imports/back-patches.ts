// What puts each record of an import back, kept from the look to the writing so that no history is read twice. Most records
// are put back in the same few ways, and each way is held once.
import type { Patch, RecordState, StampedOperation } from "@tocsin/records";
import { patchBackTo } from "../back-to.ts";

export interface FoundRecord {
  /** As it would stand without the import and what came after it. */
  readonly before: RecordState | undefined;
  readonly now: RecordState;
  /** The import's operations and those after them. */
  readonly since: readonly StampedOperation[];
}

export interface BackPatch {
  readonly kind: string;
  readonly patch: Patch;
}

export interface BackPatches {
  keep(record: number, found: FoundRecord): void;
  /** Null for a record to which the import gave nothing. */
  of(record: number): BackPatch | null;
}

export function createBackPatches(records: number): BackPatches {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = new Uint32Array(records);
  return {
    keep(record, { before, now, since }) {
      const back: BackPatch = { kind: now.kind, patch: patchBackTo(before, now, since) };
      const text = JSON.stringify(back);
      const number = numbers.get(text) ?? texts.push(text);
      numbers.set(text, number);
      numberOf[record] = number;
    },
    of(record) {
      const text = texts[(numberOf[record] ?? 0) - 1];
      return text === undefined ? null : (JSON.parse(text) as BackPatch);
    },
  };
}
