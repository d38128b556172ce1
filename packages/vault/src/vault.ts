// The open vault: acts in their turn, replay in the order of the log, evidence, and the lock over all of it.
import { createActs } from "./acts.ts";
import { proveOperations } from "./bundle/prove.ts";
import type { ChainWriter } from "./chain-writer.ts";
import { createCheckpoints } from "./checkpoints.ts";
import type { OpenDeviceFile } from "./device-file.ts";
import { createDeviceRecord, type DeviceRecord } from "./device-record.ts";
import { createErasing } from "./erase-and-finish.ts";
import { VaultError } from "./errors.ts";
import { createEvidenceShelf } from "./evidence-shelf.ts";
import { createGate, type Gate } from "./gate.ts";
import type { LogGraph } from "./graph.ts";
import type { LogMemory } from "./log-memory.ts";
import type { ActQueue } from "./queue.ts";
import { type CommitReading, operationAt, seenBy } from "./reading.ts";
import { replayLog } from "./replay.ts";
import type { NewChainReason, OpenOperation, Position, Vault, VaultPorts } from "./types.ts";
import { createVerifiedCommits, type ReadVerified } from "./verified-commits.ts";
import { verifyLog } from "./verify-log.ts";

export interface VaultParts {
  readonly ports: VaultPorts;
  readonly file: OpenDeviceFile;
  readonly reading: CommitReading;
  readonly graph: LogGraph;
  readonly writer: ChainWriter;
  /** What spares the next opening reading the log. */
  readonly memory: LogMemory | null;
  readonly newChain: NewChainReason | null;
}

export function createVaultOver(parts: VaultParts): Vault {
  const { ports, reading, graph, writer, newChain } = parts;
  const { keyring } = reading;
  const record = createDeviceRecord(ports, parts.file);
  const shelf = createEvidenceShelf(
    ports,
    () => gate,
    () => record.current.key,
  );
  const gate: Gate = createGate(() => {
    keyring.wipe();
    record.wipe();
    shelf.closeAll();
  });
  const acts = createActs({ ports, writer, graph, keyring, gate });
  const { queue, commit, commitStep } = acts;
  const { vault: id, name } = record.current.secrets;

  return {
    id,
    device: { id: keyring.own.id, name, chain: writer.chain, newChain },
    commit,
    commitStep,
    ...createReads(parts, gate),
    ...createCheckpoints({
      primitives: ports.primitives,
      graph,
      vault: id,
      own: keyring.own,
      ownChain: writer.chain,
      verifyingKey: keyring.members.verifyingKey,
      checkOpen: gate.checkOpen,
    }),
    ...createErasing({ ...parts, acts, gate, record }),
    hasRecovery: () => keyring.members.recovery() !== null,
    verify: (options = {}) => gate.guarded(() => verifyLog({ ports, vault: id, keyring, graph }, options)),
    projectionKey() {
      gate.checkOpen();
      return record.current.secrets.projection;
    },
    renewProjectionKey: () => queue.add(() => gate.guarded(record.renewProjection)),
    changePassphrase: (current, next, cost) =>
      queue.add(() => gate.guarded(() => record.changePassphrase(current, next, cost))),
    addEvidence: shelf.addEvidence,
    evidenceDrafts: shelf.evidenceDrafts,
    openEvidence: shelf.openEvidence,
    sealedEvidence: shelf.sealedEvidence,
    discardEvidence: shelf.discardEvidence,
    orphans: shelf.orphans,
    lock: gate.lock,
    close: () => closeVault(parts, { gate, record, queue }),
  };
}

async function closeVault(
  { ports, graph, reading, writer, memory }: VaultParts,
  { gate, record, queue }: { readonly gate: Gate; readonly record: DeviceRecord; readonly queue: ActQueue },
): Promise<void> {
  const before = record.current;
  const indexKey = gate.isOpen() ? memory?.keyFrom(before.key) : undefined;
  const bytes = gate.isOpen() ? record.encodeClosed(graph.heads().get(writer.chain) ?? null) : null;
  gate.lock();
  await queue.idle();
  // The log is whole without this mark, which only helps to notice that an older copy was put in its place.
  if (bytes !== null && record.current === before) await ports.device.write(bytes).catch(() => undefined);
  await ports.log.close();
  if (indexKey === undefined) return;
  if (record.current === before) await memory?.keep(indexKey, { graph, problems: reading.problems });
  indexKey.wipe();
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
  const readCommit = createVerifiedCommits(reading, ports.log.read);
  const replaying = { ports, reading, graph, checkOpen: gate.checkOpen };
  return {
    replay: (options = {}) => replayLog(replaying, options),
    async *allOperations(options = {}) {
      for await (const { operations } of replayLog(replaying, options)) yield* operations;
    },
    read: (position) => gate.guarded(async () => (await readOperation(parts, readCommit, position)).payload),
    readOperation: (position) => gate.guarded(() => readOperation(parts, readCommit, position)),
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
  { reading, graph }: VaultParts,
  readCommit: ReadVerified,
  position: Position,
): Promise<OpenOperation> {
  const { chain, sequence, index } = position;
  const entry = graph.entryAt(chain, sequence);
  if (entry === undefined || index < 0 || index >= entry.header.count)
    throw new VaultError("vault.not-found", "Cannot read operation: the log has none at this position");
  if (!graph.isComplete(entry)) throw unreadable("its step has no end");
  const verified = await readCommit(entry);
  if (verified === null) throw unreadable("its commit does not verify");
  const operation = operationAt(reading, { entry, verified, index }, seenBy(entry));
  if (operation?.state !== "open") throw unreadable(`it is ${operation?.state ?? "about devices or keys"}`);
  return operation;
}

function unreadable(state: string): VaultError {
  return new VaultError("vault.unreadable", `Cannot read operation: ${state}`);
}
