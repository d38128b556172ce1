// A library becomes files: in a folder, which keeps what did not change, or one after the other for whoever packs or shows
// them. Each time with the signed list of what it consists of.
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Translator } from "@tocsin/language";
import {
  buildLibrary,
  type LibraryFile,
  type LibraryInput,
  type LibraryProblem,
  type PriorBuild,
} from "@tocsin/library";
import { verifyStatement, type Vault } from "@tocsin/vault";
import { readFile } from "node:fs/promises";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { breathing } from "./breathing.ts";
import { ShelfError } from "./errors.ts";
import {
  isSafePath,
  noteName,
  priorOf,
  signManifest,
  type LibraryManifest,
  type ManifestFile,
} from "./manifest.ts";
import { hashOfFile, openSiteFolder, type SiteFinished, type SiteFolder } from "./site-folder.ts";

export interface BuildFile {
  readonly name: string;
  readonly sha256: string;
  readonly read: (signal?: AbortSignal) => Promise<Uint8Array>;
}

export interface LibraryBuild {
  readonly input: LibraryInput;
  readonly translators: ReadonlyMap<string, Translator>;
  readonly vault: Pick<Vault, "signStatement">;
  /** Name and version. */
  readonly program: string;
  /** Archived copies: each lies in the folder `files` as it was approved. */
  readonly files?: readonly BuildFile[];
  readonly onProblem?: (problem: LibraryProblem) => void;
  /** Files so far. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface WrittenLibrary extends SiteFinished {
  readonly folder: string;
  readonly manifest: LibraryManifest;
  /** Files that were made anew; the others were kept as they lay there. */
  readonly written: number;
  readonly removed: number;
}

/**
 * The folder holds the last whole library until the new one is, whatever happens. Throws `shelf.not-ours`, and what
 * building throws; then nothing of the new one is left.
 */
export async function writeLibrary(folder: string, build: LibraryBuild): Promise<WrittenLibrary> {
  const site = await openSiteFolder(folder);
  try {
    const whole = await intactFiles(resolve(folder), site.before, build);
    const { files, written } = await writePages(site, whole, build);
    const signed = signManifest({ head: build.input.head, files, sha256, sign: build.vault.signStatement });
    for (const { path, bytes } of signed.files) await site.write(path, bytes);
    build.signal?.throwIfAborted();
    const finished = await site.finish();
    const now = new Set(files.map(({ path }) => path));
    const removed = (site.before?.files ?? []).filter(({ path }) => !now.has(path)).length;
    return { ...finished, folder: resolve(folder), manifest: signed.manifest, written, removed };
  } catch (error) {
    await site.giveUp();
    throw error;
  }
}

/** Every file with its bytes, the signed list last: for a ZIP, a preview, a test. */
export async function* libraryFiles(
  build: LibraryBuild,
): AsyncGenerator<{ readonly path: string; readonly bytes: Uint8Array }> {
  const files: ManifestFile[] = [];
  for await (const file of pagesOf(build, null)) {
    if (!("bytes" in file)) continue;
    const { path, madeFrom, bytes } = file;
    files.push({ path, madeFrom, bytes: bytes.length, sha256: sha256(bytes) });
    build.onProgress?.(files.length);
    yield { path, bytes };
  }
  for (const { entry, read } of wholeFiles(build)) {
    const bytes = await read(build.signal);
    files.push({ ...entry, bytes: bytes.length });
    build.onProgress?.(files.length);
    yield { path: entry.path, bytes };
  }
  yield* signManifest({ head: build.input.head, files, sha256, sign: build.vault.signStatement }).files;
}

function pagesOf(
  { input, translators, program, onProblem, signal }: LibraryBuild,
  before: PriorBuild | null,
): AsyncIterable<LibraryFile> {
  const files = buildLibrary(
    { ...input, items: breathing(input.items) },
    {
      translators,
      sha256,
      before,
      program,
      gzipSize: (bytes) => gzipSync(bytes).length,
      onProblem: onProblem ?? (() => undefined),
      ...(signal ? { signal } : {}),
    },
  );
  return breathing(files);
}

async function writePages(
  site: SiteFolder,
  whole: ReadonlyMap<string, ManifestFile>,
  build: LibraryBuild,
): Promise<{ readonly files: readonly ManifestFile[]; readonly written: number }> {
  const before = { files: new Map([...whole].map(([path, { madeFrom }]) => [path, madeFrom])) };
  const files: ManifestFile[] = [];
  let written = 0;
  for await (const file of pagesOf(build, before)) {
    const { path, madeFrom } = file;
    if (!isSafePath(path))
      throw new ShelfError("shelf.bad-path", "Cannot write library: a page would lie outside its folder");
    const known = whole.get(path);
    if ("bytes" in file) {
      await site.write(path, file.bytes);
      files.push({ path, madeFrom, bytes: file.bytes.length, sha256: sha256(file.bytes) });
      written += 1;
    } else if (known !== undefined) {
      await site.keep(path);
      files.push(known);
    }
    build.onProgress?.(files.length);
  }
  for (const { entry, read } of wholeFiles(build)) {
    const known = whole.get(entry.path);
    if (known?.madeFrom === entry.madeFrom) {
      await site.keep(entry.path);
      files.push(known);
    } else {
      const bytes = await read(build.signal);
      await site.write(entry.path, bytes);
      files.push({ ...entry, bytes: bytes.length });
      written += 1;
    }
    build.onProgress?.(files.length);
  }
  return { files, written };
}

/** Each once, however many items have it; made from its bytes alone. */
function wholeFiles({ files = [] }: LibraryBuild) {
  const byPath = new Map(files.map((file) => [`files/${file.name}`, file]));
  return [...byPath].map(([path, { sha256: hash, read }]) => {
    if (!isSafePath(path))
      throw new ShelfError("shelf.bad-path", "Cannot write library: a file would lie outside its folder");
    return { entry: { path, sha256: hash, madeFrom: hash }, read };
  });
}

/** Files of the library that lies there that are what this vault's device signed: others are made anew. */
async function intactFiles(
  folder: string,
  before: LibraryManifest | null,
  { vault, signal }: LibraryBuild,
): Promise<ReadonlyMap<string, ManifestFile>> {
  const intact = new Map<string, ManifestFile>();
  if (before === null || !(await isSignedByUs(folder, before, vault))) return intact;
  const { files } = before;
  const wanted = priorOf(before).files;
  for (const file of files) {
    signal?.throwIfAborted();
    if (wanted.has(file.path) && (await hashOfFile(join(folder, file.path))) === file.sha256)
      intact.set(file.path, file);
  }
  return intact;
}

async function isSignedByUs(
  folder: string,
  { made }: LibraryManifest,
  vault: LibraryBuild["vault"],
): Promise<boolean> {
  const note = await readFile(join(folder, noteName)).catch(() => null);
  const digest = await hashOfFile(join(folder, "manifest.json"));
  if (note === null || digest === null) return false;
  const { publicKey } = vault.signStatement("library", ["who"]);
  const { statement } = verifyStatement(createNodePrimitives(), note, { about: "library", publicKey });
  return statement?.lines.join("\n") === `manifest ${digest}\nmade ${made}`;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
