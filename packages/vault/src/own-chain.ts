// The chain that this device goes on writing: the one it wrote before, unless somebody else may have gone on with a copy
// of it (docs/formats/vault.md, section 10).
import { createGrowingTree } from "@tocsin/crypto";
import { type ChainEnd, type ChainWriter, createChainId, createChainWriter } from "./chain-writer.ts";
import { encodeDeviceFile, type OpenDeviceFile } from "./device-file.ts";
import type { LogGraph } from "./graph.ts";
import type { OwnKeys } from "./keyring.ts";
import type { FoundChain } from "./segments.ts";
import type { NewChainReason, VaultPorts } from "./types.ts";

export interface OwnInput {
  readonly file: OpenDeviceFile;
  readonly chains: readonly FoundChain[];
  readonly graph: LogGraph;
  readonly own: OwnKeys;
}

export interface OwnWriter {
  readonly writer: ChainWriter;
  /** The device file as it now is. */
  readonly file: OpenDeviceFile;
  readonly newChain: NewChainReason | null;
}

export async function openOwnChain(ports: VaultPorts, input: OwnInput): Promise<OwnWriter> {
  const { primitives, log } = ports;
  const { own } = input;
  const place = await ports.device.place();
  const newChain = reasonForNewChain(input, place);
  const end = newChain === null ? endOf(input) : null;
  if (end !== null) {
    const file = await withPlace(ports, input.file, place);
    return { writer: createChainWriter({ primitives, log, own, end }), file, newChain };
  }
  const chain = createChainId(primitives);
  const file = { ...input.file, secrets: { ...input.file.secrets, chain, place, head: null } };
  await ports.device.write(encodeDeviceFile(primitives, file));
  const tree = createGrowingTree(primitives);
  const start = { chain, sequence: 0, previous: file.secrets.vault, tree, segment: 1, size: 0 };
  return { writer: createChainWriter({ primitives, log, own, end: start }), file, newChain };
}

function reasonForNewChain({ file, graph }: OwnInput, place: string | null): NewChainReason | null {
  const { chain, head, place: before } = file.secrets;
  if (before !== null && place !== null && before !== place) return "copied";
  const state = graph.chainState(chain);
  const closedAt = head === null ? undefined : graph.entryAt(chain, head.sequence);
  // A chain that was opened and never written to is simply begun anew.
  if (state === undefined) return head === null ? null : "rolled-back";
  if (state.head === null || !state.isIntact) return "damaged";
  return head !== null && closedAt?.hash !== head.hash ? "rolled-back" : null;
}

function endOf({ file, chains, graph }: OwnInput): ChainEnd | null {
  const { chain } = file.secrets;
  const state = graph.chainState(chain);
  const found = chains.find((one) => one.chain === chain);
  if (state === undefined || state.head === null) return null;
  const { segment, size } = found?.end ?? { segment: (found?.lastSegment ?? 0) + 1, size: 0 };
  const { header, hash } = state.head;
  return { chain, sequence: header.sequence, previous: hash, tree: state.tree, segment, size };
}

async function withPlace(
  ports: VaultPorts,
  file: OpenDeviceFile,
  place: string | null,
): Promise<OpenDeviceFile> {
  if (file.secrets.place === place || place === null) return file;
  const placed = { ...file, secrets: { ...file.secrets, place } };
  await ports.device.write(encodeDeviceFile(ports.primitives, placed));
  return placed;
}
