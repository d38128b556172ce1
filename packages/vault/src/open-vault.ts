// Opens a vault: the device's secrets, every chain, what the log says of devices, epochs and erasures, and the chain to go
// on writing.
import { openDeviceFile, type OpenDeviceFile } from "./device-file.ts";
import { VaultError } from "./errors.ts";
import { createLogGraph } from "./graph.ts";
import { createKeyring, ownKeysOf } from "./keyring.ts";
import { openOwnChain } from "./own-chain.ts";
import { openLogMemory } from "./log-memory.ts";
import { createProblemBook } from "./problems.ts";
import type { CommitReading } from "./reading.ts";
import { readChains } from "./segments.ts";
import { takeControls } from "./take-controls.ts";
import type { ErasureProgress, NewChainReason, Vault, VaultPorts, WorkOptions } from "./types.ts";
import { createVaultOver } from "./vault.ts";

/** Bytes of the log: after so much reading, the next opening is spared it even if this session is killed. */
const worthKeeping = 4_194_304;

/**
 * Cost: Argon2id, then one pass over what of the log has changed since it was last opened, and what an erasure that was stopped has left to do. Throws
 * `vault.missing`, `vault.damaged`, `vault.unsupported`, `vault.wrong-passphrase`. What is wrong with the log does not
 * throw: see `Vault.problems`.
 */
export async function openVault(
  ports: VaultPorts,
  passphrase: string,
  options: WorkOptions<ErasureProgress> = {},
): Promise<Vault> {
  const bytes = await ports.device.read();
  if (bytes === null) throw new VaultError("vault.missing", "Cannot open vault: there is no device file");
  const vault = await openFrom(ports, await openDeviceFile(ports.primitives, bytes, passphrase));
  try {
    await vault.finishErasure(options);
  } catch (cause) {
    await vault.close();
    throw cause;
  }
  return vault;
}

/** `recovered`: the device was admitted just now, which is why its chain is new. */
export async function openFrom(
  given: VaultPorts,
  opened: OpenDeviceFile,
  recovered: NewChainReason | null = null,
): Promise<Vault> {
  const problems = createProblemBook();
  const { vault, epochs } = opened.secrets;
  const memory = await openLogMemory({ ports: given, vault, device: opened.key });
  const ports = memory === null ? given : { ...given, log: memory.log };
  const { primitives, log } = ports;
  const own = ownKeysOf(primitives, opened.secrets);
  const unwrapping = { id: own.id, keys: own.wrapping };
  const keyring = createKeyring(primitives, { vault, epochs, own, unwrapping });
  const chains = await readChains({ primitives, log, problems, tails: "cut", memory });
  const graph = createLogGraph({ primitives, problems, vault, chains });
  if (memory !== null && memory.bytesRead() > worthKeeping)
    await memory.keep(memory.keyFrom(opened.key), { graph, problems });
  const reading: CommitReading = { primitives, keyring, problems };
  await takeControls({ reading, graph, log, vault });
  const { writer, file, newChain } = await openOwnChain(ports, { file: opened, chains, graph, own });
  return createVaultOver({ ports, file, reading, graph, writer, memory, newChain: recovered ?? newChain });
}
