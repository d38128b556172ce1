// Writes whole vaults for test vectors (docs/formats/vault.md) and says what a reader must say of them: a small third
// implementation, which shares nothing with the program or with the second reader.
import {
  commitHash,
  deviceSignature,
  encodeCommit,
  encodeContents,
  encodeFrame,
  encodeHeader,
  frameType,
  leafRootOf,
  recoverySignature,
  segmentHead,
  type FrontierEntry,
  type Header,
  type Signature,
} from "./commit.ts";
import { merkleRoot, seeded, type Json, type RandomBytes } from "./bytes.ts";
import { deviceFileOf, withChecksum } from "./device-file.ts";
import { drawIdentity, publicKeysJson, recoveryIdentity, wrapEpoch, type Epoch, type Identity } from "./keys.ts";
import { control, padded, startOfTime, writeOperation, type Parts, type Said } from "./operation.ts";

/** A commit as it was written, with what the open form needs to say of it. */
export interface Written {
  readonly chain: Chain;
  readonly sequence: number;
  readonly hash: Buffer;
  readonly depth: number;
  readonly seen: ReadonlyMap<string, number>;
  readonly device: Identity;
  readonly said: readonly Said[];
  readonly parts: readonly (Parts & { readonly keyAndSalt: Buffer })[];
  readonly frames: { contents: Buffer; commit: Buffer };
}

/** A chain that is being written: its segments hold frames, which vectors may exchange, cut and alter. */
export interface Chain {
  readonly id: Buffer;
  readonly device: Identity;
  readonly commits: Written[];
  readonly segments: Buffer[][];
  /** Takes the place of the first segment's opening. */
  head?: Buffer;
  /** Number of a segment that is left out. */
  missing?: number;
}

export interface CommitOptions {
  readonly frontier?: readonly Written[];
  readonly step?: { readonly id: Buffer; readonly number: number; readonly isEnd: boolean };
  readonly epoch?: Epoch;
  /** Fields that take the place of the true ones. */
  readonly header?: Partial<Header>;
  readonly sign?: (hash: Buffer) => readonly Signature[];
  readonly parts?: (parts: Written["parts"]) => Written["parts"];
  readonly pad?: (content: Buffer) => Buffer;
  /** The commit before; by default the chain's last. */
  readonly after?: Written | undefined;
  /** A commit that its frontier names and nobody holds. */
  readonly unseen?: { readonly chain: Buffer; readonly sequence: number };
}

export interface VaultWriter {
  readonly random: RandomBytes;
  readonly first: Identity;
  readonly recovery: Identity | null;
  readonly epoch: Epoch;
  readonly chains: Chain[];
  /** Files beside the chains and the device file. */
  readonly extras: Map<string, Buffer>;
  readonly newEpoch: (number: number) => Epoch;
  readonly newChain: (device: Identity) => Chain;
  readonly commit: (chain: Chain, said: readonly Said[], options?: CommitOptions) => Written;
  readonly vaultId: () => Buffer;
}

/** The three control operations of a vault's first commit (section 7). */
function foundingActs(writer: VaultWriter): readonly Said[] {
  const { first, recovery } = writer;
  const administrator = publicKeysJson(first);
  if (recovery === null) {
    const vault = { type: "vault", version: 1, administrator, recovery };
    return [control(vault), ...epochActs(writer, writer.epoch, [first])];
  }
  const vault = { type: "vault", version: 1, administrator, recovery: publicKeysJson(recovery) };
  return [control(vault), ...epochActs(writer, writer.epoch, [first, recovery])];
}

export function epochActs({ random }: VaultWriter, epoch: Epoch, recipients: readonly Identity[]): readonly Said[] {
  const sorted = [...recipients].sort((one, other) => one.id.compare(other.id));
  const id = epoch.id.toString("hex");
  const wraps = sorted.map((to) => ({
    to: to.id.toString("hex"),
    wrap: wrapEpoch(epoch, to, random).toString("base64url"),
  }));
  return [
    control({ type: "epoch", id, number: epoch.number, recipients: sorted.map((to) => to.id.toString("hex")) }),
    control({ type: "wraps", epoch: id, wraps }),
  ];
}

