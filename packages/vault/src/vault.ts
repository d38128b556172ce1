// The open vault: acts in their turn, replay in the order of the log, evidence, and the lock over all of it.
import { createKey } from "@tocsin/crypto";
import { createActs } from "./acts.ts";
import { proveOperations } from "./bundle/prove.ts";
import type { ChainWriter } from "./chain-writer.ts";
import { encodeDeviceFile, type OpenDeviceFile } from "./device-file.ts";
import { createCheckpoints } from "./checkpoints.ts";
import { VaultError } from "./errors.ts";
import { createEvidenceShelf } from "./evidence-shelf.ts";
import { createGate, type Gate } from "./gate.ts";
import type { LogGraph } from "./graph.ts";
import { type CommitReading, operationAt, readVerified, seenBy } from "./reading.ts";
import { replayLog } from "./replay.ts";
import type { OpenOperation, Position, Vault, VaultPorts } from "./types.ts";

export interface VaultParts {
  readonly ports: VaultPorts;
  readonly file: OpenDeviceFile;
  readonly reading: CommitReading;
  readonly graph: LogGraph;
  readonly writer: ChainWriter;
}

export function createVaultOver(parts: VaultParts): Vault {
  const { ports, reading, graph, writer } = parts;
  const { keyring } = reading;
  let file = parts.file;
  const shelf = createEvidenceShelf(ports, () => gate);
  const gate: Gate = createGate(() => {
    keyring.wipe();
    for (const key of [file.key, file.secrets.projection]) key.wipe();
    shelf.closeAll();
  });
  const { queue, commit, commitStep } = createActs({ ports, writer, graph, keyring, gate });
  const renewProjection: Vault["renewProjectionKey"] = async () => {
    const old = file.secrets.projection;
    const projection = createKey("projection", ports.primitives.random(32));
    const renewed = { ...file, secrets: { ...file.secrets, projection } };
    await ports.device.write(encodeDeviceFile(ports.primitives, renewed));
    file = renewed;
    old.wipe();
    return projection;
  };

  return {
    id: file.secrets.vault,
    device: { id: keyring.own.id, name: file.secrets.name, chain: writer.chain },
    commit,
    commitStep,
    ...createReads(parts, gate),
    ...createCheckpoints({
      primitives: ports.primitives,
      graph,
      vault: file.secrets.vault,
      own: keyring.own,
      ownChain: writer.chain,
      verifyingKey: keyring.verifyingKey,
      checkOpen: gate.checkOpen,
    }),
    projectionKey() {
      gate.checkOpen();
      return file.secrets.projection;
    },
    renewProjectionKey: () => queue.add(() => gate.guarded(renewProjection)),
    addEvidence: shelf.addEvidence,
    openEvidence: shelf.openEvidence,
    sealedEvidence: shelf.sealedEvidence,
    discardEvidence: shelf.discardEvidence,
    orphans: shelf.orphans,
    lock: gate.lock,
    async close() {
      gate.lock();
      await queue.idle();
      await ports.log.close();
    },
  };
}

type Reads = Pick<
  Vault,
  "replay" | "allOperations" | "read" | "readOperation" | "prove" | "heads" | "counts" | "problems"
>;

function createReads(parts: VaultParts, gate: Gate): Reads {
  const { ports, reading, graph } = parts;
  const opened = <Value>(value: () => Value): Value => {
    gate.checkOpen();
    return value();
  };
  const replaying = { ports, reading, graph, checkOpen: gate.checkOpen };
  return {
    replay: (options = {}) => replayLog(replaying, options),
    async *allOperations(options = {}) {
      for await (const { operations } of replayLog(replaying, options)) yield* operations;
    },
    read: (position) => gate.guarded(async () => (await readOperation(parts, position)).payload),
    readOperation: (position) => gate.guarded(() => readOperation(parts, position)),
    prove: (positions, options) =>
      gate.guarded(() =>
        proveOperations({ ports, reading, graph, vault: parts.file.secrets.vault }, positions, options),
      ),
    heads: () => opened(graph.heads),
    counts: () => opened(graph.counts),
    problems: () => opened(() => [...reading.problems.all(), ...graph.incompleteSteps()]),
  };
}

async function readOperation(
  { ports, reading, graph }: VaultParts,
  position: Position,
): Promise<OpenOperation> {
  const { chain, sequence, index } = position;
  const entry = graph.entryAt(chain, sequence);
  if (entry === undefined || index < 0 || index >= entry.header.count)
    throw new VaultError("vault.not-found", "Cannot read operation: the log has none at this position");
  if (!graph.isComplete(entry)) throw unreadable("its step has no end");
  const verified = await readVerified(reading, entry, ports.log.read);
  if (verified === null) throw unreadable("its commit does not verify");
  const operation = operationAt(reading, { entry, verified, index }, seenBy(entry));
  if (operation?.state !== "open") throw unreadable(`it is ${operation?.state ?? "about devices or keys"}`);
  return operation;
}

function unreadable(state: string): VaultError {
  return new VaultError("vault.unreadable", `Cannot read operation: ${state}`);
}
