// Lines of operations.jsonl and commits.jsonl: canonical JSON, in which a payload stands as people can read it
// (docs/formats/bundle.md, sections 4 and 5).
import {
  concatBytes,
  encodeBase64Url,
  encodeCanonical,
  encodeCanonicalText,
  encodeHex,
  encodeUtf8,
  isEqualBytes,
  isJsonObject,
  isTocsinError,
  type Json,
  type JsonObject,
  parseBase64Url,
  parseCanonical,
  parseHex,
} from "@tocsin/core";
import { createByteReader, damaged, u64, u8, withLength32 } from "../binary.ts";
import type { CommitSignature } from "../commit.ts";
import { limits } from "../format.ts";
import { contentTypes } from "../operation.ts";
import type { CommitHash, DeviceId } from "../types.ts";
import { bundleLimits } from "./bundle-format.ts";
import type { ProvedCommit, ProvedOperation } from "./proof.ts";

/** One line, without its end. */
export function encodeCommitLine(commit: ProvedCommit): string {
  const { hash, header, signatures, path } = commit;
  return encodeCanonicalText({
    hash,
    header: encodeBase64Url(header),
    path: path === null ? null : path.map(encodeBase64Url),
    signatures: signatures.map(({ kind, device, bytes }) => ({
      kind,
      device,
      bytes: encodeBase64Url(bytes),
    })),
  });
}

/** Throws `vault.damaged`, or core's errors on what is not canonical JSON. */
export function parseCommitLine(line: Uint8Array): ProvedCommit {
  const { hash, header, path, signatures } = toObject(parseCanonical(line), 4);
  if (!Array.isArray(signatures) || signatures.length > limits.signatures)
    throw damaged("signatures of a commit are not of their form");
  return {
    hash: toHash(hash) as CommitHash,
    header: toBytes(header),
    path: path === null ? null : toPath(path),
    signatures: signatures.map(toSignature),
  };
}

/** One line, without its end. */
export function encodeOperationLine(operation: ProvedOperation): string {
  const { commit, index, salt, content, body, path } = operation;
  const place = {
    commit,
    index,
    salt: encodeBase64Url(salt),
    body: encodeBase64Url(body),
    path: path.map(encodeBase64Url),
  };
  const readable = readableMembers(content);
  const members = readable === null ? rawMembers(content) : readable;
  return encodeCanonicalText({ ...place, ...members });
}

function rawMembers(content: Uint8Array): JsonObject {
  return { ...headOf(content), bytes: encodeBase64Url(content.subarray(contentHead)) };
}

/** Type, flags and time. */
const contentHead = 10;

function headOf(content: Uint8Array): { type: number; flags: number; at: number } {
  const reader = createByteReader(content);
  return { type: reader.u8(), flags: reader.u8(), at: reader.u64() };
}

/** Null where the payload is not canonical JSON, or too deep to stand inside a line. */
function readableMembers(content: Uint8Array): JsonObject | null {
  try {
    const head = headOf(content);
    const reader = createByteReader(content.subarray(contentHead));
    const origin =
      head.type === contentTypes.importedPayload ? parseCanonical(reader.take(reader.u32())) : null;
    const payload = parseCanonical(reader.take(reader.left));
    const members = { ...head, payload, ...(origin === null ? {} : { origin }) };
    encodeCanonicalText({ members });
    return isEqualBytes(contentOf(members), content) ? members : null;
  } catch (cause) {
    if (isTocsinError(cause)) return null;
    throw cause;
  }
}

/** The way from a commit to the root of a checkpoint. */
export interface CheckpointPath {
  readonly commit: CommitHash;
  readonly path: readonly Uint8Array[];
}

/** One line, without its end. */
export function encodePathLine({ commit, path }: CheckpointPath): string {
  return encodeCanonicalText({ commit, path: path.map(encodeBase64Url) });
}

/** Throws `vault.damaged`, or core's errors on what is not canonical JSON. */
export function parsePathLine(line: Uint8Array): CheckpointPath {
  const { commit, path } = toObject(parseCanonical(line), 2);
  return { commit: toHash(commit) as CommitHash, path: toPath(path) };
}

/** Throws `vault.damaged`, or core's errors on what is not canonical JSON. */
export function parseOperationLine(line: Uint8Array): ProvedOperation {
  const value = toObject(parseCanonical(line), 10);
  const { commit, index, salt, body, path } = value;
  if (typeof index !== "number" || index < 0 || index >= limits.operations)
    throw damaged("index of an operation is not of its form");
  return {
    commit: toHash(commit) as CommitHash,
    index,
    salt: toBytes(salt),
    content: contentOf(value),
    body: toBytes(body),
    path: toPath(path),
  };
}

/** The bytes that were sealed, from the members of a line. */
function contentOf({ type, flags, at, origin, payload, bytes }: JsonObject): Uint8Array {
  if (!isByte(type) || !isByte(flags) || typeof at !== "number" || at < 0)
    throw damaged("content of an operation is not of its form");
  if ((payload === undefined) === (bytes === undefined))
    throw damaged("operation has neither payload nor bytes, or both");
  const said = payload === undefined ? toBytes(bytes) : encodeCanonical(payload);
  const from = origin === undefined ? [] : [withLength32(encodeCanonical(origin))];
  return concatBytes(u8(type), u8(flags), u64(at), ...from, said);
}

function isByte(value: Json | undefined): value is number {
  return typeof value === "number" && value >= 0 && value < 256;
}

function toObject(value: Json, members: number): JsonObject {
  if (!isJsonObject(value) || Object.keys(value).length > members)
    throw damaged("line is not an object of its form");
  return value;
}

function toSignature(value: Json): CommitSignature {
  const { kind, device, bytes } = toObject(value, 3);
  if (!isByte(kind)) throw damaged("signature is not of its form");
  const signature = toBytes(bytes);
  if (signature.length > limits.signature) throw damaged("signature is too long");
  return { kind, device: toHash(device) as DeviceId, bytes: signature };
}

function toPath(value: Json | undefined): readonly Uint8Array[] {
  if (!Array.isArray(value) || value.length > bundleLimits.path) throw damaged("path is not of its form");
  return value.map((each: Json) => {
    const hash = toBytes(each);
    if (hash.length !== 32) throw damaged("path is not of its form");
    return hash;
  });
}

/** Refuses spellings that would not be written: bits behind the last byte. */
function toBytes(value: Json | undefined): Uint8Array {
  if (typeof value !== "string") throw damaged("bytes are not text");
  const bytes = parseBase64Url(value);
  if (encodeBase64Url(bytes) !== value) throw damaged("bytes are spelt in another way");
  return bytes;
}

function toHash(value: Json | undefined): string {
  if (typeof value !== "string" || value.length !== 64 || encodeHex(parseHex(value)) !== value)
    throw damaged("hash is not of its form");
  return value;
}

/** Each line, without its end, with its number from 1. Throws `vault.damaged` where the last line has no end. */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
): AsyncIterable<{ readonly line: Uint8Array; readonly number: number }> {
  let rest: Uint8Array = encodeUtf8("");
  let number = 0;
  for await (const piece of pieces) {
    let bytes = rest.length === 0 ? piece : concatBytes(rest, piece);
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline)) {
      number += 1;
      yield { line: bytes.subarray(0, end), number };
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > bundleLimits.line) throw damaged(`line ${number + 1} is too long`);
    rest = bytes;
  }
  if (rest.length > 0) throw damaged(`line ${number + 1} has no end`);
}

const newline = 0x0a;
