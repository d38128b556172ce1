// Evidence as sealed files: hashed and sealed in one pass, opened by range. Each is an age file under a random
// passphrase of its own (docs/formats/vault.md, section 13).
import { encodeHex } from "@tocsin/core";
import {
  createFilePassphrase,
  CryptoError,
  openSealedFile,
  type RangeReader,
  sealedFileChunkLength,
} from "@tocsin/crypto";
import { VaultError } from "./errors.ts";
import { createEvidenceSealer } from "./evidence-sealer.ts";
import type { BlobWriter } from "./ports.ts";
import type { EvidenceInfo, EvidenceName, EvidenceOptions, EvidenceReader, VaultPorts } from "./types.ts";

type EvidencePorts = Pick<VaultPorts, "primitives" | "blobs" | "createSealer">;

/** Reads the source once. Whatever stops it, no part of the file stays. */
export async function addEvidence(
  ports: EvidencePorts,
  source: AsyncIterable<Uint8Array>,
  options: EvidenceOptions,
): Promise<EvidenceInfo> {
  const { primitives, blobs } = ports;
  const name = encodeHex(primitives.random(16)) as EvidenceName;
  const passphrase = createFilePassphrase(primitives.random);
  options.signal?.throwIfAborted();
  const file = await blobs.create(name);
  try {
    const { sha256, size } = await sealInto(ports, file, { source, passphrase, options });
    options.signal?.throwIfAborted();
    await finish(file);
    return { name, sha256, size, passphrase };
  } catch (cause) {
    await file.discard();
    throw cause;
  }
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
  readonly passphrase: string;
  readonly options: EvidenceOptions;
}

async function sealInto(
  { primitives, createSealer }: EvidencePorts,
  file: BlobWriter,
  { source, passphrase, options }: SealInput,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const sealer = createSealer?.({ passphrase }) ?? createEvidenceSealer(primitives, { passphrase });
  const out = createWriteLine(file);
  let size = 0;
  try {
    for await (const bytes of source) {
      options.signal?.throwIfAborted();
      await out.write(await sealer.update(bytes));
      size += bytes.length;
      options.onProgress?.(size);
    }
    const { pieces, sha256 } = await sealer.finish();
    await out.write(pieces);
    return { sha256: encodeHex(sha256), size };
  } finally {
    sealer.close();
    await out.end();
  }
}

/** One write is under way while the next piece is hashed and sealed. */
function createWriteLine(file: BlobWriter): {
  write(pieces: readonly Uint8Array[]): Promise<void>;
  end(): Promise<void>;
} {
  let writing = Promise.resolve();
  return {
    async write(pieces) {
      for (const piece of pieces) {
        await writing;
        writing = file.write(piece);
        // A failure shows at the next await; until then it must not count as unhandled.
        writing.catch(() => {});
      }
    },
    end: () => writing,
  };
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
