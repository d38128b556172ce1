// Reads control operations (docs/formats/vault.md, section 7). What has a known type and another form is damage.
import { isJsonObject, isTocsinError, type Json, parseBase64Url, parseCanonical } from "@tocsin/core";
import { wrapLength } from "@tocsin/crypto";
import { damaged } from "./binary.ts";
import type { FrontierEntry } from "./commit.ts";
import type { Control, DevicePublicKeys, ErasedOperations } from "./control.ts";
import { limits } from "./format.ts";
import { type Content, contentTypes } from "./operation.ts";
import { type ChainId, type CommitHash, type DeviceId, erasureGrounds, type EvidenceName } from "./types.ts";

/** As `contentToControl`; one of another form says nothing. */
export function controlOrUnknown(content: Content): Control {
  try {
    return contentToControl(content);
  } catch (cause) {
    if (isTocsinError(cause)) return { type: "unknown" };
    throw cause;
  }
}

/** Throws `vault.damaged` on a known type of another form. */
export function contentToControl(content: Content): Control {
  const value = parseCanonical(content.bytes);
  if (content.type !== contentTypes.control || !isJsonObject(value)) return { type: "unknown" };
  switch (value["type"]) {
    case "vault":
      return {
        type: "vault",
        administrator: toKeys(value["administrator"]),
        recovery: value["recovery"] === null ? null : toKeys(value["recovery"]),
      };
    case "epoch":
      return {
        type: "epoch",
        id: toId(value["id"]),
        number: toNumber(value["number"]),
        recipients: toList(value["recipients"]).map((id) => toHash(id) as DeviceId),
      };
    case "wraps":
      return { type: "wraps", epoch: toId(value["epoch"]), wraps: toList(value["wraps"]).map(toWrap) };
    case "admit":
      if (value["role"] !== "administrator") return { type: "unknown" };
      return { type: "admit", device: toKeys(value["device"]) };
    case "remove":
      return {
        type: "remove",
        device: toHash(value["device"]) as DeviceId,
        chains: toList(value["chains"]).map(toEntry),
      };
    case "erase":
      return {
        type: "erase",
        ground: toGround(value["ground"]),
        epoch: toId(value["epoch"]),
        operations: toList(value["operations"]).map(toErased),
        evidence: toList(value["evidence"]).map((name) => toId(name) as EvidenceName),
      };
    default:
      return { type: "unknown" };
  }
}

function toKeys(value: Json | undefined): DevicePublicKeys {
  if (!isJsonObject(value)) throw damaged("public keys are not of their form");
  const wrapping = { x25519: toBytes(value["x25519"], 32), mlKem768: toBytes(value["mlKem768"], 1184) };
  return { ed25519: toBytes(value["ed25519"], 32), wrapping };
}

function toWrap(value: Json): { readonly to: DeviceId; readonly wrap: Uint8Array } {
  if (!isJsonObject(value)) throw damaged("wrap is not of its form");
  return { to: toHash(value["to"]) as DeviceId, wrap: toBytes(value["wrap"], wrapLength) };
}

function toEntry(value: Json): FrontierEntry {
  if (!isJsonObject(value)) throw damaged("last commit of a chain is not of its form");
  const { chain, sequence, hash } = value;
  return {
    chain: toId(chain) as ChainId,
    sequence: toNumber(sequence),
    hash: toHash(hash) as CommitHash,
  };
}

function toErased(value: Json): ErasedOperations {
  if (!isJsonObject(value)) throw damaged("erased operations are not of their form");
  const { chain, sequence, indexes } = value;
  return {
    chain: toId(chain) as ChainId,
    sequence: toNumber(sequence),
    indexes: toList(indexes).map(toIndex),
  };
}

function toIndex(value: Json): number {
  if (typeof value !== "number" || value < 0 || value >= limits.operations)
    throw damaged("index of an operation is not of its form");
  return value;
}

function toGround(value: Json | undefined): (typeof erasureGrounds)[number] {
  const ground = erasureGrounds.find((known) => known === value);
  if (ground === undefined) throw damaged("ground of an erasure is not known");
  return ground;
}

function toBytes(value: Json | undefined, length: number): Uint8Array {
  if (typeof value !== "string") throw damaged("bytes are not text");
  const bytes = parseBase64Url(value);
  if (bytes.length !== length) throw damaged("bytes are not of their length");
  return bytes;
}

function toId(value: Json | undefined): string {
  return toText(value, 32);
}

function toHash(value: Json | undefined): string {
  return toText(value, 64);
}

function toText(value: Json | undefined, length: number): string {
  if (typeof value !== "string" || value.length !== length || !/^[0-9a-f]*$/.test(value))
    throw damaged("identifier is not of its form");
  return value;
}

function toNumber(value: Json | undefined): number {
  if (typeof value !== "number" || value < 1) throw damaged("number is not of its form");
  return value;
}

function toList(value: Json | undefined): readonly Json[] {
  if (!Array.isArray(value) || value.length > limits.controlList) throw damaged("list is not of its form");
  return value;
}
