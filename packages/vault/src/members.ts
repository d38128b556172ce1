// Who may write: the devices that the log admits and removes, and the recovery identity (docs/formats/vault.md,
// section 8).
import { parseHex } from "@tocsin/core";
import { type Primitives, verifyMessage } from "@tocsin/crypto";
import { type Commit, type CommitHeader, signatureKinds } from "./commit.ts";
import { type Control, type DevicePublicKeys, deviceIdOf, type RemoveControl } from "./control.ts";
import { labels } from "./format.ts";
import type { ChainId, DeviceId } from "./types.ts";

export interface Member {
  readonly id: DeviceId;
  readonly keys: DevicePublicKeys;
}

export interface Members {
  /** Ed25519 key of a device that was ever admitted, removed since or not. */
  verifyingKey(device: DeviceId): Uint8Array | undefined;
  /** False for what a removed device wrote behind the last commit of it that counts. */
  counts(header: Pick<CommitHeader, "chain" | "sequence" | "device">): boolean;
  inForce(): readonly Member[];
  recovery(): Member | null;
  /** False while the vault's own first commit, which names the first device, has not been read. */
  isFounded(): boolean;
  isRecoverySigned(commit: Pick<Commit, "hash" | "signatures">): boolean;
  found(founder: DevicePublicKeys, recovery: DevicePublicKeys | null): void;
  admit(device: DevicePublicKeys): void;
  remove(removal: RemoveControl): void;
}

/** The device itself is known from its own file, also where the first commit is damaged. */
export function createMembers(primitives: Primitives, own: Member): Members {
  const devices = new Map<DeviceId, DevicePublicKeys>([[own.id, own.keys]]);
  const removed = new Map<DeviceId, Map<ChainId, number>>();
  let recovery: Member | null = null;
  let isFounded = false;

  return {
    verifyingKey: (device) => devices.get(device)?.ed25519,
    counts({ chain, sequence, device }) {
      const last = removed.get(device);
      return last === undefined || sequence <= (last.get(chain) ?? 0);
    },
    inForce: () =>
      [...devices].filter(([id]) => !removed.has(id)).map(([id, keys]): Member => ({ id, keys })),
    recovery: () => recovery,
    isFounded: () => isFounded,
    isRecoverySigned: (commit) => recovery !== null && isSignedBy(primitives, commit, recovery),
    found(founder, recoveryKeys) {
      isFounded = true;
      devices.set(deviceIdOf(primitives, founder), founder);
      if (recoveryKeys !== null) recovery = { id: deviceIdOf(primitives, recoveryKeys), keys: recoveryKeys };
    },
    admit: (device) => void devices.set(deviceIdOf(primitives, device), device),
    remove({ device, chains }) {
      const before = removed.get(device);
      const last = new Map(chains.map(({ chain, sequence }) => [chain, sequence]));
      // The lowest of several counts, and a chain that one of them does not name ends before its first commit.
      const each = before === undefined ? last : new Map([...last].filter(([chain]) => before.has(chain)));
      removed.set(
        device,
        new Map(
          [...each].map(([chain, sequence]) => [chain, Math.min(sequence, before?.get(chain) ?? sequence)]),
        ),
      );
    },
  };
}

function isSignedBy(
  primitives: Primitives,
  { hash, signatures }: Pick<Commit, "hash" | "signatures">,
  recovery: Member,
): boolean {
  const { ed25519: publicKey } = recovery.keys;
  const message = parseHex(hash);
  return signatures.some(
    ({ kind, device, bytes }) =>
      kind === signatureKinds.recovery &&
      device === recovery.id &&
      verifyMessage(primitives, { publicKey, label: labels.admit, message, signature: bytes }),
  );
}

/** The device's key, where a commit admits, or begins a vault with, the very device that wrote it. */
export function keyInControls(
  primitives: Primitives,
  device: DeviceId,
  controls: readonly Control[],
): Uint8Array | undefined {
  const keys = controls.flatMap((control) => {
    if (control.type === "admit") return [control.device];
    return control.type === "vault" ? [control.administrator] : [];
  });
  return keys.find((each) => deviceIdOf(primitives, each) === device)?.ed25519;
}
