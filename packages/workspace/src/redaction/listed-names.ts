// Names of files within a folder that was taken as evidence: its sealed listing leaves in a bundle, and each of them can name
// somebody as any text can.
import { isJsonObject, type Json, type RecordId } from "@tocsin/core";
import { valuesOf, type RecordState } from "@tocsin/records";
import { sealedEvidenceOf } from "../evidence.ts";
import { objectIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";

export interface ListedNames {
  /** Paths, a line each. */
  readonly paths: string;
  /** False where the listing is too long to be read for one plan, or is none of ours: then it counts as holding names. */
  readonly isWhole: boolean;
}

const mostBytes = 32 * 1024 * 1024;

/** By piece of evidence that is a folder. */
export async function listedNames(
  workspace: Workspace,
  records: readonly RecordState[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<RecordId, ListedNames>> {
  const found = new Map<RecordId, ListedNames>();
  for (const state of records) {
    signal?.throwIfAborted();
    const isFolder =
      state.kind === "evidence" && objectIn(valuesOf(state)["sealed"])["listing"] !== undefined;
    if (isFolder) found.set(state.id, await namesIn(workspace, state.id, signal));
  }
  return found;
}

async function namesIn(workspace: Workspace, id: RecordId, signal?: AbortSignal): Promise<ListedNames> {
  const { listing } = await sealedEvidenceOf(workspace, id);
  if (listing === null) return { paths: "", isWhole: false };
  const reader = await workspace.vault.openEvidence(listing);
  try {
    const decoder = new TextDecoder();
    let text = "";
    for (const piece of reader.stream()) {
      signal?.throwIfAborted();
      text += decoder.decode(piece, { stream: true });
      if (text.length > mostBytes) return { paths: "", isWhole: false };
    }
    return pathsIn(text + decoder.decode());
  } finally {
    reader.close();
  }
}

/** A listing is a JSON object a line, with the path of the file. */
function pathsIn(text: string): ListedNames {
  const lines = text.split("\n").filter((line) => line !== "");
  const paths = lines.map(pathIn);
  return { paths: paths.filter((path) => path !== null).join("\n"), isWhole: !paths.includes(null) };
}

function pathIn(line: string): string | null {
  try {
    const value: Json = JSON.parse(line);
    const path = isJsonObject(value) ? value["path"] : null;
    return typeof path === "string" ? path : null;
  } catch {
    return null;
  }
}
