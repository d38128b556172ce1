// The names of things in a vault, branded so that none is taken for another.
declare const brand: unique symbol;

/** 32 lower-case hexadecimal characters. */
export type ChainId = string & { readonly [brand]: "chain" };
/** 64 lower-case hexadecimal characters: the hash of the device's public keys. */
export type DeviceId = string & { readonly [brand]: "device" };
/** 64 lower-case hexadecimal characters. */
export type CommitHash = string & { readonly [brand]: "commit" };
/** The hash of the vault's first commit. */
export type VaultId = CommitHash;
/** 32 lower-case hexadecimal characters: the name of a sealed file. */
export type EvidenceName = string & { readonly [brand]: "evidence" };
