// Reads the files of a bundle, each once: hashed while whoever wants them takes them in, and held against the manifests.
import { concatBytes, encodeHex, isTocsinError } from "@tocsin/core";
import type { Primitives } from "@tocsin/crypto";
import { bagDeclaration, type BagManifest, parseBagManifest } from "./bag.ts";
import {
  bundleLimits,
  bundlePaths,
  isBundlePath,
  longestAt,
  requiredPaths,
  tagPaths,
} from "./bundle-format.ts";
import type { FailureBook } from "./bundle-report.ts";

export interface BundleFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly size: number;
}

/** A folder as it is, wherever it lies. */
export interface BundleSource {
  /** Every file in it. */
  list(): Promise<readonly BundleFile[]>;
  /** The bytes of a file that was listed, from its start. */
  open(path: string): AsyncIterable<Uint8Array>;
}

export interface BundleFiles {
  /** Paths that a bundle can have and that are here, within their limits. */
  has(path: string): boolean;
  /** The bytes as they come; hashed once they have been taken to their end. */
  stream(path: string): AsyncIterable<Uint8Array>;
  /** Null where there is none. */
  whole(path: string): Promise<Uint8Array | null>;
  /** Reads what nobody has read, and holds every file against the manifests. */
  finish(): Promise<void>;
  bytes(): number;
  count(): number;
}

export interface FilesInput {
  readonly primitives: Pick<Primitives, "createSha256">;
  readonly source: BundleSource;
  readonly failures: FailureBook;
  readonly onBytes: (done: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export async function openBundleFiles(input: FilesInput): Promise<BundleFiles> {
  const { primitives, source, failures } = input;
  const listed = await knownFiles(input);
  const hashes = new Map<string, string>();
  let bytes = 0;

  async function* stream(path: string): AsyncIterable<Uint8Array> {
    const hash = primitives.createSha256();
    for await (const piece of source.open(path)) {
      input.signal?.throwIfAborted();
      hash.update(piece);
      bytes += piece.length;
      input.onBytes(bytes);
      yield piece;
    }
    hashes.set(path, encodeHex(hash.digest()));
  }
  const whole = async (path: string): Promise<Uint8Array | null> => {
    if (!listed.has(path)) return null;
    const pieces: Uint8Array[] = [];
    for await (const piece of stream(path)) pieces.push(piece.slice());
    return concatBytes(...pieces);
  };
  const manifest = async (path: string): Promise<BagManifest> => {
    const found = await whole(path);
    try {
      const named = found === null ? new Map<string, string>() : parseBagManifest(found);
      if ([...named.keys()].some((each) => tagPaths.includes(each) !== (path === bundlePaths.tagManifest)))
        failures.note("malformed", { path });
      return named;
    } catch (cause) {
      if (!isTocsinError(cause)) throw cause;
      failures.note("malformed", { path });
      return new Map();
    }
  };

  return {
    has: (path) => listed.has(path),
    stream,
    whole,
    bytes: () => bytes,
    count: () => listed.size,
    async finish() {
      const named = new Map([
        ...(await manifest(bundlePaths.tagManifest)),
        ...(await manifest(bundlePaths.manifest)),
      ]);
      const declaration = await whole(bundlePaths.declaration);
      if (declaration !== null && new TextDecoder().decode(declaration) !== bagDeclaration)
        failures.note("malformed", { path: bundlePaths.declaration });
      for (const path of listed) if (!hashes.has(path)) for await (const _ of stream(path));
      compare({ named, hashes, failures });
    },
  };
}

async function knownFiles({ source, failures }: FilesInput): Promise<ReadonlySet<string>> {
  const files = await source.list();
  const known = new Set<string>();
  for (const { path, size } of files) {
    if (!isBundlePath(path) || known.has(path))
      failures.note("unexpected-file", { path: path.slice(0, 200) });
    else if (size > longestAt(path) || known.size >= bundleLimits.files) failures.note("too-large", { path });
    else known.add(path);
  }
  for (const path of requiredPaths)
    if (!files.some((file) => file.path === path)) failures.note("missing-file", { path });
  return known;
}

interface Comparison {
  readonly named: BagManifest;
  readonly hashes: ReadonlyMap<string, string>;
  readonly failures: FailureBook;
}

function compare({ named, hashes, failures }: Comparison): void {
  for (const [path, hash] of named) {
    const actual = hashes.get(path);
    if (actual === undefined) failures.note("missing-file", { path });
    else if (actual !== hash) failures.note("hash-differs", { path });
  }
  for (const path of hashes.keys())
    if (!named.has(path) && path !== bundlePaths.tagManifest) failures.note("unexpected-file", { path });
}
