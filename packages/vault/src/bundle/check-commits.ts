// Which commits of a bundle hold: signed by a device that may write in this vault, and each in its place in a chain
// that begins from the vault's id (docs/formats/bundle.md, section 7).
import { isTocsinError, parseHex } from "@tocsin/core";
import { type Primitives, verifyMessage } from "@tocsin/crypto";
import { signatureKinds } from "../commit.ts";
import { contentToControl, type Control, type DevicePublicKeys, deviceIdOf } from "../control.ts";
import { labels, zeroHash } from "../format.ts";
import type { DeviceId, VaultId } from "../types.ts";
import { bundlePaths } from "./bundle-format.ts";
import type { CheckedCommit, FailureBook } from "./bundle-report.ts";
import { isInChain, type PlacedOperation } from "./check-operations.ts";
import type { ReadCommit } from "./read-proof.ts";

export interface CommitsInput {
  readonly primitives: Primitives;
  readonly vault: VaultId;
  readonly commits: ReadonlyMap<string, ReadCommit>;
  readonly operations: readonly PlacedOperation[];
  readonly failures: FailureBook;
}

export interface CheckedCommits {
  readonly commits: ReadonlyMap<string, CheckedCommit>;
  readonly devices: readonly DeviceId[];
}

const path = bundlePaths.commits;

export function checkCommits(input: CommitsInput): CheckedCommits {
  const { commits } = input;
  const keys = verifyingKeys(input);
  const placed = placedInChains(input);
  const checked = [...commits.values()].map((commit): CheckedCommit => {
    const { chain, sequence, device } = commit.parsed;
    const isSigned = isSignedByDevice(input, commit, keys);
    return { hash: commit.hash, chain, sequence, device, holds: isSigned && placed.has(commit) };
  });
  const devices = new Set(checked.filter(({ holds }) => holds).map(({ device }) => device));
  return { commits: new Map(checked.map((each) => [each.hash, each])), devices: [...devices] };
}

/** Ed25519 keys of the devices that the vault's own commits name. */
function verifyingKeys(input: CommitsInput): ReadonlyMap<DeviceId, Uint8Array> {
  const founder = founderOf(input);
  if (founder === null) {
    input.failures.note("no-founding", { path });
    return new Map();
  }
  return new Map([[deviceIdOf(input.primitives, founder), founder.ed25519]]);
}

/** The first commit hashes to the vault's id, and its own operation names the device that made it. */
function founderOf({ vault, commits, operations }: CommitsInput): DevicePublicKeys | null {
  const first = commits.get(vault);
  if (first === undefined || first.parsed.sequence !== 1 || first.parsed.previous !== zeroHash) return null;
  const controls = operations.filter(({ commit, index }) => commit === first && index === 0).map(controlOf);
  const [founding] = controls;
  return founding?.type === "vault" ? founding.administrator : null;
}

function controlOf({ content }: PlacedOperation): Control {
  try {
    return contentToControl(content);
  } catch (cause) {
    if (isTocsinError(cause)) return { type: "unknown" };
    throw cause;
  }
}

function isSignedByDevice(
  { primitives, failures }: CommitsInput,
  { hash, parsed, signatures }: ReadCommit,
  keys: ReadonlyMap<DeviceId, Uint8Array>,
): boolean {
  const publicKey = keys.get(parsed.device);
  if (publicKey === undefined) {
    failures.note("unknown-device", { path, commit: hash });
    return false;
  }
  const isByDevice = signatures.some(
    ({ kind, device, bytes }) =>
      kind === signatureKinds.ed25519 &&
      device === parsed.device &&
      verifyMessage(primitives, {
        publicKey,
        label: labels.commit,
        message: parseHex(hash),
        signature: bytes,
      }),
  );
  if (!isByDevice) failures.note("bad-signature", { path, commit: hash });
  return isByDevice;
}

/** Commits whose place in a chain of this vault is proved by the last commit of that chain that is here. */
function placedInChains({ primitives, vault, commits, failures }: CommitsInput): ReadonlySet<ReadCommit> {
  const chains = new Map<string, ReadCommit[]>();
  for (const commit of commits.values()) {
    const { chain } = commit.parsed;
    chains.set(chain, [...(chains.get(chain) ?? []), commit]);
  }
  const placed = new Set<ReadCommit>();
  for (const chain of chains.values()) {
    const sorted = chain.toSorted((a, b) => a.parsed.sequence - b.parsed.sequence);
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (first === undefined || last === undefined) continue;
    const beginsHere =
      first.parsed.sequence === 1 && first.parsed.previous === (first.hash === vault ? zeroHash : vault);
    if (!beginsHere) failures.note("other-vault", { path, commit: first.hash });
    for (const commit of sorted) {
      if (!isInChain(primitives, commit, last)) failures.note("not-in-chain", { path, commit: commit.hash });
      else if (beginsHere) placed.add(commit);
    }
  }
  return placed;
}
