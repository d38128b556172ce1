export { createNodePrimitives } from "./primitives.ts";
export { parseRecoverySheet, recoveryCodeOf, type RecoverySheet, recoverySheetOf } from "./recovery-sheet.ts";
export * from "./timestamps/errors.ts";
export { createTimestamps, parseTrusted } from "./timestamps/timestamps.ts";
