// Control operations: who may write, who can open, and what is erased. In the clear, canonical JSON, with public keys,
// positions and wraps only (docs/formats/vault.md, section 7).
import { encodeBase64Url, encodeCanonical, encodeHex, type JsonObject } from "@tocsin/core";
import { labelled, type Primitives, type WrappingPublicKey } from "@tocsin/crypto";
import type { FrontierEntry } from "./commit.ts";
import { labels } from "./format.ts";
import { type Content, contentTypes } from "./operation.ts";
import type { ChainId, DeviceId, EvidenceName, ErasureGround } from "./types.ts";

/** Public keys of a device, or of the recovery identity. */
export interface DevicePublicKeys {
  readonly ed25519: Uint8Array;
  readonly wrapping: WrappingPublicKey;
}

/** Operations of one commit that an erasure names. */
export interface ErasedOperations {
  readonly chain: ChainId;
  readonly sequence: number;
  readonly indexes: readonly number[];
}

export interface EpochControl {
  readonly type: "epoch";
  readonly id: string;
  readonly number: number;
  /** Devices in force and the recovery identity. */
  readonly recipients: readonly DeviceId[];
}

export interface EraseControl {
  readonly type: "erase";
  readonly ground: ErasureGround;
  /** The epoch that begins with the erasure. */
  readonly epoch: string;
  readonly operations: readonly ErasedOperations[];
  readonly evidence: readonly EvidenceName[];
}

export interface RemoveControl {
  readonly type: "remove";
  readonly device: DeviceId;
  /** The last commit of each of its chains that counts. */
  readonly chains: readonly FrontierEntry[];
}

export type KnownControl =
  | {
      readonly type: "vault";
      readonly administrator: DevicePublicKeys;
      /** Receives every epoch, and can admit an administrator's device. */
      readonly recovery: DevicePublicKeys | null;
    }
  | EpochControl
  | {
      readonly type: "wraps";
      readonly epoch: string;
      readonly wraps: readonly { readonly to: DeviceId; readonly wrap: Uint8Array }[];
    }
  | { readonly type: "admit"; readonly device: DevicePublicKeys }
  | RemoveControl
  | EraseControl;

/** A type of a later version is kept, and not understood. */
export type Control = KnownControl | { readonly type: "unknown" };

export function deviceIdOf(primitives: Primitives, keys: DevicePublicKeys): DeviceId {
  const { ed25519, wrapping } = keys;
  const bytes = labelled(labels.device, ed25519, wrapping.x25519, wrapping.mlKem768);
  return encodeHex(primitives.sha256(bytes)) as DeviceId;
}

export function controlToContent(control: KnownControl, at: number): Content {
  const bytes = encodeCanonical(controlToJson(control));
  return { type: contentTypes.control, isCritical: true, at, bytes };
}

function controlToJson(control: KnownControl): JsonObject {
  switch (control.type) {
    case "vault": {
      const recovery = control.recovery === null ? null : keysToJson(control.recovery);
      return { type: "vault", version: 1, administrator: keysToJson(control.administrator), recovery };
    }
    case "epoch":
      return { ...control, recipients: [...control.recipients].sort() };
    case "wraps": {
      const wraps = control.wraps.map(({ to, wrap }) => ({ to, wrap: encodeBase64Url(wrap) }));
      return { type: "wraps", epoch: control.epoch, wraps };
    }
    case "admit":
      return { type: "admit", role: "administrator", device: keysToJson(control.device) };
    case "remove":
      return { ...control, chains: control.chains.map((entry) => ({ ...entry })) };
    case "erase":
      return {
        ...control,
        evidence: [...control.evidence],
        operations: control.operations.map(({ indexes, ...place }) => ({ ...place, indexes: [...indexes] })),
      };
  }
}

function keysToJson(keys: DevicePublicKeys): JsonObject {
  return {
    ed25519: encodeBase64Url(keys.ed25519),
    x25519: encodeBase64Url(keys.wrapping.x25519),
    mlKem768: encodeBase64Url(keys.wrapping.mlKem768),
  };
}
