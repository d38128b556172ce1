// Writes acts at the end of this device's chain, one after the other: one commit, or a step of many.
import { encodeHex } from "@tocsin/core";
import type { ChainWriter } from "./chain-writer.ts";
import { VaultError } from "./errors.ts";
import { limits, zeroId } from "./format.ts";
import type { Gate } from "./gate.ts";
import type { LogGraph } from "./graph.ts";
import type { Keyring } from "./keyring.ts";
import type { Content, EpochKey } from "./operation.ts";
import { payloadToContent } from "./origin.ts";
import { type ActQueue, createActQueue } from "./queue.ts";
import { seenBy, stampOf } from "./reading.ts";
import type { FoundCommit } from "./found-commit.ts";
import type {
  ChainId,
  CommitOptions,
  ImportedPayload,
  PayloadSource,
  Stamp,
  StepInfo,
  Vault,
  VaultPorts,
} from "./types.ts";

export interface ActsInput {
  readonly ports: Pick<VaultPorts, "primitives" | "clock">;
  readonly writer: ChainWriter;
  readonly graph: LogGraph;
  readonly keyring: Keyring;
  readonly gate: Gate;
}

export interface Acts extends Pick<Vault, "commit" | "commitStep"> {
  readonly queue: ActQueue;
  /** Writes what `compose` gives as one act under its epoch; for what is about devices and keys. */
  commitContents(compose: (at: number) => Promise<ComposedAct>): Promise<WrittenAct>;
}

export interface ComposedAct {
  readonly contents: readonly Content[];
  readonly epoch: EpochKey;
}

export interface WrittenAct {
  readonly commits: readonly FoundCommit[];
  readonly step: string | null;
  /** The time that all its operations claim. */
  readonly at: number;
}

export function createActs(input: ActsInput): Acts {
  const { writer, graph, keyring, gate } = input;
  // Readers see a commit once it is durable.
  let unpublished: FoundCommit[] = [];
  const queue = createActQueue(async () => {
    try {
      await writer.sync();
    } catch (cause) {
      gate.lock();
      throw cause;
    }
    for (const commit of unpublished) graph.append(commit);
    unpublished = [];
  });
  const append: Append = async (contents, step, epoch = currentEpoch(keyring)) => {
    const frontier = graph.frontierFor(writer.chain);
    const commit = await writer.append({ contents, step, epoch, frontier });
    unpublished.push(commit);
    return commit;
  };
  const run = (write: () => Promise<WrittenAct>): Promise<WrittenAct> => {
    gate.checkOpen();
    return queue.add(() => gate.guarded(write));
  };

  return {
    queue,
    async commit(payloads, options = {}) {
      gate.checkOpen();
      const critical = options.critical ?? false;
      const whole = payloads.map((payload) => ({ payload, critical }));
      for (const [index, payload] of whole.entries()) checkPayload(payload, index);
      const isOne = payloads.length <= limits.stepOperations;
      const act = await run(() =>
        isOne ? writeCommit(input, append, whole) : writeStep(input, append, { source: whole, options }),
      );
      const { chain, device } = ownOf(input);
      return { chain, device, stamps: stampsOf(graph, act), commits: act.commits.length, step: act.step };
    },
    async commitStep(source, options = {}) {
      return toStepInfo(writer.chain, await run(() => writeStep(input, append, { source, options })));
    },
    commitContents: (compose) => run(() => writeContents(input, append, compose)),
  };
}

type Append = (
  contents: readonly Content[],
  step: { readonly id: string; readonly number: number; readonly isLast: boolean } | null,
  epoch?: EpochKey,
) => Promise<FoundCommit>;

function ownOf({ writer, keyring }: ActsInput): Pick<Stamp, "chain" | "device"> {
  return { chain: writer.chain, device: keyring.own.id };
}

function currentEpoch(keyring: Keyring): EpochKey {
  if (!keyring.members.counts({ chain: zeroId as ChainId, sequence: 1, device: keyring.own.id }))
    throw new VaultError("vault.removed", "Cannot commit: this device was removed from the vault");
  const epoch = keyring.currentEpoch();
  if (epoch === undefined) throw new VaultError("vault.unreadable", "Cannot commit: no epoch key is held");
  return epoch;
}

/** `index` is the payload's place in its act, from 0. */
function checkPayload({ payload }: ImportedPayload, index: number): void {
  if (payload.length > limits.payload)
    throw new VaultError(
      "vault.too-large",
      `Cannot commit: payload ${index} of ${payload.length} bytes, at most ${limits.payload}; larger values are evidence`,
      { details: { index, size: payload.length, limit: limits.payload } },
    );
}

function nothingToWrite(): VaultError {
  return new VaultError("vault.limit", "Cannot commit: there is nothing to write");
}

/** Up to 32 payloads as one commit. */
async function writeCommit(
  { ports }: ActsInput,
  append: Append,
  payloads: readonly ImportedPayload[],
): Promise<WrittenAct> {
  if (payloads.length === 0) throw nothingToWrite();
  const at = ports.clock();
  const commit = await append(
    payloads.map((payload) => payloadToContent(payload, at)),
    null,
  );
  return { commits: [commit], step: null, at };
}

async function writeContents(
  { ports }: ActsInput,
  append: Append,
  compose: (at: number) => Promise<ComposedAct>,
): Promise<WrittenAct> {
  const at = ports.clock();
  const { contents, epoch } = await compose(at);
  if (contents.length <= limits.stepOperations)
    return { commits: [await append(contents, null, epoch)], step: null, at };
  const id = encodeHex(ports.primitives.random(16));
  const commits: FoundCommit[] = [];
  for (let from = 0; from < contents.length; from += limits.stepOperations) {
    const isLast = from + limits.stepOperations >= contents.length;
    const part = contents.slice(from, from + limits.stepOperations);
    commits.push(await append(part, { id, number: commits.length + 1, isLast }, epoch));
  }
  return { commits, step: id, at };
}

interface StepInput {
  readonly source: PayloadSource;
  readonly options: CommitOptions;
}

/** Any number of payloads as commits of 32 with one step; without its last commit the step does not count. */
async function writeStep(
  { ports }: ActsInput,
  append: Append,
  { source, options }: StepInput,
): Promise<WrittenAct> {
  const at = ports.clock();
  const id = encodeHex(ports.primitives.random(16));
  const commits: FoundCommit[] = [];
  let waiting: Content[] = [];
  let done = 0;
  const flush = async (isLast: boolean): Promise<void> => {
    commits.push(await append(waiting, { id, number: commits.length + 1, isLast }));
    done += waiting.length;
    waiting = [];
    options.onProgress?.(done);
  };
  for await (const payload of source) {
    options.signal?.throwIfAborted();
    checkPayload(payload, done + waiting.length);
    if (waiting.length === limits.stepOperations) await flush(false);
    waiting.push(payloadToContent(payload, at));
  }
  options.signal?.throwIfAborted();
  if (waiting.length === 0) throw nothingToWrite();
  await flush(true);
  return { commits, step: id, at };
}

export function stampsOf(graph: LogGraph, act: WrittenAct): readonly Stamp[] {
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
