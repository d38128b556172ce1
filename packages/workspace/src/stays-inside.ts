// What was given in confidence leaves with nothing, whoever asks and whoever approves.
import type { RecordId } from "@tocsin/core";
import { isKeptInside, type RecordState, type Registry } from "@tocsin/records";
import { WorkspaceError } from "./errors.ts";
import type { ReadableWorkspace } from "./workspace.ts";

/** A record of a kind that this version does not know says nothing of it. */
export function staysInside({ kinds }: Registry, state: RecordState): boolean {
  const kind = kinds.get(state.kind);
  return kind !== undefined && isKeptInside(kind, state);
}

/** Throws `workspace.stays-inside` where one of the records may not leave. */
export async function refuseKept(
  { view, registry }: Pick<ReadableWorkspace, "view" | "registry">,
  ids: readonly RecordId[],
): Promise<void> {
  for (const id of ids) {
    const state = await view.read(id);
    if (state !== undefined && staysInside(registry, state))
      throw new WorkspaceError("workspace.stays-inside", "Cannot let out: a record was given in confidence");
  }
}
