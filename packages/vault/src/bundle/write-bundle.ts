// Writes a bundle as a folder that holds everything that verifies it (docs/formats/bundle.md, section 2).
import { encodeHex, encodeUtf8 } from "@tocsin/core";
import type { Primitives } from "@tocsin/crypto";
import { type FileToWrite, writeHashed, type WrittenFile } from "../hashed-file.ts";
import type { ExportSink } from "../ports.ts";
import type { EvidenceName } from "../types.ts";
import { bagDeclaration, encodeBagInfo, encodeBagManifest } from "./bag.ts";
import { bundlePaths, checkpointPath, exhibitPath } from "./bundle-format.ts";
import { encodeBundleDocument, type BundleDocument } from "./document.ts";
import { type CheckpointPath, encodeCommitLine, encodeOperationLine, encodePathLine } from "./proof-lines.ts";
import type { Proof } from "./proof.ts";

export interface WriteBundleInput {
  readonly primitives: Pick<Primitives, "createSha256" | "sha256">;
  readonly sink: ExportSink;
  readonly document: BundleDocument;
  readonly proof: Proof;
  /** Sealed bytes of an exhibit, as they shall stand in the bundle. */
  readonly sealed: (name: EvidenceName) => AsyncIterable<Uint8Array>;
  /** Checkpoints that cover commits of the proof, with the answer of a time-stamping authority where there is one. */
  readonly checkpoints?: readonly BundledCheckpoint[];
  /** Pages for people: `cover.html`, and `verify.html` where there is one. */
  readonly cover: Uint8Array;
  readonly page: Uint8Array | null;
  /** Bytes written so far. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface BundledCheckpoint {
  readonly note: string;
  readonly answer: Uint8Array | null;
  readonly paths: readonly CheckpointPath[];
}

/** Every file that was written, in order. What fails leaves the files that were whole. */
export async function writeBundle(input: WriteBundleInput): Promise<readonly WrittenFile[]> {
  const { document, proof } = input;
  const written: WrittenFile[] = [];
  let done = 0;
  const onPiece = (bytes: number): void => {
    done += bytes;
    input.onProgress?.(done);
  };
  const { primitives, sink, signal } = input;
  const write = async (path: string, pieces: FileToWrite["pieces"]): Promise<void> => {
    written.push(await writeHashed({ primitives, sink, signal, path, pieces, onPiece }));
  };
  await write(bundlePaths.document, [encodeBundleDocument(document)]);
  await write(bundlePaths.commits, linesOf(proof.commits.map(encodeCommitLine)));
  await write(bundlePaths.operations, linesOf(proof.operations.map(encodeOperationLine)));
  for (const { name } of document.exhibits) await write(exhibitPath(name), input.sealed(name));
  for (const { note, answer, paths } of input.checkpoints ?? []) {
    const id = encodeHex(input.primitives.sha256(encodeUtf8(note)).subarray(0, 16));
    await write(checkpointPath(id, "note"), [encodeUtf8(note)]);
    if (answer !== null) await write(checkpointPath(id, "tsr"), [answer]);
    await write(checkpointPath(id, "paths"), linesOf(paths.map(encodePathLine)));
  }
  const payload = [...written];
  const size = payload.reduce((sum, file) => sum + file.size, 0);
  await write(bundlePaths.manifest, [encodeBagManifest(hashesOf(payload))]);
  await write(bundlePaths.declaration, [encodeUtf8(bagDeclaration)]);
  await write(bundlePaths.info, [
    encodeBagInfo({
      date: document.made.slice(0, 10),
      bytes: size,
      files: payload.length,
      software: `${document.tool.name} ${document.tool.version}`,
      identifier: document.release,
    }),
  ]);
  await write(bundlePaths.cover, [input.cover]);
  if (input.page !== null) await write(bundlePaths.page, [input.page]);
  await write(bundlePaths.tagManifest, [encodeBagManifest(hashesOf(written.slice(payload.length)))]);
  return written;
}

function hashesOf(files: readonly WrittenFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, sha256 }) => [path, sha256]));
}

function* linesOf(lines: readonly string[]): Iterable<Uint8Array> {
  for (const line of lines) yield encodeUtf8(`${line}\n`);
}
