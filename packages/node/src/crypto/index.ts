export { createNodePrimitives } from "./primitives.ts";
export { parseRecoverySheet, recoveryCodeOf, type RecoverySheet, recoverySheetOf } from "./recovery-sheet.ts";
