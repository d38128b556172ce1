// The open vault: acts in their turn, replay in the order of the log, evidence, and the lock over all of it.
import { isTocsinError } from "@tocsin/core";
import { createKey, type SecretKey } from "@tocsin/crypto";
import { type ActInput, checkPayload, writeCommit, writeStep, type WrittenAct } from "./acts.ts";
import type { ChainWriter } from "./chain-writer.ts";
import { encodeDeviceFile, type OpenDeviceFile } from "./device-file.ts";
import { VaultError } from "./errors.ts";
import { addEvidence, openEvidence } from "./evidence.ts";
import { limits } from "./format.ts";
import type { LogGraph } from "./graph.ts";
import { createActQueue } from "./queue.ts";
import { type CommitReading, operationAt, readVerified, seenBy, stampOf } from "./reading.ts";
import { replayLog } from "./replay.ts";
import type { FoundCommit } from "./segments.ts";
import type {
  CommitInfo,
  EvidenceReader,
  OpenOperation,
  Position,
  Stamp,
  StepInfo,
  Vault,
  VaultPorts,
} from "./types.ts";

export interface VaultParts {
  readonly ports: VaultPorts;
  readonly file: OpenDeviceFile;
  readonly reading: CommitReading;
  readonly graph: LogGraph;
  readonly writer: ChainWriter;
}

export function createVaultOver(parts: VaultParts): Vault {
  const { ports, reading, graph, writer } = parts;
  const { keyring, problems } = reading;
  const own = { chain: writer.chain, device: keyring.own.id };
  const readers = new Set<EvidenceReader>();
  let file = parts.file;
  let isLocked = false;
  let unpublished: FoundCommit[] = [];

  const lock = (): void => {
    isLocked = true;
    keyring.wipe();
    for (const key of [file.key, file.secrets.projection]) key.wipe();
    for (const reader of readers) reader.close();
    readers.clear();
  };
  const checkOpen = (): void => {
    if (isLocked) throw new VaultError("vault.locked", "Cannot use vault: it is locked");
  };
  const makeDurable = async (): Promise<void> => {
    await writer.sync();
    for (const commit of unpublished) graph.append(commit);
    unpublished = [];
  };
  /** Runs what may meet the lock on its way, and locks after bytes that may not be on the disk. */
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    checkOpen();
    try {
      return await work();
    } catch (cause) {
      const isNotDurable = isTocsinError(cause) && cause.code === "vault.not-durable";
      if (isNotDurable) lock();
      else if (isLocked) checkOpen();
      throw cause;
    }
  };
  const queue = createActQueue(() => guardedSync(makeDurable, lock));
  const acts: ActInput = {
    ports,
    writer,
    surroundings: () => {
      const epoch = keyring.currentEpoch();
      if (epoch === undefined)
        throw new VaultError("vault.unreadable", "Cannot commit: no epoch key is held");
      return { epoch, frontier: graph.frontierFor(writer.chain) };
    },
    onAppended: (commit) => unpublished.push(commit),
  };
  const runAct = (write: () => Promise<WrittenAct>): Promise<WrittenAct> => {
    checkOpen();
    return queue.add(() => guarded(write));
  };

  return {
    id: file.secrets.vault,
    device: { id: own.device, name: file.secrets.name, chain: own.chain },
    async commit(payloads, options = {}) {
      checkOpen();
      if (payloads.length === 0)
        throw new VaultError("vault.limit", "Cannot commit: there is nothing to write");
      const critical = options.critical ?? false;
      const whole = payloads.map((payload) => ({ payload, critical }));
      for (const payload of whole) checkPayload(payload);
      const isOne = payloads.length <= limits.stepOperations;
      const act = await runAct(() => (isOne ? writeCommit(acts, whole) : writeStep(acts, whole, options)));
      const stamps = stampsOf(graph, act);
      return { ...own, stamps, commits: act.commits.length, step: act.step } satisfies CommitInfo;
    },
    async commitStep(source, options = {}) {
      return toStepInfo(own.chain, await runAct(() => writeStep(acts, source, options)));
    },
    async *replay(options = {}) {
      yield* replayLog({ ports, reading, graph, checkOpen }, options);
    },
    async *allOperations(options = {}) {
      for await (const { operations } of replayLog({ ports, reading, graph, checkOpen }, options))
        yield* operations;
    },
    read: (position) => guarded(async () => (await readOperation(parts, position)).payload),
    readOperation: (position) => guarded(() => readOperation(parts, position)),
    heads() {
      checkOpen();
      return graph.heads();
    },
    counts() {
      checkOpen();
      return graph.counts();
    },
    problems() {
      checkOpen();
      return [...problems.all(), ...graph.incompleteSteps()];
    },
    projectionKey() {
      checkOpen();
      return file.secrets.projection;
    },
    renewProjectionKey: () =>
      queue.add(() =>
        guarded(async () => {
          const old = file.secrets.projection;
          file = await renewProjection(ports, file);
          old.wipe();
          return file.secrets.projection;
        }),
      ),
    addEvidence: (source, options = {}) => guarded(() => addEvidence(ports, source, options)),
    openEvidence: (evidence) =>
      guarded(async () => {
        const reader = await openEvidence(ports, evidence);
        const close = (): void => {
          readers.delete(tracked);
          reader.close();
        };
        const tracked: EvidenceReader = { ...reader, close };
        readers.add(tracked);
        return tracked;
      }),
    orphans: (known) => guarded(() => findOrphans(ports, known)),
    lock,
    async close() {
      lock();
      await queue.idle();
      await ports.log.close();
    },
  };
}

