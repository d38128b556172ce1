// Checks a library that somebody was handed, without a vault and without a network: what its files prove, and what they do
// not. Reads a folder, a ZIP, or one page with its signature beside it. Format: docs/formats/library.md.
import { createHash } from "node:crypto";
import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { encodeHex, TocsinError } from "@tocsin/core";
import { openArchive } from "@tocsin/formats";
import { verifyStatement } from "@tocsin/vault";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { manifestName, mirrorsName, noLibrary, noteName, ownNames, parseManifest } from "./manifest.ts";
import { pageNoteEnding, parsePageNote } from "./page-note.ts";
import { hashOfFile } from "./site-folder.ts";

export type LibraryFailureKind = "missing" | "altered" | "not-listed" | "note" | "mirrors";

export interface LibraryReport {
  /** One page instead of a folder or ZIP. */
  readonly isPage: boolean;
  readonly made: string;
  readonly release: string;
  readonly vault: string;
  /** SHA-256 of the key that signs: what to compare with what the organisation gave out elsewhere. */
  readonly key: string;
  readonly files: number;
  /** Addresses that the signed list of mirrors names. */
  readonly mirrors: readonly string[];
  /** At most `mostFailures`, in the order of the paths. */
  readonly failures: readonly { readonly kind: LibraryFailureKind; readonly path: string }[];
  readonly moreFailures: number;
}

interface Source {
  readonly names: () => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<Uint8Array | null>;
  readonly hash: (path: string) => Promise<string | null>;
}

const mostFailures = 100;
const largestZip = 2 * 1024 ** 3;
const largestSmall = 64 * 1024 * 1024;

/** Throws `shelf.no-library`. */
export async function verifyLibrary(path: string, signal?: AbortSignal): Promise<LibraryReport> {
  if (/\.html?$/i.test(path) && (await lstat(path).catch(() => null))?.isFile() === true)
    return verifyPage(path);
  const source = await sourceAt(path);
  const list = await source.read(manifestName);
  if (list === null) throw noLibrary("it has no list of files");
  const manifest = parseManifest(list);
  const failures = [...(await notesIn(source, { list, ...manifest })).failures];
  const listed = new Set([...manifest.files.map((file) => file.path), ...ownNames]);
  for (const { path: name, sha256 } of manifest.files) {
    signal?.throwIfAborted();
    const found = await source.hash(name);
    if (found !== sha256) failures.push({ kind: found === null ? "missing" : "altered", path: name });
  }
  for (const name of await source.names())
    if (!listed.has(name)) failures.push({ kind: "not-listed", path: name });
  const { mirrors } = await notesIn(source, { list, ...manifest });
  return {
    isPage: false,
    made: manifest.made,
    release: manifest.release,
    vault: manifest.vault,
    key: sha256Of(manifest.publicKey),
    files: manifest.files.length,
    mirrors,
    failures: failures.slice(0, mostFailures),
    moreFailures: Math.max(0, failures.length - mostFailures),
  };
}

async function verifyPage(path: string): Promise<LibraryReport> {
  const beside = `${path}${pageNoteEnding}`;
  const found = await readSmall(beside);
  if (found === null) throw noLibrary("its signature does not lie beside the page");
  const { sha256, made, release, vault, publicKey, isSigned } = parsePageNote(found);
  const isWhole = (await hashOfFile(path)) === sha256;
  return {
    isPage: true,
    made,
    release,
    vault,
    key: sha256Of(publicKey),
    files: 1,
    mirrors: [],
    failures: [
      ...(isSigned ? [] : [{ kind: "note", path: basename(beside) } as const]),
      ...(isWhole ? [] : [{ kind: "altered", path: basename(path) } as const]),
    ],
    moreFailures: 0,
  };
}

interface Listed {
  readonly list: Uint8Array;
  readonly made: string;
  readonly vault: string;
  readonly chain: string;
  readonly publicKey: Uint8Array;
}

async function notesIn(
  source: Source,
  { list, made, vault, chain, publicKey }: Listed,
): Promise<Pick<LibraryReport, "mirrors" | "failures">> {
  const primitives = createNodePrimitives();
  const said = async (
    name: string,
    about: "library" | "mirrors",
  ): Promise<readonly string[] | null | undefined> => {
    const note = await source.read(name);
    if (note === null) return undefined;
    const { statement } = verifyStatement(primitives, note, { about, publicKey });
    return statement?.vault === vault && statement.chain === chain ? statement.lines : null;
  };
  const note = await said(noteName, "library");
  const mirrors = await said(mirrorsName, "mirrors");
  const fits = note?.join("\n") === `manifest ${sha256Of(list)}\nmade ${made}`;
  const mirrorsFit = mirrors === undefined || mirrors?.[0] === `made ${made}`;
  return {
    mirrors: mirrorsFit ? (mirrors ?? []).slice(1) : [],
    failures: [
      ...(fits ? [] : [{ kind: "note", path: noteName } as const]),
      ...(mirrorsFit ? [] : [{ kind: "mirrors", path: mirrorsName } as const]),
    ],
  };
}

async function sourceAt(path: string): Promise<Source> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw noLibrary("nothing lies there");
  if (found.isDirectory()) return folderSource(path);
  if (found.size > largestZip) throw noLibrary("the file is too large");
  return zipSource(await readFile(path));
}

function folderSource(folder: string): Source {
  return {
    names: () => namesIn(folder, ""),
    hash: (name) => hashOfFile(join(folder, name)),
    read: (name) => readSmall(join(folder, name)),
  };
}

async function readSmall(at: string): Promise<Uint8Array | null> {
  const found = await lstat(at).catch(() => null);
  return found?.isFile() === true && found.size <= largestSmall ? readFile(at) : null;
}

async function namesIn(folder: string, at: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
    const name = at === "" ? entry.name : `${at}/${entry.name}`;
    names.push(...(entry.isDirectory() ? await namesIn(folder, name) : [name]));
  }
  return names;
}

function zipSource(bytes: Uint8Array): Source {
  const archive = openAnyArchive(bytes);
  const read = (name: string): Uint8Array | null => archive.read(name) ?? null;
  return {
    names: async () => archive.names.filter((name) => !name.endsWith("/")),
    read: async (name) => read(name),
    hash: async (name) => {
      try {
        const found = read(name);
        return found === null ? null : sha256Of(found);
      } catch (cause) {
        // A part that does not unpack is not what was signed.
        if (cause instanceof TocsinError) return "damaged";
        throw cause;
      }
    },
  };
}

function openAnyArchive(bytes: Uint8Array): ReturnType<typeof openArchive> {
  try {
    return openArchive(bytes, { part: largestSmall, packedFrom: 1024 * 1024, packedRatio: 200 });
  } catch (cause) {
    if (cause instanceof TocsinError) throw noLibrary("the file is no archive");
    throw cause;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return encodeHex(createHash("sha256").update(bytes).digest());
}
