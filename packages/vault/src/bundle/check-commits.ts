// Which commits of a bundle hold: signed by a device that may write in this vault, and each in its place in a chain
// that begins from the vault's id (docs/formats/bundle.md, section 8).
import { parseHex } from "@tocsin/core";
import { type Primitives, verifyMessage } from "@tocsin/crypto";
import { signatureKinds } from "../commit.ts";
import { deviceIdOf, type KnownControl } from "../control.ts";
import { controlOrUnknown } from "../control-parsing.ts";
import { createMembers, type Members } from "../members.ts";
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
  /** Ed25519 key of a device that this vault admitted. */
  readonly keyOf: (device: DeviceId) => Uint8Array | undefined;
}

const path = bundlePaths.commits;

export function checkCommits(input: CommitsInput): CheckedCommits {
  const { commits } = input;
  const members = membersOf(input);
  const placed = placedInChains(input);
  const checked = [...commits.values()].map((commit): CheckedCommit => {
    const { chain, sequence, device } = commit.parsed;
    const isSigned = isSignedByDevice(input, commit, members);
    return { hash: commit.hash, chain, sequence, device, holds: isSigned && placed.has(commit) };
  });
  const devices = new Set(checked.filter(({ holds }) => holds).map(({ device }) => device));
  return {
    commits: new Map(checked.map((each) => [each.hash, each])),
    devices: [...devices],
    keyOf: (device) => members?.verifyingKey(device),
  };
}

/** Who may write, by the controls that the bundle brings: the founding one, and what the recovery identity signed. */
function membersOf(input: CommitsInput): Members | null {
  const founding = foundingOf(input);
  if (founding === null) {
    input.failures.note("no-founding", { path });
    return null;
  }
  const { administrator, recovery } = founding;
  const founder = { id: deviceIdOf(input.primitives, administrator), keys: administrator };
  const members = createMembers(input.primitives, founder);
  members.found(administrator, recovery);
  const later = input.operations
    .toSorted((a, b) => a.commit.parsed.sequence - b.commit.parsed.sequence)
    .map((operation) => ({ commit: operation.commit, control: controlOrUnknown(operation.content) }));
  for (const { commit, control } of later)
    if (control.type === "admit" && members.isRecoverySigned(commit)) members.admit(control.device);
  // Who may remove must be known first.
  for (const { commit, control } of later)
    if (control.type === "remove" && isSignedByMember(input.primitives, commit, members))
      members.remove(control);
  return members;
}

/** The first commit hashes to the vault's id, and its own operation names the device that made it. */
function foundingOf({
  vault,
  commits,
  operations,
}: CommitsInput): Extract<KnownControl, { type: "vault" }> | null {
  const first = commits.get(vault);
  if (first === undefined || first.parsed.sequence !== 1 || first.parsed.previous !== zeroHash) return null;
  const controls = operations
    .filter(({ commit, index }) => commit === first && index === 0)
    .map(({ content }) => controlOrUnknown(content));
  const [founding] = controls;
  return founding?.type === "vault" ? founding : null;
}

function isSignedByDevice(
  { primitives, failures }: CommitsInput,
  commit: ReadCommit,
  members: Members | null,
): boolean {
  const { hash, parsed } = commit;
  if (members?.verifyingKey(parsed.device) === undefined) {
    failures.note("unknown-device", { path, commit: hash });
    return false;
  }
  const holds = isSignedByMember(primitives, commit, members);
  if (!holds) failures.note("bad-signature", { path, commit: hash });
  else if (!members.counts(parsed)) failures.note("after-removal", { path, commit: hash });
  return holds && members.counts(parsed);
}

function isSignedByMember(
  primitives: Primitives,
  { hash, parsed, signatures }: ReadCommit,
  members: Members,
): boolean {
  const publicKey = members.verifyingKey(parsed.device);
  const message = parseHex(hash);
  return signatures.some(
    ({ kind, device, bytes: signature }) =>
      publicKey !== undefined &&
      kind === signatureKinds.ed25519 &&
      device === parsed.device &&
      verifyMessage(primitives, { publicKey, label: labels.commit, message, signature }),
  );
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
