export * from "./examine-in-worker.ts";
export * from "./indicator-files.ts";
export { sealedRequest, type SealedToExamine } from "./sealed-examiner.ts";
export { fingerprintsSetting, holdsMeasurements } from "./measurement-examiner.ts";
export { createTableComposer, createTableLook } from "./compose-table-in-worker.ts";
export {
  createFileLook,
  createPictureRedaction,
  createPictureView,
  createWordSearch,
} from "./redact-in-worker.ts";
