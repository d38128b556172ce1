// Evidence as sealed files: hashed and sealed in one pass, opened by range. Each is an age file under a random
// passphrase of its own (docs/formats/vault.md, section 13).
import { encodeHex } from "@tocsin/core";
import {
  createFilePassphrase,
  CryptoError,
  openSealedFile,
  type RangeReader,
  type SecretKey,
  sealedFileChunkLength,
  sealedFileStart,
} from "@tocsin/crypto";
import { VaultError } from "./errors.ts";
import { type DraftPlace, openDraft, sealDraft } from "./evidence-draft.ts";
import { createEvidenceSealer, type EvidenceSealer } from "./evidence-sealer.ts";
import type { BlobReader, BlobWriter } from "./ports.ts";
import { createWriteBehind, createWriteLine } from "./evidence-writing.ts";
import type { EvidenceInfo, EvidenceName, EvidenceOptions, EvidenceReader, VaultPorts } from "./types.ts";

type EvidencePorts = Pick<VaultPorts, "primitives" | "blobs" | "createSealer">;

const draftFrom = 16_777_216;

/** Reads the source once. Whatever stops it, no part of the file stays. */
export async function addEvidence(
  ports: EvidencePorts,
  source: AsyncIterable<Uint8Array>,
  { device, writing, ...options }: EvidenceOptions & IntakeState,
): Promise<EvidenceInfo> {
  options.signal?.throwIfAborted();
  const name = options.resume ?? (encodeHex(ports.primitives.random(16)) as EvidenceName);
  if (writing.has(name))
    throw new VaultError("vault.in-use", "Cannot go on with evidence: it is being written");
  writing.add(name);
  try {
    const place = { name, device };
    const file = await (options.resume === undefined
      ? openNewFile(ports, name)
      : openResumedFile(ports, place));
    return await fill(ports, source, { file, place, options });
  } finally {
    writing.delete(name);
  }
}

export interface IntakeState {
  readonly device: SecretKey<"device">;
  /** Names of the files that are being written. */
  readonly writing: Set<string>;
}

interface FillInput {
  readonly file: OpenFile;
  readonly place: DraftPlace;
  readonly options: EvidenceOptions;
}

async function fill(
  ports: EvidencePorts,
  source: AsyncIterable<Uint8Array>,
  { file, place, options }: FillInput,
): Promise<EvidenceInfo> {
  const { name, passphrase } = file;
  const keepDraft = async (): Promise<void> => {
    const hint = options.draft?.hint ?? "";
    await file.writer.keepDraft(sealDraft(ports.primitives, place, { passphrase, hint }));
  };
  try {
    const { sha256, size } = await sealInto(ports, file, { source, options, keepDraft });
    options.signal?.throwIfAborted();
    await finish(file.writer);
    return { name, sha256, size, passphrase };
  } catch (cause) {
    await file.writer.discard();
    throw cause;
  }
}

interface OpenFile {
  readonly name: EvidenceName;
  readonly passphrase: string;
  readonly writer: BlobWriter;
  /** What is sealed already of a file that is gone on with. */
  readonly written: BlobReader | null;
}

async function openNewFile({ primitives, blobs }: EvidencePorts, name: EvidenceName): Promise<OpenFile> {
  const passphrase = createFilePassphrase(primitives.random);
  return { name, passphrase, writer: await blobs.create(name), written: null };
}

async function openResumedFile({ primitives, blobs }: EvidencePorts, place: DraftPlace): Promise<OpenFile> {
  const name = place.name as EvidenceName;
  const sealed = await blobs.draft(name);
  const draft = sealed === null ? null : openDraft(primitives, place, sealed);
  const resumed = draft === null ? null : await blobs.resume(name);
  if (draft !== null && resumed !== null && resumed.written.size >= sealedFileStart)
    return { name, passphrase: draft.passphrase, ...resumed };
  resumed?.written.close();
  throw new VaultError("vault.not-found", "Cannot go on with evidence: no draft of it can be opened here");
}

async function finish(file: BlobWriter): Promise<void> {
  try {
    await file.finish();
  } catch (cause) {
    throw new VaultError("vault.not-durable", "Cannot keep evidence: its bytes may not be on the disk", {
      cause,
    });
  }
}

interface SealInput {
  readonly source: AsyncIterable<Uint8Array>;
  readonly options: EvidenceOptions;
  keepDraft(): Promise<void>;
}

async function sealInto(
  ports: EvidencePorts,
  { passphrase, writer, written }: OpenFile,
  { source, options, keepDraft }: SealInput,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const sealer = sealerOf(ports, passphrase, written);
  const out = createWriteLine(
    written === null ? writer : createWriteBehind(ports.primitives, written, writer),
  );
  let draftAt = written === null ? draftStart(options) : Infinity;
  let size = 0;
  try {
    for await (const bytes of source) {
      options.signal?.throwIfAborted();
      await out.write(await sealer.update(bytes));
      size += bytes.length;
      options.onProgress?.(size);
      if (size < draftAt) continue;
      draftAt = Infinity;
      await keepDraft();
    }
    const { pieces, sha256 } = await sealer.finish();
    await out.write(pieces);
    await out.end();
    return { sha256: encodeHex(sha256), size };
  } finally {
    sealer.close();
    // Nothing may still be writing when the file is discarded.
    await out.settled();
    written?.close();
  }
}

/** Plain bytes after which a draft is kept. */
function draftStart({ draft }: EvidenceOptions): number {
  return draft === undefined ? Infinity : (draft.from ?? draftFrom);
}

function sealerOf(
  { primitives, createSealer }: EvidencePorts,
  passphrase: string,
  written: RangeReader | null,
): EvidenceSealer {
  const input = written === null ? { passphrase } : { passphrase, start: written.read(0, sealedFileStart) };
  return createSealer?.(input) ?? createEvidenceSealer(primitives, input);
}

/** Throws `vault.evidence-missing` or `vault.evidence-damaged`; so does every read. */
export async function openEvidence(
  { primitives, blobs }: EvidencePorts,
  evidence: Pick<EvidenceInfo, "name" | "passphrase">,
): Promise<EvidenceReader> {
  const file = await blobs.open(evidence.name);
  if (file === null)
    throw new VaultError("vault.evidence-missing", "Cannot open evidence: its file is not here");
  let isClosed = false;
  const close = (): void => {
    if (!isClosed) file.close();
    isClosed = true;
  };
  try {
    const plain = asEvidence(() => openSealedFile(primitives, file, evidence.passphrase));
    const read: RangeReader["read"] = (offset, length) => {
      if (isClosed) throw new VaultError("vault.locked", "Cannot read evidence: it was closed");
      return asEvidence(() => plain.read(offset, length));
    };
    return { size: plain.size, read, stream: () => piecesOf(plain.size, read), close };
  } catch (cause) {
    close();
    throw cause;
  }
}

function* piecesOf(size: number, read: RangeReader["read"]): Iterable<Uint8Array> {
  for (let at = 0; at < size; at += sealedFileChunkLength) yield read(at, sealedFileChunkLength);
}

function asEvidence<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause;
    const offset = Number(cause.details["offset"] ?? 0);
    throw new VaultError("vault.evidence-damaged", `Cannot read evidence: damaged at byte ${offset}`, {
      cause,
      details: { offset },
    });
  }
}
