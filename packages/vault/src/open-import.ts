// Reads the open form of a vault into another: the same payloads in the same order, each with its original stamp, as
// one step, so that an import which is stopped leaves nothing applied.
import { concatBytes, encodeHex } from "@tocsin/core";
import type { StreamingHash } from "@tocsin/crypto";
import type { WrittenFile } from "./hashed-file.ts";
import {
  badExport,
  badLine,
  manifestPath,
  maximumLine,
  maximumManifest,
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
  const manifest = parseManifest(await readManifest(source));
  const file = manifest.files.find(({ path }) => path === operationsPath);
  if (file === undefined) throw badExport("manifest names no operations");
  const reading = { source, file, options };
  // Read through before anything is written: a step that an import broke off would stand in the log for good.
  const counts = { payloads: 0, skipped: 0 };
  for await (const payload of readPayloads(reading)) counts[payload === null ? "skipped" : "payloads"] += 1;
  if (counts.payloads !== manifest.operations || counts.skipped !== manifest.closed)
    throw badExport("manifest counts other operations than there are");
  // Evidence comes first: it is complete only when the commit that names it is.
  const evidence = await importAllEvidence(source, manifest.files, options);
  const step = counts.payloads === 0 ? null : await vault.commitStep(openPayloads(reading), options);
  return { step, operations: counts.payloads, skipped: counts.skipped, evidence };
}

async function importAllEvidence(
  source: ExportSource,
  files: readonly WrittenFile[],
  options: ImportOptions,
): Promise<number> {
  const names = files.flatMap((file) => {
    const name = parseEvidencePath(file.path);
    return name === null ? [] : [{ name, file }];
  });
  const held = new Set(await options.ports.blobs.names());
  for (const named of names)
    await (held.has(named.name) ? checkHeld(named, options) : importEvidence(source, named, options));
  return names.length;
}

interface NamedFile {
  readonly name: string;
  readonly file: WrittenFile;
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
    for await (const bytes of wholeFile(source, file)) {
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

interface PayloadReading {
  readonly source: ExportSource;
  readonly file: WrittenFile;
  readonly options: ImportOptions;
}

/** Null for an operation that was out of reach. Throws at the end when the file is not the one that the manifest names. */
async function* readPayloads({
  source,
  file,
  options,
}: PayloadReading): AsyncIterable<ImportedPayload | null> {
  const hash = options.ports.primitives.createSha256();
  let number = 0;
  for await (const line of linesOf(wholeFile(source, file), hash)) {
    options.signal?.throwIfAborted();
    number += 1;
    yield parseLine(line, number);
  }
  checkHash(hash, file);
}

/** What changed since it was read through throws here, and then the step has no end. */
async function* openPayloads(reading: PayloadReading): AsyncIterable<ImportedPayload> {
  for await (const payload of readPayloads(reading)) if (payload !== null) yield payload;
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>, hash: StreamingHash): AsyncIterable<Uint8Array> {
  let rest = new Uint8Array(0);
  let number = 1;
  for await (const piece of pieces) {
    hash.update(piece);
    const bytes = concatBytes(rest, piece);
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      if (end - from > maximumLine) throw badLine(number, "too long");
      yield bytes.subarray(from, end);
      number += 1;
      from = end + 1;
    }
    rest = bytes.slice(from);
    if (rest.length > maximumLine) throw badLine(number, "too long");
  }
  if (rest.length > 0) throw badLine(number, "without its end");
}

/** The pieces of a file, as long as they are not more than the manifest says. */
async function* wholeFile(source: ExportSource, { path, size }: WrittenFile): AsyncIterable<Uint8Array> {
  let left = size;
  for await (const bytes of source.open(path)) {
    left -= bytes.length;
    if (left < 0) throw badExport(`${path} is longer than the manifest says`);
    yield bytes;
  }
  if (left > 0) throw badExport(`${path} is shorter than the manifest says`);
}

async function readManifest(source: ExportSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source.open(manifestPath)) {
    size += piece.length;
    if (size > maximumManifest) throw badExport("manifest is too large");
    pieces.push(piece);
  }
  return concatBytes(...pieces);
}

function checkHash(hash: StreamingHash, file: WrittenFile): void {
  if (encodeHex(hash.digest()) !== file.sha256)
    throw badExport(`${file.path} is not the file that the manifest names`);
}