function seenOf(
  chain: Chain,
  sequence: number,
  { parents, unseen }: { readonly parents: readonly Written[]; readonly unseen: CommitOptions["unseen"] },
): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  if (unseen !== undefined) seen.set(unseen.chain.toString("hex"), unseen.sequence);
  for (const parent of parents) {
    for (const [id, at] of parent.seen) seen.set(id, Math.max(at, seen.get(id) ?? 0));
  }
  return seen.set(chain.id.toString("hex"), sequence);
}

const entryOf = ({ chain, sequence, hash }: Written): FrontierEntry => ({ chain: chain.id, sequence, hash });

type Given = CommitOptions & { readonly said: readonly Said[] };

/** Hashes what stands before a commit: the commit before it, its chain's past. */
function pastOf(writer: VaultWriter, chain: Chain, given: Given) {
  const before = "after" in given ? given.after : chain.commits.at(-1);
  const sequence = given.header?.sequence ?? (before?.sequence ?? 0) + 1;
  const past = chain.commits.filter((commit) => commit.sequence < sequence).map(({ hash }) => hash);
  const previous = before?.hash ?? writer.vaultId();
  const parents = [...(before === undefined ? [] : [before]), ...(given.frontier ?? [])];
  return { sequence, previous, chainRoot: merkleRoot(past), parents };
}

function sealAll(writer: VaultWriter, { id }: Chain, given: Given & { readonly sequence: number }) {
  const { said, sequence, epoch = writer.epoch, pad = padded } = given;
  const { random } = writer;
  const sealed = said.map((each, index) =>
    writeOperation(each, { epoch, place: { chain: id, sequence, index }, random, pad }),
  );
  return given.parts?.(sealed) ?? sealed;
}

function stepFields({ step }: Given): Pick<Header, "flags" | "inStep" | "step"> {
  if (step === undefined) return { flags: 0, inStep: 0, step: Buffer.alloc(16) };
  return { flags: step.isEnd ? 1 : 0, inStep: step.number, step: step.id };
}

function writeCommit(writer: VaultWriter, chain: Chain, given: Given): Written {
  const { sequence, previous, chainRoot, parents } = pastOf(writer, chain, given);
  const parts = sealAll(writer, chain, { ...given, sequence });
  const frontier = [...(given.frontier ?? [])].sort((one, other) => one.chain.id.compare(other.chain.id));
  const { said, unseen } = given;
  const header = encodeHeader({
    suite: 1,
    ...stepFields(given),
    count: said.length,
    sequence,
    chain: chain.id,
    epoch: (given.epoch ?? writer.epoch).id,
    device: chain.device.id,
    previous,
    leafRoot: leafRootOf(parts),
    chainRoot,
    frontier: frontier.map(entryOf),
    ...given.header,
  });
  const hash = commitHash(header);
  const signatures = given.sign?.(hash) ?? [deviceSignature(chain.device, hash)];
  return {
    chain,
    sequence,
    hash,
    said,
    parts,
    device: chain.device,
    depth: 1 + Math.max(unseen?.sequence ?? 0, ...parents.map(({ depth }) => depth)),
    seen: seenOf(chain, sequence, { parents, unseen }),
    frames: {
      contents: encodeFrame(frameType.contents, encodeContents(chain.id, sequence, parts)),
      commit: encodeFrame(frameType.commit, encodeCommit(header, parts, signatures)),
    },
  };
}

/** Begins a vault: its first commit is written. The same seed gives the same bytes. */
export function createVaultWriter(seed: string, recoverySecret?: Buffer): VaultWriter {
  const random = seeded(seed);
  const newEpoch = (number: number): Epoch => ({ id: random(16), number, key: random(32) });
  const chains: Chain[] = [];
  const writer: VaultWriter = {
    random,
    first: drawIdentity(random),
    recovery: recoverySecret === undefined ? null : recoveryIdentity(recoverySecret),
    epoch: newEpoch(1),
    chains,
    extras: new Map(),
    newEpoch,
    newChain: (device) => {
      const chain: Chain = { id: random(16), device, commits: [], segments: [[]] };
      chains.push(chain);
      return chain;
    },
    commit: (chain, said, options = {}) => {
      const written = writeCommit(writer, chain, { ...options, said });
      chain.commits.push(written);
      chain.segments.at(-1)?.push(written.frames.contents, written.frames.commit);
      return written;
    },
    vaultId: () => chains[0]?.commits[0]?.hash ?? Buffer.alloc(32),
  };
  writer.commit(writer.newChain(writer.first), foundingActs(writer));
  return writer;
}

