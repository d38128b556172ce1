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
export { keyIdOf as noteKeyIdOf, type NoteSignature, type SignedNote } from "./signed-note.ts";
export { createVault } from "./create-vault.ts";
export { openVault } from "./open-vault.ts";
export { defaultCost, limits as vaultLimits, passphraseLimits } from "./format.ts";
export { exportOpen, type ExportOptions, type ExportProgress } from "./open-export.ts";
export type { ExportedFile, Manifest } from "./open-form.ts";
export { importOpen, type ImportOptions, type ImportReport } from "./open-import.ts";
export { type LogSurvey, surveyLog, type SurveyedSegment } from "./survey.ts";
