// Evidence comes in as a stream, is hashed once and sealed; it is there when the record that names it is.
import { encodeUtf8, encodeHex, type Json, type RecordId } from "@tocsin/core";
import {
  create,
  evidenceKind,
  patchOf,
  valuesOf,
  type Evidence,
  type LanguageText,
  type Operation,
} from "@tocsin/records";
import {
  VaultError,
  type EvidenceInfo,
  type EvidenceOptions,
  type EvidenceReader,
  type Vault,
} from "@tocsin/vault";
import { WorkspaceError } from "./errors.ts";
import { stateOf } from "./state-of.ts";
import { integerIn, objectIn, stringIn, type Values } from "./values.ts";
import type { Workspace } from "./workspace.ts";

/** Something that can be read once. A folder comes as a tar archive. */
export interface EvidenceSource {
  readonly mediaType: string;
  /** Where the original lies, in the person's own words or as a path; null for a drop that has none. */
  readonly original: string | null;
  readonly stream: (signal?: AbortSignal) => AsyncIterable<Uint8Array>;
  /** SHA-256 of every file inside, in the form of `sha256sum`; known when the stream has ended. Null for a single file. */
  readonly listing: () => { readonly text: string; readonly files: number } | null;
  /** What its first bytes look like beside its name; known when the stream has ended. Absent where no name came with it. */
  readonly look?: () => SourceLook;
}

export interface SourceLook {
  /** Null where they look like nothing known, and for a folder. */
  readonly looksLike: string | null;
  /** Codes of `fileSigns`. */
  readonly signs: readonly string[];
  /** Files of a folder that have a sign. */
  readonly signedFiles: readonly string[];
}

/** What a person says about it. */
export interface AboutEvidence {
  readonly title: LanguageText;
  readonly obtainedHow?: LanguageText;
  readonly obtainedBy?: LanguageText;
  readonly obtainedWhen?: string;
  readonly consentText?: LanguageText;
  readonly consent?: RecordId;
  readonly case?: RecordId;
  /** The original of a working copy, or what an examination looked at. */
  readonly parent?: RecordId;
  readonly copyKind?: string;
  readonly copyHow?: LanguageText;
  readonly copyBy?: LanguageText;
  /** Given in confidence: nothing of it leaves. */
  readonly staysInside?: boolean;
  /** Of a redacted picture: what was covered and what was left out. */
  readonly redaction?: Json;
}

export interface WorkOptions {
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

export interface AddedEvidence {
  readonly record: RecordId;
  readonly sha256: string;
  readonly size: number;
  readonly original: string | null;
  /** Codes of `fileSigns`. */
  readonly signs: readonly string[];
}

export interface AddOptions extends WorkOptions {
  readonly about: AboutEvidence;
  /** What is written in the same act as the record of the evidence: both count, or neither. */
  readonly together?: (evidence: RecordId, sha256: string) => readonly Operation[];
  /** The work of a process that was killed is gone on with: bytes that were sealed by then. */
  readonly onResume?: (bytes: number) => void;
}

/**
 * Seals a source into the vault and records it. A source with an original that an earlier process did not finish is gone
 * on with; it throws `vault.source-changed` if it is not the same any more, and begins anew the next time. What a person says about it is checked before a byte is read; a failure
 * or an abort leaves nothing behind.
 */
export async function addEvidence(
  workspace: Workspace,
  source: EvidenceSource,
  options: AddOptions,
): Promise<AddedEvidence> {
  const { about, signal } = options;
  const { vault, context, registry } = workspace;
  patchOf(evidenceKind, { ...about }, registry.isCode);
  // A copy of what is not here would hang in the air.
  if (about.copyKind !== undefined)
    await stateOf(workspace.view, about.parent ?? context.newId(), "evidence");
  const sealed: EvidenceInfo[] = [];
  const seal = async (bytes: AsyncIterable<Uint8Array>, watch: EvidenceOptions): Promise<EvidenceInfo> => {
    const info = await vault.addEvidence(bytes, watch);
    sealed.push(info);
    return info;
  };
  try {
    const bytes = await seal(source.stream(signal), await goingOn(vault, source.original, options));
    const listing = source.listing();
    const sealedListing =
      listing === null ? null : await seal(once(encodeUtf8(listing.text)), signal ? { signal } : {});
    const values: Evidence = {
      ...about,
      sha256: bytes.sha256,
      size: bytes.size,
      mediaType: source.mediaType,
      ...lookedAt(source),
      ...(listing === null ? {} : { files: listing.files }),
      sealed:
        sealedListing === null ? secretOf(bytes) : { ...secretOf(bytes), listing: secretOf(sealedListing) },
      ...(source.original === null ? {} : { original: source.original }),
      added: new Date(context.now()).toISOString(),
    };
    const record = context.newId();
    const { isCode } = registry;
    const own = create(evidenceKind, values, { record, act: "evidence.add", isCode });
    await workspace.write([own, ...(options.together?.(record, bytes.sha256) ?? [])]);
    const signs = values.signs ?? [];
    return { record, sha256: bytes.sha256, size: bytes.size, original: source.original, signs };
  } catch (cause) {
    await discard(vault, sealed);
    throw cause;
  }
}

function lookedAt({ look }: EvidenceSource): Pick<Evidence, "looksLike" | "signs" | "signedFiles"> {
  if (look === undefined) return {};
  const { looksLike, signs, signedFiles } = look();
  return {
    ...(looksLike === null ? {} : { looksLike }),
    ...(signs.length === 0 ? {} : { signs }),
    ...(signedFiles.length === 0 ? {} : { signedFiles }),
  };
}

async function goingOn(
  vault: Vault,
  original: string | null,
  { onProgress, signal, onResume }: AddOptions,
): Promise<EvidenceOptions> {
  const watch = { ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) };
  if (original === null) return watch;
  const left = (await vault.evidenceDrafts()).find(({ hint }) => hint === original);
  if (left === undefined) return { ...watch, draft: { hint: original } };
  onResume?.(left.size);
  return { ...watch, resume: left.name };
}

