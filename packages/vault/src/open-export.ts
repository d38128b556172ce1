// Writes a vault in its open form: everything that people put in, readable with standard tools.
import { encodeUtf8 } from "@tocsin/core";
import type { RangeReader } from "@tocsin/crypto";
import { VaultError } from "./errors.ts";
import { writeHashed, type WrittenFile } from "./hashed-file.ts";
import {
  encodeLine,
  encodeManifest,
  evidencePath,
  isExtraPath,
  type Manifest,
  manifestPath,
  operationsPath,
} from "./open-form.ts";
import type { ExportSink } from "./ports.ts";
import type { Vault, VaultPorts } from "./types.ts";

export interface ExportOptions {
  /** Names of the sealed files to take along; all of them unless told. */
  readonly evidence?: readonly string[];
  /** Files that go along, such as a program that reads vaults; the manifest names them. */
  readonly extras?: readonly ExtraFile[];
  readonly onProgress?: (progress: ExportProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ExtraFile {
  /** A plain file name in lower case: no folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ExportProgress {
  readonly operations: number;
  /** Sealed bytes. */
  readonly bytes: number;
}

interface Exporting {
  readonly ports: Pick<VaultPorts, "primitives" | "blobs">;
  readonly sink: ExportSink;
  readonly options: ExportOptions;
  readonly progress: { operations: number; bytes: number };
}

/** What leaves is plain, evidence apart, whose passphrases leave too. Throws what reading and writing throw. */
export async function exportOpen(
  vault: Vault,
  sink: ExportSink,
  options: ExportOptions & { readonly ports: Pick<VaultPorts, "primitives" | "blobs"> },
): Promise<Manifest> {
  const exporting = { ports: options.ports, sink, options, progress: { operations: 0, bytes: 0 } };
  const { file, operations, closed } = await exportOperations(vault, exporting);
  const files = [file];
  for (const name of options.evidence ?? (await options.ports.blobs.names()))
    files.push(await exportEvidence(exporting, name));
  for (const extra of options.extras ?? []) files.push(await exportExtra(exporting, extra));
  const manifest = { files, operations, closed };
  const last = await sink.create(manifestPath);
  await last.write(encodeManifest(manifest));
  await last.finish();
  return manifest;
}

async function exportOperations(
  vault: Vault,
  exporting: Exporting,
): Promise<{ readonly file: WrittenFile; readonly operations: number; readonly closed: number }> {
  const { options, progress } = exporting;
  let closed = 0;
  async function* lines(): AsyncIterable<Uint8Array> {
    const signal = options.signal;
    for await (const operation of vault.allOperations(signal === undefined ? {} : { signal })) {
      yield encodeUtf8(`${encodeLine(operation)}\n`);
      if (operation.state !== "open") closed += 1;
      progress.operations += 1;
      options.onProgress?.(progress);
    }
  }
  const file = await writeFile(exporting, operationsPath, lines());
  return { file, operations: progress.operations - closed, closed };
}

async function exportEvidence(exporting: Exporting, name: string): Promise<WrittenFile> {
  const reader = await exporting.ports.blobs.open(name);
  if (reader === null)
    throw new VaultError("vault.evidence-missing", "Cannot export: an evidence file is not here");
  try {
    return await writeFile(exporting, evidencePath(name), sealedPieces(exporting, reader));
  } finally {
    reader.close();
  }
}

async function exportExtra(exporting: Exporting, { path, bytes }: ExtraFile): Promise<WrittenFile> {
  if (!isExtraPath(path))
    throw new VaultError("vault.limit", "Cannot export: a file that goes along has a bad name");
  async function* whole(): AsyncIterable<Uint8Array> {
    yield bytes;
  }
  return writeFile(exporting, path, whole());
}

const pieceLength = 1_048_576;

async function* sealedPieces(
  { options, progress }: Exporting,
  reader: RangeReader,
): AsyncIterable<Uint8Array> {
  for (let at = 0; at < reader.size; at += pieceLength) {
    const bytes = reader.read(at, pieceLength);
    yield bytes;
    progress.bytes += bytes.length;
    options.onProgress?.(progress);
  }
}

function writeFile(
  { ports, sink, options }: Exporting,
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<WrittenFile> {
  return writeHashed({ primitives: ports.primitives, sink, signal: options.signal, path, pieces });
}
