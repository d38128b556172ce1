// Which operations belong to the coming in of a table, to its taking back and to its coming back: each of these begins with
// the table's own record, and nothing else of this kind is written to the same chain before it ends.
import type { RecordId } from "@tocsin/core";
import { tableKind, type StampedOperation, type View } from "@tocsin/records";
import { allOf } from "../all-of.ts";
import type { tableAct } from "./compose-rows.ts";

export const takeBackAct = "table.take-back";
export const bringBackAct = "table.bring-back";
export type WholeAct = typeof tableAct | typeof takeBackAct | typeof bringBackAct;

export interface WholeActs {
  /** The table of whose act an operation is a part; null where it is a part of none. */
  tableOf(act: WholeAct, each: StampedOperation): RecordId | null;
}

interface Begun {
  readonly sequence: number;
  readonly table: RecordId;
}

export async function readWholeActs(view: View): Promise<WholeActs> {
  const begun = new Map<string, Begun[]>();
  const keyOf = ({ stamp, operation }: StampedOperation): string => `${operation.act} ${stamp.chain}`;
  for (const { id } of await allOf(view, tableKind.name))
    for (const each of await view.history(id)) {
      const list = begun.get(keyOf(each)) ?? [];
      list.push({ sequence: each.stamp.sequence, table: id });
      begun.set(keyOf(each), list);
    }
  for (const list of begun.values()) list.sort((a, b) => a.sequence - b.sequence);
  return {
    tableOf(act, each) {
      if (each.operation.act !== act) return null;
      const before = (begun.get(keyOf(each)) ?? []).filter(({ sequence }) => sequence <= each.stamp.sequence);
      return before.at(-1)?.table ?? null;
    },
  };
}
