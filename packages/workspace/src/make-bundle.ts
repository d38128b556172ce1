// A bundle leaves the vault: planned, approved by a person, written down as a release in the vault, and only then made.
import { encodeHex, encodeUtf8, parseId, type RecordId } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { composeBundleCover } from "@tocsin/publish";
import type { Release } from "@tocsin/records";
import {
  encodeBundleDocument,
  writeBundle,
  type BundleDocument,
  type EvidenceInfo,
  type ExportSink,
  type VaultPorts,
  type WrittenFile,
} from "@tocsin/vault";
import type { BundleChoice } from "./bundle-choice.ts";
import type { LookAtFile } from "./library/files/file-look.ts";
import { planWithSecrets, type BundlePlan } from "./bundle-plan.ts";
import { checkpointsFor } from "./bundle-checkpoints.ts";
import { coverOf } from "./bundle-cover.ts";
import { refuseReveals } from "./earlier-releases.ts";
import { WorkspaceError } from "./errors.ts";
import { positionOf } from "./positions.ts";
import { parseRecipients, resealing } from "./reseal.ts";
import { releaseOperations } from "./release-record.ts";
import type { Workspace } from "./workspace.ts";

export interface MakeBundleOptions extends BundleChoice {
  /** The person who answers for what leaves. */
  readonly approvedBy: string;
  /** Language of what is written about the release. */
  readonly lang: string;
  /** Records of the plan's `names` that the person lets out all the same, each by itself. */
  readonly acknowledged?: readonly RecordId[];
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
  /** age recipients (`age1…`) that evidence is sealed to anew; otherwise it leaves as it lies there. */
  readonly recipients?: readonly string[];
  readonly lookAtFile?: LookAtFile;
  readonly translator: Translator;
  readonly tool: { readonly name: string; readonly version: string };
  readonly primitives: VaultPorts["primitives"];
  readonly sink: ExportSink;
  /** The offline verifier to put in; null for none. */
  readonly page: Uint8Array | null;
  /** Sealed bytes written, of about how many. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

export interface MadeBundle {
  readonly release: RecordId;
  readonly plan: BundlePlan;
  readonly document: BundleDocument;
  readonly files: readonly WrittenFile[];
}

/**
 * Throws `workspace.not-approved` without a person's name, `workspace.names-not-covered` where a name would leave that
 * nobody acknowledged, `workspace.reveals-together` where an earlier release held back what this one tells; then nothing is written. What fails later leaves the release in the vault and part of the files.
 */
export async function makeBundle(workspace: Workspace, options: MakeBundleOptions): Promise<MadeBundle> {
  const { approvedBy, signal } = options;
  if (approvedBy.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot bundle: nobody has approved what leaves");
  const recipients = parseRecipients(options.recipients ?? []);
  const secret = await planWithSecrets(workspace, options, {
    lookAtFile: options.lookAtFile,
    ...(signal ? { signal } : {}),
  });
  refuseNames(secret.plan, options.acknowledged ?? []);
  refuseReveals(secret.plan.earlier, options.acceptDifferences);
  await checkFiles(workspace, secret.files);
  const release = workspace.context.newId();
  const document = documentOf(workspace, secret.plan, { release, options });
  await writeRelease(workspace, { document, records: secret.chosen.records.map(({ id }) => id) }, options);
  const ofRelease = (await workspace.view.history(release)).toReversed();
  const leaving = [...secret.chosen.operations, ...ofRelease].map(({ stamp }) => positionOf(stamp));
  const proof = await workspace.vault.prove(leaving, signal ? { signal } : {});
  const { page, primitives, translator } = options;
  const pageSha256 = page === null ? null : encodeHex(primitives.sha256(page));
  const cover = composeBundleCover(coverOf({ document, chosen: secret.chosen, pageSha256 }), translator);
  const files = await writeBundle({
    primitives,
    sink: options.sink,
    document,
    proof,
    sealed:
      recipients.length === 0
        ? workspace.vault.sealedEvidence
        : resealing({ primitives, vault: workspace.vault, files: secret.files, recipients }),
    checkpoints: await checkpointsFor(workspace, proof),
    cover: encodeUtf8(cover),
    page,
    onProgress: (done) => options.onProgress?.({ done, total: Math.max(done, secret.plan.bytes) }),
    ...(signal ? { signal } : {}),
  });
  return { release, plan: secret.plan, document, files };
}

function refuseNames({ names }: BundlePlan, acknowledged: readonly RecordId[]): void {
  const open = names.filter(
    ({ record, canAcknowledge }) => !canAcknowledge || !acknowledged.includes(record),
  );
  if (open.length === 0) return;
  throw new WorkspaceError(
    "workspace.names-not-covered",
    `Cannot bundle: ${open.length} names would leave without a consent that covers it`,
    { details: { count: open.length } },
  );
}

/** Before a release is written that nothing could come of: every file is there, opens, and has its size. */
async function checkFiles({ vault }: Workspace, files: readonly EvidenceInfo[]): Promise<void> {
  for (const file of files) (await vault.openEvidence(file)).close();
}

interface DocumentInput {
  readonly release: RecordId;
  readonly options: MakeBundleOptions;
}

function documentOf(
  { vault, context }: Workspace,
  plan: BundlePlan,
  { release, options }: DocumentInput,
): BundleDocument {
  const { approvedBy, tool, recipients = [] } = options;
  return {
    vault: vault.id,
    made: `${new Date(context.now()).toISOString().slice(0, 19)}Z`,
    tool,
    release,
    approvedBy,
    audience: plan.audience,
    case: plan.case ?? "",
    operations: plan.operations.map(({ commit, index }) => ({ commit, index })),
    exhibits: plan.exhibits.map((exhibit) => ({ ...exhibit, recipients: [...recipients] })),
  };
}

/** The record names the hash of bundle.json: a signature covers what was chosen. */
async function writeRelease(
  workspace: Workspace,
  { document, records }: { readonly document: BundleDocument; readonly records: readonly RecordId[] },
  { case: caseId, audience, approvedBy, lang, acknowledged = [], primitives }: MakeBundleOptions,
): Promise<void> {
  const { registry } = workspace;
  const values: Release = {
    title: { text: `${audience} · ${document.made.slice(0, 10)}`, lang: "zxx" },
    ...(caseId === undefined ? {} : { case: caseId }),
    audience,
    format: "bundle",
    records,
    withheld: [],
    acknowledged: [...acknowledged],
    approvedBy: { text: approvedBy, lang },
    approved: document.made,
    sha256: encodeHex(primitives.sha256(encodeBundleDocument(document))),
  };
  const record = parseId(document.release);
  await workspace.write(releaseOperations(values, { record, act: "bundle", isCode: registry.isCode }));
}
