// Whether each operation of a bundle is the one that its commit names: content, salt, body digest and path must lead to
// the leaf root (docs/formats/bundle.md, section 8).
import { isTocsinError, type Json, parseCanonical, parseHex } from "@tocsin/core";
import { leafHash, type Primitives, verifyInclusion } from "@tocsin/crypto";
import { createByteReader } from "../binary.ts";
import { type Content, contentTypes, parseContent } from "../operation.ts";
import { bundlePaths } from "./bundle-format.ts";
import type { FailureBook } from "./bundle-report.ts";
import type { ProvedOperation } from "./proof.ts";
import type { ReadCommit } from "./read-proof.ts";

/** An operation that stands in its commit; whether the commit holds is another question. */
export interface PlacedOperation {
  readonly commit: ReadCommit;
  readonly index: number;
  readonly content: Content;
}

export function placeOperations(
  primitives: Primitives,
  {
    commits,
    operations,
    failures,
  }: {
    readonly commits: ReadonlyMap<string, ReadCommit>;
    readonly operations: readonly ProvedOperation[];
    readonly failures: FailureBook;
  },
): readonly PlacedOperation[] {
  return operations.flatMap((operation) => {
    const { index, content } = operation;
    const place = { path: bundlePaths.operations, commit: operation.commit, index };
    const commit = commits.get(operation.commit);
    const isThere = commit !== undefined && isInCommit(primitives, commit, operation);
    if (isThere) return [{ commit, index, content: parseContent(content) }];
    failures.note(commit === undefined ? "no-commit" : "not-in-commit", place);
    return [];
  });
}

function isInCommit(
  primitives: Primitives,
  { parsed }: ReadCommit,
  { index, salt, content, body, path }: ProvedOperation,
): boolean {
  const isControl = (content[0] ?? 0) >= contentTypes.control;
  // Salts have one length each: bytes can't move between salt and content.
  if (content.length < 10 || (content[1] ?? 0) > 1 || body.length !== 32) return false;
  if (salt.length !== (isControl ? 0 : 32)) return false;
  const leaf = leafHash(primitives, primitives.sha256(salt, content), body);
  return verifyInclusion(primitives, { leaf, index, size: parsed.count, proof: path, root: parsed.leafRoot });
}

/** What people wrote, as JSON; null for anything else. */
export function payloadOf({ type, bytes }: Content): Json | null {
  try {
    const reader = createByteReader(bytes);
    if (type === contentTypes.importedPayload) reader.take(reader.u32());
    else if (type !== contentTypes.payload && type !== contentTypes.control) return null;
    return parseCanonical(reader.take(reader.left));
  } catch (cause) {
    if (isTocsinError(cause)) return null;
    throw cause;
  }
}

/** Whether the path of a commit leads to the chain root that `last` names. */
export function isInChain(primitives: Primitives, commit: ReadCommit, last: ReadCommit): boolean {
  if (commit === last) return commit.path === null;
  if (commit.path === null) return false;
  return verifyInclusion(primitives, {
    leaf: leafHash(primitives, parseHex(commit.hash)),
    index: commit.parsed.sequence - 1,
    size: last.parsed.sequence - 1,
    proof: commit.path,
    root: last.parsed.chainRoot,
  });
}
