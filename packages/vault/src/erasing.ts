// Erasure: composed as one act, then carried out over segments, evidence and the device file, in an order that a crash
// can only make begin again (docs/formats/vault.md, section 11).
import { controlToContent, type EraseControl, type ErasedOperations, type KnownControl } from "./control.ts";
import type { Content, EpochKey } from "./operation.ts";
import { beginEpoch } from "./epochs.ts";
import { VaultError } from "./errors.ts";
import { limits } from "./format.ts";
import { scanSegment } from "./frame.ts";
import type { LogGraph } from "./graph.ts";
import type { Keyring } from "./keyring.ts";
import type { SegmentInfo } from "./ports.ts";
import { type CommitReading, operationAt, readVerified, seenBy } from "./reading.ts";
import { needsRewriting, rewriteSegment, type Rewriting } from "./rewriting.ts";
import { commitsOf } from "./segments.ts";
import {
  type ChainId,
  type ErasureGround,
  type ErasureProgress,
  type ErasureRequest,
  type EvidenceName,
  type Position,
  type VaultPorts,
  type WorkOptions,
} from "./types.ts";

/** Positions of one erase operation, so that it stays within the limit of a body. */
const commitsAtOnce = 500;

export interface ErasingParts {
  readonly ports: VaultPorts;
  readonly reading: CommitReading;
  readonly graph: LogGraph;
}

export interface ComposedErasure {
  readonly controls: readonly KnownControl[];
  readonly epoch: EpochKey;
}

/** Throws `vault.not-found` for what the log has not, `vault.limit` for what can't be erased. */
export async function composeErasure(parts: ErasingParts, request: ErasureRequest): Promise<ComposedErasure> {
  const { ports, reading } = parts;
  const { keyring } = reading;
  if (request.operations.length + request.evidence.length === 0)
    throw new VaultError("vault.limit", "Cannot erase: nothing is named");
  for (const position of request.operations) await checkErasable(parts, position);
  const recovery = keyring.members.recovery();
  const recipients = [...keyring.members.inForce(), ...(recovery === null ? [] : [recovery])];
  const begun = beginEpoch(ports.primitives, keyring.nextNumber(), recipients);
  const named = groupByCommit(request.operations);
  const evidence = [...new Set(request.evidence)].sort();
  const erase = erasureControls(request.ground, begun.epoch.id, { named, evidence });
  return { controls: [...begun.controls, ...erase], epoch: begun.epoch };
}

async function checkErasable({ ports, reading, graph }: ErasingParts, position: Position): Promise<void> {
  const { chain, sequence, index } = position;
  const entry = graph.entryAt(chain, sequence);
  if (entry === undefined || index < 0 || index >= entry.header.count)
    throw new VaultError("vault.not-found", "Cannot erase: the log has no operation at this position");
  if (!entry.hasControl) return;
  const verified = await readVerified(reading, entry, ports.log.read);
  if (verified !== null && operationAt(reading, { entry, verified, index }, seenBy(entry)) === null)
    throw new VaultError("vault.limit", "Cannot erase: operations about devices and keys stay");
}

function groupByCommit(positions: readonly Position[]): readonly ErasedOperations[] {
  const commits = new Map<string, { chain: ChainId; sequence: number; indexes: Set<number> }>();
  for (const { chain, sequence, index } of positions) {
    const key = `${chain}/${sequence}`;
    const known = commits.get(key) ?? { chain, sequence, indexes: new Set<number>() };
    known.indexes.add(index);
    commits.set(key, known);
  }
  return [...commits.values()]
    .map(({ indexes, ...place }) => ({ ...place, indexes: [...indexes].sort((a, b) => a - b) }))
    .sort((a, b) => (a.chain === b.chain ? a.sequence - b.sequence : a.chain < b.chain ? -1 : 1));
}

