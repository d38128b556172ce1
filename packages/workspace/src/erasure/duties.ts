// What stands against erasing: retentions by which a record, its case, or what it hangs on is still to be kept.
import { dutiesToKeep, type RetentionOnFile } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { valuesOf, type View } from "@tocsin/records";
import { retentionOnFile } from "../retentions.ts";
import { linkIn } from "../values.ts";
import type { Belonging } from "./subject.ts";

/** For each record that is still to be kept, the retentions that say so. */
export async function dutiesOver(
  view: View,
  belonging: readonly Belonging[],
  { now, except }: { readonly now: number; readonly except: RecordId | null },
): Promise<ReadonlyMap<RecordId, readonly RecordId[]>> {
  const duties = new Map<RecordId, readonly RetentionOnFile[]>();
  const retentionsOf = async (id: RecordId): Promise<readonly RetentionOnFile[]> => {
    const known = duties.get(id);
    if (known !== undefined) return known;
    const linked = (await view.linked(id, { kind: "retention", field: "of" })).map(retentionOnFile);
    const inForce = dutiesToKeep(
      new Set([id]),
      linked.filter((each) => each.id !== except),
      now,
    );
    duties.set(id, inForce);
    return inForce;
  };
  const kept = new Map<RecordId, readonly RecordId[]>();
  // What a record hangs on stands before it.
  for (const { state, on } of belonging) {
    const caseId = linkIn(valuesOf(state)["case"]);
    const own = [...(await retentionsOf(state.id)), ...(caseId === null ? [] : await retentionsOf(caseId))];
    const inherited = on === null ? [] : (kept.get(on) ?? []);
    const ids = [...new Set([...own.map(({ id }) => id), ...inherited])];
    if (ids.length > 0) kept.set(state.id, ids);
  }
  return kept;
}
