// Who may write, what can be opened and what was erased, as the control operations of the log say it, with this
// device's own secrets.
import { isTocsinError, parseHex } from "@tocsin/core";
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
import type { Commit } from "./commit.ts";
import { type Control, type DevicePublicKeys, deviceIdOf, type EpochControl } from "./control.ts";
import { contentToControl } from "./control-parsing.ts";
import type { DeviceSecrets } from "./device-file.ts";
import { createErasures, type Erasures } from "./erasures.ts";
import { labels } from "./format.ts";
import { createMembers, type Members } from "./members.ts";
import type { Content, EpochKey } from "./operation.ts";
import type { DeviceId, VaultId } from "./types.ts";

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
  readonly vault: VaultId;
  readonly own: OwnKeys;
  readonly members: Members;
  readonly erasures: Erasures;
  epochKey(id: string): SecretKey<"epoch"> | undefined;
  /** The epoch to write with: the newest one whose recipients are those in force; undefined while there is none. */
  currentEpoch(): EpochKey | undefined;
  epochs(): readonly EpochKey[];
  /** Takes in a control operation of a verified commit that counts. */
  take(content: Content, commit: Commit): void;
  /** Makes an epoch known that this device has just begun. */
  hold(epoch: EpochKey): void;
  /** Wipes the keys of all epochs that began before this one; gives those that are left. */
  dropBefore(epoch: string): readonly EpochKey[];
  /** Whether an epoch began before another, as far as the log says. */
  isBefore(epoch: string, other: string): boolean;
  nextNumber(): number;
  wipe(): void;
}

export interface KeyringInput extends Pick<DeviceSecrets, "vault" | "epochs"> {
  readonly own: OwnKeys;
  /** What unwraps epochs: the device's own keys, or those of the recovery identity. */
  readonly unwrapping: { readonly id: DeviceId; readonly keys: WrappingKeyPair };
}

export function createKeyring(primitives: Primitives, input: KeyringInput): Keyring {
  const { own, vault } = input;
  const members = createMembers(primitives, { id: own.id, keys: own.publicKeys });
  const erasures = createErasures();
  const keys = new Map(input.epochs.map(({ id, key }) => [id, key]));
  const known = new Map<string, EpochControl>();
  const numberOf = (id: string): number => known.get(id)?.number ?? 0;
  const isBefore = (a: string, b: string): boolean =>
    numberOf(a) !== numberOf(b) ? numberOf(a) < numberOf(b) : a < b;
  const apply = createTaking({ primitives, vault, members, erasures, keys, known, input });

  return {
    vault,
    own,
    members,
    erasures,
    epochKey: (id) => keys.get(id),
    currentEpoch: () => {
      const usable = [...keys].filter(
        ([id]) => !members.isFounded() || isForThoseInForce(members, known.get(id)),
      );
      const [newest] = usable.sort(([a], [b]) => (isBefore(a, b) ? 1 : -1));
      return newest === undefined ? undefined : { id: newest[0], key: newest[1] };
    },
    epochs: () => [...keys].map(([id, key]) => ({ id, key })),
    take(content, commit) {
      try {
        apply(contentToControl(content), commit);
      } catch (cause) {
        // A control of another form says nothing; its commit is kept as it is.
        if (!isTocsinError(cause)) throw cause;
      }
    },
    hold: ({ id, key }) => void keys.set(id, key),
    dropBefore(epoch) {
      for (const [id, key] of keys) {
        if (!isBefore(id, epoch)) continue;
        key.wipe();
        keys.delete(id);
      }
      return [...keys].map(([id, key]) => ({ id, key }));
    },
    isBefore,
    nextNumber: () => 1 + Math.max(0, ...[...known.values()].map(({ number }) => number)),
    wipe() {
      for (const key of keys.values()) key.wipe();
      for (const key of [own.signing.secret, own.wrapping.x25519, own.wrapping.mlKem768]) key.wipe();
      primitives.ed25519.forget?.();
    },
  };
}

interface Taking {
  readonly primitives: Primitives;
  readonly vault: VaultId;
  readonly members: Members;
  readonly erasures: Erasures;
  readonly keys: Map<string, SecretKey<"epoch">>;
  readonly known: Map<string, EpochControl>;
  readonly input: KeyringInput;
}

function createTaking(taking: Taking): (control: Control, commit: Commit) => void {
  const { members, erasures, known } = taking;
  return (control, commit) => {
    switch (control.type) {
      case "vault":
        if (commit.hash === taking.vault) members.found(control.administrator, control.recovery);
        break;
      case "epoch":
        known.set(control.id, control);
        break;
      case "wraps":
        takeWraps(taking, control);
        break;
      case "admit":
        if (members.isRecoverySigned(commit)) members.admit(control.device);
        break;
      case "remove":
        members.remove(control);
        break;
      case "erase":
        erasures.take(control);
        break;
      case "unknown":
        break;
    }
  };
}

function takeWraps(
  { primitives, keys, input: { unwrapping } }: Taking,
  { epoch, wraps }: Extract<Control, { type: "wraps" }>,
): void {
  const wrap = wraps.find(({ to }) => to === unwrapping.id)?.wrap;
  if (wrap === undefined || keys.has(epoch)) return;
  const key = unwrapKey(primitives, { wrap, keys: unwrapping.keys, context: epochContext(epoch) });
  if (key !== null) keys.set(epoch, createKey("epoch", key));
}

function isForThoseInForce(members: Members, epoch: EpochControl | undefined): boolean {
  const recovery = members.recovery();
  const expected = [...members.inForce(), ...(recovery === null ? [] : [recovery])]
    .map(({ id }) => id)
    .sort();
  const recipients = [...(epoch?.recipients ?? [])].sort();
  return recipients.length === expected.length && recipients.every((id, at) => id === expected[at]);
}

export function epochContext(id: string): Uint8Array {
  return labelled(labels.epoch, parseHex(id));
}
