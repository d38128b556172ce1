// Which acts on a record stand, and which were taken back: each undo takes back the newest act that stands, each redo the
// newest undo that no other act followed.
import type { StampedOperation } from "@tocsin/records";

export const undoAct = "record.undo";
export const redoAct = "record.redo";

/** The operations of one act on one record, with everything that is older, both newest first. */
export interface Act {
  readonly operations: readonly StampedOperation[];
  readonly older: readonly StampedOperation[];
}

export interface Acts {
  /** Oldest first. The first one began the record. */
  readonly standing: readonly Act[];
  /** The undos that can be taken back, the one to take back first at the end. */
  readonly undos: readonly Act[];
}

/** `newestFirst` is the history of one record. */
export function actsIn(newestFirst: readonly StampedOperation[]): Acts {
  const standing: Act[] = [];
  const taken: Act[] = [];
  let undos: Act[] = [];
  for (const act of eachAct(newestFirst).toReversed()) {
    const name = act.operations[0]?.operation.act;
    if (name === undoAct && standing.length > 1) {
      taken.push(...standing.splice(-1));
      undos.push(act);
    } else if (name === redoAct && undos.length > 0) {
      undos.pop();
      standing.push(...taken.splice(-1));
    } else {
      standing.push(act);
      taken.length = 0;
      undos = [];
    }
  }
  return { standing, undos };
}

/** Newest first. */
function eachAct(newestFirst: readonly StampedOperation[]): readonly Act[] {
  const acts: Act[] = [];
  for (let from = 0; from < newestFirst.length;) {
    const commit = newestFirst[from]?.stamp.commit;
    let end = from + 1;
    while (end < newestFirst.length && newestFirst[end]?.stamp.commit === commit) end += 1;
    acts.push({ operations: newestFirst.slice(from, end), older: newestFirst.slice(end) });
    from = end;
  }
  return acts;
}
