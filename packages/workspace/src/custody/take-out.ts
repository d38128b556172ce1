// Evidence goes out in clear: written on its record before a byte of it leaves, since nothing can be taken back after.
import type { RecordId } from "@tocsin/core";
import { evidenceKind, type LanguageText } from "@tocsin/records";
import type { EvidenceReader } from "@tocsin/vault";
import { openEvidence } from "../evidence.ts";
import type { Workspace } from "../workspace.ts";

export interface TakingOut {
  /** Written to a file, or opened to be looked at in another program. */
  readonly how: "extracted" | "opened";
  /** What for, in a person's words. */
  readonly purpose?: LanguageText;
}

/** Throws what `openEvidence` throws; then nothing is written. The caller closes the reader. */
export async function takeOutEvidence(
  workspace: Workspace,
  evidence: RecordId,
  { how, purpose }: TakingOut,
): Promise<EvidenceReader> {
  const reader = await openEvidence(workspace, evidence);
  try {
    const when = new Date(workspace.context.now()).toISOString();
    const takenOut = {
      how,
      when,
      ...(purpose === undefined ? {} : { purpose: { text: purpose.text, lang: purpose.lang } }),
    };
    const { name: kind, version } = evidenceKind;
    const patch = { takenOut: { set: takenOut } };
    await workspace.write([{ kind, version, record: evidence, act: "evidence.take-out", patch }]);
    return reader;
  } catch (error) {
    reader.close();
    throw error;
  }
}
