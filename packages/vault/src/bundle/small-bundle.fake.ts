// A bundle in memory for tests: a small vault with two acts and a piece of evidence, released and written.
import { concatBytes, encodeCanonical, encodeHex, encodeUtf8, type Json } from "@tocsin/core";
import { type SmallVault, createSmallVault } from "../small-vault.fake.ts";
import type { CommitInfo, EvidenceInfo, Position } from "../types.ts";
import type { BundleSource } from "./bundle-files.ts";
import { encodeBundleDocument, type BundleDocument, type OperationPlace } from "./document.ts";
import { writeBundle } from "./write-bundle.ts";

export type BundleFolder = Map<string, Uint8Array>;

export interface SmallBundle {
  readonly small: SmallVault;
  readonly files: BundleFolder;
  readonly evidence: EvidenceInfo;
  readonly plain: Uint8Array;
}

export async function createSmallBundle(seed = "bundle"): Promise<SmallBundle> {
  const small = await createSmallVault(seed);
  const { vault } = small;
  const plain = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 253);
  const evidence = await vault.addEvidence(once(plain));
  await vault.commit([encodeUtf8("before, and not in the bundle")]);
  const about = { kind: "evidence", record: "r1", patch: { sealed: { set: { ...evidence } } } };
  const first = await vault.commit([payloadOf(about), payloadOf({ text: "a note beside it" })]);
  await vault.commit([encodeUtf8("between, and not in the bundle")]);
  const second = await vault.commit([encodeUtf8("not JSON: kept as bytes")]);
  const files = await bundleOf(small, { acts: [first, second], evidence });
  return { small, files, evidence, plain };
}

export interface BundleInput {
  readonly acts: readonly CommitInfo[];
  readonly evidence: EvidenceInfo;
}

/** Releases the acts as the workspace would: bundle.json first, then the record that names its hash, then the proof. */
export async function bundleOf(small: SmallVault, { acts, evidence }: BundleInput): Promise<BundleFolder> {
  const { vault, ports } = small;
  const stamps = acts.flatMap((act) => act.stamps);
  const places = stamps.map(({ commit, index }): OperationPlace => ({ commit, index }));
  const document: BundleDocument = {
    vault: vault.id,
    made: "2026-11-28T08:00:00Z",
    tool: { name: "tocsin", version: "0.1.0" },
    release: "the release",
    approvedBy: "Somebody",
    audience: "court",
    case: "",
    operations: places,
    exhibits: [
      {
        ...(places[0] ?? { commit: vault.id, index: 0 }),
        name: evidence.name,
        record: "r1",
        title: "a file",
        part: "bytes",
        mediaType: "application/octet-stream",
        sha256: evidence.sha256,
        size: evidence.size,
        recipients: [],
      },
    ],
  };
  const sha256 = encodeHex(ports.primitives.sha256(encodeBundleDocument(document)));
  const release = await vault.commit([
    payloadOf({ record: "the release", patch: { sha256: { set: sha256 } } }),
  ]);
  const positions: readonly Position[] = [...stamps, ...release.stamps];
  const files: BundleFolder = new Map();
  await writeBundle({
    primitives: ports.primitives,
    sink: sinkInto(files),
    document,
    proof: await vault.prove(positions),
    sealed: vault.sealedEvidence,
    cover: encodeUtf8("<!doctype html><title>cover</title>"),
    page: null,
  });
  return files;
}

function sinkInto(files: BundleFolder): Parameters<typeof writeBundle>[0]["sink"] {
  return {
    async create(path) {
      const pieces: Uint8Array[] = [];
      return {
        write: async (bytes) => void pieces.push(bytes.slice()),
        finish: async () => void files.set(path, concatBytes(...pieces)),
        discard: async () => {},
      };
    },
  };
}

export function sourceOf(files: ReadonlyMap<string, Uint8Array>, pieceLength = 30_000): BundleSource {
  return {
    list: async () => [...files].map(([path, { length }]) => ({ path, size: length })),
    async *open(path) {
      const bytes = files.get(path) ?? new Uint8Array(0);
      for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.slice(at, at + pieceLength);
    },
  };
}

function payloadOf(value: Json): Uint8Array {
  return encodeCanonical(value);
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
