// Everything of the vault that a public library could show, read from the log, with what decides whether it may.
import { releaseFields } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { kindOf, released, type RecordState, type Released, type ReleaseRules } from "@tocsin/records";
import { allOf } from "../all-of.ts";
import { WorkspaceError } from "../errors.ts";
import { exportNames, type ExportNames } from "../export-names.ts";
import { isBeyond } from "../publish-case.ts";
import type { Workspace } from "../workspace.ts";
import { kindsRead, type KindRead } from "./kinds-read.ts";
import type { PlanLibraryOptions } from "./library-types.ts";

export interface LibraryRecords {
  readonly names: ExportNames;
  readonly of: (kind: KindRead) => readonly RecordState[];
  readonly byId: ReadonlyMap<RecordId, RecordState>;
  /** As far as it may leave. */
  readonly released: (state: RecordState) => Released;
}

/** Throws `workspace.newer-record` where one was written by a later version. */
export async function readLibrary(
  workspace: Workspace,
  { signal, onProgress }: Pick<PlanLibraryOptions, "signal" | "onProgress">,
): Promise<LibraryRecords> {
  const { view, registry } = workspace;
  const names = await exportNames(workspace, "public", signal);
  const found = new Map<KindRead, readonly RecordState[]>();
  for (const [at, kind] of kindsRead.entries()) {
    onProgress?.({ done: at, total: kindsRead.length });
    found.set(kind, await allOf(view, kind, { signal }));
  }
  const of = (kind: KindRead): readonly RecordState[] => found.get(kind) ?? [];
  const all = kindsRead.flatMap(of);
  if (all.some((state) => isBeyond(registry, state)))
    throw new WorkspaceError(
      "workspace.newer-record",
      "Cannot publish library: a record was written by a newer version",
    );
  const rules: ReleaseRules = {
    fields: releaseFields.public,
    named: names.named,
    unseen: names.unseen,
    isTerm: registry.isTerm,
  };
  return {
    names,
    of,
    byId: new Map(all.map((state) => [state.id, state])),
    released: (state) => released(kindOf(registry, state.kind), state, rules),
  };
}
