// Makes the bytes of commits, contents, frames and segments for test vectors (docs/formats/vault.md, sections 3 to 5).
import { join, label, merkleRoot, sha256, uint } from "./bytes.ts";
import { sign, type Identity } from "./keys.ts";
import type { Parts } from "./operation.ts";

export interface FrontierEntry {
  readonly chain: Buffer;
  readonly sequence: number;
  readonly hash: Buffer;
}

export interface Header {
  readonly suite: number;
  readonly flags: number;
  readonly count: number;
  readonly inStep: number;
  readonly sequence: number;
  readonly chain: Buffer;
  readonly epoch: Buffer;
  readonly step: Buffer;
  readonly device: Buffer;
  readonly previous: Buffer;
  readonly leafRoot: Buffer;
  readonly chainRoot: Buffer;
  readonly frontier: readonly FrontierEntry[];
}

export const encodeHeader = (header: Header): Buffer =>
  join(
    uint(header.suite, 1),
    uint(header.flags, 1),
    uint(header.count, 2),
    uint(header.inStep, 4),
    uint(header.sequence, 8),
    header.chain,
    header.epoch,
    header.step,
    header.device,
    header.previous,
    header.leafRoot,
    header.chainRoot,
    uint(header.frontier.length, 2),
    ...header.frontier.map(({ chain, sequence, hash }) => join(chain, uint(sequence, 8), hash)),
  );

export const commitHash = (header: Uint8Array): Buffer => sha256(label("tocsin/commit/1"), header);

const leafOf = ({ contentDigest, bodyDigest }: Parts): Buffer => join(contentDigest, bodyDigest);

export const leafRootOf = (parts: readonly Parts[]): Buffer => merkleRoot(parts.map(leafOf));

export interface Signature {
  readonly kind: number;
  readonly device: Buffer;
  readonly bytes: Buffer;
}

export const deviceSignature = (identity: Identity, hash: Uint8Array): Signature => ({
  kind: 1,
  device: identity.id,
  bytes: sign(identity, join(label("tocsin/commit/1"), hash)),
});

export const recoverySignature = (identity: Identity, hash: Uint8Array): Signature => ({
  kind: 2,
  device: identity.id,
  bytes: sign(identity, join(label("tocsin/admit/1"), hash)),
});

export const encodeCommit = (header: Uint8Array, parts: readonly Parts[], signatures: readonly Signature[]): Buffer =>
  join(
    header,
    ...parts.map(leafOf),
    uint(signatures.length, 1),
    ...signatures.map(({ kind, device, bytes }) => join(uint(kind, 1), device, uint(bytes.length, 2), bytes)),
  );

export const encodeContents = (chain: Uint8Array, sequence: number, parts: readonly Parts[]): Buffer =>
  join(
    chain,
    uint(sequence, 8),
    uint(parts.length, 2),
    ...parts.map(({ slot, body }) => join(uint(slot.length, 2), slot, uint(body.length, 4), body)),
  );

export const frameType = { commit: 1, contents: 3 } as const;

export function encodeFrame(type: number, payload: Uint8Array): Buffer {
  const head = join(uint(type, 1), uint(payload.length, 4));
  return join(Buffer.from("tcs1"), head, sha256(head, payload).subarray(0, 8), payload);
}

export const segmentHead = (chain: Uint8Array, segment: number): Buffer =>
  join(Buffer.from("tocsin/segment/1"), chain, uint(segment, 4));
