// Checks a bundle with nothing else at hand: every byte against its hash, every operation against the commit that names
// it, every commit against its signature and chain, every exhibit against the operation that names it
// (docs/formats/bundle.md, section 8).
import { encodeHex, isJsonObject, isTocsinError, type Json } from "@tocsin/core";
import type { Primitives, SecretKey } from "@tocsin/crypto";
import { VaultError } from "../errors.ts";
import { contentTypes } from "../operation.ts";
import { type BundleFiles, type BundleSource, openBundleFiles } from "./bundle-files.ts";
import { bundleLimits, bundlePaths, exhibitPath } from "./bundle-format.ts";
import {
  type BundleReport,
  type CheckedOperation,
  createFailureBook,
  type FailureBook,
} from "./bundle-report.ts";
import { checkCheckpoints } from "./check-checkpoints.ts";
import { checkCommits, type CheckedCommits } from "./check-commits.ts";
import { checkExhibits } from "./check-exhibits.ts";
import { payloadOf, placeOperations } from "./check-operations.ts";
import { type BundleDocument, parseBundleDocument } from "./document.ts";
import { readBundleCommits, readBundleOperations, type ReadCommit } from "./read-proof.ts";
import { provedBy, unprovedBy } from "./statements.ts";

export interface VerifyBundleOptions {
  /** Bytes read, of all there are. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
  /** An age identity, for exhibits that were sealed to its recipient. */
  readonly identity?: SecretKey<"x25519">;
}

/**
 * What is wrong is data. Throws `vault.not-a-bundle` where there is none that can be read, and `vault.unsupported` for one
 * of another version.
 */
export async function verifyBundle(
  primitives: Primitives,
  source: BundleSource,
  options: VerifyBundleOptions = {},
): Promise<BundleReport> {
  const failures = createFailureBook();
  const listed = await source.list();
  const total = listed.reduce((sum, { size }) => sum + size, 0);
  if (listed.length > 2 * bundleLimits.files) throw notABundle("it has too many files");
  const files = await openBundleFiles({
    primitives,
    source: { list: async () => listed, open: source.open },
    failures,
    onBytes: (done) => options.onProgress?.({ done, total }),
    signal: options.signal,
  });
  const { document, sha256 } = await readDocument(primitives, files);
  const { commits, checked, operations } = await checkProof({ primitives, files, failures }, document);
  checkSelection({ document, sha256, operations, failures });
  const exhibits = await checkExhibits({
    primitives,
    files,
    failures,
    exhibits: document.exhibits,
    operations,
    identity: options.identity,
  });
  const checkpoints = await checkCheckpoints({
    primitives,
    files,
    failures,
    vault: document.vault,
    listed: listed.map(({ path }) => path),
    commits: new Map([...commits].filter(([hash]) => checked.commits.get(hash)?.holds === true)),
    keyOf: checked.keyOf,
  });
  noteStrangers(files, document, { listed: listed.map(({ path }) => path), failures });
  await files.finish();
  const found = { document, operations, exhibits, failures };
  return {
    vault: document.vault,
    document,
    files: files.count(),
    bytes: files.bytes(),
    commits: [...checked.commits.values()],
    operations,
    exhibits,
    checkpoints,
    devices: checked.devices,
    failures: failures.all(),
    moreFailures: failures.more(),
    proved: provedBy(found),
    unproved: unprovedBy(found),
  };
}

interface ProofInput {
  readonly primitives: Primitives;
  readonly files: BundleFiles;
  readonly failures: FailureBook;
}

interface CheckedProof {
  readonly commits: ReadonlyMap<string, ReadCommit>;
  readonly checked: CheckedCommits;
  readonly operations: readonly CheckedOperation[];
}

/** Operations against their commits, commits against signatures and chains. */
async function checkProof(input: ProofInput, { vault }: BundleDocument): Promise<CheckedProof> {
  const { primitives, files, failures } = input;
  const commits = await readBundleCommits(primitives, files, failures);
  const proved = await readBundleOperations(files, failures);
  const placed = placeOperations(primitives, { commits, operations: proved, failures });
  const checked = checkCommits({ primitives, vault, commits, operations: placed, failures });
  const operations = placed.map((each): CheckedOperation => {
    const { commit, index, content } = each;
    const { type, at } = content;
    const holds = checked.commits.get(commit.hash)?.holds === true;
    return { commit: commit.hash, index, type, at, payload: payloadOf(content), holds };
  });
  return { commits, checked, operations };
}

function notABundle(state: string, cause?: unknown): VaultError {
  return new VaultError("vault.not-a-bundle", `Cannot verify bundle: ${state}`, { cause });
}

interface ReadDocument {
  readonly document: BundleDocument;
  readonly sha256: string;
}

async function readDocument(primitives: Primitives, files: BundleFiles): Promise<ReadDocument> {
  const bytes = await files.whole(bundlePaths.document);
  if (bytes === null) throw notABundle(`there is no ${bundlePaths.document} that can be read`);
  try {
    return { document: parseBundleDocument(bytes), sha256: encodeHex(primitives.sha256(bytes)) };
  } catch (cause) {
    if (!isTocsinError(cause) || cause.code === "vault.unsupported") throw cause;
    throw notABundle(`${bundlePaths.document} is not of its form`, cause);
  }
}

interface Selection {
  readonly document: BundleDocument;
  /** Of bundle.json. */
  readonly sha256: string;
  readonly operations: readonly CheckedOperation[];
  readonly failures: FailureBook;
}

/** Exactly the operations that bundle.json names are here, and an operation of the release vouches for bundle.json. */
function checkSelection({ document, sha256, operations, failures }: Selection): void {
  const key = ({ commit, index }: { commit: string; index: number }): string => `${commit} ${index}`;
  const named = new Set(document.operations.map(key));
  const here = new Set(operations.map(key));
  let isReleased = false;
  for (const operation of operations) {
    const { commit, index, payload, holds } = operation;
    const isOfRelease = isJsonObject(payload) && payload["record"] === document.release;
    if (isOfRelease && holds && holdsText(payload, sha256)) isReleased = true;
    const isExpected = isOfRelease || operation.type >= contentTypes.control || named.has(key(operation));
    if (!isExpected) failures.note("selection-differs", { path: bundlePaths.operations, commit, index });
  }
  for (const { commit, index } of document.operations)
    if (!here.has(key({ commit, index })))
      failures.note("selection-differs", { path: bundlePaths.document, commit, index });
  if (!isReleased) failures.note("not-released", { path: bundlePaths.document });
}

function holdsText(value: Json, text: string): boolean {
  if (value === text) return true;
  if (Array.isArray(value)) return value.some((each: Json) => holdsText(each, text));
  return isJsonObject(value) && Object.values(value).some((each) => holdsText(each, text));
}

interface Strangers {
  readonly listed: readonly string[];
  readonly failures: FailureBook;
}

/** Sealed files that bundle.json does not name. */
function noteStrangers(files: BundleFiles, document: BundleDocument, { listed, failures }: Strangers): void {
  const named = new Set(document.exhibits.map(({ name }) => exhibitPath(name)));
  for (const path of listed)
    if (files.has(path) && path.startsWith("data/evidence/") && !named.has(path))
      failures.note("unexpected-file", { path });
}
