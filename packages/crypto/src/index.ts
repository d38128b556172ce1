export * from "./errors.ts";
export * from "./keys.ts";
export {
  type ConsistencyClaim,
  consistencyProof,
  createGrowingTree,
  restoreGrowingTree,
  type GrowingTree,
  type InclusionClaim,
  inclusionProof,
  leafHash,
  merkleRoot,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";
export { createMerkleTree, type MerkleTree } from "./merkle-tree.ts";
export * from "./primitives.ts";
export * from "./recovery.ts";
export * from "./sealing.ts";
export * from "./signing.ts";
export * from "./stretching.ts";
export { createAead, nullIfThrown } from "./throwing-aead.ts";
export * from "./text-digest.ts";
export * from "./wrapping.ts";
export { createFilePassphrase } from "./sealed-file/header.ts";
export { openSealedFile } from "./sealed-file/reader.ts";
export { chunkLength as sealedFileChunkLength } from "./sealed-file/stream.ts";
export { createSealedFileOpener, type SealedFileOpener } from "./sealed-file/opener.ts";
export {
  encodeAgeIdentity,
  encodeAgeRecipient,
  parseAgeIdentity,
  parseAgeRecipient,
} from "./sealed-file/age-keys.ts";
export {
  createRecipientFileWriter,
  createSealedFileWriter,
  type SealedFileWriter,
  sealedFileStart,
} from "./sealed-file/writer.ts";
