// Who may write and what can be opened, as the control operations of the log say it, with this device's own secrets.
import { isTocsinError } from "@tocsin/core";
import {
  createKey,
  labelled,
  type Primitives,
  type SecretKey,
  type SigningKeyPair,
  signingKeyPairOf,
  unwrapKey,
  type WrappingKeyPair,
  wrappingKeyPairOf,
} from "@tocsin/crypto";
import { parseHex } from "@tocsin/core";
import { contentToControl, type Control, type DevicePublicKeys, deviceIdOf } from "./control.ts";
import type { DeviceSecrets } from "./device-file.ts";
import { labels } from "./format.ts";
import type { Content, EpochKey } from "./operation.ts";
import type { DeviceId } from "./types.ts";

export interface OwnKeys {
  readonly id: DeviceId;
  readonly signing: SigningKeyPair;
  readonly wrapping: WrappingKeyPair;
  readonly publicKeys: DevicePublicKeys;
}

export function ownKeysOf(
  primitives: Primitives,
  secrets: Pick<DeviceSecrets, "ed25519" | "x25519" | "mlKem768">,
): OwnKeys {
  const signing = signingKeyPairOf(primitives, secrets.ed25519);
  const wrapping = wrappingKeyPairOf(primitives, secrets.x25519, secrets.mlKem768);
  const publicKeys = { ed25519: signing.publicKey, wrapping: wrapping.publicKey };
  return { id: deviceIdOf(primitives, publicKeys), signing, wrapping, publicKeys };
}

export interface Keyring {
  readonly own: OwnKeys;
  /** Ed25519 key of a device that may write; undefined for one that nobody admitted. */
  verifyingKey(device: DeviceId): Uint8Array | undefined;
  epochKey(id: string): SecretKey<"epoch"> | undefined;
  /** The epoch to write with: the one with the highest number that this device can open. */
  currentEpoch(): EpochKey | undefined;
  epochs(): readonly EpochKey[];
  /** Takes in a control operation of a verified commit. */
  take(content: Content): void;
  wipe(): void;
}

export function createKeyring(primitives: Primitives, secrets: DeviceSecrets): Keyring {
  const own = ownKeysOf(primitives, secrets);
  const devices = new Map<DeviceId, Uint8Array>([[own.id, own.publicKeys.ed25519]]);
  const keys = new Map(secrets.epochs.map(({ id, key }) => [id, key]));
  const numbers = new Map<string, number>();

  const apply = (control: Control): void => {
    switch (control.type) {
      case "vault":
        devices.set(deviceIdOf(primitives, control.administrator), control.administrator.ed25519);
        break;
      case "epoch":
        numbers.set(control.id, control.number);
        break;
      case "wraps": {
        const wrap = control.wraps.find(({ to }) => to === own.id)?.wrap;
        if (wrap === undefined || keys.has(control.epoch)) break;
        const key = unwrapKey(primitives, { wrap, keys: own.wrapping, context: epochContext(control.epoch) });
        if (key !== null) keys.set(control.epoch, createKey("epoch", key));
        break;
      }
      case "unknown":
        break;
    }
  };

  return {
    own,
    verifyingKey: (device) => devices.get(device),
    epochKey: (id) => keys.get(id),
    currentEpoch: () => {
      const [newest] = [...keys].sort(([a], [b]) => (numbers.get(b) ?? 0) - (numbers.get(a) ?? 0));
      return newest === undefined ? undefined : { id: newest[0], key: newest[1] };
    },
    epochs: () => [...keys].map(([id, key]) => ({ id, key })),
    take(content) {
      try {
        apply(contentToControl(content));
      } catch (cause) {
        // A control of another form says nothing; its commit is kept as it is.
        if (!isTocsinError(cause)) throw cause;
      }
    },
    wipe() {
      for (const key of keys.values()) key.wipe();
      for (const key of [own.signing.secret, own.wrapping.x25519, own.wrapping.mlKem768]) key.wipe();
      primitives.ed25519.forget?.();
    },
  };
}

export function epochContext(id: string): Uint8Array {
  return labelled(labels.epoch, parseHex(id));
}
