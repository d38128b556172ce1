// Which records of an import stay when it is taken back: those that were changed or linked since, and what belongs to them.
import type { ImportRows } from "./import-rows.ts";

/** `together`: it came in one row with one that stays, or one that stays leads to it. */
export type KeptReason = "changed" | "linked" | "together";

export interface KeptRecords {
  keep(record: number, reason: KeptReason): void;
  /** A record that leads to another: where the first stays, so does the second. */
  lead(from: number, to: number): void;
  /** Goes on until nothing more is to be kept. */
  settle(): void;
  reasonOf(record: number): KeptReason | undefined;
  /** Whether what came in with a row stays. */
  isRowKept(row: number): boolean;
}

/** `isBegun`: whether the import began a record, so that nothing of it would stand without it. */
export function createKeptRecords(rows: ImportRows, isBegun: (record: number) => boolean): KeptRecords {
  const reasons = new Map<number, KeptReason>();
  const leads = new Map<number, number[]>();
  const keep = (record: number, reason: KeptReason): boolean => {
    if (reasons.has(record)) return false;
    reasons.set(record, reason);
    return true;
  };
  // A record that stands in several rows, such as a person, or was there before, does not hold each of these rows.
  const isRowKept = (row: number): boolean =>
    rows.recordsOf(row).some((record) => reasons.has(record) && isBegun(record) && !rows.isShared(record));
  const keepTogether = (records: readonly number[]): boolean =>
    records.filter((record) => keep(record, "together")).length > 0;
  const settleOnce = (): boolean => {
    let isMore = false;
    for (let row = 0; row < rows.rowIds.length; row += 1)
      if (isRowKept(row)) isMore = keepTogether(rows.recordsOf(row)) || isMore;
    for (const [from, targets] of leads) if (reasons.has(from)) isMore = keepTogether(targets) || isMore;
    return isMore;
  };
  return {
    keep,
    lead: (from, to) => void leads.set(from, [...(leads.get(from) ?? []), to]),
    settle() {
      while (reasons.size > 0 && settleOnce());
    },
    reasonOf: (record) => reasons.get(record),
    isRowKept,
  };
}