async function guardedSync(makeDurable: () => Promise<void>, lock: () => void): Promise<void> {
  try {
    await makeDurable();
  } catch (cause) {
    lock();
    throw cause;
  }
}

function stampsOf(graph: LogGraph, act: WrittenAct): readonly Stamp[] {
  return act.commits.flatMap(({ header }) => {
    const entry = graph.entryAt(header.chain, header.sequence);
    if (entry === undefined) return [];
    const seen = seenBy(entry);
    return Array.from({ length: header.count }, (_, index) => stampOf(entry, { index, at: act.at, seen }));
  });
}

function toStepInfo(chain: StepInfo["chain"], { commits, step }: WrittenAct): StepInfo {
  const sequences = commits.map(({ header }) => header.sequence);
  return {
    chain,
    step: step ?? "",
    commits: commits.length,
    operations: commits.reduce((sum, { header }) => sum + header.count, 0),
    from: sequences[0] ?? 0,
    to: sequences.at(-1) ?? 0,
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
  if (!graph.isComplete(entry))
    throw new VaultError("vault.unreadable", "Cannot read operation: its step has no end");
  const source = ports.log.read.bind(ports.log);
  const verified = await readVerified(reading, entry, source);
  if (verified === null)
    throw new VaultError("vault.unreadable", "Cannot read operation: its commit does not verify");
  const operation = operationAt(reading, { entry, verified, index }, seenBy(entry));
  if (operation?.state !== "open")
    throw new VaultError(
      "vault.unreadable",
      `Cannot read operation: it is ${operation?.state ?? "a control"}`,
    );
  return operation;
}

async function renewProjection(ports: VaultPorts, file: OpenDeviceFile): Promise<OpenDeviceFile> {
  const projection: SecretKey<"projection"> = createKey("projection", ports.primitives.random(32));
  const renewed = { ...file, secrets: { ...file.secrets, projection } };
  await ports.device.write(encodeDeviceFile(ports.primitives, renewed));
  return renewed;
}

async function findOrphans({ blobs }: VaultPorts, known: Iterable<string>): Promise<readonly string[]> {
  const named = new Set(known);
  const [finished, unfinished] = [await blobs.names(), await blobs.unfinished()];
  return [...finished.filter((name) => !named.has(name)), ...unfinished];
}
