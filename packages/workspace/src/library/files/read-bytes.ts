// The bytes of a piece of evidence, held against the hash that its record has.
import type { RecordId } from "@tocsin/core";
import { WorkspaceError } from "../../errors.ts";
import { openEvidence, sealedEvidenceOf } from "../../evidence.ts";
import type { Workspace } from "../../workspace.ts";

export interface ReadBytesOptions {
  /** A larger one is not read. */
  readonly most: number;
  readonly signal?: AbortSignal | undefined;
}

/** Throws `workspace.no-bytes` where there are none, or more than `most`; what opening sealed evidence throws. */
export async function readEvidenceBytes(
  workspace: Workspace,
  evidence: RecordId,
  { most, signal }: ReadBytesOptions,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  const { size, sha256 } = await sealedEvidenceOf(workspace, evidence);
  if (size > most)
    throw new WorkspaceError("workspace.no-bytes", "Cannot read evidence: it is too large to be held");
  const reader = await openEvidence(workspace, evidence);
  try {
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const piece of reader.stream()) {
      signal?.throwIfAborted();
      bytes.set(piece, at);
      at += piece.length;
    }
    return { bytes, sha256 };
  } finally {
    reader.close();
  }
}
