// The open form of a vault: files that need nothing of ours to be read (docs/formats/vault.md, section 14).
// operations.jsonl, evidence/<name>.age with the passphrases in the payloads, and manifest.json over all of them.
import {
  encodeBase64Url,
  encodeCanonical,
  encodeCanonicalText,
  isJsonObject,
  isTocsinError,
  type Json,
  parseBase64Url,
  parseCanonical,
  parseUtf8,
} from "@tocsin/core";
import { VaultError } from "./errors.ts";
import { limits } from "./format.ts";
import type { WrittenFile } from "./hashed-file.ts";
import { encodeStampText, parseStamp } from "./origin.ts";
import type { ImportedPayload, ReplayedOperation, Stamp } from "./types.ts";

export const operationsPath = "operations.jsonl";
export const manifestPath = "manifest.json";
export const maximumLine = 262_144;
export const maximumManifest = 67_108_864;

export interface Manifest {
  readonly files: readonly WrittenFile[];
  readonly operations: number;
  /** Operations whose content was out of reach: they have a line that says so, and no payload. */
  readonly closed: number;
}

export function evidencePath(name: string): string {
  return `evidence/${name}.age`;
}

/** Whether a path can be that of a file that goes along, and that importing passes over. */
export function isExtraPath(path: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{0,63}$/.test(path) && path !== operationsPath && path !== manifestPath;
}

/** Null for a path that is not that of an evidence file. */
export function parseEvidencePath(path: string): string | null {
  return /^evidence\/([0-9a-f]{32})\.age$/.exec(path)?.[1] ?? null;
}

/** One line, without its end. A payload in canonical JSON stands as it is, any other as base64url. */
export function encodeLine(operation: ReplayedOperation): string {
  if (operation.state !== "open")
    return `{"stamp":${encodeStampText(operation.stamp)},"state":"${operation.state}"}`;
  const stamp: Stamp = operation.origin ?? operation.stamp;
  const critical = operation.critical ? `"critical":true,` : "";
  const text = canonicalTextOf(operation.payload);
  return text === null
    ? `{"bytes":"${encodeBase64Url(operation.payload)}",${critical}"stamp":${encodeStampText(stamp)}}`
    : `{${critical}"payload":${text},"stamp":${encodeStampText(stamp)}}`;
}

function canonicalTextOf(payload: Uint8Array): string | null {
  try {
    parseCanonical(payload);
    return parseUtf8(payload);
  } catch (cause) {
    if (isTocsinError(cause)) return null;
    throw cause;
  }
}

/** What a line says instead of a payload. */
const closedStates: ReadonlySet<Json | undefined> = new Set([
  "erased",
  "missing",
  "no-key",
  "damaged",
  "unknown",
]);

/** Null for the line of an operation that was out of reach. Throws `vault.bad-export` with the number of the line. */
export function parseLine(bytes: Uint8Array, number: number): ImportedPayload | null {
  try {
    return lineToPayload(parseCanonicalLine(parseUtf8(bytes)));
  } catch (cause) {
    if (!isTocsinError(cause)) throw cause;
    throw badLine(number, cause.message, cause);
  }
}

export function badLine(number: number, state: string, cause?: unknown): VaultError {
  return new VaultError("vault.bad-export", `Cannot import: line ${number} of ${operationsPath}: ${state}`, {
    cause,
    details: { line: number },
  });
}

/** A line may be nested deeper than a payload: the payload stands inside it. */
function parseCanonicalLine(text: string): Json {
  const value = parseJson(text);
  if (encodeCanonicalText(value, -1) !== text) throw badExport("not in canonical form");
  return value;
}

function lineToPayload(value: Json): ImportedPayload | null {
  if (!isJsonObject(value)) throw badExport("not an object");
  const { payload, bytes, stamp, state, critical } = value;
  if ([payload, bytes, state].filter((member) => member !== undefined).length !== 1)
    throw badExport("not one of payload, bytes and state");
  const origin = parseStamp(stamp ?? null);
  if (state !== undefined) {
    if (!closedStates.has(state)) throw badExport("a state that is not known");
    return null;
  }
  if (critical !== undefined && critical !== true) throw badExport("critical is something else than true");
  const plain = payload === undefined ? toBytes(bytes) : encodeCanonical(payload);
  if (plain.length > limits.payload)
    throw badExport(`payload of ${plain.length} bytes, at most ${limits.payload}`);
  return { payload: plain, origin, critical: critical === true };
}

function toBytes(value: Json | undefined): Uint8Array {
  if (typeof value !== "string") throw badExport("bytes are not text");
  return parseBase64Url(value);
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw badExport("not JSON", cause);
  }
}

export function encodeManifest(manifest: Manifest): Uint8Array {
  const files = manifest.files.map(({ path, sha256, size }) => ({ path, sha256, size }));
  const { operations, closed } = manifest;
  return encodeCanonical({ format: "tocsin-open", version: 1, operations, closed, files });
}

/** Throws `vault.bad-export`, or `vault.unsupported` for another version. */
export function parseManifest(bytes: Uint8Array): Manifest {
  const value = parseManifestText(bytes);
  if (!isJsonObject(value) || value["format"] !== "tocsin-open")
    throw badExport("manifest is not of its form");
  if (value["version"] !== 1)
    throw new VaultError("vault.unsupported", "Cannot import: manifest of another version, expected 1");
  const { files, operations, closed } = value;
  if (!Array.isArray(files) || !isCount(operations) || !isCount(closed))
    throw badExport("manifest is not of its form");
  const named = files.map(toFile);
  if (new Set(named.map(({ path }) => path)).size < named.length)
    throw badExport("manifest names a file twice");
  return { files: named, operations, closed };
}

function parseManifestText(bytes: Uint8Array): Json {
  try {
    return parseJson(parseUtf8(bytes));
  } catch (cause) {
    if (isTocsinError(cause)) throw badExport("manifest is not JSON in UTF-8", cause);
    throw cause;
  }
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function toFile(value: Json): WrittenFile {
  if (!isJsonObject(value)) throw badExport("manifest names a file that is not of its form");
  const { path, sha256, size } = value;
  if (typeof path !== "string" || !isHash(sha256) || !isCount(size))
    throw badExport("manifest names a file that is not of its form");
  if (path !== operationsPath && parseEvidencePath(path) === null && !isExtraPath(path))
    throw badExport("manifest names a file that an export does not have");
  return { path, sha256, size };
}

function isHash(value: Json | undefined): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

export function badExport(state: string, cause?: unknown): VaultError {
  return new VaultError("vault.bad-export", `Cannot import: ${state}`, { cause });
}
