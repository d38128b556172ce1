export { openBlob, openFolderBlobs } from "./blob-store.ts";
export { openFolderDevice } from "./device-store.ts";
export { createFolder, replaceFile, syncFolder } from "./durable.ts";
export { type FolderLock, lockFolder } from "./folder-lock.ts";
export { openFolderLog } from "./log-store.ts";
