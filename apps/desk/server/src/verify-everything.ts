// Checks all of an open vault: the log as it lies on the disk, then the bytes of every piece of evidence.
import { createHash } from "node:crypto";
import { isTocsinError, type RecordId } from "@tocsin/core";
import type { LogReport } from "@tocsin/vault";
import { verifyEvidence, type Workspace } from "@tocsin/workspace";
import type { JobHandle } from "./jobs.ts";

export interface EvidenceVerdict {
  readonly record: RecordId;
  readonly title: string;
  /** `altered`: other bytes than were recorded. `damaged`, `missing`: the sealed file. */
  readonly state: "intact" | "altered" | "damaged" | "missing";
}

export interface EverythingReport {
  readonly log: LogReport;
  readonly evidence: { readonly intact: number; readonly broken: readonly EvidenceVerdict[] };
}

const pageSize = 200;

/** Each piece of evidence notes in its custody that it was hashed again, and what that gave. */
export async function verifyEverything(workspace: Workspace, handle: JobHandle): Promise<EverythingReport> {
  const { signal } = handle;
  const log = await workspace.vault.verify({
    signal,
    onProgress: (state) => handle.progress({ ...state, unit: "steps", at: "desk.verify.log" }),
  });
  const rows = await evidenceOf(workspace);
  const broken: EvidenceVerdict[] = [];
  let intact = 0;
  for (const [done, { record, title }] of rows.entries()) {
    handle.progress({ done, total: rows.length, unit: "files", at: "desk.verify.evidence" });
    const state = await stateOf(workspace, record, signal);
    if (state === "intact") intact += 1;
    else if (state !== null) broken.push({ record, title, state });
  }
  return { log, evidence: { intact, broken } };
}

async function evidenceOf({
  view,
}: Workspace): Promise<readonly { readonly record: RecordId; readonly title: string }[]> {
  const all: { record: RecordId; title: string }[] = [];
  let after: string | null = null;
  do {
    const page = await view.list({
      kind: "evidence",
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    all.push(...page.rows.map(({ id, label }) => ({ record: id, title: label })));
    after = page.next;
  } while (after !== null);
  return all;
}

/** What a piece of evidence turns out to be; null where only its description and hash are here. */
async function stateOf(
  workspace: Workspace,
  record: RecordId,
  signal: AbortSignal,
): Promise<EvidenceVerdict["state"] | null> {
  try {
    const options = { createDigest: () => createHash("sha256"), pause, signal };
    return (await verifyEvidence(workspace, record, options)).status;
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    if (error.code === "workspace.no-bytes") return null;
    if (error.code === "vault.evidence-missing") return "missing";
    if (error.code === "vault.evidence-damaged") return "damaged";
    throw error;
  }
}

/** Lets other requests in while long work goes on. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
