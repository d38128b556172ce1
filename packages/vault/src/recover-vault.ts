// Opens a vault with its recovery secret: admits a new device in the place of those that are lost
// (docs/formats/vault.md, section 8).
import { createGrowingTree, createKey, type RecoveryKeys, recoveryKeysOf } from "@tocsin/crypto";
import { type Cosigner, createChainId, createChainWriter } from "./chain-writer.ts";
import { signatureKinds } from "./commit.ts";
import { controlToContent, deviceIdOf, type KnownControl } from "./control.ts";
import { createDeviceKeys } from "./create-vault.ts";
import { createDeviceFile, type DeviceSecrets, encodeDeviceFile } from "./device-file.ts";
import { beginEpoch, type BegunEpoch } from "./epochs.ts";
import { VaultError } from "./errors.ts";
import { defaultCost, labels, zeroHash } from "./format.ts";
import { createLogGraph, type LogGraph } from "./graph.ts";
import { createKeyring, type Keyring, type OwnKeys, ownKeysOf } from "./keyring.ts";
import type { Member } from "./members.ts";
import { openFrom } from "./open-vault.ts";
import { createProblemBook } from "./problems.ts";
import type { CommitReading } from "./reading.ts";
import { type FoundChain, readChains } from "./segments.ts";
import { takeControls } from "./take-controls.ts";
import type {
  ChainId,
  CommitHash,
  DeviceId,
  RecoverVaultOptions,
  Vault,
  VaultId,
  VaultPorts,
} from "./types.ts";

/**
 * The devices in force until now are removed, and what is written from now on is under keys that they do not get. The
 * device file is replaced. Throws `vault.missing` where there is no log, `vault.wrong-recovery` where the log names no
 * recovery identity of this secret, `vault.not-durable`, `vault.limit`.
 */
export async function recoverVault(ports: VaultPorts, options: RecoverVaultOptions): Promise<Vault> {
  const { primitives, log } = ports;
  const { signing, wrapping } = recoveryKeysOf(primitives, options.recovery);
  const recoveryKeys = { ed25519: signing.publicKey, wrapping: wrapping.publicKey };
  const recovery = { id: deviceIdOf(primitives, recoveryKeys), keys: recoveryKeys, signing, wrapping };
  const keys = createDeviceKeys(ports);
  const own = ownKeysOf(primitives, keys);
  try {
    const found = await findVault(ports, { recovery, own });
    const admission = composeAdmission(ports, found, { recovery, own });
    const { chain, hash } = await writeAdmission(ports, found, { ...admission, own, recovery });
    const { epochs } = admission;
    const secrets: DeviceSecrets = {
      ...keys,
      vault: found.vault,
      name: options.deviceName,
      chain,
      projection: createKey("projection", primitives.random(32)),
      place: await ports.device.place(),
      head: { sequence: 1, hash },
      // An erasure that the lost device had not carried out is carried out here.
      carried: null,
      epochs,
    };
    const slot = { passphrase: options.passphrase, cost: options.cost ?? defaultCost };
    const file = await createDeviceFile(primitives, secrets, slot);
    await ports.device.write(encodeDeviceFile(primitives, file));
    const vault = await openFrom(ports, file, "recovered");
    await vault.finishErasure();
    return vault;
  } catch (cause) {
    await log.close();
    throw cause;
  } finally {
    for (const key of [signing.secret, wrapping.x25519, wrapping.mlKem768]) key.wipe();
  }
}

type RecoveryIdentity = RecoveryKeys & Member;

interface Identities {
  readonly recovery: RecoveryIdentity;
  readonly own: OwnKeys;
}

interface FoundVault {
  readonly vault: VaultId;
  readonly chains: readonly FoundChain[];
  readonly graph: LogGraph;
  readonly keyring: Keyring;
}

/** The vault whose first commit names the recovery identity, with all that can be opened by it. */
async function findVault(ports: VaultPorts, { recovery, own }: Identities): Promise<FoundVault> {
  const { primitives, log } = ports;
  const chains = await readChains({ primitives, log, problems: createProblemBook(), tails: "cut" });
  if (chains.length === 0)
    throw new VaultError("vault.missing", "Cannot recover vault: there is no log in this folder");
  const unwrapping = { id: recovery.id, keys: recovery.wrapping };
  for (const { hash: vault } of firstCommits(chains)) {
    const problems = createProblemBook();
    const graph = createLogGraph({ primitives, problems, vault, chains });
    const keyring = createKeyring(primitives, { vault, epochs: [], own, unwrapping });
    const reading: CommitReading = { primitives, keyring, problems };
    await takeControls({ reading, graph, log, vault });
    if (keyring.members.recovery()?.id === recovery.id) return { vault, chains, graph, keyring };
  }
  throw new VaultError(
    "vault.wrong-recovery",
    "Cannot recover vault: this recovery sheet is not of the vault in this folder",
  );
}

function firstCommits(chains: readonly FoundChain[]): FoundChain["commits"] {
  return chains.flatMap(({ commits }) =>
    commits.filter(({ header }) => header.sequence === 1 && header.previous === zeroHash),
  );
}

interface Admission extends BegunEpoch {
  /** All that the new device can open. */
  readonly epochs: DeviceSecrets["epochs"];
}

function composeAdmission(
  { primitives }: VaultPorts,
  { graph, keyring }: FoundVault,
  { own, recovery }: Identities,
): Admission {
  const lost = keyring.members.inForce().filter(({ id }) => id !== own.id);
  const begun = beginEpoch(primitives, keyring.nextNumber(), [
    { id: own.id, keys: own.publicKeys },
    recovery,
  ]);
  const removals = lost.map(({ id }): KnownControl => ({
    type: "remove",
    device: id,
    chains: lastOf(graph, id),
  }));
  return {
    epoch: begun.epoch,
    controls: [{ type: "admit", device: own.publicKeys }, ...removals, ...begun.controls],
    epochs: [...keyring.epochs(), begun.epoch],
  };
}

/** The newest commit of each chain that the device wrote. */
function lastOf(graph: LogGraph, device: DeviceId): Extract<KnownControl, { type: "remove" }>["chains"] {
  return [...graph.heads()].flatMap(([chain, { sequence, hash }]) =>
    graph.entryAt(chain, sequence)?.header.device === device ? [{ chain, sequence, hash }] : [],
  );
}

async function writeAdmission(
  { primitives, log, clock }: VaultPorts,
  { vault, graph }: FoundVault,
  admission: Admission & Identities,
): Promise<{ readonly chain: ChainId; readonly hash: CommitHash }> {
  const { own, recovery, epoch, controls } = admission;
  const chain = createChainId(primitives);
  const tree = createGrowingTree(primitives);
  const end = { chain, sequence: 0, previous: vault, tree, segment: 1, size: 0 };
  const writer = createChainWriter({ primitives, log, own, end });
  const at = clock();
  const cosigner: Cosigner = {
    kind: signatureKinds.recovery,
    id: recovery.id,
    secret: recovery.signing.secret,
    label: labels.admit,
  };
  const contents = controls.map((control) => controlToContent(control, at));
  const frontier = graph.frontierFor(chain);
  const { hash } = await writer.append({ contents, epoch, frontier, step: null, cosigner });
  await writer.sync();
  return { chain, hash };
}
