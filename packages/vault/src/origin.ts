// Stamps as canonical JSON: in open exports, and inside operations that were imported from one.
import {
  encodeCanonical,
  encodeCanonicalText,
  isJsonObject,
  type Json,
  type JsonObject,
  parseCanonical,
} from "@tocsin/core";
import { concatBytes, isEqualBytes } from "@tocsin/core";
import { createByteReader, damaged, withLength32 } from "./binary.ts";
import { VaultError } from "./errors.ts";
import { isChainId, limits } from "./format.ts";
import { contentTypes, type Content } from "./operation.ts";
import type { ChainId, CommitHash, DeviceId, ImportedPayload, Stamp } from "./types.ts";

function stampToJson(stamp: Stamp): JsonObject {
  const { chain, sequence, index, depth, commit, device, at } = stamp;
  return { at, chain, commit, depth, device, index, seen: Object.fromEntries(stamp.seen), sequence };
}

export function encodeStampText(stamp: Stamp): string {
  return encodeCanonicalText(stampToJson(stamp));
}

const stampMembers = 8;

/** Throws `vault.bad-export` on anything else than a stamp. */
export function parseStamp(value: Json): Stamp {
  if (!isJsonObject(value) || !isJsonObject(value["seen"])) throw badStamp();
  if (Object.keys(value).length !== stampMembers) throw badStamp();
  const seen = new Map(
    Object.entries(value["seen"]).map(([chain, sequence]) => [toChain(chain), toCount(sequence)]),
  );
  if (seen.size > limits.frontier + 1) throw badStamp();
  return {
    chain: toChain(value["chain"]),
    sequence: toCount(value["sequence"]),
    index: toCount(value["index"]),
    depth: toCount(value["depth"]),
    commit: toHash(value["commit"]) as CommitHash,
    device: toHash(value["device"]) as DeviceId,
    at: toCount(value["at"]),
    seen,
  };
}

function toChain(value: unknown): ChainId {
  if (!isChainId(value)) throw badStamp();
  return value;
}

function toHash(value: unknown): string {
  if (typeof value !== "string" || !/^[0-9a-f]{64}$/.test(value)) throw badStamp();
  return value;
}

function toCount(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw badStamp();
  return value;
}

function badStamp(): VaultError {
  return new VaultError("vault.bad-export", "Cannot read stamp: not of its form");
}

/** The content of a payload, with its original stamp in front when it was imported. */
export function payloadToContent(payload: ImportedPayload, at: number): Content {
  const isCritical = payload.critical ?? false;
  if (payload.origin === undefined)
    return { type: contentTypes.payload, isCritical, at, bytes: payload.payload };
  const origin = encodeCanonical(stampToJson(payload.origin));
  if (origin.length > limits.origin)
    throw new VaultError("vault.limit", "Cannot write operation: its original stamp is too long");
  const bytes = concatBytes(withLength32(origin), payload.payload);
  return { type: contentTypes.importedPayload, isCritical, at, bytes };
}

/** Null for a content that is no payload of this version. */
export function contentToPayload(
  content: Content,
): { readonly payload: Uint8Array; readonly origin: Stamp | null } | null {
  switch (content.type) {
    case contentTypes.payload:
      return { payload: withinLimit(content.bytes), origin: null };
    case contentTypes.importedPayload: {
      const reader = createByteReader(content.bytes);
      const origin = parseOrigin(reader.take(reader.u32()));
      return { payload: withinLimit(reader.take(reader.left)), origin };
    }
    default:
      return null;
  }
}

function withinLimit(payload: Uint8Array): Uint8Array {
  if (payload.length > limits.payload) throw damaged("payload is too long");
  return payload;
}

/** Exactly what an export would write again. */
function parseOrigin(bytes: Uint8Array): Stamp {
  if (bytes.length > limits.origin) throw damaged("original stamp is too long");
  const stamp = parseStamp(parseCanonical(bytes));
  if (!isEqualBytes(encodeCanonical(stampToJson(stamp)), bytes))
    throw damaged("original stamp has parts that are not known");
  return stamp;
}