function erasureControls(
  ground: ErasureGround,
  epoch: string,
  what: { readonly named: readonly ErasedOperations[]; readonly evidence: readonly EvidenceName[] },
): readonly EraseControl[] {
  const controls: EraseControl[] = [];
  const count = Math.max(what.named.length, what.evidence.length);
  for (let at = 0; at < count; at += commitsAtOnce)
    controls.push({
      type: "erase",
      ground,
      epoch,
      operations: what.named.slice(at, at + commitsAtOnce),
      evidence: what.evidence.slice(at, at + commitsAtOnce),
    });
  return controls;
}

export function erasureContents(controls: readonly KnownControl[], at: number): readonly Content[] {
  return controls.map((control) => controlToContent(control, at));
}

export interface CarryOutOptions extends WorkOptions<ErasureProgress> {
  /** Called after each segment that was written anew. */
  readonly onResized: (chain: ChainId, segment: number, size: number) => void;
}

/** Segments first, then evidence. Both can be done twice. The caller then replaces the device file. */
export async function carryOut(
  parts: ErasingParts,
  epoch: EpochKey,
  options: CarryOutOptions,
): Promise<void> {
  const { ports, reading } = parts;
  const { primitives, log, blobs } = ports;
  const rewriting: Rewriting = { primitives, keyring: reading.keyring, epoch };
  const segments = await segmentsOf(parts);
  const total = segments.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const segment of segments) {
    options.signal?.throwIfAborted();
    const bytes = await log.read(segment, 0, segment.size);
    const rewritten = rewriteSegment(rewriting, segment, bytes);
    if (rewritten !== null) await put(parts, { segment, rewritten, options });
    done += segment.size;
    options.onProgress?.({ done, total });
  }
  for (const name of reading.keyring.erasures.evidence()) await blobs.remove(name);
}

/** Those that are read: one beyond the limit is damage as a whole, and stays. */
async function segmentsOf({ ports }: ErasingParts): Promise<readonly SegmentInfo[]> {
  const chains = await ports.log.chains();
  const segments = await Promise.all(chains.map((chain) => ports.log.segments(chain)));
  return segments.flat().filter(({ size }) => size <= limits.segmentRead);
}

async function put(
  { ports, graph }: ErasingParts,
  {
    segment,
    rewritten,
    options,
  }: { readonly segment: SegmentInfo; readonly rewritten: Uint8Array; readonly options: CarryOutOptions },
): Promise<void> {
  const { primitives, log } = ports;
  const chain = segment.chain as ChainId;
  await log.replace(segment, rewritten);
  const { frames } = scanSegment(primitives, segment, rewritten);
  const size = rewritten.length;
  // What was wrong before was noted when the log was opened.
  const problems = { note: () => {}, all: () => [] };
  graph.moved(commitsOf({ primitives, problems }, { ...segment, chain, size }, frames));
  options.onResized(chain, segment.number, size);
}

/** The epoch of the newest erasure, when it was not carried out here. */
export function pendingErasure(keyring: Keyring, carried: string | null): EpochKey | null {
  const id = keyring.erasures
    .epochs()
    .reduce<string | null>(
      (newest, epoch) => (newest === null || keyring.isBefore(newest, epoch) ? epoch : newest),
      null,
    );
  if (id === null || id === carried) return null;
  const key = keyring.epochKey(id);
  return key === undefined ? null : { id, key };
}

/** Segments in which an erasure was not carried out. */
export async function unfinishedSegments(
  parts: ErasingParts,
  epoch: EpochKey,
  signal?: AbortSignal,
): Promise<readonly SegmentInfo[]> {
  const { ports, reading } = parts;
  const rewriting: Rewriting = { primitives: ports.primitives, keyring: reading.keyring, epoch };
  const unfinished: SegmentInfo[] = [];
  for (const segment of await segmentsOf(parts)) {
    signal?.throwIfAborted();
    const bytes = await ports.log.read(segment, 0, segment.size);
    if (needsRewriting(rewriting, segment, bytes)) unfinished.push(segment);
  }
  return unfinished;
}