/** A vault that has locked itself keeps the files as orphans: they open with no key that anybody has. */
async function discard(vault: Vault, sealed: readonly EvidenceInfo[]): Promise<void> {
  for (const { name } of sealed) await vault.discardEvidence(name).catch(() => undefined);
}

/** Name and passphrase of the sealed bytes of an evidence record, and of its listing. */
export interface SealedEvidence {
  readonly bytes: Pick<EvidenceInfo, "name" | "passphrase">;
  readonly listing: Pick<EvidenceInfo, "name" | "passphrase"> | null;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly title: string;
}

/** Throws `workspace.no-bytes` for a record that is a description alone. */
export async function sealedEvidenceOf(workspace: Workspace, evidence: RecordId): Promise<SealedEvidence> {
  const values = valuesOf(await stateOf(workspace.view, evidence, "evidence"));
  const bytes = nameOf(values["sealed"]);
  const [sha256, size] = [stringIn(values["sha256"]), integerIn(values["size"])];
  if (bytes === null || sha256 === null || size === null)
    throw new WorkspaceError(
      "workspace.no-bytes",
      "Cannot open evidence: this record describes it, but holds no bytes",
    );
  return {
    bytes,
    listing: nameOf(objectIn(values["sealed"])["listing"]),
    sha256,
    size,
    mediaType: stringIn(values["mediaType"]) ?? "application/octet-stream",
    title: titleOf(values),
  };
}

export async function openEvidence(workspace: Workspace, evidence: RecordId): Promise<EvidenceReader> {
  const { bytes } = await sealedEvidenceOf(workspace, evidence);
  return workspace.vault.openEvidence(bytes);
}

/** A digest under way: bytes in, SHA-256 out. */
export interface Digest {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

export interface VerifiedEvidence {
  readonly status: "intact" | "altered";
  /** Of the bytes as they are now; null where the sealed file no longer opens. */
  readonly sha256: string | null;
}

export interface VerifyOptions extends WorkOptions {
  readonly createDigest: () => Digest;
  readonly pause: () => Promise<void>;
}

/**
 * Hashes the sealed bytes again, compares, and writes what came of it into the record. Bytes that no longer open are
 * altered; a file that is not there throws `vault.evidence-missing`.
 */
export async function verifyEvidence(
  workspace: Workspace,
  evidence: RecordId,
  options: VerifyOptions,
): Promise<VerifiedEvidence> {
  const { sha256: expected } = await sealedEvidenceOf(workspace, evidence);
  const sha256 = await hashSealed(workspace, evidence, options);
  const status = sha256 === expected ? "intact" : "altered";
  const verified = new Date(workspace.context.now()).toISOString();
  const { name, version } = evidenceKind;
  const patch = { verified: { set: verified }, verifiedAs: { set: status } };
  await workspace.write([{ kind: name, version, record: evidence, act: "evidence.verify", patch }]);
  return { status, sha256 };
}

async function hashSealed(
  workspace: Workspace,
  evidence: RecordId,
  { createDigest, pause, signal, onProgress }: VerifyOptions,
): Promise<string | null> {
  const digest = createDigest();
  let reader: EvidenceReader | undefined;
  let done = 0;
  try {
    reader = await openEvidence(workspace, evidence);
    for (const piece of reader.stream()) {
      digest.update(piece);
      done += piece.length;
      if (done % pauseEvery < piece.length) await pause();
      signal?.throwIfAborted();
      onProgress?.(done);
    }
    return encodeHex(digest.digest());
  } catch (error) {
    if (error instanceof VaultError && error.code === "vault.evidence-damaged") return null;
    throw error;
  } finally {
    reader?.close();
  }
}

const pauseEvery = 8 * 1024 * 1024;

/** Seals the whole output of an examination as evidence of its own, made from `parent`. */
export async function sealExamination(
  workspace: Workspace,
  output: Json,
  about: AboutEvidence,
): Promise<AddedEvidence> {
  const bytes = encodeUtf8(`${JSON.stringify(output, null, 1)}\n`);
  const source: EvidenceSource = {
    mediaType: "application/vnd.tocsin.examination+json",
    original: null,
    stream: () => once(bytes),
    listing: () => null,
  };
  return addEvidence(workspace, source, { about });
}

function secretOf({ name, passphrase, sha256, size }: EvidenceInfo): Record<string, string | number> {
  return { name, passphrase, sha256, size };
}

function nameOf(value: Json | undefined): Pick<EvidenceInfo, "name" | "passphrase"> | null {
  const { name, passphrase } = objectIn(value);
  if (typeof name !== "string" || typeof passphrase !== "string" || !/^[0-9a-f]{32}$/.test(name)) return null;
  return { name: name as EvidenceInfo["name"], passphrase };
}

function titleOf(values: Values): string {
  return stringIn(objectIn(values["title"])["text"]) ?? "";
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
