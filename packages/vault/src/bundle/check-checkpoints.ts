// Checkpoints in a bundle: which commits a note covers that the chain's device signed. A timestamp over the note lies beside
// it as its authority gave it; it is checked by other tools (docs/formats/bundle.md, section 6).
import { isTocsinError, parseHex } from "@tocsin/core";
import { leafHash, type Primitives, verifyInclusion } from "@tocsin/crypto";
import { damaged } from "../binary.ts";
import { type Checkpoint } from "../checkpoint-types.ts";
import { verifyCheckpoint } from "../checkpoint.ts";
import type { CommitHash, DeviceId, VaultId } from "../types.ts";
import { checkpointIdIn, checkpointPath } from "./bundle-format.ts";
import type { BundleFiles } from "./bundle-files.ts";
import type { CheckedCheckpoint, FailureBook } from "./bundle-report.ts";
import { type CheckpointPath, linesOf, parsePathLine } from "./proof-lines.ts";
import type { ReadCommit } from "./read-proof.ts";

export interface CheckpointsInput {
  readonly primitives: Primitives;
  readonly files: BundleFiles;
  readonly failures: FailureBook;
  readonly vault: VaultId;
  readonly listed: readonly string[];
  /** Commits that hold, by hash. */
  readonly commits: ReadonlyMap<string, ReadCommit>;
  readonly keyOf: (device: DeviceId) => Uint8Array | undefined;
}

export async function checkCheckpoints(input: CheckpointsInput): Promise<readonly CheckedCheckpoint[]> {
  const ids = new Set(input.listed.flatMap((path) => checkpointIdIn(path) ?? []));
  const checked: CheckedCheckpoint[] = [];
  for (const id of ids) {
    const one = await checkOne(input, id);
    if (one === null) input.failures.note("bad-checkpoint", { path: checkpointPath(id, "note") });
    else checked.push(one);
  }
  return checked;
}

/** Null where the note is not there, not of this vault, or not signed by the chain's device. */
async function checkOne(input: CheckpointsInput, id: string): Promise<CheckedCheckpoint | null> {
  const { primitives, files, failures } = input;
  const note = await files.whole(checkpointPath(id, "note"));
  const paths = await pathsIn(input, id);
  if (note === null || paths === null) return null;
  const checkpoint = signedBy(input, note);
  if (checkpoint === null) return null;
  const covers: CommitHash[] = [];
  for (const { commit, path } of paths) {
    const isCovered = isIn(primitives, { commit: input.commits.get(commit), path, checkpoint });
    if (isCovered) covers.push(commit);
    else failures.note("bad-checkpoint", { path: checkpointPath(id, "paths"), commit });
  }
  const { chain, size } = checkpoint;
  const hasTimestamp = files.has(checkpointPath(id, "tsr"));
  return { id, chain, size, covers: covers.length, hasTimestamp };
}

/** The device of a chain is the one that signed its commits here. */
function signedBy(
  { primitives, vault, commits, keyOf }: CheckpointsInput,
  note: Uint8Array,
): Checkpoint | null {
  for (const device of new Set([...commits.values()].map(({ parsed }) => parsed.device))) {
    const publicKey = keyOf(device);
    const verdict = publicKey === undefined ? null : verifyCheckpoint(primitives, note, publicKey);
    if (verdict?.state !== "signed" || verdict.checkpoint.vault !== vault) continue;
    const { chain } = verdict.checkpoint;
    const own = [...commits.values()].find(({ parsed }) => parsed.chain === chain);
    if (own?.parsed.device === device) return verdict.checkpoint;
  }
  return null;
}

interface Covering {
  readonly commit: ReadCommit | undefined;
  readonly path: readonly Uint8Array[];
  readonly checkpoint: Checkpoint;
}

function isIn(primitives: Primitives, { commit, path, checkpoint }: Covering): boolean {
  if (commit === undefined || commit.parsed.chain !== checkpoint.chain) return false;
  return verifyInclusion(primitives, {
    leaf: leafHash(primitives, parseHex(commit.hash)),
    index: commit.parsed.sequence - 1,
    size: checkpoint.size,
    proof: path,
    root: checkpoint.root,
  });
}

async function pathsIn({ files }: CheckpointsInput, id: string): Promise<readonly CheckpointPath[] | null> {
  const path = checkpointPath(id, "paths");
  if (!files.has(path)) return null;
  const paths = new Map<CommitHash, CheckpointPath>();
  try {
    for await (const { line } of linesOf(files.stream(path))) {
      const one = parsePathLine(line);
      if (paths.has(one.commit)) throw damaged("a commit has two paths");
      paths.set(one.commit, one);
    }
    return [...paths.values()];
  } catch (cause) {
    if (isTocsinError(cause)) return null;
    throw cause;
  }
}
