// Reads the open form of a vault into another: the same payloads in the same order, each with its original stamp, as
// one step, so that an import which is stopped leaves nothing applied.
import { concatBytes, encodeHex, parseUtf8 } from "@tocsin/core";
import type { StreamingHash } from "@tocsin/crypto";
import {
  badExport,
  type ExportedFile,
  manifestPath,
  maximumLine,
  operationsPath,
  parseEvidencePath,
  parseLine,
  parseManifest,
} from "./open-form.ts";
import type { ExportSource } from "./ports.ts";
import type { ImportedPayload, StepInfo, Vault, VaultPorts } from "./types.ts";

export interface ImportOptions {
  readonly ports: Pick<VaultPorts, "primitives" | "blobs">;
  /** Payloads written so far. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface ImportReport {
  /** Null when there was no payload to write. */
  readonly step: StepInfo | null;
  readonly operations: number;
  /** Lines whose operation was out of reach when the export was made: not brought back. */
  readonly skipped: number;
  readonly evidence: number;
}

/** Throws `vault.bad-export` when a file is missing, altered, or not of its form; then nothing is applied. */
export async function importOpen(
  vault: Vault,
  source: ExportSource,
  options: ImportOptions,
): Promise<ImportReport> {
  const manifest = parseManifest(await readWhole(source, manifestPath));
  const operations = manifest.files.find(({ path }) => path === operationsPath);
  if (operations === undefined) throw badExport("manifest names no operations");
  // Evidence comes first: it is complete only when the commit that names it is.
  const names = manifest.files.flatMap((file) => {
    const name = parseEvidencePath(file.path);
    return name === null ? [] : [{ name, file }];
  });
  const held = new Set(await options.ports.blobs.names());
  for (const named of names)
    await (held.has(named.name) ? checkHeld(named, options) : importEvidence(source, named, options));
  const counts = { payloads: 0, skipped: 0 };
  const payloads = readPayloads(source, operations, { ...options, counts });
  const step = manifest.operations === 0 ? null : await vault.commitStep(payloads, options);
  return { step, operations: counts.payloads, skipped: counts.skipped, evidence: names.length };
}

interface NamedFile {
  readonly name: string;
  readonly file: ExportedFile;
}

async function importEvidence(
  source: ExportSource,
  { name, file }: NamedFile,
  options: ImportOptions,
): Promise<void> {
  const { primitives, blobs } = options.ports;
  const hash = primitives.createSha256();
  const writer = await blobs.create(name);
  try {
    for await (const bytes of source.open(file.path)) {
      options.signal?.throwIfAborted();
      hash.update(bytes);
      await writer.write(bytes);
    }
    checkHash(hash, file);
    await writer.finish();
  } catch (cause) {
    await writer.discard();
    throw cause;
  }
}

/** A file of that name is here already, from an import that was stopped: it must be the same. */
async function checkHeld({ name, file }: NamedFile, { ports }: ImportOptions): Promise<void> {
  const reader = await ports.blobs.open(name);
  const hash = ports.primitives.createSha256();
  for (let at = 0; reader !== null && at < reader.size; at += pieceLength)
    hash.update(reader.read(at, pieceLength));
  reader?.close();
  checkHash(hash, file);
}

const pieceLength = 1_048_576;

type PayloadReading = ImportOptions & { readonly counts: { payloads: number; skipped: number } };

/** Throws behind the last payload when the file is not the one that the manifest names: then its step has no end. */
async function* readPayloads(
  source: ExportSource,
  file: ExportedFile,
  { ports, counts }: PayloadReading,
): AsyncIterable<ImportedPayload> {
  const hash = ports.primitives.createSha256();
  for await (const line of linesOf(source.open(file.path), hash)) {
    const payload = parseLine(line);
    if (payload === null) counts.skipped += 1;
    else {
      counts.payloads += 1;
      yield payload;
    }
  }
  checkHash(hash, file);
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>, hash: StreamingHash): AsyncIterable<string> {
  let rest = new Uint8Array(0);
  for await (const piece of pieces) {
    hash.update(piece);
    const bytes = concatBytes(rest, piece);
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      if (end - from > maximumLine) throw badExport("a line is too long");
      yield parseUtf8(bytes.subarray(from, end));
      from = end + 1;
    }
    rest = bytes.slice(from);
    if (rest.length > maximumLine) throw badExport("a line is too long");
  }
  if (rest.length > 0) throw badExport("the last line has no end");
}

async function readWhole(source: ExportSource, path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.open(path)) pieces.push(piece);
  return concatBytes(...pieces);
}

function checkHash(hash: StreamingHash, file: ExportedFile): void {
  if (encodeHex(hash.digest()) !== file.sha256)
    throw badExport(`${file.path} is not the file that the manifest names`);
}
