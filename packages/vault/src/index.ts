export * from "./errors.ts";
export * from "./ports.ts";
export * from "./types.ts";
export { createVault } from "./create-vault.ts";
export { openVault } from "./open-vault.ts";
export { defaultCost, limits as vaultLimits, passphraseLimits } from "./format.ts";
