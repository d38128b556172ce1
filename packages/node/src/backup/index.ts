export { checkBackup } from "./check.ts";
export { backUpFolder, type BackupInput, type BackupReport } from "./back-up.ts";
export type { BackupProgress } from "./copying.ts";
export { nameOfPlace } from "./copy-folder.ts";
export { BackupError, type BackupErrorCode } from "./errors.ts";
export { backUpLocked } from "./locked.ts";
export type { CopyProblem } from "./plan.ts";
export { type DamagedFile, restoreBackup, type RestoreInput, type RestoreReport } from "./restore.ts";
