import type { RecordId } from "@tocsin/core";
import { RecordsError, type RecordState, type View } from "@tocsin/records";
import { foldAll } from "./back-to.ts";

/** The state of a record, or, when a kind is given, of a record of that kind. Throws `records.not-found`. */
export async function stateOf(view: View, id: RecordId, kind?: string): Promise<RecordState> {
  const state = await view.read(id);
  if (!state || (kind !== undefined && state.kind !== kind))
    throw new RecordsError("records.not-found", `Cannot find ${kind ?? "record"}: nothing has this id`);
  return state;
}

/** As `read`, and of a record of which everything was taken back what is left: its kind, and no values. */
export async function readEvenTakenBack(view: View, id: RecordId): Promise<RecordState | undefined> {
  return (await view.read(id)) ?? foldAll((await view.history(id)).toReversed());
}
