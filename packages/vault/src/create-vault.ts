// Makes a vault: fresh keys, the first commit that names them, and the device's file.
import { createGrowingTree, createKey, recoveryKeysOf, type SecretKey } from "@tocsin/crypto";
import { createChainId, createChainWriter } from "./chain-writer.ts";
import { controlToContent, type DevicePublicKeys, deviceIdOf, type KnownControl } from "./control.ts";
import { createDeviceFile, type DeviceSecrets, encodeDeviceFile } from "./device-file.ts";
import { beginEpoch } from "./epochs.ts";
import { VaultError } from "./errors.ts";
import { defaultCost, zeroHash } from "./format.ts";
import { type OwnKeys, ownKeysOf } from "./keyring.ts";
import { openFrom } from "./open-vault.ts";
import type { CommitHash, CreateVaultOptions, Vault, VaultPorts } from "./types.ts";

/** Throws `vault.exists` where there is a device file or any chain, `vault.not-durable`, `vault.limit`. */
export async function createVault(ports: VaultPorts, options: CreateVaultOptions): Promise<Vault> {
  const { primitives, log, device } = ports;
  if ((await device.read()) !== null || (await log.chains()).length > 0)
    throw new VaultError("vault.exists", "Cannot create vault: there is one already");
  const keys = createDeviceKeys(ports);
  const own = ownKeysOf(primitives, keys);
  const recovery = options.recovery === undefined ? null : recoveryPublicKeys(ports, options.recovery);
  const members = [own.publicKeys, ...(recovery === null ? [] : [recovery])].map((each) => ({
    id: deviceIdOf(primitives, each),
    keys: each,
  }));
  const { epoch, controls } = beginEpoch(primitives, 1, members);
  const chain = createChainId(primitives);
  const tree = createGrowingTree(primitives);
  const end = { chain, sequence: 0, previous: zeroHash as CommitHash, tree, segment: 1, size: 0 };
  const writer = createChainWriter({ primitives, log, own, end });
  const at = ports.clock();
  const contents = [founding(own, recovery), ...controls].map((control) => controlToContent(control, at));
  const { hash } = await writer.append({ contents, epoch, frontier: [], step: null });
  await writer.sync();
  const secrets: DeviceSecrets = {
    ...keys,
    vault: hash,
    name: options.deviceName,
    chain,
    projection: createKey("projection", primitives.random(32)),
    place: await device.place(),
    // Whoever takes the log away before it was ever closed is noticed too.
    head: { sequence: 1, hash },
    carried: null,
    epochs: [epoch],
  };
  const slot = { passphrase: options.passphrase, cost: options.cost ?? defaultCost };
  const file = await createDeviceFile(primitives, secrets, slot);
  await device.write(encodeDeviceFile(primitives, file));
  return openFrom(ports, file);
}

function founding(own: OwnKeys, recovery: DevicePublicKeys | null): KnownControl {
  return { type: "vault", administrator: own.publicKeys, recovery };
}

export function createDeviceKeys({
  primitives,
}: VaultPorts): Pick<DeviceSecrets, "ed25519" | "x25519" | "mlKem768"> {
  return {
    ed25519: createKey("ed25519", primitives.random(32)),
    x25519: createKey("x25519", primitives.random(32)),
    mlKem768: createKey("ml-kem-768", primitives.random(64), 64),
  };
}

function recoveryPublicKeys({ primitives }: VaultPorts, secret: SecretKey<"recovery">): DevicePublicKeys {
  const { signing, wrapping } = recoveryKeysOf(primitives, secret);
  for (const key of [signing.secret, wrapping.x25519, wrapping.mlKem768]) key.wipe();
  return { ed25519: signing.publicKey, wrapping: wrapping.publicKey };
}
