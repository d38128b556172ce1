import type { RecordId } from "@tocsin/core";
import { RecordsError, type RecordState, type View } from "@tocsin/records";

/** The state of a record, or, when a kind is given, of a record of that kind. Throws `records.not-found`. */
export async function stateOf(view: View, id: RecordId, kind?: string): Promise<RecordState> {
  const state = await view.read(id);
  if (!state || (kind !== undefined && state.kind !== kind))
    throw new RecordsError("records.not-found", `Cannot find ${kind ?? "record"}: nothing has this id`);
  return state;
}
