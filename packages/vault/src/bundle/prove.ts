// Takes from the log what proves operations to somebody without keys: salts and contents, the way to each signed
// header, and the commits that say who may write (docs/formats/bundle.md, section 7).
import { isEqualBytes, parseHex } from "@tocsin/core";
import { createMerkleTree, inclusionProof, leafHash, type MerkleTree, type Primitives } from "@tocsin/crypto";
import { encodeHeader } from "../commit.ts";
import { controlOrUnknown } from "../control-parsing.ts";
import { VaultError } from "../errors.ts";
import type { Entry, LogGraph } from "../graph.ts";
import { type Content, contentTypes } from "../operation.ts";
import { type CommitReading, openedAt, readVerified, type VerifiedCommit } from "../reading.ts";
import type { ChainId, Position, VaultId, VaultPorts } from "../types.ts";
import type { LocatedCommit, Proof, ProveOptions, ProvedOperation } from "./proof.ts";

export interface ProveParts {
  readonly ports: Pick<VaultPorts, "log" | "primitives">;
  readonly reading: CommitReading;
  readonly graph: LogGraph;
  readonly vault: VaultId;
}

/**
 * Each position once. Throws `vault.not-found` for one that the log has not, `vault.unreadable` for an operation that
 * cannot be opened or whose chain has a gap.
 */
export async function proveOperations(
  parts: ProveParts,
  positions: readonly Position[],
  options: ProveOptions = {},
): Promise<Proof> {
  const read = createReader(parts);
  const found = new Map<string, Read>();
  const keep = (all: readonly Read[]): void => {
    for (const each of all) found.set(each.entry.hash, each);
  };
  const members = await memberOperations(parts, read);
  keep(members.map(({ from }) => from));
  const operations: ProvedOperation[] = members.map(({ operation }) => operation);
  for (const [at, position] of positions.entries()) {
    options.signal?.throwIfAborted();
    const from = await read(entryOf(parts.graph, position));
    keep([from]);
    operations.push(proveOne(parts, from, position.index));
    options.onProgress?.({ done: at + 1, total: positions.length });
  }
  for (const chain of new Set([...found.values()].map(({ entry }) => entry.header.chain)))
    keep([await read(entryOf(parts.graph, { chain, sequence: 1, index: 0 }))]);
  const unique = new Map(operations.map((each) => [`${each.commit} ${each.index}`, each]));
  return {
    vault: parts.vault,
    commits: proveCommits(parts, [...found.values()]),
    operations: [...unique.values()],
  };
}

interface Read {
  readonly entry: Entry;
  readonly verified: VerifiedCommit;
}

type ReadEntry = (entry: Entry) => Promise<Read>;

/** Remembers the commit that it read last: operations of one act stand together. */
function createReader({ ports, reading, graph }: ProveParts): ReadEntry {
  let last: Read | null = null;
  return async (entry) => {
    if (last?.entry === entry) return last;
    if (!graph.isComplete(entry)) throw unprovable("its step has no end");
    const verified = await readVerified(reading, entry, ports.log.read);
    if (verified === null) throw unprovable("its commit does not verify");
    last = { entry, verified };
    return last;
  };
}

function entryOf(graph: LogGraph, { chain, sequence, index }: Position): Entry {
  const entry = graph.entryAt(chain, sequence);
  if (entry === undefined || index < 0 || index >= entry.header.count)
    throw new VaultError("vault.not-found", "Cannot prove operation: the log has none at this position");
  return entry;
}

function unprovable(state: string): VaultError {
  return new VaultError("vault.unreadable", `Cannot prove operation: ${state}`);
}

function proveOne({ ports, reading }: ProveParts, { entry, verified }: Read, index: number): ProvedOperation {
  const opened = openedAt(reading, { verified, index });
  if (opened.state !== "open") throw unprovable(`it is ${opened.state}`);
  const { leaves } = verified.commit;
  const hashes = leaves.map((leaf) => leafHash(ports.primitives, leaf.content, leaf.body));
  return {
    commit: entry.hash,
    index,
    salt: opened.salt.slice(),
    content: opened.bytes.slice(),
    body: leaves[index]?.body.slice() ?? new Uint8Array(0),
    path: inclusionProof(ports.primitives, hashes, index),
  };
}

interface MemberOperation {
  readonly from: Read;
  readonly operation: ProvedOperation;
}

/** What says who may write: the founding operation, and every admission and removal. */
async function memberOperations(parts: ProveParts, read: ReadEntry): Promise<readonly MemberOperation[]> {
  const all: MemberOperation[] = [];
  const entries = parts.graph.ordered().filter((entry) => entry.hasControl && parts.graph.isComplete(entry));
  for (const entry of entries) {
    const verified = await readVerified(parts.reading, entry, parts.ports.log.read);
    if (verified === null) continue;
    const from = { entry, verified };
    for (let index = 0; index < entry.header.count; index += 1) {
      const opened = openedAt(parts.reading, { verified, index });
      if (opened.state === "open" && isAboutMembers(opened.content))
        all.push({ from, operation: proveOne(parts, from, index) });
    }
  }
  if (all[0]?.from.entry.hash !== parts.vault) await read(entryAtFounding(parts));
  return all;
}

function entryAtFounding({ graph, vault }: ProveParts): Entry {
  const entry = graph.ordered().find(({ hash }) => hash === vault);
  if (entry === undefined) throw unprovable("the vault's first commit is not held");
  return entry;
}

function isAboutMembers(content: Content): boolean {
  if (content.type !== contentTypes.control) return false;
  const { type } = controlOrUnknown(content);
  return type === "vault" || type === "admit" || type === "remove";
}

function proveCommits(parts: ProveParts, all: readonly Read[]): readonly LocatedCommit[] {
  const sorted = all.toSorted(({ entry: { header: a } }, { entry: { header: b } }) =>
    a.chain === b.chain ? a.sequence - b.sequence : a.chain < b.chain ? -1 : 1,
  );
  const lasts = new Map(sorted.map((each) => [each.entry.header.chain, each]));
  const trees = new Map([...lasts].map(([chain, last]) => [chain, treeBefore(parts, last)]));
  return sorted.map(({ entry, verified }) => {
    const { chain, sequence } = entry.header;
    const isLast = lasts.get(chain)?.entry === entry;
    return {
      chain,
      sequence,
      hash: entry.hash,
      header: encodeHeader(verified.commit.header),
      signatures: verified.commit.signatures.map((each) => ({ ...each, bytes: each.bytes.slice() })),
      path: isLast ? null : (trees.get(chain)?.proofOf(sequence - 1) ?? null),
    };
  });
}

/** The tree whose root the header of `last` names: the hashes of every commit of its chain before it. */
function treeBefore({ ports, graph }: ProveParts, { entry, verified }: Read): MerkleTree {
  const { chain, sequence } = entry.header;
  const leaves = Array.from({ length: sequence - 1 }, (_, at) =>
    leafAt(ports.primitives, graph, { chain, sequence: at + 1 }),
  );
  const tree = createMerkleTree(ports.primitives, leaves);
  if (!isEqualBytes(tree.root(), verified.commit.header.chainRoot)) throw unprovable("its chain is damaged");
  return tree;
}

interface ChainPlace {
  readonly chain: ChainId;
  readonly sequence: number;
}

function leafAt(
  primitives: Pick<Primitives, "sha256">,
  graph: LogGraph,
  { chain, sequence }: ChainPlace,
): Uint8Array {
  const entry = graph.entryAt(chain, sequence);
  if (entry === undefined) throw unprovable("its chain has a gap");
  return leafHash(primitives, parseHex(entry.hash));
}
