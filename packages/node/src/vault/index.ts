export { createVaultFolder, folderPorts, openVaultFolder, type VaultFolder } from "./folder.ts";