/** The recovery's first commit: admits the chain's own device, with a second signature (section 8). */
export const signedByRecovery =
  (recovery: Identity, device: Identity) =>
  (hash: Buffer): readonly Signature[] => [deviceSignature(device, hash), recoverySignature(recovery, hash)];

const segmentName = (chain: Chain, at: number): string =>
  `chains/${chain.id.toString("hex")}/${String(at + 1).padStart(6, "0")}.seg`;

/** The device file of the vault's first device, or of another. */
export function deviceFileFor(writer: VaultWriter, given: { chain?: Chain; epochs?: readonly Epoch[]; carried?: Buffer } = {}) {
  const chain = given.chain ?? writer.chains[0];
  if (chain === undefined) throw new Error("Cannot write device file: the vault has no chain");
  const last = chain.commits.at(-1);
  return {
    vault: writer.vaultId(),
    chain: chain.id,
    identity: chain.device,
    epochs: given.epochs ?? [writer.epoch],
    head: last === undefined ? null : { hash: last.hash, sequence: last.sequence },
    carried: given.carried,
  };
}

/** Every file of the vault. A device file that is given takes the place of the usual one. */
export function filesOf(writer: VaultWriter, deviceFile?: Buffer): ReadonlyMap<string, Buffer> {
  const usual = () => withChecksum(deviceFileOf(deviceFileFor(writer), { random: writer.random }));
  const files = new Map<string, Buffer>([["device.json", deviceFile ?? usual()]]);
  for (const chain of writer.chains) {
    chain.segments.forEach((frames, at) => {
      const head = at === 0 && chain.head !== undefined ? chain.head : segmentHead(chain.id, at + 1);
      if (chain.missing !== at + 1) files.set(segmentName(chain, at), Buffer.concat([head, ...frames]));
    });
  }
  for (const [path, bytes] of writer.extras) files.set(path, bytes);
  return files;
}

/** Where a frame stands now, after all that was done to the segments. */
export function placeOfFrame(chain: Chain, frame: Buffer): { chain: string; segment: number; offset: number } {
  for (const [at, frames] of chain.segments.entries()) {
    const index = frames.indexOf(frame);
    if (index === -1) continue;
    const offset = frames.slice(0, index).reduce((sum, { length }) => sum + length, 36);
    return { chain: chain.id.toString("hex"), segment: at + 1, offset };
  }
  throw new Error("Cannot find frame: it is in no segment");
}

/** Where a commit begins: at its contents, if they stand directly in front of its own frame. */
export function placeOfCommit({ chain, sequence }: Written, frame: Buffer) {
  const frames = chain.segments.find((held) => held.includes(frame)) ?? [];
  const before = frames[frames.indexOf(frame) - 1];
  const hasContents = before?.subarray(0, 4).toString() === "tcs1" && before[4] === frameType.contents;
  return { ...placeOfFrame(chain, hasContents ? before : frame), sequence };
}

/** The lines that the open form has for a commit (section 14), as values. */
export function linesOf(written: Written): readonly Json[] {
  return written.said.flatMap(({ line, at, original, state }, index): Json[] => {
    if (line === undefined) return [];
    const stamp = {
      at: state === "readable" ? at : 0,
      chain: written.chain.id.toString("hex"),
      commit: written.hash.toString("hex"),
      depth: written.depth,
      device: written.device.id.toString("hex"),
      index,
      seen: Object.fromEntries(written.seen),
      sequence: written.sequence,
    };
    return [{ ...(state === "readable" ? line : { state }), stamp: original ?? stamp }];
  });
}

export const laterBy = (minutes: number): number => startOfTime + minutes * 60_000;
