export { checkBackup } from "./check.ts";
export { backUpFolder, type BackupInput, type BackupProgress, type BackupReport } from "./back-up.ts";
export { nameOfPlace } from "./copy-folder.ts";
export { BackupError, type BackupErrorCode } from "./errors.ts";
export { backUpLocked } from "./locked.ts";
export type { CopyProblem } from "./plan.ts";
export { type DamagedFile, restoreBackup, type RestoreInput, type RestoreReport } from "./restore.ts";
