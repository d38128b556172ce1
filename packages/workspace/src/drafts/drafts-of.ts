// The drafts of one negotiated text, in the order of their dates; those without one by when they were taken in.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { stringIn } from "../values.ts";

/** From the log. */
export async function draftsBeside(view: View, negotiation: RecordId): Promise<readonly RecordState[]> {
  const drafts = await view.linked(negotiation, { kind: "draft", field: "negotiation" });
  return drafts.toSorted((one, other) => draftOrder(one).localeCompare(draftOrder(other)));
}

/** What drafts are put in order by. */
export function draftOrder(state: RecordState): string {
  const values = valuesOf(state);
  return stringIn(values["dated"]) ?? stringIn(values["captured"]) ?? "";
}
