export {
  createVaultFolder,
  folderPorts,
  openVaultFolder,
  recoverVaultFolder,
  type VaultFolder,
} from "./folder.ts";
export { exportFromFolder, exportToFolder } from "./export-folder.ts";
export { openBundleFolder } from "./bundle-folder.ts";
export { secondReader } from "./second-reader.ts";
