// Opens a vault: the device's secrets, every chain, the keys that the log names, and the chain to go on writing.
import { createGrowingTree } from "@tocsin/crypto";
import { type ChainEnd, type ChainWriter, createChainId, createChainWriter } from "./chain-writer.ts";
import { encodeDeviceFile, openDeviceFile, type OpenDeviceFile } from "./device-file.ts";
import { VaultError } from "./errors.ts";
import { createLogGraph, type LogGraph } from "./graph.ts";
import { createKeyring, type Keyring } from "./keyring.ts";
import { createProblemBook } from "./problems.ts";
import { controlsOf, type CommitReading, createReadAhead, readVerified } from "./reading.ts";
import { type FoundChain, readChains } from "./segments.ts";
import type { Vault, VaultPorts } from "./types.ts";
import { createVaultOver } from "./vault.ts";

/**
 * Cost: Argon2id, then one pass over the log. Throws `vault.missing`, `vault.damaged`, `vault.unsupported`,
 * `vault.wrong-passphrase`. What is wrong with the log does not throw: see `Vault.problems`.
 */
export async function openVault(ports: VaultPorts, passphrase: string): Promise<Vault> {
  const bytes = await ports.device.read();
  if (bytes === null) throw new VaultError("vault.missing", "Cannot open vault: there is no device file");
  return openFrom(ports, await openDeviceFile(ports.primitives, bytes, passphrase));
}

export async function openFrom(ports: VaultPorts, file: OpenDeviceFile): Promise<Vault> {
  const { primitives, log } = ports;
  const problems = createProblemBook();
  const keyring = createKeyring(primitives, file.secrets);
  const chains = await readChains({ primitives, log, problems });
  const graph = createLogGraph({ primitives, problems, vault: file.secrets.vault, chains });
  const reading: CommitReading = { primitives, keyring, problems };
  await takeControls(ports, reading, graph);
  const { writer, current } = await createOwnWriter(ports, { file, chains, graph, keyring });
  return createVaultOver({ ports, file: current, reading, graph, writer });
}

async function takeControls(ports: VaultPorts, reading: CommitReading, graph: LogGraph): Promise<void> {
  const source = createReadAhead(ports.log);
  for (const entry of graph.ordered().filter(({ hasControl }) => hasControl)) {
    const verified = await readVerified(reading, entry, source);
    if (verified === null) continue;
    for (const content of controlsOf(reading, entry, verified)) reading.keyring.take(content);
  }
}

interface OwnInput {
  readonly file: OpenDeviceFile;
  readonly chains: readonly FoundChain[];
  readonly graph: LogGraph;
  readonly keyring: Keyring;
}

interface OwnWriter {
  readonly writer: ChainWriter;
  /** The device file as it now is. */
  readonly current: OpenDeviceFile;
}

/** Goes on with this device's chain, or opens a new one when a commit of it is not held any more. */
async function createOwnWriter(ports: VaultPorts, input: OwnInput): Promise<OwnWriter> {
  const { primitives, log } = ports;
  const own = input.keyring.own;
  const end = endOf(input);
  if (end !== null) return { writer: createChainWriter({ primitives, log, own, end }), current: input.file };
  const chain = createChainId(primitives);
  const current = { ...input.file, secrets: { ...input.file.secrets, chain } };
  await ports.device.write(encodeDeviceFile(primitives, current));
  const tree = createGrowingTree(primitives);
  const start = { chain, sequence: 0, previous: current.secrets.vault, tree, segment: 1, size: 0 };
  return { writer: createChainWriter({ primitives, log, own, end: start }), current };
}

function endOf({ file, chains, graph }: OwnInput): ChainEnd | null {
  const { chain } = file.secrets;
  const state = graph.chainState(chain);
  const found = chains.find((one) => one.chain === chain);
  if (state === undefined || state.head === null || !state.isIntact) return null;
  const { segment, size } = found?.end ?? { segment: (found?.lastSegment ?? 0) + 1, size: 0 };
  const { header, hash } = state.head;
  return { chain, sequence: header.sequence, previous: hash, tree: state.tree, segment, size };
}
