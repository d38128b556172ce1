// The list of a library's files with their hashes, which its note signs. Format: docs/formats/library.md.
import {
  encodeBase64,
  encodeCanonicalText,
  encodeUtf8,
  isJsonObject,
  parseBase64,
  type Json,
} from "@tocsin/core";
import type { LibraryHead, PriorBuild } from "@tocsin/library";
import type { MadeStatement, StatementAbout } from "@tocsin/vault";
import { ShelfError } from "./errors.ts";

export const manifestName = "manifest.json";
export const noteName = "manifest.note";
export const mirrorsName = "mirrors.note";
/** What lies in a library beside its pages. */
export const ownNames: ReadonlySet<string> = new Set([manifestName, noteName, mirrorsName]);

const format = "tocsin-library/1";
const largestManifest = 64 * 1024 * 1024;
const pathPattern = /^(?!.*\/\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9._/-]{1,400}$/;

export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** For the next build. */
  readonly madeFrom: string;
}

export interface LibraryManifest {
  readonly release: string;
  /** Of everything that was released, as the record of the release keeps it. */
  readonly released: string | null;
  /** ISO 8601 in UTC. */
  readonly made: string;
  readonly vault: string;
  readonly chain: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** By path. */
  readonly files: readonly ManifestFile[];
}

export type Sign = (about: StatementAbout, lines: readonly string[]) => MadeStatement;

export interface SignedManifest {
  readonly manifest: LibraryManifest;
  /** `manifest.json`, its note, and the mirrors where there are any. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

export interface ManifestParts {
  readonly head: LibraryHead;
  readonly files: readonly ManifestFile[];
  readonly sign: Sign;
  readonly sha256: (bytes: Uint8Array) => string;
}

export function signManifest({ head, files, sign, sha256 }: ManifestParts): SignedManifest {
  const { made, release, mirrors, address, onion } = head;
  // Which chain and key sign is known by signing: the list names them, and its note is made over it.
  const { vault, chain, publicKey } = sign("library", [`made ${made}`]);
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: LibraryManifest = {
    release: release.id,
    released: release.sha256,
    made,
    vault,
    chain,
    publicKey,
    files: sorted,
  };
  const bytes = encodeManifest(manifest);
  const { note } = sign("library", [`manifest ${sha256(bytes)}`, `made ${made}`]);
  const places = [address, onion, ...mirrors].flatMap((each) => each ?? []);
  return {
    manifest,
    files: [
      { path: manifestName, bytes },
      { path: noteName, bytes: encodeUtf8(note) },
      ...(places.length === 0
        ? []
        : [{ path: mirrorsName, bytes: encodeUtf8(sign("mirrors", [`made ${made}`, ...places]).note) }]),
    ],
  };
}

function encodeManifest({ publicKey, files, ...rest }: LibraryManifest): Uint8Array {
  const value: Json = {
    format,
    ...rest,
    publicKey: encodeBase64(publicKey),
    files: files.map((each) => ({ ...each })),
  };
  return encodeUtf8(`${encodeCanonicalText(value)}\n`);
}

/** Believes nothing. Throws `shelf.no-library` on what is no list of ours. */
export function parseManifest(bytes: Uint8Array): LibraryManifest {
  if (bytes.length > largestManifest) throw noLibrary("its list is too large");
  const value = jsonOf(bytes);
  if (!isJsonObject(value) || value["format"] !== format) throw noLibrary("its list is of another format");
  const { files, publicKey, released } = value;
  if (!Array.isArray(files)) throw noLibrary("its list names no files");
  return {
    release: textOf(value["release"]),
    released: typeof released === "string" ? released : null,
    made: textOf(value["made"]),
    vault: textOf(value["vault"]),
    chain: textOf(value["chain"]),
    publicKey: keyOf(publicKey),
    files: files.map(fileOf),
  };
}

function fileOf(value: Json): ManifestFile {
  if (!isJsonObject(value)) throw noLibrary("a file of its list is none");
  const [path, sha256, madeFrom] = [
    textOf(value["path"]),
    textOf(value["sha256"]),
    textOf(value["madeFrom"]),
  ];
  const { bytes } = value;
  if (!isSafePath(path) || ownNames.has(path)) throw noLibrary("its list names a file outside");
  if (!/^[0-9a-f]{64}$/.test(sha256) || typeof bytes !== "number") throw noLibrary("its list has a bad hash");
  return { path, sha256, madeFrom, bytes };
}

/** Relative, without a way out, and of characters that every file system takes. */
export function isSafePath(path: string): boolean {
  return pathPattern.test(path) && !path.startsWith("/") && !path.endsWith("/");
}

export function priorOf({ files }: LibraryManifest): PriorBuild {
  return { files: new Map(files.map(({ path, madeFrom }) => [path, madeFrom])) };
}

function jsonOf(bytes: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json;
  } catch {
    throw noLibrary("its list cannot be read");
  }
}

function textOf(value: Json | undefined): string {
  if (typeof value !== "string") throw noLibrary("its list lacks something");
  return value;
}

function keyOf(value: Json | undefined): Uint8Array {
  try {
    const key = parseBase64(textOf(value));
    if (key.length === 32) return key;
  } catch {
    // Said below.
  }
  throw noLibrary("its list names no key");
}

export function noLibrary(state: string): ShelfError {
  return new ShelfError("shelf.no-library", `Cannot read library: ${state}`);
}
