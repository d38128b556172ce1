// Imports of tables that came into this vault, newest first; and what is asked of one of them.
import { parseId } from "@tocsin/core";
import { RecordsError, valuesOf, type RecordState } from "@tocsin/records";
import type { Workspace } from "@tocsin/workspace";

export interface KnownImport {
  readonly id: string;
  /** Of the mapping. */
  readonly name: string;
  readonly fileName: string;
  /** ISO 8601. */
  readonly imported: string | null;
  /** When it was taken back; null while it stands. */
  readonly withdrawn: string | null;
}

const mostListed = 100;

export async function listImports({ view }: Workspace): Promise<readonly KnownImport[]> {
  const { rows } = await view.list({ kind: "table", limit: mostListed });
  const states = await Promise.all(rows.map(({ id }) => view.read(id)));
  return states.flatMap((state) => (state === undefined ? [] : [knownImport(state)]));
}

/** Throws `records.not-found`. */
export async function readImport({ view }: Workspace, id: string): Promise<KnownImport> {
  const state = await view.read(parseId(id));
  if (state?.kind !== "table")
    throw new RecordsError("records.not-found", "Cannot find import: none has this id");
  return knownImport(state);
}

function knownImport(state: RecordState): KnownImport {
  const { title, file, imported, withdrawn } = valuesOf(state);
  return {
    id: state.id,
    name: textOf(title),
    fileName: typeof file === "string" ? file : "",
    imported: typeof imported === "string" ? imported : null,
    withdrawn: typeof withdrawn === "string" ? withdrawn : null,
  };
}

function textOf(title: unknown): string {
  const text: unknown = typeof title === "object" && title !== null && "text" in title ? title.text : "";
  return typeof text === "string" ? text : "";
}
