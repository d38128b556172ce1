export * from "./make-example.ts";
export * from "./open-program.ts";
export { backUpProgram, type ProgramBackup, type ProgramBackupOptions } from "./back-up-program.ts";
export { type Unsent } from "../unsent/unsent-store.ts";
