// The envelope of a bundle: BagIt 1.0 (RFC 8493), with SHA-256, so that `sha256sum -c` checks it.
import { encodeUtf8, isTocsinError, parseUtf8 } from "@tocsin/core";
import { damaged } from "../binary.ts";
import { bundleLimits, isBundlePath } from "./bundle-format.ts";

/** Path to SHA-256 in lower-case hexadecimal. */
export type BagManifest = ReadonlyMap<string, string>;

export const bagDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** As `sha256sum` writes it, sorted by path. */
export function encodeBagManifest(files: BagManifest): Uint8Array<ArrayBuffer> {
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, hash]) => `${hash}  ${path}\n`);
  return encodeUtf8(lines.join(""));
}

const linePattern = /^([0-9a-f]{64}) {2}(.+)$/;

/** Throws `vault.damaged` on any other spelling than the one that is written, and on paths that no bundle has. */
export function parseBagManifest(bytes: Uint8Array): BagManifest {
  const files = new Map<string, string>();
  for (const line of textOf(bytes).split("\n").slice(0, -1)) {
    const [, hash, path] = linePattern.exec(line.slice(0, 200)) ?? [];
    if (hash === undefined || path === undefined || !isBundlePath(path) || files.has(path))
      throw damaged("manifest is not of its form");
    files.set(path, hash);
    if (files.size > bundleLimits.files) throw damaged("manifest names too many files");
  }
  const written = encodeBagManifest(files);
  if (written.length !== bytes.length || textOf(bytes) !== textOf(written))
    throw damaged("manifest is not of its form");
  return files;
}

function textOf(bytes: Uint8Array): string {
  try {
    return parseUtf8(bytes);
  } catch (cause) {
    if (isTocsinError(cause)) throw damaged("manifest is not text");
    throw cause;
  }
}

export interface BagInfo {
  /** 2026-11-28 */
  readonly date: string;
  readonly bytes: number;
  readonly files: number;
  readonly software: string;
  readonly identifier: string;
}

export function encodeBagInfo({
  date,
  bytes,
  files,
  software,
  identifier,
}: BagInfo): Uint8Array<ArrayBuffer> {
  const lines = [
    `Bagging-Date: ${date}`,
    `Payload-Oxum: ${bytes}.${files}`,
    `Bag-Software-Agent: ${software.replaceAll(/[^\x20-\x7e]/g, "?")}`,
    `External-Identifier: ${identifier}`,
  ];
  return encodeUtf8(`${lines.join("\n")}\n`);
}
