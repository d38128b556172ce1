// Makes a vault: fresh keys, the first commit that names them, and the device's file.
import { encodeHex } from "@tocsin/core";
import { createGrowingTree, createKey, wrapKey } from "@tocsin/crypto";
import { createChainId, createChainWriter } from "./chain-writer.ts";
import { type Control, controlToContent } from "./control.ts";
import { createDeviceFile, type DeviceSecrets, encodeDeviceFile } from "./device-file.ts";
import { VaultError } from "./errors.ts";
import { defaultCost, zeroHash } from "./format.ts";
import { epochContext, ownKeysOf, type OwnKeys } from "./keyring.ts";
import { openFrom } from "./open-vault.ts";
import type { EpochKey } from "./operation.ts";
import type { CommitHash, CreateVaultOptions, Vault, VaultPorts } from "./types.ts";

/** Throws `vault.exists` where there is a device file or any chain, `vault.not-durable`, `vault.limit`. */
export async function createVault(ports: VaultPorts, options: CreateVaultOptions): Promise<Vault> {
  const { primitives, log, device } = ports;
  if ((await device.read()) !== null || (await log.chains()).length > 0)
    throw new VaultError("vault.exists", "Cannot create vault: there is one already");
  const keys = {
    ed25519: createKey("ed25519", primitives.random(32)),
    x25519: createKey("x25519", primitives.random(32)),
    mlKem768: createKey("ml-kem-768", primitives.random(64), 64),
  };
  const own = ownKeysOf(primitives, keys);
  const epoch = { id: encodeHex(primitives.random(16)), key: createKey("epoch", primitives.random(32)) };
  const chain = createChainId(primitives);
  const tree = createGrowingTree(primitives);
  const end = { chain, sequence: 0, previous: zeroHash as CommitHash, tree, segment: 1, size: 0 };
  const writer = createChainWriter({ primitives, log, own, end });
  const at = ports.clock();
  const contents = firstControls(ports, own, epoch).map((control) => controlToContent(control, at));
  const { hash } = await writer.append({ contents, epoch, frontier: [], step: null });
  await writer.sync();
  const projection = createKey("projection", primitives.random(32));
  const secrets: DeviceSecrets = {
    ...keys,
    vault: hash,
    name: options.deviceName,
    chain,
    projection,
    epochs: [epoch],
  };
  const slot = { passphrase: options.passphrase, cost: options.cost ?? defaultCost };
  const file = await createDeviceFile(primitives, secrets, slot);
  await device.write(encodeDeviceFile(primitives, file));
  return openFrom(ports, file);
}

type KnownControl = Exclude<Control, { type: "unknown" }>;

// Wraps stand apart from the epoch that they belong to: to destroy an epoch's key, only they are dropped.
function firstControls(ports: VaultPorts, own: OwnKeys, epoch: EpochKey): readonly KnownControl[] {
  const to = own.publicKeys.wrapping;
  const wrap = wrapKey(ports.primitives, { key: epoch.key, to, context: epochContext(epoch.id) });
  return [
    { type: "vault", administrator: own.publicKeys, recovery: null },
    { type: "epoch", id: epoch.id, number: 1, recipients: [own.id] },
    { type: "wraps", epoch: epoch.id, wraps: [{ to: own.id, wrap }] },
  ];
}
