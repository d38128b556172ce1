// Control operations: who may write and who can open. In the clear, canonical JSON, public keys and wraps only
// (docs/formats/vault.md, section 7).
import {
  encodeBase64Url,
  encodeCanonical,
  encodeHex,
  isJsonObject,
  type Json,
  type JsonObject,
  parseBase64Url,
  parseCanonical,
} from "@tocsin/core";
import { labelled, type Primitives, type WrappingPublicKey } from "@tocsin/crypto";
import { damaged } from "./binary.ts";
import { labels } from "./format.ts";
import { type Content, contentTypes } from "./operation.ts";
import type { DeviceId } from "./types.ts";

export interface DevicePublicKeys {
  readonly ed25519: Uint8Array;
  readonly wrapping: WrappingPublicKey;
}

/** Can receive every epoch, and admit one administrator's device; not made in version 0. */
export interface RecoveryIdentity {
  readonly wrapping: WrappingPublicKey;
  readonly ed25519: Uint8Array;
}

export type Control =
  | {
      readonly type: "vault";
      readonly administrator: DevicePublicKeys;
      readonly recovery: RecoveryIdentity | null;
    }
  | {
      readonly type: "epoch";
      readonly id: string;
      readonly number: number;
      readonly recipients: readonly DeviceId[];
    }
  | {
      readonly type: "wraps";
      readonly epoch: string;
      readonly wraps: readonly { readonly to: DeviceId; readonly wrap: Uint8Array }[];
    }
  /** A type of a later version: kept, and not understood. */
  | { readonly type: "unknown" };

export function deviceIdOf(primitives: Primitives, keys: DevicePublicKeys): DeviceId {
  const { ed25519, wrapping } = keys;
  const bytes = labelled(labels.device, ed25519, wrapping.x25519, wrapping.mlKem768);
  return encodeHex(primitives.sha256(bytes)) as DeviceId;
}

export function controlToContent(control: Exclude<Control, { type: "unknown" }>, at: number): Content {
  const bytes = encodeCanonical(controlToJson(control));
  return { type: contentTypes.control, isCritical: true, at, bytes };
}

function controlToJson(control: Exclude<Control, { type: "unknown" }>): JsonObject {
  switch (control.type) {
    case "vault":
      return {
        type: "vault",
        version: 1,
        administrator: keysToJson(control.administrator),
        recovery: control.recovery === null ? null : keysToJson(control.recovery),
      };
    case "epoch":
      return { type: "epoch", id: control.id, number: control.number, recipients: control.recipients };
    case "wraps": {
      const wraps = control.wraps.map(({ to, wrap }) => ({ to, wrap: encodeBase64Url(wrap) }));
      return { type: "wraps", epoch: control.epoch, wraps };
    }
  }
}

function keysToJson(keys: DevicePublicKeys): JsonObject {
  return {
    ed25519: encodeBase64Url(keys.ed25519),
    x25519: encodeBase64Url(keys.wrapping.x25519),
    mlKem768: encodeBase64Url(keys.wrapping.mlKem768),
  };
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
        id: toText(value["id"], 32),
        number: toNumber(value["number"]),
        recipients: toList(value["recipients"]).map((id) => toText(id, 64) as DeviceId),
      };
    case "wraps":
      return {
        type: "wraps",
        epoch: toText(value["epoch"], 32),
        wraps: toList(value["wraps"]).map((entry) => {
          if (!isJsonObject(entry)) throw damaged("wrap is not of its form");
          return { to: toText(entry["to"], 64) as DeviceId, wrap: toBytes(entry["wrap"]) };
        }),
      };
    default:
      return { type: "unknown" };
  }
}

function toKeys(value: Json | undefined): DevicePublicKeys {
  if (!isJsonObject(value)) throw damaged("public keys are not of their form");
  const wrapping = { x25519: toBytes(value["x25519"]), mlKem768: toBytes(value["mlKem768"]) };
  return { ed25519: toBytes(value["ed25519"]), wrapping };
}

function toBytes(value: Json | undefined): Uint8Array {
  if (typeof value !== "string") throw damaged("bytes are not text");
  return parseBase64Url(value);
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
  if (!Array.isArray(value) || value.length > 1024) throw damaged("list is not of its form");
  return value;
}
