export * from "./errors.ts";
export * from "./ports.ts";
export * from "./types.ts";
export {
  type CheckpointReading,
  type CheckpointVerdict,
  originOf,
  parseCheckpoint,
  verifyCheckpoint,
} from "./checkpoint.ts";
export * from "./checkpoint-types.ts";
export {
  type MadeStatement,
  type Statement,
  type StatementAbout,
  type StatementProblem,
  type StatementVerdict,
  verifyStatement,
} from "./statement.ts";
export { keyIdOf as noteKeyIdOf, type NoteSignature, type SignedNote } from "./signed-note.ts";
export {
  createEvidenceSealer,
  type CreateSealer,
  type EvidenceSealer,
  type SealerInput,
} from "./evidence-sealer.ts";
export { createVault } from "./create-vault.ts";
export { openVault } from "./open-vault.ts";
export { recoverVault } from "./recover-vault.ts";
export { defaultCost, limits as vaultLimits, passphraseLimits } from "./format.ts";
export { exportOpen, type ExportOptions, type ExportProgress, type ExtraFile } from "./open-export.ts";
export type { WrittenFile } from "./hashed-file.ts";
export type { Manifest } from "./open-form.ts";
export { importOpen, type ImportOptions, type ImportReport } from "./open-import.ts";
export { type LogSurvey, surveyLog, type SurveyedSegment } from "./survey.ts";
export type { BundleFile, BundleSource } from "./bundle/bundle-files.ts";
export { bundlePaths, exhibitPath } from "./bundle/bundle-format.ts";
export type {
  BundleFailure,
  BundleFailureKind,
  BundleReport,
  CheckedCheckpoint,
  CheckedCommit,
  CheckedExhibit,
  CheckedOperation,
  ExhibitState,
  ProvedKey,
  UnprovedKey,
} from "./bundle/bundle-report.ts";
export {
  type BundleDocument,
  encodeBundleDocument,
  type Exhibit,
  type OperationPlace,
} from "./bundle/document.ts";
export { sealedFilesIn } from "./bundle/sealed-in.ts";
export type { Proof, ProvedCommit, ProvedOperation, ProveOptions } from "./bundle/proof.ts";
export { verifyBundle, type VerifyBundleOptions } from "./bundle/verify-bundle.ts";
export { type BundledCheckpoint, writeBundle, type WriteBundleInput } from "./bundle/write-bundle.ts";
